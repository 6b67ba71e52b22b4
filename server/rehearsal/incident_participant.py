"""Somebody with a phone who besides has a part in an incident."""

from collections.abc import Iterator
from typing import Final

import msgspec
from msgspec import UNSET, Struct, UnsetType

from server.dialogue.model.ids import SeatId, StatementId
from server.dialogue.rooms.floor import Cede, Sign
from server.dialogue.rooms.points import RaisePoint, WithdrawPoint
from server.dialogue.rooms.requests import Ask, Withdraw
from server.dialogue.rooms.seats import SetAway, Substitute
from server.rehearsal.acting import Person, Wish, left_at
from server.rehearsal.plan import MINUTE, SECOND, Incidents
from server.wire.patch import PlainView
from server.wire.views.configuration import SeatView
from server.wire.views.floor import FloorView, SessionView
from server.wire.views.seat import Me

CEDES_AT: Final = 0.25
"""Of the slot: before the speaker has finished, after raising an issue."""


class Seen(Struct, frozen=True):
    """What such a person looks at."""

    session: SessionView
    seats: dict[SeatId, SeatView]
    me: Me
    floor: FloorView | UnsetType = UNSET


class IncidentParticipant(Person):
    """Does what `usual` does, and its part in the incidents."""

    def __init__(self, seat: SeatId, usual: Person, incidents: Incidents) -> None:
        super().__init__()
        self._seat = seat
        self._usual = usual
        self._incidents = incidents
        self._interrupted = False
        self._missed: StatementId | None = None
        usual.done = self.done

    def wishes(self, view: PlainView, now_ms: float) -> Iterator[Wish]:
        """Yield what this person would do."""
        seen = msgspec.convert(view, Seen)
        plan = self._incidents
        floor = None if seen.me.has_floor is UNSET or seen.floor is UNSET else seen.floor
        if self._seat == plan.not_ready and floor is not None and self._misses(floor):
            told_ms = floor.called_at_ms + 5 * SECOND
            yield Wish(told_ms, f"not now {floor.statement}", Sign(floor.statement, "not_now"))
            return
        yield from self._usual.wishes(view, now_ms)
        if floor is not None:
            if self._seat == plan.cedes and floor.status == "speaking" and seen.me.colleague is not UNSET:
                at_ms = left_at(floor.clock, floor.clock.length_ms * (1 - CEDES_AT))
                yield Wish(at_ms, "cede", Cede(floor.statement))
            return
        if self._seat in (plan.leaves, plan.substituted):
            yield from self._leave(seen, now_ms)
        if self._seat == plan.interrupts:
            yield from self._interrupt(seen)
        if self._seat == plan.has_second_thoughts:
            yield from self._think_again(seen, now_ms)
        if self._seat == plan.makes_way:
            yield from self._make_way(seen, now_ms)
        if self._seat == plan.replies and seen.session.step.phase == "exchange":
            ask = Ask(self._seat, lane="right_of_reply")
            yield Wish(self.since("exchange", now_ms) + 2 * MINUTE, "right of reply", ask)

    def _misses(self, floor: FloorView) -> bool:
        """R11: the first call of its slot."""
        if floor.status != "called" or self._missed not in (None, floor.statement):
            return False
        self._missed = floor.statement
        return True

    def _leave(self, seen: Seen, now_ms: float) -> Iterator[Wish]:
        """R7: who is away comes back as usual; a substitute says so first, and stays until the closing."""
        phase, substitute = seen.session.step.phase, seen.seats[self._seat].substitute
        if phase == "interventions" and not seen.me.away:
            at_ms = self.since("interventions", now_ms) + self._incidents.leaves_ms
            yield Wish(at_ms, "leave", SetAway(self._seat))
        if self._seat == self._incidents.substituted:
            if seen.me.away and not substitute:
                at_ms = self.since("left", now_ms) + MINUTE
                yield Wish(at_ms, "substitute", Substitute(self._seat, substitute=True))
            elif phase == "closing" and substitute:
                at_ms = self.since("closing", now_ms)
                yield Wish(at_ms, "in person", Substitute(self._seat, substitute=False))

    def _interrupt(self, seen: Seen) -> Iterator[Wish]:
        """R30: a point of order in the middle of a reply; one that comes too late for that is raised at another."""
        floor = seen.floor
        if floor is UNSET or floor.lane != "statement":
            return
        if floor.hold_reason == "point_of_order":
            self._interrupted = True
        replies = any(relation.kind == "replies_to" for relation in floor.relations)
        if replies and floor.status == "speaking" and seen.me.may_raise_point and not self._interrupted:
            at_ms = left_at(floor.clock, floor.clock.length_ms - self._incidents.interrupts_ms)
            yield Wish(at_ms, f"point {floor.statement}", RaisePoint(self._seat))

    def _think_again(self, seen: Seen, now_ms: float) -> Iterator[Wish]:
        """R30: nobody but the consoles ever knows of it."""
        if seen.me.point is not UNSET:
            at_ms = self.since("my point", now_ms) + MINUTE
            yield Wish(at_ms, "withdraw point", WithdrawPoint(seen.me.point))
        elif seen.session.suspension is not UNSET and seen.me.may_raise_point:
            at_ms = self.since("suspended", now_ms) + MINUTE
            yield Wish(at_ms, "point", RaisePoint(self._seat))

    def _make_way(self, seen: Seen, now_ms: float) -> Iterator[Wish]:
        """R17: somebody speaks on its behalf."""
        for request, mine in seen.me.requests.items():
            if mine.offer is not UNSET and mine.lane == "statement":
                at_ms = self.since(f"offer {request}", now_ms) + MINUTE
                yield Wish(at_ms, f"make way {request}", Withdraw(request))
