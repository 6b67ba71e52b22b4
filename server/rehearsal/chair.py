"""The chair at the console. Mostly presses the context button when its time has come; sometimes errs, and undoes it."""

from collections.abc import Iterator
from typing import Final

import msgspec
from msgspec import UNSET

from server.dialogue import commands as cmd
from server.dialogue.commands import Command
from server.dialogue.ids import RequestId
from server.rehearsal.acting import Person, RehearsalError, Wish
from server.rehearsal.plan import MINUTE, SECOND, Chair
from server.rehearsal.speaking import left_at
from server.wire.messages import Answer, Refusal
from server.wire.patch import View
from server.wire.views import ConsoleView, FloorView, MoveView, Suggestion

WAITING: Final[dict[str, int]] = {
    "open": 6 * MINUTE,  # time for States to inscribe, and groups to file issues
    "start_round": 20 * SECOND,
    "start_exchange": 15 * SECOND,
    "finish_exchange": 40 * SECOND,  # somebody may still ask
    "close": 2 * MINUTE,
}
"""Before some acts the chair waits on purpose; before the others, as long as pressing a button takes."""
MOST_ROUNDS: Final = 3
REMARKS_MS: Final = 3 * MINUTE
NO_HURRY: Final = ("overtaken", "floor_taken", "not_now")
"""Refusals that only mean that something happened first."""


class Presiding(Person):
    """Conducts the dialogue."""

    def __init__(self, part: Chair) -> None:
        super().__init__()
        self._part = part
        self._acts = 0

    def wishes(self, view: View, now_ms: float) -> Iterator[Wish]:
        """Yield what the chair would do: the button, and what comes in between."""
        seen = msgspec.convert(view, ConsoleView)
        if seen.floor is not UNSET:
            yield from self._during(seen, seen.floor)
        elif "slip" in self.done and "undo" not in self.done and seen.undo is not UNSET:
            yield Wish(self.since("slip", now_ms) + 4 * SECOND, "undo", cmd.Undo(seen.undo.seq))
            return
        else:
            yield from self._between(seen, now_ms)
        if seen.primary is not UNSET:
            yield from self._button(seen, seen.primary, now_ms)

    def answered(self, wish: Wish, answer: Answer) -> None:
        """The chair is never refused, but where something else came first. Raises `RehearsalError`."""
        self._acts += 1
        if isinstance(answer, Refusal) and answer.code not in NO_HURRY:
            raise RehearsalError(f"the chair was refused {wish.command}: {answer.code} {answer.about}".rstrip())

    def _button(self, seen: ConsoleView, primary: Suggestion, now_ms: float) -> Iterator[Wish]:
        key = f"{primary.act} {primary.command}"
        since_ms = self.since(key, now_ms)
        at_ms: float = since_ms + WAITING.get(primary.act, self._pause_ms())
        command: Command = primary.command
        match primary.act:
            case "start" if seen.floor is not UNSET:
                at_ms, command = self._start(seen, seen.floor)
            case "end" if seen.floor is not UNSET:
                at_ms, command = self._end(seen, seen.floor, now_ms)
            case "resume" if seen.floor is not UNSET and seen.floor.clock.held_at_ms is not UNSET:
                at_ms = seen.floor.clock.held_at_ms + 30 * SECOND
            case "finish_exchange":
                command = self._next_step(seen, now_ms)
            case _:
                pass
        yield Wish(at_ms, f"{command} after {self._acts}", command)
