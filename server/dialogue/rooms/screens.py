"""What the screens in the hall show: scenes, frozen pictures, a message."""

from msgspec.structs import replace

from server.dialogue.model.command import ALWAYS, Command, Context, Events, Permit
from server.dialogue.model.ids import ScreenId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.state import Event, Message, SceneKind, State
from server.dialogue.model.text import ShortText


class MessageSet(Event, frozen=True):
    message: Message | None

    def fold(self, state: State, at_ms: int, /) -> State:
        """A line for the screens, or none."""
        return replace(state, message=self.message)

    def compensation(self, before: State, /) -> Event:
        return MessageSet(before.message)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return ("message",)


class SceneSet(Event, frozen=True):
    """What a screen shows; "freeze": from now on what it shows now."""

    screen: ScreenId
    scene: SceneKind
    frozen_at: int | None = None
    """Where a freeze is restored: the seq of the state that was kept for it."""

    def fold(self, state: State, at_ms: int, /) -> State:
        """A frozen one keeps its picture, also if it is frozen once more."""
        frozen = {screen: seq for screen, seq in state.frozen_at.items() if screen != self.screen}
        if self.scene == "freeze":
            now = state.frozen_at.get(self.screen, state.seq)
            frozen[self.screen] = now if self.frozen_at is None else self.frozen_at
        return replace(state, scenes={**state.scenes, self.screen: self.scene}, frozen_at=frozen)

    def compensation(self, before: State, /) -> Event:
        return SceneSet(self.screen, before.scenes[self.screen], before.frozen_at.get(self.screen))

    def touches(self, before: State, /) -> tuple[str, ...]:
        return (f"scene:{self.screen}",)

    def about(self, before: State, /) -> str:
        return self.screen


class ShowMessage(Command, frozen=True):
    permit = Permit(ALWAYS, stage=True)

    text: ShortText

    def decide(self, ctx: Context, /) -> Events:
        """A line for all screens; it replaces the one before."""
        if not self.text:
            raise Refused("no_text", "text")
        return (MessageSet(Message(self.text, ctx.now_ms)),)


class ClearMessage(Command, frozen=True):
    permit = Permit(ALWAYS, stage=True)

    def decide(self, ctx: Context, /) -> Events:
        """The line is taken away."""
        if ctx.state.message is None:
            raise Refused("overtaken", "clear_message")
        return (MessageSet(None),)


class SetScene(Command, frozen=True):
    permit = Permit(ALWAYS, stage=True)

    screen: ScreenId
    scene: SceneKind

    def decide(self, ctx: Context, /) -> Events:
        """What one screen shows."""
        if self.screen not in {s.id for s in ctx.state.setup.screens}:
            raise Refused("unknown", self.screen)
        return (SceneSet(self.screen, self.scene),)
