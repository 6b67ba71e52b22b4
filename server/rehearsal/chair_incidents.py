"""What the chair does out of the ordinary: suspends, admits a guest, saves time, hands over (R3, R4, R32, R35)."""

from collections.abc import Iterator
from typing import Final

from msgspec import UNSET
from msgspec.structs import replace

from server.dialogue.model.ids import IssueId, RequestId
from server.dialogue.model.state import RequestTarget
from server.dialogue.rooms.chair import AnswerTakeOver, TakeChair
from server.dialogue.rooms.issues import MergeIssue
from server.dialogue.rooms.points import RulePoint
from server.dialogue.rooms.seats import AddGuest
from server.dialogue.rooms.session import Extend, Suspend
from server.dialogue.rooms.speakers import LastCall, Tighten
from server.rehearsal.acting import Person, Wish
from server.rehearsal.plan import MINUTE, SECOND, Incidents
from server.rehearsal.time_management import another_round, is_full, waiting
from server.wire.views.console import ConsoleView

GUEST: Final = "Unplanned guest"
HEARD_FIRST: Final = 6
"""So many are heard in the exchange, however late it is, before others are asked to write."""


class ChairIncidents:
    """The part of whoever presides in the incidents."""

    def __init__(self, plan: Incidents, person: Person) -> None:
        """`person`: whose acts these are; what is done once is known by their `done`."""
        self._plan = plan
        self._person = person

    def rule(self, command: RulePoint) -> RulePoint:
        """The chair's ruling; the console suggests only of what."""
        return replace(command, ruling=self._plan.ruling, appealed=self._plan.appealed)

    def preside(self, seen: ConsoleView, console: str, now_ms: float) -> Iterator[Wish]:
        """Yield the wish of a console that does not preside: once to take over, once to take back (R4)."""
        step = seen.session.step
        if seen.take_over is not UNSET:
            return
        if "take over" not in self._person.done:
            its_time = step.phase == "exchange" and seen.session.heard >= self._plan.deputy_after
            if console == "console:deputy" and its_time:
                yield Wish(now_ms, "take over", TakeChair())
        elif console == "console:chair":
            at_ms = self._person.since("deputy presides", now_ms) + self._plan.deputy_ms
            yield Wish(now_ms if step.phase == "closing" else at_ms, "take back", TakeChair())

    def happen(self, seen: ConsoleView, now_ms: float) -> Iterator[Wish]:
        """Yield what happens once in a session, in the exchange, while no point of order waits."""
        if seen.take_over is not UNSET:
            asked = seen.take_over
            at_ms = self._person.since(f"asked {asked.asked_at_ms}", now_ms) + 3 * SECOND
            consent = AnswerTakeOver(asked.console, consent=True)
            yield Wish(at_ms, f"consent {asked.asked_at_ms}", consent)
        stopped = seen.session.suspension is not UNSET or seen.point is not UNSET
        if stopped or any(point.status == "raised" for point in seen.points.values()):
            return
        phase = seen.session.step.phase
        if phase == "exchange":
            yield from self._in_the_exchange(seen, now_ms)
            yield from self._save_time(seen, now_ms)
        if phase == "closing" or (phase == "exchange" and "written" in self._person.done):
            near = now_ms >= seen.session.planned_end_ms - 10 * MINUTE
            if near or len(waiting(seen)) <= 1:
                yield Wish(now_ms, "extend", Extend(seen.session.planned_end_ms, seen.extend_ms))

    def _in_the_exchange(self, seen: ConsoleView, now_ms: float) -> Iterator[Wish]:
        plan, heard, floor = self._plan, seen.session.heard, seen.floor
        if heard >= plan.merge_after:
            pair = _alike(seen)
            if pair is not None:
                yield Wish(now_ms, "merge", MergeIssue(*pair))
        if heard >= plan.guest_after:
            yield Wish(now_ms, "guest", AddGuest(GUEST, "", seen.dialogue.languages[0], plan.guest_ms))
        if floor is not UNSET and floor.status == "speaking" and heard >= plan.suspend_after:
            at_ms = self._person.since(f"heard {heard}", now_ms) + 20 * SECOND
            resume_at_ms = round(max(at_ms, now_ms)) + plan.suspend_ms
            yield Wish(at_ms, "suspend", Suspend(plan.reason, resume_at_ms))

    def _save_time(self, seen: ConsoleView, now_ms: float) -> Iterator[Wish]:
        """R18, R35: last call, shorter statements, written replies, each once and in this order; no round follows."""
        done, end_ms, rows = self._person.done, seen.session.planned_end_ms, len(waiting(seen))
        last = seen.session.heard >= 2 and not another_round(seen, now_ms)
        if "last call" not in done:
            if seen.session.list_open and (is_full(seen, now_ms) or (last and rows <= 6)):
                yield Wish(now_ms, "last call", LastCall())
            return
        if "shorten" not in done and (now_ms >= end_ms - 30 * MINUTE or (last and rows <= 4)):
            shorten = next((p.command for p in seen.previews if p.kind == "shorten"), None)
            if shorten is not None:
                yield Wish(now_ms, "shorten", shorten)
            return
        late = now_ms >= end_ms - 20 * MINUTE and seen.session.heard >= HEARD_FIRST
        if "shorten" in done and (late or (last and rows <= 2)):
            written = _too_late(seen, now_ms)
            if written:
                yield Wish(now_ms, "written", Tighten(written=written))


def _too_late(seen: ConsoleView, now_ms: float) -> tuple[RequestId, ...]:
    """Of the list's latter half, who would not fit before the closing even with an extension; the last in any case."""
    offered = {r for preview in seen.previews if preview.kind == "written" for r in preview.requests}
    until_ms = seen.session.planned_end_ms + seen.extend_ms - seen.forecast.closing_ms
    rows = [
        (row.target.request, now_ms + row.eta_pace_ms + row.length_ms > until_ms)
        for row in waiting(seen)
        if isinstance(row.target, RequestTarget) and row.target.request in offered
    ]
    latter = rows[len(rows) // 2 :]
    return tuple(request for request, late in latter if late) or tuple(request for request, _ in rows[-1:])


def _alike(seen: ConsoleView) -> tuple[IssueId, IssueId] | None:
    """Two issues of the same theme by different groups (R26), the one that came later first."""
    alone = [i for i, issue in sorted(seen.issues.items()) if not issue.detached and not issue.merged]
    for at, first in enumerate(alone):
        for second in alone[at + 1 :]:
            one, other = seen.issues[first], seen.issues[second]
            if one.theme == other.theme and one.party != other.party:
                return second, first
    return None
