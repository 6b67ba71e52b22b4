"""How the chair steers: the list of speakers, the planned end, and whether there is another round."""

from collections.abc import Callable, Iterator
from typing import Final

from server.dialogue.model.state import RemarksTarget, RequestTarget
from server.dialogue.registry import AnyCommand
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.requests import MoveRequest
from server.dialogue.rooms.screens import SetScene
from server.dialogue.rooms.session import Extend, MoveStep
from server.dialogue.rooms.speakers import CloseList, OpenList
from server.rehearsal.acting import Wish
from server.rehearsal.plan import MINUTE, SECOND, Chair
from server.wire.views.console import ConsoleView
from server.wire.views.lists import AgendaRow

MOST_ROUNDS: Final = 3
ENOUGH: Final = 30
"""Once so many were heard in an exchange, the list is closed in any case."""


class TimeManagement:
    """What the context button does not offer."""

    def __init__(self, part: Chair, since: Callable[[str, float], float], *, by_last_call: bool) -> None:
        """`by_last_call`: the list is not closed at once (R18); that is then an incident."""
        self._part = part
        self._since = since
        self._by_last_call = by_last_call

    def now_and_then(self, seen: ConsoleView, now_ms: float) -> Iterator[Wish]:
        """Yield the chair's remarks, a scene, the list, and the extension."""
        session = seen.session
        phase, round_ = session.step.phase, session.step.round
        if phase == "opening":
            chair = next(seat for seat, s in seen.seats.items() if seen.parties[s.party].kind == "chair")
            remarks = Call(RemarksTarget(chair))
            yield Wish(self._since("opening", now_ms) + 5 * SECOND, "remarks", remarks)
            if seen.screens:
                screen = list(seen.screens)[
                    len(seen.screens) // 2
                ]  # the hall's own, named first, show the speaker
                yield Wish(self._since("opening", now_ms), "scene", SetScene(screen, "list"))
        if phase == "interventions" and not session.list_open:
            yield Wish(now_ms, f"open list {round_}", OpenList())
        if phase == "exchange":
            yield from self._the_list(seen, now_ms)
        if phase in ("interventions", "exchange"):
            at_ms = session.planned_end_ms - 5 * MINUTE
            yield Wish(at_ms, "extend", Extend(session.planned_end_ms, seen.extend_ms))  # R2

    def _the_list(self, seen: ConsoleView, now_ms: float) -> Iterator[Wish]:
        """Moves one up (R16); closes the list before it takes more time than there is (R18)."""
        rows = [row.target.request for row in waiting(seen) if isinstance(row.target, RequestTarget)]
        if seen.session.heard >= self._part.moves_up and len(rows) > 2:
            yield Wish(now_ms, "move up", MoveRequest(rows[-1], rows[0]))
        if seen.session.list_open and is_full(seen, now_ms) and not self._by_last_call:
            yield Wish(now_ms, f"close list {seen.session.step.round}", CloseList())

    def next_step(self, seen: ConsoleView, now_ms: float) -> AnyCommand:
        """Another round if there is time for it; else the closing."""
        wanted = "interventions" if another_round(seen, now_ms) else "closing"
        to = next(move.to for move in seen.moves if move.to.phase == wanted)
        return MoveStep(seen.session.step, to)


def waiting(seen: ConsoleView) -> list[AgendaRow]:
    """The list of speakers proper, as it will be called."""
    return [seen.agenda[key] for key in seen.order if seen.agenda[key].lane == "statement"]


def is_full(seen: ConsoleView, now_ms: float) -> bool:
    """Whether the list takes all the time there is, or has been long enough."""
    late = now_ms + seen.forecast.tail_limits_ms > seen.session.planned_end_ms
    return late or seen.session.heard >= ENOUGH


def another_round(seen: ConsoleView, now_ms: float) -> bool:
    """Whether one fits at the pace so far, and the closing after it (R34)."""
    told = seen.forecast
    fits = now_ms + told.round_pace_ms + told.closing_ms <= seen.session.planned_end_ms
    return fits and seen.session.step.round < MOST_ROUNDS
