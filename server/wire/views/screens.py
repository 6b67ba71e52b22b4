"""The projection screens, and the technician who directs them."""

from msgspec import UNSET, UnsetType

from server.dialogue.model.ids import IssueId, ScreenId, SeatId
from server.dialogue.model.setup import Text
from server.dialogue.model.values import SceneKind
from server.wire.views.base import View
from server.wire.views.content import IssueView
from server.wire.views.floor import FloorView, NextView, PointView
from server.wire.views.public import PublicView
from server.wire.views.said import Said
from server.wire.views.setting import SessionView


class PictureView(View, frozen=True, kw_only=True):
    """What a frozen screen shows: these parts of the public view, and the scene, as they were at `at_ms`."""

    at_ms: int
    scene: SceneKind
    session: SessionView
    said: Said
    next: tuple[NextView, ...]
    waiting: int
    issues: dict[IssueId, IssueView]
    """Those that the floor's relations name."""
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
