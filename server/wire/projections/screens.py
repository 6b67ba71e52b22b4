"""The projection screens, and what the technician needs."""

from msgspec import UNSET, UnsetType

from server.dialogue.derived.agenda import expected
from server.dialogue.model.ids import ScreenId, SeatId
from server.dialogue.model.state import Pictures, State
from server.wire import views
from server.wire.projections.public import public_view


def screens_part(state: State, pictures: Pictures) -> dict[ScreenId, views.ScreenView]:
    """Which scene each screen shows."""
    return {
        screen.id: views.ScreenView(
            name=screen.name, scene=state.scenes[screen.id], picture=picture(state, pictures, screen.id)
        )
        for screen in state.setup.screens
    }


def picture(state: State, pictures: Pictures, screen: ScreenId) -> views.PictureView | UnsetType:
    """What a screen goes on to show while it is frozen."""
    if screen not in state.frozen_at:
        return UNSET
    then = pictures[state.frozen_at[screen]]
    shown = public_view(then)
    named = () if shown.floor is UNSET else {relation.issue for relation in shown.floor.relations}
    return views.PictureView(
        at_ms=then.at_ms,
        scene=then.scenes[screen],
        session=shown.session,
        said=shown.said,
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
