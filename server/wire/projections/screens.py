"""The projection screens, and what the technician needs."""

from msgspec import UNSET, UnsetType

from server.dialogue.agenda import expected
from server.dialogue.ids import ScreenId, SeatId
from server.dialogue.state import State
from server.wire import views
from server.wire.projections.public import public_view


def screens_part(state: State) -> dict[ScreenId, views.ScreenView]:
    """Which scene each screen shows."""
    return {
        screen.id: views.ScreenView(
            name=screen.name, scene=state.scenes[screen.id], picture=picture(state, screen.id)
        )
        for screen in state.setup.screens
    }


def picture(state: State, screen: ScreenId) -> views.PictureView | UnsetType:
    """What a screen goes on to show while it is frozen."""
    if screen not in state.pictures:
        return UNSET
    then = state.pictures[screen]
    shown = public_view(then)
    named = () if shown.floor is UNSET else {relation.issue for relation in shown.floor.relations}
    return views.PictureView(
        at_ms=then.at_ms,
        scene=then.scenes[screen],
        session=shown.session,
        next=shown.next,
        waiting=shown.waiting,
        issues={issue: view for issue, view in shown.issues.items() if issue in named},
        floor=shown.floor,
        point=shown.point,
        message=shown.message,
    )


def speaking_order(state: State) -> tuple[SeatId, ...]:
    """Whose turn comes after whose in this step, without those who are away."""
    return tuple(item.seat for item in expected(state) if not item.away)
