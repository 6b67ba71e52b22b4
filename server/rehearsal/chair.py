"""The chair at the console. Mostly presses the context button when its time has come; sometimes errs, and undoes it."""

from collections.abc import Iterator
from typing import Final

import msgspec
from msgspec import UNSET

from server.dialogue import commands as cmd
from server.dialogue.commands import Command
from server.rehearsal.acting import Person, Wish
from server.rehearsal.plan import MINUTE, SECOND, Chair
from server.rehearsal.speaking import left_at
from server.wire.patch import View
from server.wire.views import AgendaRow, ConsoleView, FloorView, Suggestion

WAITING: Final[dict[str, int]] = {
    "open": 6 * MINUTE,  # time for States to inscribe, and groups to file issues
    "start_round": 20 * SECOND,
    "start_exchange": 15 * SECOND,
    "finish_exchange": 40 * SECOND,  # somebody may still ask
    "close": 2 * MINUTE,
}
"""Before some acts the chair waits on purpose; before the others, as long as pressing a button takes."""
MOST_ROUNDS: Final = 3
ENOUGH: Final = 30
"""Once so many were heard in an exchange, the list is closed in any case."""
REMARKS_MS: Final = 3 * MINUTE
SLOWEST_MS: Final = 2_000
"""So long, in real ms, a phone may take to say "ready": at high speed that is minutes of the dialogue."""


