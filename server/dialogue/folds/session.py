"""Folds of the session's events: steps, extension, suspension, the chair's console, screens (R1-R4)."""

from msgspec.structs import replace

from server.dialogue import events as ev
from server.dialogue.folds.draft import own
from server.dialogue.folds.floor import statement_reverted
from server.dialogue.incidents import Pause, Suspension, TakeOver
from server.dialogue.state import State


def created(state: State, event: ev.Created, _at_ms: int) -> State:
    """A journal begins: nothing of what was before stays."""
    rules = event.setup.rules
    return State(
        setup=event.setup,
        seq=state.seq,
        planned_end_ms=event.setup.planned_end_ms,
        order=rules.order,
        answers=rules.answers,
        scenes={screen.id: "speaker" for screen in event.setup.screens},
    )


def step_moved(state: State, event: ev.StepMoved, at_ms: int) -> State:
    """R1; the first move sets the session clock (R2)."""
    slots = dict(state.slots)
    for slot in event.slots:
        slots[slot.id] = slot
    for slot_id in event.lapsed_slots:
        slots[slot_id] = replace(slots[slot_id], lapsed=True)
    requests = own(state.requests)
    for request in event.lapsed_requests:
        requests[request] = replace(requests[request], status="lapsed")
    return replace(
        state,
        step=event.step,
        step_since_ms=at_ms,
        opened_at_ms=at_ms if event.step.phase == "opening" else state.opened_at_ms,
        planned_end_ms=event.planned_end_ms,
        closed_at_ms=at_ms if event.step.phase == "closed" else None,
        slots=slots,
        lineup=tuple(slot.id for slot in event.slots) or state.lineup,
        requests=requests,
    )


def step_reverted(state: State, event: ev.StepReverted, _at_ms: int) -> State:
    """The step is as it was before the move."""
    slots = {s: slot for s, slot in state.slots.items() if s not in event.removed_slots}
    for slot_id in event.restored_slots:
        slots[slot_id] = replace(slots[slot_id], lapsed=False)
    return replace(
        state,
        step=event.step,
        step_since_ms=event.step_since_ms,
        opened_at_ms=event.opened_at_ms,
        planned_end_ms=state.planned_end_ms if event.planned_end_ms is None else event.planned_end_ms,
        closed_at_ms=None,
        slots=slots,
        lineup=event.lineup,
    )


def reopened(state: State, event: ev.Reopened, at_ms: int) -> State:
    """R39: closing again, with the requests that the close had lapsed."""
    requests = own(state.requests)
    for request in event.requests:
        requests[request] = replace(requests[request], status="open")
    return replace(state, step=event.step, step_since_ms=at_ms, closed_at_ms=None, requests=requests)


def extended(state: State, event: ev.Extended, _at_ms: int) -> State:
    """R2."""
    return replace(state, planned_end_ms=event.planned_end_ms)


def suspended(state: State, event: ev.Suspended, at_ms: int) -> State:
    """R3: a running speech is held, requests stay."""
    running = state.statements[state.floor] if state.floor else None
    held = running.id if running and running.status == "speaking" else None
    statements = own(state.statements)
    if held:
        statements[held] = replace(
            statements[held], status="held", held_at_ms=at_ms, hold_reason=event.reason
        )
    suspension = Suspension(event.reason, at_ms, event.resume_at_ms, held)
    return replace(state, suspension=suspension, statements=statements)


def suspension_reverted(state: State, event: ev.SuspensionReverted, at_ms: int) -> State:
    """The suspension never was (None), or goes on as if it had not been lifted."""
    over = state.suspensions
    if event.suspension is not None:  # the lifting of it is taken back
        over = tuple(pause for pause in over if pause.since_ms != event.suspension.since_ms)
    state = replace(state, suspension=event.suspension, suspensions=over)
    if event.statement is None:
        return state
    return statement_reverted(state, ev.StatementReverted(event.statement), at_ms)


def session_resumed(state: State, _event: ev.SessionResumed, at_ms: int) -> State:
    """R3: a speech that was held stays so until the chair resumes it."""
    over = () if state.suspension is None else (Pause(state.suspension.since_ms, at_ms),)
    return replace(state, suspension=None, suspensions=(*state.suspensions, *over))


def chair_asked(state: State, event: ev.ChairAsked, at_ms: int) -> State:
    """R4."""
    return replace(state, take_over=TakeOver(event.console, at_ms))


def chair_refused(state: State, _event: ev.ChairRefused, _at_ms: int) -> State:
    """R4."""
    return replace(state, take_over=None)


def chair_taken(state: State, event: ev.ChairTaken, _at_ms: int) -> State:
    """R4."""
    return replace(state, console=event.console, take_over=None)


def message_set(state: State, event: ev.MessageSet, _at_ms: int) -> State:
    """A line for the screens, or none."""
    return replace(state, message=event.message)


def scene_set(state: State, event: ev.SceneSet, at_ms: int) -> State:
    """What a screen shows. A frozen one keeps its picture, also if it is frozen once more."""
    pictures = {screen: kept for screen, kept in state.pictures.items() if screen != event.screen}
    if event.scene == "freeze":
        now = replace(state, at_ms=at_ms, pictures={}, acts=())
        pictures[event.screen] = state.pictures.get(event.screen, now)
    return replace(state, scenes={**state.scenes, event.screen: event.scene}, pictures=pictures)
