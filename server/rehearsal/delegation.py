"""A State's delegation with its phone."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

import msgspec
from msgspec import UNSET, Struct, UnsetType

from server.dialogue.model.ids import ActionId, IssueId, PartyId, SeatId, StatementId
from server.dialogue.model.state import Links, Step
from server.dialogue.rooms.floor import Sign
from server.dialogue.rooms.links import Link
from server.dialogue.rooms.requests import Ask, ChangeRequest, Withdraw
from server.dialogue.rooms.seats import Return
from server.rehearsal import joint_actions
from server.rehearsal.acting import Person, Wish, left_at, signs
from server.rehearsal.plan import MINUTE, SECOND, Delegation
from server.wire.patch import PlainView
from server.wire.views.actions import ActionView
from server.wire.views.configuration import PartyView, SeatView
from server.wire.views.content import IssueView
from server.wire.views.floor import FloorView, SessionView
from server.wire.views.seat import Me

_Id = TypeVar("_Id", bound=str)


class Seen(Struct, frozen=True):
    """What a delegation looks at."""

    session: SessionView
    parties: dict[PartyId, PartyView]
    seats: dict[SeatId, SeatView]
    issues: dict[IssueId, IssueView]
    actions: dict[ActionId, ActionView]
    me: Me
    floor: FloorView | UnsetType = UNSET


class Delegate(Person):
    """Asks for the floor, changes or withdraws the request, and speaks."""

    def __init__(self, seat: SeatId, part: Delegation) -> None:
        super().__init__()
        self._seat = seat
        self._part = part
        self._missed: StatementId | None = None

    def wishes(self, view: PlainView, now_ms: float) -> Iterator[Wish]:
        """Yield what this delegation would do."""
        seen = msgspec.convert(view, Seen)
        if seen.me.has_floor is not UNSET and seen.floor is not UNSET:
            yield from self._at_the_floor(seen, seen.floor)
        elif seen.me.away:
            back_ms = self.since("away", now_ms) + 3 * MINUTE
            yield Wish(back_ms, "return", Return(self._seat))
        elif any(mine.lane == "statement" for mine in seen.me.requests.values()):
            yield from self._about_its_request(seen, now_ms)
        else:
            yield from self._ask(seen, now_ms)
        seat = seen.seats[self._seat]
        named_ms = self.since(f"named in {len(seen.actions)}", now_ms)
        yield from joint_actions.answers(
            seen.actions, seat.party, seat.language, named_ms, self._part.picks[-1]
        )

    def _ask(self, seen: Seen, now_ms: float) -> Iterator[Wish]:
        step = seen.session.step
        phase_since_ms = self.since(f"{step}", now_ms)
        before = self._part.when == "before" and step.phase in ("scheduled", "opening")
        if seen.me.may_ask and (before or self._wants_it_now(step)):
            links = Links() if self._part.links_late else self._links(seen)
            key = f"ask {1 if before else step.round}"
            after_ms = self._part.after_ms // (1 if step.round <= 1 else 20)  # a later exchange is soon over
            from_ms = 0 if seen.session.asks_from_ms is UNSET else seen.session.asks_from_ms
            asks_ms = max(phase_since_ms + after_ms, from_ms)
            yield Wish(asks_ms, key, Ask(self._seat, links=links, on_behalf=self._part.bloc))

    def _wants_it_now(self, step: Step) -> bool:
        if step.round <= 1:
            return step.phase == self._part.when
        return self._part.again and step.phase == "exchange"

    def _about_its_request(self, seen: Seen, now_ms: float) -> Iterator[Wish]:
        request, mine = next((r, m) for r, m in seen.me.requests.items() if m.lane == "statement")
        asked_ms = self.since(f"asked {request}", now_ms)
        if self._part.withdraws_after_ms is not None:
            yield Wish(asked_ms + self._part.withdraws_after_ms, f"withdraw {request}", Withdraw(request))
        links = self._links(seen)
        replies = any(relation.kind == "replies_to" for relation in mine.relations)
        if self._part.links_late or replies or not links.replies_to:
            return
        told_ms = (
            self.since("exchange", now_ms) + self._part.after_ms // 5
        )  # it asked before there were issues
        changed = ChangeRequest(request, mine.version, links, mine.language, mine.text, mine.on_behalf)
        yield Wish(told_ms, f"change {request}", changed)

    def _at_the_floor(self, seen: Seen, floor: FloorView) -> Iterator[Wish]:
        if floor.status == "called" and self._part.absent and self._missed in (None, floor.statement):
            self._missed = floor.statement
            told_ms = floor.called_at_ms + self._part.manner.ready_ms
            yield Wish(told_ms, f"not now {floor.statement}", Sign(floor.statement, "not_now"))
            return
        yield from signs(floor, seen.me, self._part.manner)
        links = self._links(seen)
        proposes_ms = left_at(floor.clock, floor.clock.length_ms) + 30 * SECOND
        yield from joint_actions.proposal(floor, seen.issues, proposes_ms, self._part.picks[-1])
        late = floor.status == "speaking" and floor.lane == "statement" and not floor.relations
        if late and links != Links():
            at_ms = left_at(floor.clock, floor.clock.length_ms) + 20 * SECOND
            yield Wish(at_ms, f"link {floor.statement}", Link(floor.statement, links))  # R27

    def _links(self, seen: Seen) -> Links:
        """As many of the issues and groups as the part says; of the issues none before all groups were heard."""
        heard_all = seen.session.step.phase == "exchange"
        issues = sorted(i for i, issue in seen.issues.items() if heard_all and not issue.detached)
        groups = sorted(p for p, party in seen.parties.items() if party.kind == "group")
        picks = self._part.picks
        return Links(
            replies_to=_picked(issues, picks[: self._part.replies]),
            asks=_picked(groups, picks[len(picks) - self._part.asks :]),
        )


def _picked(among: Sequence[_Id], picks: tuple[float, ...]) -> tuple[_Id, ...]:
    return tuple(dict.fromkeys(among[int(pick * len(among))] for pick in picks if among))
