"""Who presides at a console: presses the context button when its time has come; sometimes errs, and undoes it."""

from collections.abc import Iterator
from typing import Final

import msgspec
from msgspec import UNSET

from server.dialogue.registry import AnyCommand
from server.dialogue.rooms.calls import MarkNotHere
from server.dialogue.rooms.clock import AdjustTime, Hold
from server.dialogue.rooms.floor import End, Start
from server.dialogue.rooms.points import RulePoint
from server.dialogue.rooms.undo import Undo
from server.rehearsal.acting import Person, Wish, left_at
from server.rehearsal.chair_incidents import ChairIncidents
from server.rehearsal.plan import MINUTE, SECOND, Chair, Incidents
from server.rehearsal.time_management import TimeManagement
from server.wire.patch import PlainView
from server.wire.views.acts import Suggestion
from server.wire.views.console import ConsoleView
from server.wire.views.floor import FloorView

WAITING: Final[dict[str, int]] = {
    "open": 6 * MINUTE,  # time for States to inscribe, and groups to file issues
    "start_round": 20 * SECOND,
    "start_exchange": 15 * SECOND,
    "finish_exchange": 40 * SECOND,  # somebody may still ask
    "close": 2 * MINUTE,
}
"""Before some acts the chair waits on purpose; before the others, as long as pressing a button takes."""
CHAIR: Final = "console:chair"
REMARKS_MS: Final = 3 * MINUTE
SLOWEST_MS: Final = 2_000
"""So long, in real ms, a phone may take to say "ready": at high speed that is minutes of the dialogue."""


class Presiding(Person):
    """Conducts the dialogue with one console, as long as it is the one that presides."""

    presides = True

    def __init__(self, console: str, part: Chair, incidents: Incidents | None) -> None:
        super().__init__()
        self._console = console
        self._part = part
        self._time_management = TimeManagement(part, self.since, by_last_call=incidents is not None)
        self._chair_incidents = None if incidents is None else ChairIncidents(incidents, self)
        self._glances = 0
        self._last: PlainView = {}

    def wishes(self, view: PlainView, now_ms: float) -> Iterator[Wish]:
        """Yield what the chair would do: press the button, and what comes in between."""
        if view is not self._last:
            self._last = view
            self._glances += 1
        seen = msgspec.convert(view, ConsoleView)
        if seen.console != self._console:
            if self._chair_incidents is not None:
                yield from self._chair_incidents.preside(seen, self._console, now_ms)
            return
        if seen.floor is UNSET and "slip" in self.done and "undo" not in self.done:
            if seen.undo is not UNSET and seen.undo.kind == "ended":
                yield Wish(self.since("slip", now_ms) + 4 * SECOND, "undo", Undo(seen.undo.seq))
            return
        if seen.floor is not UNSET:
            yield from self._during(seen.floor)
        yield from self._time_management.now_and_then(seen, now_ms)
        if self._chair_incidents is not None:
            yield from self._chair_incidents.happen(seen, now_ms)
        button = seen.primary if seen.point_act is UNSET else seen.point_act
        if button is not UNSET and button.act != "reopen":  # what is closed stays closed
            yield self._button(seen, button, now_ms)

    def _button(self, seen: ConsoleView, primary: Suggestion, now_ms: float) -> Wish:
        """This button, when its time has come. After a refusal only another view makes the chair press again."""
        pauses_ms = self._part.pauses_ms
        pause_ms = WAITING.get(primary.act) or pauses_ms[len(self.done) % len(pauses_ms)]
        at_ms = self.since(f"{primary.act} {primary.command}", now_ms) + pause_ms
        command: AnyCommand = primary.command
        if primary.act == "finish_exchange":
            command = self._time_management.next_step(seen, now_ms)
        elif seen.floor is not UNSET and primary.act == "start":
            at_ms, command = self._start(seen, seen.floor, now_ms)
        elif seen.floor is not UNSET and primary.act == "end":
            at_ms, command = self._end(seen, seen.floor, now_ms)
        elif primary.act == "close" and self._console != CHAIR:
            at_ms += SLOWEST_MS * seen.dialogue.rate  # the deputy leaves that to the chair, who takes it back
        elif primary.act == "resume":
            at_ms += 25 * SECOND
        elif primary.act == "resume_session":
            at_ms = self._resume_at(seen, at_ms)
        elif isinstance(command, RulePoint) and self._chair_incidents is not None:
            command = self._chair_incidents.rule(command)
        return Wish(at_ms, f"{self._console} {command} {self._glances}", command)

    def _start(self, seen: ConsoleView, floor: FloorView, now_ms: float) -> tuple[float, AnyCommand]:
        """Once the speaker is ready; who does not show is not here (R20). Chair and guests have no phone."""
        start, absent = Start(floor.statement), MarkNotHere(floor.statement)
        if _without_phone(seen, floor):
            return floor.called_at_ms + 5 * SECOND, start
        if seen.signal is UNSET:
            return floor.called_at_ms + max(seen.not_here_ms, SLOWEST_MS * seen.dialogue.rate), absent
        told_ms = self.since(f"{seen.signal} {floor.statement}", now_ms) + 2 * SECOND
        return told_ms, start if seen.signal == "ready" else absent

    def _end(self, seen: ConsoleView, floor: FloorView, now_ms: float) -> tuple[float, AnyCommand]:
        """Once the speaker has finished, or overran for too long; sometimes with the next call in one act."""
        clock = floor.clock
        end: AnyCommand = End(floor.statement)
        if seen.secondary is not UNSET and _number(floor) % 3 == 0:
            end = seen.secondary.command
        if _without_phone(seen, floor):
            return left_at(clock, clock.length_ms) + min(REMARKS_MS, clock.length_ms), end
        if seen.signal == "finished":
            return self.since(f"finished {floor.statement}", now_ms) + 3 * SECOND, end
        return left_at(clock, -self._part.patience_ms), end

    def _resume_at(self, seen: ConsoleView, at_ms: float) -> float:
        """R3: when it was announced; a point of order raised meanwhile may still be settled aside."""
        suspension = seen.session.suspension
        if suspension is not UNSET and suspension.resume_at_ms is not UNSET:
            at_ms = suspension.resume_at_ms
        raised = any(point.status == "raised" for point in seen.points.values())
        return at_ms + raised * SLOWEST_MS * seen.dialogue.rate

    def _during(self, floor: FloorView) -> Iterator[Wish]:
        """Holds for interpretation (R23), time added or taken, and a slip of the finger."""
        if floor.status != "speaking" or floor.lane == "remarks":
            return
        number, clock = _number(floor), floor.clock
        if number in self._part.holds:
            at_ms = left_at(clock, clock.length_ms * (1 - self._part.holds[number]))
            yield Wish(at_ms, f"hold {number}", Hold(floor.statement, "interpretation"))
        if number in self._part.adjusts:
            by_ms = self._part.adjusts[number]
            at_ms = left_at(clock, clock.length_ms * 0.6)
            yield Wish(at_ms, f"adjust {number}", AdjustTime(floor.statement, by_ms))
        if number == self._part.slip:
            yield Wish(left_at(clock, clock.length_ms) + 15 * SECOND, "slip", End(floor.statement))


def _without_phone(seen: ConsoleView, floor: FloorView) -> bool:
    return floor.lane == "remarks" or seen.parties[floor.party].kind == "guest"


def _number(floor: FloorView) -> int:
    """Which statement of the session this is, counted from 1."""
    return int(floor.statement.removeprefix("s"))
