"""A representative of a group of social actors with a phone."""

from collections.abc import Iterator

import msgspec
from msgspec import UNSET, Struct, UnsetType

from server.dialogue.model.ids import ActionId, DueId, IssueId, PartyId, SeatId, StatementId, ThemeId
from server.dialogue.model.setup import Language
from server.dialogue.model.state import Links
from server.dialogue.rooms.answers import PromiseWritten
from server.dialogue.rooms.issues import RaiseIssue
from server.dialogue.rooms.requests import Ask
from server.rehearsal import joint_actions
from server.rehearsal.acting import Person, Wish, left_at, signs
from server.rehearsal.plan import MINUTE, Representative
from server.rehearsal.titles import title
from server.wire.patch import PlainView
from server.wire.views.actions import ActionView
from server.wire.views.content import IssueView, StatementView
from server.wire.views.floor import FloorView, SessionView
from server.wire.views.seat import Me


class Seen(Struct, frozen=True):
    """What a representative looks at."""

    session: SessionView
    issues: dict[IssueId, IssueView]
    actions: dict[ActionId, ActionView]
    statements: dict[StatementId, StatementView]
    me: Me
    floor: FloorView | UnsetType = UNSET


class Spokesperson(Person):
    """Files issues, speaks for the group, answers what it is asked, follows up."""

    def __init__(
        self, seat: SeatId, party: PartyId, language: Language, part: Representative, *, answers: bool
    ) -> None:
        """`answers`: of the group's seats this one takes the questions."""
        super().__init__()
        self._seat = seat
        self._party = party
        self._language = language
        self._part = part
        self._answers = answers

    def wishes(self, view: PlainView, now_ms: float) -> Iterator[Wish]:
        """Yield what this representative would do."""
        seen = msgspec.convert(view, Seen)
        phase = seen.session.step.phase
        if phase in ("scheduled", "opening"):
            for number, theme in enumerate(self._part.filed):
                at_ms = self.since("hall", now_ms) + self._part.at_ms
                yield Wish(at_ms, f"file {theme}", self._issue(theme, number))
        if seen.me.has_floor is not UNSET and seen.floor is not UNSET:
            yield from signs(seen.floor, seen.me, self._part.manner, self._part_of_slot(seen))
            yield from self._raise(seen.floor)
        if phase == "exchange":
            if self._answers:
                yield from self._answer(seen, now_ms)
                named_ms = self.since(f"named in {len(seen.actions)}", now_ms)
                yield from joint_actions.answers(
                    seen.actions, self._party, self._language, named_ms, self._part.answers
                )
            if self._part.follows_up:
                yield from self._follow_up(seen, now_ms)

    def _part_of_slot(self, seen: Seen) -> float:
        """The two share their slot (R10)."""
        slot = seen.me.slot
        if slot is UNSET or seen.floor is UNSET or seen.floor.lane != "intervention":
            return 1.0
        return 1 / max(1, len(set(slot.seats) - set(slot.heard)))

    def _issue(self, theme: ThemeId, number: int, statement: StatementId | None = None) -> RaiseIssue:
        words = title(theme, self._language, number)
        return RaiseIssue(self._seat, theme, statement, words, self._language)

    def _raise(self, floor: FloorView) -> Iterator[Wish]:
        """One more issue, in the middle of the first intervention (R26)."""
        if self._part.live and floor.lane == "intervention" and floor.status == "speaking":
            at_ms = left_at(floor.clock, floor.clock.length_ms * 0.8)
            yield Wish(at_ms, "raise", self._issue(self._part.live, 1, floor.statement))

    def _answer(self, seen: Seen, now_ms: float) -> Iterator[Wish]:
        """Ready to answer all that is due by now (R29); one of them in writing, if the part says so."""
        due = tuple(sorted(d for d, mine in seen.me.dues.items() if mine.status in ("due", "ripe")))
        if not due:
            return
        at_ms = self.since(f"due {due[0]}", now_ms) + self._part.at_ms
        if self._part.writes:
            yield Wish(at_ms, "promise", PromiseWritten(due[0]))
            if "promise" not in self.done:
                return
        if not any(mine.lane == "answer" for mine in seen.me.requests.values()):
            links = Links(answers=tuple(DueId(d) for d in due))
            yield Wish(at_ms, f"answer {due}", Ask(self._seat, lane="answer", links=links))

    def _follow_up(self, seen: Seen, now_ms: float) -> Iterator[Wish]:
        """Once, to the first reply to one of the group's issues (R14)."""
        mine = {issue_id for issue_id, issue in seen.issues.items() if issue.party == self._party}
        for statement_id, statement in seen.statements.items():
            replied = {r.issue for r in statement.relations if r.kind == "replies_to"}
            if mine & replied and statement.party != self._party:
                links = Links(replies_to=(statement_id,))
                at_ms = self.since("replied", now_ms) + MINUTE
                yield Wish(at_ms, "follow up", Ask(self._seat, links=links))
                return
