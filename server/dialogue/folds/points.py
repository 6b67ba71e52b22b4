"""Folds of points of order (R30)."""

from msgspec.structs import replace

from server.dialogue import events as ev
from server.dialogue.folds.floor import statement_reverted
from server.dialogue.ids import PointId
from server.dialogue.state import State
from server.dialogue.values import Point


def _put(state: State, point: Point) -> State:
    return replace(state, points={**state.points, point.id: point})


def point_raised(state: State, event: ev.PointRaised, _at_ms: int) -> State:
    """Private to the console for now."""
    return _put(state, event.point)


def point_withdrawn(state: State, event: ev.PointWithdrawn, _at_ms: int) -> State:
    """Before it was recognised, so nobody but the console knew."""
    return _put(state, replace(state.points[event.point], status="withdrawn"))


def point_recognised(state: State, event: ev.PointRecognised, _at_ms: int) -> State:
    """The running clock freezes, back to when the point was raised if that is not long ago."""
    state = _put(state, replace(state.points[event.point], status="recognised"))
    state = replace(state, point=event.point)
    if state.floor is None or event.held_at_ms is None:
        return state
    held = replace(
        state.statements[state.floor],
        status="held",
        held_at_ms=event.held_at_ms,
        hold_reason="point_of_order",
    )
    return replace(state, statements={**state.statements, held.id: held})


def _decided(state: State, point: PointId) -> PointId | None:
    """The point that is being decided once this one no longer is."""
    return None if state.point == point else state.point


def point_reverted(state: State, event: ev.PointReverted, at_ms: int) -> State:
    """It waits again, and the clock ran on."""
    raised = _put(state, replace(state.points[event.point], status="raised"))
    state = replace(raised, point=_decided(state, event.point))
    if event.statement is None:
        return state
    return statement_reverted(state, ev.StatementReverted(event.statement), at_ms)


def point_ruled(state: State, event: ev.PointRuled, _at_ms: int) -> State:
    """The chair resumes the speech that was interrupted, with the time it had left."""
    point = replace(state.points[event.point], status=event.ruling, appealed=event.appealed)
    return replace(_put(state, point), point=_decided(state, event.point))
