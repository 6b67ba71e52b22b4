"""Who presides: one active console, and how another takes over (R4).

That the chair's console changes hands is not undone: the other side takes it back.
"""

from msgspec.structs import replace

from server.dialogue.model.command import ALWAYS, Command, Context, Events, Permit
from server.dialogue.model.refusals import Refused
from server.dialogue.model.setup import Rules
from server.dialogue.model.state import Event, State, TakeOver


class ChairAsked(Event, frozen=True):
    """Another console asks to preside; the active one can refuse for as long as the rules say (R4)."""

    console: str

    def fold(self, state: State, at_ms: int, /) -> State:
        """R4."""
        return replace(state, take_over=TakeOver(self.console, at_ms))


class ChairRefused(Event, frozen=True):
    console: str

    def fold(self, state: State, at_ms: int, /) -> State:
        """R4."""
        return replace(state, take_over=None)


class ChairTaken(Event, frozen=True):
    console: str

    def fold(self, state: State, at_ms: int, /) -> State:
        """R4."""
        return replace(state, console=self.console, take_over=None)


def takes_over_from_ms(rules: Rules, asked: TakeOver) -> int:
    """R4: the instant from which on who asked to preside may take the chair, though nobody consented."""
    return asked.asked_at_ms + rules.chair_silence_ms


class TakeChair(Command, frozen=True):
    """Ask to preside with this console; again after the visible delay to take it (R4)."""

    permit = Permit(ALWAYS, watching=True)

    def decide(self, ctx: Context, /) -> Events:
        """At once if the active console is silent; else after a visible delay in which it can refuse."""
        me = str(ctx.actor)
        state = ctx.state
        if me == state.console:
            raise Refused("not_now", me)
        if ctx.silent_ms.get(state.console, 0) >= ctx.rules.chair_silence_ms:
            return (ChairTaken(me),)
        if state.take_over is None or state.take_over.console != me:
            return (ChairAsked(me),)
        if ctx.now_ms < takes_over_from_ms(ctx.rules, state.take_over):
            raise Refused("take_over_waits", state.console)
        return (ChairTaken(me),)


class AnswerTakeOver(Command, frozen=True):
    """The active console consents to a take-over, or refuses it."""

    permit = Permit(ALWAYS)

    console: str
    consent: bool

    def decide(self, ctx: Context, /) -> Events:
        """The active console consents or refuses."""
        asked = ctx.state.take_over
        if asked is None or asked.console != self.console:
            raise Refused("overtaken", self.console)
        return (ChairTaken(self.console) if self.consent else ChairRefused(self.console),)
