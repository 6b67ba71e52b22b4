"""What the screens show."""

from server.dialogue.events.base import EventBase
from server.dialogue.ids import ScreenId
from server.dialogue.incidents import Message
from server.dialogue.values import SceneKind


class MessageSet(EventBase, frozen=True):
    message: Message | None


class SceneSet(EventBase, frozen=True):
    screen: ScreenId
    scene: SceneKind


ScreensEvent = MessageSet | SceneSet
