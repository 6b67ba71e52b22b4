"""The projection screens, and the technician who directs them."""

from server.dialogue.ids import ScreenId, SeatId
from server.dialogue.setup import Text
from server.dialogue.values import SceneKind
from server.wire.views.base import View
from server.wire.views.public import PublicView


class ScreenView(View, frozen=True, kw_only=True):
    """A projection screen and the scene it shows."""

    name: Text
    scene: SceneKind


class ScreensView(PublicView, frozen=True, kw_only=True):
    """The projection screens: the public view, and which scene each shows."""

    screens: dict[ScreenId, ScreenView]


class StageView(ScreensView, frozen=True, kw_only=True):
    """The stage technician: the screens, and whose microphone comes next."""

    order: tuple[SeatId, ...]
    """All who are still to be heard in this step, in the order in which they will be called."""
