"""Folds of the floor (R19-R25): called -> speaking <-> held -> free."""

from msgspec.structs import replace

from server.dialogue import events as ev
from server.dialogue.clocks import close_hold
from server.dialogue.folds.draft import own
from server.dialogue.folds.taking import put, request_of, set_here, uncalled
from server.dialogue.state import State


def started(state: State, event: ev.Started, at_ms: int) -> State:
    """The clock runs; issues filed beforehand are raised."""
    statement = replace(
        state.statements[event.statement], status="speaking", started_at_ms=at_ms, signal=None
    )
    issues = own(state.issues)
    for issue in event.issues:
        issues[issue] = replace(issues[issue], statement=event.statement, raised_at_ms=at_ms)
    return replace(put(state, statement), issues=issues)


def ended(state: State, event: ev.Ended, at_ms: int) -> State:
    """R22: only the chair ends a statement. A hold that runs ends with it."""
    statement = state.statements[event.statement]
    done = replace(
        statement, status="ended", ended_at_ms=at_ms, held_ms=close_hold(statement, at_ms), held_at_ms=None
    )
    state = request_of(put(state, done), done, "heard")
    return replace(state, floor=None, interpreting=done.id if event.interpreting else state.interpreting)


def interpretation_finished(state: State, event: ev.InterpretationFinished, at_ms: int) -> State:
    """R24: the next may start."""
    statement = replace(state.statements[event.statement], interpreted_at_ms=at_ms)
    return replace(put(state, statement), interpreting=None)


def interpretation_reverted(state: State, event: ev.InterpretationReverted, _at_ms: int) -> State:
    """The next waits again."""
    statement = replace(state.statements[event.statement], interpreted_at_ms=None)
    return replace(put(state, statement), interpreting=event.statement)


def voided(state: State, event: ev.Voided, at_ms: int) -> State:
    """R24: not counted; the request returns to its place."""
    return uncalled(state, replace(state.statements[event.statement], status="voided", ended_at_ms=at_ms))


def floor_restored(state: State, event: ev.FloorRestored, at_ms: int) -> State:
    """R6: it goes on as it was and the gap counts as held; links and time set meanwhile stay."""
    gone = state.statements[event.statement.id]
    before = event.statement
    since_ms = gone.ended_at_ms if before.status == "speaking" else None
    gap_ms = 0 if since_ms is None else max(0, at_ms - since_ms)
    resumed_at_ms = at_ms if gap_ms else before.resumed_at_ms
    statement = replace(
        before,
        held_ms=before.held_ms + gap_ms,
        resumed_at_ms=resumed_at_ms,
        links=gone.links,
        allotted_ms=gone.allotted_ms,
    )
    state = request_of(put(state, statement), statement, "called")
    interpreting = None if state.interpreting == statement.id else state.interpreting
    state = replace(state, floor=statement.id, interpreting=interpreting)
    return set_here(state, statement.seat, here=True)


def held(state: State, event: ev.Held, at_ms: int) -> State:
    """R23."""
    statement = state.statements[event.statement]
    return put(state, replace(statement, status="held", held_at_ms=at_ms, hold_reason=event.reason))


def resumed(state: State, event: ev.Resumed, at_ms: int) -> State:
    """The clock runs on."""
    statement = state.statements[event.statement]
    running = replace(
        statement,
        status="speaking",
        held_ms=close_hold(statement, at_ms),
        held_at_ms=None,
        resumed_at_ms=at_ms,
        hold_reason=None,
    )
    return put(state, running)


def statement_reverted(state: State, event: ev.StatementReverted, _at_ms: int) -> State:
    """The clock is as it was; what the phone signalled and the links stay."""
    now = state.statements[event.statement.id]
    before = event.statement
    return put(state, replace(before, signal=now.signal, links=now.links, allotted_ms=now.allotted_ms))


def time_adjusted(state: State, event: ev.TimeAdjusted, _at_ms: int) -> State:
    """Time added or taken."""
    statement = state.statements[event.statement]
    return put(state, replace(statement, allotted_ms=statement.allotted_ms + event.by_ms))


def start_moved(state: State, event: ev.StartMoved, _at_ms: int) -> State:
    """R24: back-dated."""
    return put(state, replace(state.statements[event.statement], started_at_ms=event.started_at_ms))


def signalled(state: State, event: ev.Signalled, _at_ms: int) -> State:
    """A sign from the speaker's phone."""
    return put(state, replace(state.statements[event.statement], signal=event.signal))


def linked(state: State, event: ev.Linked, _at_ms: int) -> State:
    """R27."""
    return put(state, replace(state.statements[event.statement], links=event.links))
