"""The planned window of a dialogue (R2): on its own day as configured, on any other day counted from the opening."""

from server.dialogue.setup import Setup
from server.dialogue.state import State

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
