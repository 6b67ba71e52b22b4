"""Folds of calls to the floor: called, taken back, called in vain (R19, R20)."""

from msgspec.structs import replace

from server.dialogue import events as ev
from server.dialogue.folds.floor import floor_restored
from server.dialogue.folds.requests import pinned
from server.dialogue.folds.taking import put, request_of, set_here, uncalled
from server.dialogue.state import State


def called(state: State, event: ev.Called, _at_ms: int) -> State:
    """R19: calling starts no clock."""
    statement = replace(event.statement, was_away=event.statement.seat in state.away)
    state = request_of(put(state, statement), statement, "called")
    return set_here(replace(state, floor=statement.id), statement.seat, here=True)


def call_withdrawn(state: State, event: ev.CallWithdrawn, at_ms: int) -> State:
    """Taken back before the start."""
    return uncalled(state, replace(state.statements[event.statement], status="withdrawn", ended_at_ms=at_ms))


def not_here(state: State, event: ev.NotHere, at_ms: int) -> State:
    """R20: three places down, then away."""
    state = call_withdrawn(state, ev.CallWithdrawn(event.statement), at_ms)
    statement = state.statements[event.statement]
    if event.pin is not None:
        state = replace(state, pins=pinned(state.pins, event.pin))
    times = {**state.not_here, statement.seat: state.not_here.get(statement.seat, 0) + 1}
    state = replace(state, not_here=times)
    return set_here(state, statement.seat, here=False) if event.away else state


def not_here_reverted(state: State, event: ev.NotHereReverted, at_ms: int) -> State:
    """The speaker is called again, as before."""
    seat = event.statement.seat
    times = {**state.not_here, seat: state.not_here[seat] - 1}
    state = replace(state, pins=event.pins, not_here={s: n for s, n in times.items() if n})
    return floor_restored(state, ev.FloorRestored(event.statement), at_ms)
