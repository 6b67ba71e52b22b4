"""Somebody still to be heard: a slot's seat, a request, or an answer due."""

from collections.abc import Iterator

from msgspec import Struct

from server.dialogue.clocks import used_ms
from server.dialogue.commands import AnswerTarget, RequestTarget, SlotTarget, Target
from server.dialogue.dues import Due, heard
from server.dialogue.ids import PartyId, SeatId
from server.dialogue.lengths import for_seat_ms, lane_ms, plain_request_ms, slot_left_ms, slot_remaining
from server.dialogue.order import Reason
from server.dialogue.seats import find_seat, seats_of
from server.dialogue.setup import Language
from server.dialogue.state import State
from server.dialogue.values import Lane, Links, Request, Slot


class Item(Struct, frozen=True):
    """Somebody still to be heard. `key` is unique: the request's id, the due's, or slot and seat."""

    key: str
    target: Target
    seat: SeatId
    party: PartyId
    lane: Lane
    links: Links
    language: Language
    text: str
    length_ms: int
    """What it is reckoned with: for a slot's seats, equal shares of what is left of the budget."""
    plain_ms: int
    """The same without the seat's factor, for what other seats see (R21)."""
    reason: Reason
    away: bool
    request: Request | None = None
    to_come: bool = False
    """An answer to a question that is still to be put: reckoned with, not listed (R33)."""


def of_slot(state: State, slot: Slot) -> Iterator[Item]:
    """The seats of a slot that are still to speak, with equal shares of what is left."""
    left = slot_remaining(state, slot)
    parts = [s for s in state.statements.values() if s.slot == slot.id]
    plain_left_ms = max(0, slot.budget_ms - sum(used_ms(s) for s in parts))
    for seat in left:
        share = slot_left_ms(state, slot) // len(left)
        yield Item(
            key=f"{slot.id}.{seat}",
            target=SlotTarget(slot.id, seat),
            seat=seat,
            party=slot.party,
            lane="intervention",
            links=Links(),
            language=find_seat(state, seat).language,
            text="",
            length_ms=for_seat_ms(state, seat, share),
            plain_ms=plain_left_ms // len(left),
            reason="lineup",
            away=seat in state.away,
        )


def of_request(state: State, request: Request, reason: Reason, rights_before: int = 0) -> Item:
    """A request in its place; `rights_before`: as in `lane_ms`."""
    plain_ms = plain_request_ms(state, request, rights_before)
    return Item(
        key=request.id,
        target=RequestTarget(request.id),
        seat=request.seat,
        party=request.party,
        lane=request.lane,
        links=request.links,
        language=request.language,
        text=request.text,
        length_ms=for_seat_ms(state, request.seat, plain_ms),
        plain_ms=plain_ms,
        reason=reason,
        away=request.seat in state.away,
        request=request,
    )


def of_due(state: State, due: Due, *, to_come: bool = False) -> Item:
    """An answer due for which nobody said to be ready: the seat that is here and has spoken least takes it."""
    plain_ms = lane_ms(state, "answer", due.group)
    seats = [s.id for s in seats_of(state, due.group)]
    turns = {s: sum(1 for t in heard(state) if t.seat == s) for s in seats}
    seat = min(seats, key=lambda s: (s in state.away, turns[s], seats.index(s)))
    return Item(
        key=due.id,
        target=AnswerTarget(due.id, seat),
        seat=seat,
        party=due.group,
        lane="answer",
        links=Links(answers=(due.id,)),
        language=find_seat(state, seat).language,
        text="",
        length_ms=for_seat_ms(state, seat, plain_ms),
        plain_ms=plain_ms,
        reason="answer",
        away=seat in state.away,
        to_come=to_come,
    )
