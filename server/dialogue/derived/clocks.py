"""Arithmetic of clocks, in milliseconds: what was spoken, held and paused, and the planned window (R2, R3, R19-R24)."""

from server.dialogue.model.setup import Setup
from server.dialogue.model.state import Pause, State, Statement, once_per_state


def elapsed_ms(statement: Statement, now_ms: int) -> int:
    """Time spoken so far, without holds; 0 before the start."""
    if statement.started_at_ms is None:
        return 0
    until = statement.ended_at_ms or statement.held_at_ms or now_ms
    return max(0, until - statement.started_at_ms - statement.held_ms)


def used_ms(statement: Statement) -> int:
    """Time spoken of a statement that was heard; 0 for one that was not, or was voided."""
    if statement.status != "ended" or statement.ended_at_ms is None or statement.started_at_ms is None:
        return 0
    return max(0, statement.ended_at_ms - statement.started_at_ms - statement.held_ms)


def free_at_ms(statement: Statement) -> int:
    """When the floor was free after a statement that was heard: at its end, or when its interpreter had finished."""
    return statement.interpreted_at_ms or statement.ended_at_ms or 0


def close_hold(statement: Statement, now_ms: int) -> int:
    """`held_ms` once a hold that may be running is counted in."""
    if statement.held_at_ms is None:
        return statement.held_ms
    return statement.held_ms + max(0, now_ms - statement.held_at_ms)


@once_per_state
def pauses(state: State) -> tuple[Pause, ...]:
    """Those that are over. They never overlap: nothing is recognised in a suspension, nor suspended in a point."""
    points = (
        Pause(p.recognised_at_ms, p.ruled_at_ms)
        for p in state.points.values()
        if p.recognised_at_ms is not None and p.ruled_at_ms is not None
    )
    return (*state.suspensions, *points)


def paused_ms(state: State, since_ms: int, until_ms: int) -> int:
    """How much of the time between two instants was paused."""
    shared = (min(p.until_ms, until_ms) - max(p.since_ms, since_ms) for p in pauses(state))
    return sum(max(0, ms) for ms in shared)


HALF_A_DAY_MS = 43_200_000


def own_day(setup: Setup, now_ms: int) -> bool:
    """Whether the planned window holds: within half a day of it; on any other day it does not."""
    return setup.planned_start_ms - HALF_A_DAY_MS <= now_ms <= setup.planned_end_ms + HALF_A_DAY_MS


def hard_stop_ms(state: State) -> int:
    """When the interpreters leave: as long after the planned start as configured, whatever the day."""
    setup = state.setup
    if state.opened_at_ms is None or own_day(setup, state.opened_at_ms):
        return setup.hard_stop_ms
    return state.opened_at_ms + setup.hard_stop_ms - setup.planned_start_ms
