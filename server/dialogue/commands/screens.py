"""What the screens show."""

from server.dialogue.commands.base import CommandBase, ShortText
from server.dialogue.ids import ScreenId
from server.dialogue.values import SceneKind


class ShowMessage(CommandBase, frozen=True):
    text: ShortText


class ClearMessage(CommandBase, frozen=True):
    pass


class SetScene(CommandBase, frozen=True):
    screen: ScreenId
    scene: SceneKind


ScreensCommand = ShowMessage | ClearMessage | SetScene