class Presiding(Person):
    """Conducts the dialogue."""

    presides = True

    def __init__(self, part: Chair) -> None:
        super().__init__()
        self._part = part
        self._glances = 0
        self._last: View = {}

    def wishes(self, view: View, now_ms: float) -> Iterator[Wish]:
        """Yield what the chair would do: press the button, and what comes in between."""
        if view is not self._last:
            self._last = view
            self._glances += 1
        seen = msgspec.convert(view, ConsoleView)
        if seen.floor is UNSET and "slip" in self.done and "undo" not in self.done:
            if seen.undo is not UNSET and seen.undo.kind == "ended":
                yield Wish(self.since("slip", now_ms) + 4 * SECOND, "undo", cmd.Undo(seen.undo.seq))
            return
        if seen.floor is not UNSET:
            yield from self._during(seen.floor)
        yield from self._now_and_then(seen, now_ms)
        if seen.primary is not UNSET:
            yield self._button(seen, seen.primary, now_ms)

    def _button(self, seen: ConsoleView, primary: Suggestion, now_ms: float) -> Wish:
        """The context button, when its time has come. After a refusal only another view makes the chair press again."""
        pauses_ms = self._part.pauses_ms
        pause_ms = WAITING.get(primary.act) or pauses_ms[len(self.done) % len(pauses_ms)]
        at_ms = self.since(f"{primary.act} {primary.command}", now_ms) + pause_ms
        command: Command = primary.command
        if primary.act == "finish_exchange":
            command = self._next_step(seen, now_ms)
        elif seen.floor is not UNSET and primary.act == "start":
            at_ms, command = self._start(seen, seen.floor, now_ms)
        elif seen.floor is not UNSET and primary.act == "end":
            at_ms, command = self._end(seen, seen.floor, now_ms)
        elif primary.act == "resume":
            at_ms += 25 * SECOND
        return Wish(at_ms, f"{command} {self._glances}", command)

    def _start(self, seen: ConsoleView, floor: FloorView, now_ms: float) -> tuple[float, Command]:
        """Once the speaker is ready; who does not show is not here (R20)."""
        start, absent = cmd.Start(floor.statement), cmd.MarkNotHere(floor.statement)
        if floor.lane == "remarks":
            return floor.called_at_ms + 5 * SECOND, start
        if floor.signal is UNSET:
            return floor.called_at_ms + max(seen.not_here_ms, SLOWEST_MS * seen.dialogue.rate), absent
        told_ms = self.since(f"{floor.signal} {floor.statement}", now_ms) + 2 * SECOND
        return told_ms, start if floor.signal == "ready" else absent

    def _end(self, seen: ConsoleView, floor: FloorView, now_ms: float) -> tuple[float, Command]:
        """Once the speaker has finished, or overran for too long; sometimes with the next call in one act."""
        clock = floor.clock
        end: Command = cmd.End(floor.statement)
        if seen.secondary is not UNSET and _number(floor) % 3 == 0:
            end = seen.secondary.command
        if floor.lane == "remarks":
            return left_at(clock, clock.length_ms) + REMARKS_MS, end
        if floor.signal == "finished":
            return self.since(f"finished {floor.statement}", now_ms) + 3 * SECOND, end
        return left_at(clock, -self._part.patience_ms), end

    def _during(self, floor: FloorView) -> Iterator[Wish]:
        """Holds for interpretation (R23), time added or taken, and a slip of the finger."""
        if floor.status != "speaking" or floor.lane == "remarks":
            return
        number, clock = _number(floor), floor.clock
        if number in self._part.holds:
            at_ms = left_at(clock, clock.length_ms * (1 - self._part.holds[number]))
            yield Wish(at_ms, f"hold {number}", cmd.Hold(floor.statement, "interpretation"))
        if number in self._part.adjusts:
            by_ms = self._part.adjusts[number]
            at_ms = left_at(clock, clock.length_ms * 0.6)
            yield Wish(at_ms, f"adjust {number}", cmd.AdjustTime(floor.statement, by_ms))
        if number == self._part.slip:
            yield Wish(left_at(clock, clock.length_ms) + 15 * SECOND, "slip", cmd.End(floor.statement))

    def _now_and_then(self, seen: ConsoleView, now_ms: float) -> Iterator[Wish]:
        """What the context button does not offer."""
        session = seen.session
        phase, round_ = session.step.phase, session.step.round
        if phase == "opening":
            chair = next(seat for seat, s in seen.seats.items() if seen.parties[s.party].kind == "chair")
            remarks = cmd.Call(cmd.RemarksTarget(chair))
            yield Wish(self.since("opening", now_ms) + 5 * SECOND, "remarks", remarks)
            if seen.screens:
                screen = list(seen.screens)[
                    len(seen.screens) // 2
                ]  # the hall's own, named first, show the speaker
                yield Wish(self.since("opening", now_ms), "scene", cmd.SetScene(screen, "list"))
        if phase == "interventions" and not session.list_open:
            yield Wish(now_ms, f"open list {round_}", cmd.OpenList())
        if phase == "exchange":
            yield from self._the_list(seen, now_ms)
        if phase in ("interventions", "exchange"):
            at_ms = session.planned_end_ms - 5 * MINUTE
            yield Wish(at_ms, "extend", cmd.Extend(session.planned_end_ms, 15 * MINUTE))  # R2

    def _the_list(self, seen: ConsoleView, now_ms: float) -> Iterator[Wish]:
        """Moves one up (R16); closes the list before it takes more time than there is (R18)."""
        rows = [row.target.request for row in _rows(seen) if isinstance(row.target, cmd.RequestTarget)]
        if seen.session.heard >= self._part.moves_up and len(rows) > 2:
            yield Wish(now_ms, "move up", cmd.MoveRequest(rows[-1], rows[0]))
        full = now_ms + seen.forecast.tail_limits_ms > seen.session.planned_end_ms
        if seen.session.list_open and (full or seen.session.heard >= ENOUGH):
            yield Wish(now_ms, f"close list {seen.session.step.round}", cmd.CloseList())

    def _next_step(self, seen: ConsoleView, now_ms: float) -> Command:
        """Another round if it fits at the pace so far, and the closing after it (R34); else the closing."""
        step, told = seen.session.step, seen.forecast
        fits = now_ms + told.round_pace_ms + told.closing_ms <= seen.session.planned_end_ms
        wanted = "interventions" if fits and step.round < MOST_ROUNDS else "closing"
        to = next(move.to for move in seen.moves if move.to.phase == wanted)
        return cmd.MoveStep(step, to)


def _rows(seen: ConsoleView) -> list[AgendaRow]:
    """The list of speakers proper, as it will be called."""
    return [seen.agenda[key] for key in seen.order if seen.agenda[key].lane == "statement"]


def _number(floor: FloorView) -> int:
    """Which statement of the session this is, counted from 1."""
    return int(floor.statement.removeprefix("s"))
