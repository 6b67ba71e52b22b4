"""How much time a turn gets (R10, R14, R21, R29, R31). All values are milliseconds."""

from server.dialogue.clocks import factor, used_ms
from server.dialogue.ids import PartyId, SeatId, SlotId
from server.dialogue.seats import find_party, find_seat
from server.dialogue.state import State
from server.dialogue.values import Lane, Request, Slot, Statement


def slot_used_ms(state: State, slot: Slot) -> int:
    """How much of its budget a slot has used; extra time for a person who needs it costs the group nothing."""
    heard = [s for s in state.statements.values() if s.slot == slot.id and s.status == "ended"]
    return round(sum(used_ms(s) / s.budget_factor for s in heard))


def slot_left_ms(state: State, slot: Slot) -> int:
    """What is left of a slot's budget for the next of its seats, never below 0."""
    return max(0, slot.budget_ms - slot_used_ms(state, slot))


def slot_remaining(state: State, slot: Slot) -> tuple[SeatId, ...]:
    """The seats of a slot that are still to speak; none if it lapsed."""
    if slot.lapsed:
        return ()
    taken = {s.seat for s in state.statements.values() if s.slot == slot.id and s.status in _TAKEN}
    return tuple(seat for seat in slot.seats if seat not in taken)


def colleague_of(state: State, slot: SlotId) -> SeatId | None:
    """R22: to whom the rest of a slot can be ceded: who is still to speak in it and has not left the hall."""
    return next((s for s in slot_remaining(state, state.slots[slot]) if s not in state.away), None)


_TAKEN = ("called", "speaking", "held", "ended")


def lane_ms(state: State, lane: Lane, party: PartyId) -> int:
    """The length of a turn in a lane for a party, before the seat's factor; not for slots."""
    lengths = state.setup.lengths
    if lane == "remarks":
        return lengths.remarks_ms
    if lane == "answer":
        return lengths.answer_ms
    if lane == "right_of_reply":
        return lengths.second_right_of_reply_ms if rights_used(state, party) else lengths.right_of_reply_ms
    if find_party(state, party).kind == "group":
        return lengths.follow_up_ms  # R14
    return statement_ms(state)


def statement_ms(state: State) -> int:
    """The length of a State's statement called from now on (R35)."""
    return state.setup.lengths.statement_ms if state.shortened_ms is None else state.shortened_ms


def request_ms(state: State, request: Request) -> int:
    """The length of the turn that a request asks for, the seat's factor included (R17, R21, R32)."""
    length_ms = request.length_ms
    if length_ms is None:
        length_ms = lane_ms(state, request.lane, request.party)
    extra_ms = state.setup.lengths.bloc_ms if request.on_behalf else 0
    return for_seat_ms(state, request.seat, length_ms + extra_ms)


def rights_used(state: State, party: PartyId) -> int:
    """How many rights of reply a party has had (R31)."""
    mine = (s for s in state.statements.values() if s.party == party and s.lane == "right_of_reply")
    return sum(1 for s in mine if s.status == "ended")


def for_seat_ms(state: State, seat: SeatId, length_ms: int) -> int:
    """A length times the seat's factor (R21)."""
    return round(length_ms * factor(find_seat(state, seat)))


def on_floor(state: State) -> Statement | None:
    """The statement that has the floor."""
    return None if state.floor is None else state.statements[state.floor]
