"""Folds of points of order (R30)."""

from msgspec.structs import replace

from server.dialogue import events as ev
from server.dialogue.folds.draft import with_item
from server.dialogue.folds.floor import statement_reverted
from server.dialogue.ids import PointId
from server.dialogue.incidents import Point
from server.dialogue.state import State


def _put(state: State, point: Point) -> State:
    return replace(state, points=with_item(state.points, point.id, point))


def point_raised(state: State, event: ev.PointRaised, _at_ms: int) -> State:
    """Private to the console for now."""
    return _put(state, event.point)


def point_withdrawn(state: State, event: ev.PointWithdrawn, _at_ms: int) -> State:
    """Before it was recognised, so nobody but the console knew."""
    return _put(state, replace(state.points[event.point], status="withdrawn"))


def point_recognised(state: State, event: ev.PointRecognised, at_ms: int) -> State:
    """The running clock freezes, back to when the point was raised if that is not long ago."""
    point = replace(
        state.points[event.point], status="recognised", length_ms=event.length_ms, recognised_at_ms=at_ms
    )
    state = _put(state, point)
    state = replace(state, point=event.point)
    if state.floor is None or event.held_at_ms is None:
        return state
    held = replace(
        state.statements[state.floor],
        status="held",
        held_at_ms=event.held_at_ms,
        hold_reason="point_of_order",
    )
    return replace(state, statements=with_item(state.statements, held.id, held))


def _decided(state: State, point: PointId) -> PointId | None:
    """The point that is being decided once this one no longer is."""
    return None if state.point == point else state.point


def point_reverted(state: State, event: ev.PointReverted, at_ms: int) -> State:
    """It waits again, and the clock ran on."""
    point = replace(state.points[event.point], status="raised", length_ms=0, recognised_at_ms=None)
    raised = _put(state, point)
    state = replace(raised, point=_decided(state, event.point))
    if event.statement is None:
        return state
    return statement_reverted(state, ev.StatementReverted(event.statement), at_ms)


def point_ruled(state: State, event: ev.PointRuled, at_ms: int) -> State:
    """The chair resumes the speech that was interrupted, with the time it had left."""
    was = state.points[event.point]
    ruled_at_ms = at_ms if was.ruled_at_ms is None else was.ruled_at_ms
    point = replace(was, status=event.ruling, appealed=event.appealed, ruled_at_ms=ruled_at_ms)
    return replace(_put(state, point), point=_decided(state, event.point))
