"""What everybody sees, and what the screens in the hall show of it."""

from msgspec import UNSET, UnsetType

from server.dialogue.derived.agenda import expected
from server.dialogue.derived.seats import all_parties, all_seats
from server.dialogue.model.ids import ActionId, IssueId, ScreenId, SeatId, StatementId
from server.dialogue.model.setup import Text
from server.dialogue.model.state import Pictures, SceneKind, State
from server.wire.views.actions import ActionView, actions_view
from server.wire.views.base import View
from server.wire.views.configuration import Configuration, SeatView, configuration, party_view, seat_view
from server.wire.views.content import IssueView, StatementView, issues_view, story
from server.wire.views.floor import (
    FloorView,
    NextView,
    PointView,
    SessionView,
    floor_view,
    next_view,
    point_view,
    session_view,
)
from server.wire.views.said import Said, said


class PublicView(Configuration, frozen=True, kw_only=True):
    """What everybody sees."""

    session: SessionView
    said: Said
    next: tuple[NextView, ...]
    waiting: int
    """How many are still to be heard in this step."""
    statements: dict[StatementId, StatementView]
    """The last 30."""
    issues: dict[IssueId, IssueView]
    actions: dict[ActionId, ActionView]
    floor: FloorView | UnsetType = UNSET
    """Absent: the chair has the floor (R25)."""
    point: PointView | UnsetType = UNSET
    message: str | UnsetType = UNSET


class PictureView(View, frozen=True, kw_only=True):
    """What a frozen screen shows: these parts of the public view, and the scene, as they were at `at_ms`."""

    at_ms: int
    scene: SceneKind
    session: SessionView
    said: Said
    next: tuple[NextView, ...]
    waiting: int
    issues: dict[IssueId, IssueView]
    """Those that the floor's relations name, or from which the actions that it shows came."""
    actions: dict[ActionId, ActionView]
    """If that is its scene."""
    floor: FloorView | UnsetType = UNSET
    point: PointView | UnsetType = UNSET
    message: str | UnsetType = UNSET


class ScreenView(View, frozen=True, kw_only=True):
    """A projection screen and the scene it shows."""

    name: Text
    scene: SceneKind
    picture: PictureView | UnsetType = UNSET
    """While it is frozen: whoever joins, and the stage's preview, shows what the screen kept."""


class ScreensView(PublicView, frozen=True, kw_only=True):
    """The projection screens: the public view, and which scene each shows."""

    screens: dict[ScreenId, ScreenView]


class StageView(ScreensView, frozen=True, kw_only=True):
    """The stage technician: the screens, and whose microphone comes next."""

    order: tuple[SeatId, ...]
    """All who are still to be heard in this step, in the order in which they will be called."""


def public_view(state: State) -> PublicView:
    """What everybody sees."""
    setup, fixed = state.setup, configuration(state).view
    items = expected(state)
    here = [item for item in items if not item.away]
    upcoming = tuple(next_view(state, item) for item in here[: setup.rules.public_next or len(here)])
    session, floor, point = session_view(state), floor_view(state), point_view(state)
    return PublicView(
        dialogue=fixed.dialogue,
        themes=fixed.themes,
        parties=fixed.parties
        | {party.id: party_view(party) for party in all_parties(state) if party.kind == "guest"},
        seats=fixed.seats | _seats(state),
        session=session,
        said=said(fixed, session, floor, point, upcoming),
        next=upcoming,
        waiting=len(items),
        statements=story(state),
        issues=issues_view(state),
        actions=actions_view(state),
        floor=floor,
        point=point,
        message=UNSET if state.message is None else state.message.text,
    )


def _seats(state: State) -> dict[SeatId, SeatView]:
    """Guests' seats (R32), and those where a substitute sits (R7): what is not as it was configured."""
    guests = {guest.seat.id for guest in state.guests}
    return {
        seat.id: seat_view(state, seat, substitute=seat.id in state.substitutes)
        for seat in all_seats(state)
        if seat.id in state.substitutes or seat.id in guests
    }


def screens_part(state: State, pictures: Pictures) -> dict[ScreenId, ScreenView]:
    """Which scene each screen shows."""
    return {
        screen.id: ScreenView(
            name=screen.name, scene=state.scenes[screen.id], picture=picture(state, pictures, screen.id)
        )
        for screen in state.setup.screens
    }


def picture(state: State, pictures: Pictures, screen: ScreenId) -> PictureView | UnsetType:
    """What a screen goes on to show while it is frozen."""
    if screen not in state.frozen_at:
        return UNSET
    then = pictures[state.frozen_at[screen]]
    shown = public_view(then)
    scene = then.scenes[screen]
    actions = shown.actions if scene == "actions" else {}
    relations = () if shown.floor is UNSET else shown.floor.relations
    named = {relation.issue for relation in relations} | {action.issue for action in actions.values()}
    return PictureView(
        at_ms=then.at_ms,
        scene=scene,
        session=shown.session,
        said=shown.said,
        next=shown.next,
        waiting=shown.waiting,
        issues={issue: view for issue, view in shown.issues.items() if issue in named},
        actions=actions,
        floor=shown.floor,
        point=shown.point,
        message=shown.message,
    )


def speaking_order(state: State) -> tuple[SeatId, ...]:
    """Whose turn comes after whose in this step, without those who are away."""
    return tuple(item.seat for item in expected(state) if not item.away)
