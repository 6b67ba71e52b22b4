"""Folds of the floor (R19-R25): free -> called -> speaking <-> held -> free."""

from msgspec.structs import replace

from server.dialogue import events as ev
from server.dialogue.clocks import close_hold
from server.dialogue.folds.requests import pinned, with_status
from server.dialogue.ids import SeatId
from server.dialogue.state import State
from server.dialogue.values import RequestStatus, Statement


def _put(state: State, statement: Statement) -> State:
    return replace(state, statements={**state.statements, statement.id: statement})


def _request_of(state: State, statement: Statement, status: RequestStatus) -> State:
    return with_status(state, statement.request, status) if statement.request else state


def _here(state: State, seat: SeatId, *, here: bool) -> State:
    """Somebody who is called is not away (R7)."""
    others = tuple(s for s in state.away if s != seat)
    return replace(state, away=others if here else (*others, seat))


def _uncalled(state: State, statement: Statement) -> State:
    """The floor is free; the request is back in its place, and the seat away again if it was."""
    state = replace(_request_of(_put(state, statement), statement, "open"), floor=None)
    return _here(state, statement.seat, here=False) if statement.was_away else state


def called(state: State, event: ev.Called, _at_ms: int) -> State:
    """R19: calling starts no clock."""
    statement = replace(event.statement, was_away=event.statement.seat in state.away)
    state = _request_of(_put(state, statement), statement, "called")
    return _here(replace(state, floor=statement.id), statement.seat, here=True)


def call_withdrawn(state: State, event: ev.CallWithdrawn, at_ms: int) -> State:
    """Taken back before the start."""
    return _uncalled(state, replace(state.statements[event.statement], status="withdrawn", ended_at_ms=at_ms))


def not_here(state: State, event: ev.NotHere, at_ms: int) -> State:
    """R20: three places down, then away."""
    state = call_withdrawn(state, ev.CallWithdrawn(event.statement), at_ms)
    statement = state.statements[event.statement]
    if event.pin is not None:
        state = replace(state, pins=pinned(state.pins, event.pin))
    times = {**state.not_here, statement.seat: state.not_here.get(statement.seat, 0) + 1}
    state = replace(state, not_here=times)
    return _here(state, statement.seat, here=False) if event.away else state


def not_here_reverted(state: State, event: ev.NotHereReverted, at_ms: int) -> State:
    """The speaker is called again, as before."""
    seat = event.statement.seat
    times = {**state.not_here, seat: state.not_here[seat] - 1}
    state = replace(state, pins=event.pins, not_here={s: n for s, n in times.items() if n})
    return floor_restored(state, ev.FloorRestored(event.statement), at_ms)


def started(state: State, event: ev.Started, at_ms: int) -> State:
    """The clock runs; issues filed beforehand are raised."""
    statement = replace(
        state.statements[event.statement], status="speaking", started_at_ms=at_ms, signal=None
    )
    issues = dict(state.issues)
    for issue in event.issues:
        issues[issue] = replace(issues[issue], statement=event.statement, raised_at_ms=at_ms)
    return replace(_put(state, statement), issues=issues)


def ended(state: State, event: ev.Ended, at_ms: int) -> State:
    """R22: only the chair ends a statement. A hold that runs ends with it."""
    statement = state.statements[event.statement]
    done = replace(
        statement, status="ended", ended_at_ms=at_ms, held_ms=close_hold(statement, at_ms), held_at_ms=None
    )
    return replace(_request_of(_put(state, done), done, "heard"), floor=None)


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
    state = _request_of(_put(state, statement), statement, "called")
    return _here(replace(state, floor=statement.id), statement.seat, here=True)


def held(state: State, event: ev.Held, at_ms: int) -> State:
    """R23."""
    statement = state.statements[event.statement]
    return _put(state, replace(statement, status="held", held_at_ms=at_ms, hold_reason=event.reason))


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
    return _put(state, running)


def statement_reverted(state: State, event: ev.StatementReverted, _at_ms: int) -> State:
    """The clock is as it was; what the phone signalled and the links stay."""
    now = state.statements[event.statement.id]
    before = event.statement
    return _put(state, replace(before, signal=now.signal, links=now.links, allotted_ms=now.allotted_ms))


def time_adjusted(state: State, event: ev.TimeAdjusted, _at_ms: int) -> State:
    """Time added or taken."""
    statement = state.statements[event.statement]
    return _put(state, replace(statement, allotted_ms=statement.allotted_ms + event.by_ms))


def start_moved(state: State, event: ev.StartMoved, _at_ms: int) -> State:
    """R24: back-dated."""
    return _put(state, replace(state.statements[event.statement], started_at_ms=event.started_at_ms))


def voided(state: State, event: ev.Voided, at_ms: int) -> State:
    """R24: not counted; the request returns to its place."""
    return _uncalled(state, replace(state.statements[event.statement], status="voided", ended_at_ms=at_ms))


def signalled(state: State, event: ev.Signalled, _at_ms: int) -> State:
    """A sign from the speaker's phone."""
    return _put(state, replace(state.statements[event.statement], signal=event.signal))


def linked(state: State, event: ev.Linked, _at_ms: int) -> State:
    """R27."""
    return _put(state, replace(state.statements[event.statement], links=event.links))
