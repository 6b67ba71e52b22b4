"""Answers due: when they are taken, and replies promised in writing (R28, R29)."""

from msgspec.structs import replace

from server.dialogue.derived.dues import dues
from server.dialogue.derived.seats import find_seat
from server.dialogue.model.command import BEFORE_CLOSE, HEARD, Command, Context, Events, Permit
from server.dialogue.model.ids import DueId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.setup import AnswerMode
from server.dialogue.model.state import Event, State


class AnswersSet(Event, frozen=True):
    answers: AnswerMode

    def fold(self, state: State, at_ms: int, /) -> State:
        """R29."""
        return replace(state, answers=self.answers)

    def compensation(self, before: State, /) -> Event:
        return AnswersSet(before.answers)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return ("answers",)


class SetAnswers(Command, frozen=True):
    permit = Permit(BEFORE_CLOSE)

    answers: AnswerMode

    def decide(self, ctx: Context, /) -> Events:
        """R29."""
        if self.answers == ctx.state.answers:
            raise Refused("overtaken", self.answers)
        return (AnswersSet(self.answers),)


class WrittenPromised(Event, frozen=True):
    due: DueId

    def fold(self, state: State, at_ms: int, /) -> State:
        """R28."""
        return replace(state, written=(*state.written, self.due))

    def compensation(self, before: State, /) -> Event:
        return WrittenReverted(self.due)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return (f"content:{self.due}",)


class WrittenReverted(Event, frozen=True):
    """Compensates WrittenPromised."""

    due: DueId

    def fold(self, state: State, at_ms: int, /) -> State:
        """The promise was a mistake."""
        return replace(state, written=tuple(d for d in state.written if d != self.due))


class PromiseWritten(Command, frozen=True):
    permit = Permit(HEARD, seat=True)

    due: DueId

    def decide(self, ctx: Context, /) -> Events:
        """R28: a written reply is promised, so the answer is not due at the floor."""
        due = dues(ctx.state).get(self.due)
        if due is None:
            raise Refused("unknown", self.due)
        if ctx.actor.seat is not None and find_seat(ctx.state, ctx.actor.seat).party != due.group:
            raise Refused("not_yours", due.id)
        if due.status not in ("due", "ripe"):
            raise Refused("overtaken", due.id)
        return (WrittenPromised(due.id),)
