"""When nobody could speak, whoever had or would have had the floor: suspensions and points of order (R3, R30)."""

from server.dialogue.incidents import Pause
from server.dialogue.state import State


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
