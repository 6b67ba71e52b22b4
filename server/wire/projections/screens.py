"""The projection screens, and what the technician needs."""

from server.dialogue.agenda import callable_now
from server.dialogue.ids import ScreenId, SeatId
from server.dialogue.state import State
from server.wire import views


def screens_part(state: State) -> dict[ScreenId, views.ScreenView]:
    """Which scene each screen shows."""
    return {
        screen.id: views.ScreenView(name=screen.name, scene=state.scenes[screen.id])
        for screen in state.setup.screens
    }


def speaking_order(state: State) -> tuple[SeatId, ...]:
    """Whose turn comes after whose in this step, without those who are away."""
    return tuple(item.seat for item in callable_now(state) if not item.away)
