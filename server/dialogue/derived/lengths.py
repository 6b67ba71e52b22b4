"""How much time a turn gets (R9, R10, R14, R21, R29, R31). All values are milliseconds."""

from server.dialogue.derived.clocks import used_ms
from server.dialogue.derived.seats import find_party, find_seat, groups, person_of_statement, seats_of
from server.dialogue.model.ids import PartyId, SeatId, SlotId
from server.dialogue.model.register import Person
from server.dialogue.model.state import Lane, Request, Slot, State, Statement


def slots_for(state: State, round_: int) -> tuple[Slot, ...]:
    """The line-up of a round as it begins: each later round starts one group later."""
    parties = groups(state)
    shift = (round_ - 1) % len(parties) if state.setup.rules.rotate_groups and parties else 0
    lengths = state.setup.lengths
    budget = lengths.slot_first_round_ms if round_ == 1 else lengths.slot_later_rounds_ms
    return tuple(
        Slot(
            id=SlotId(f"{round_}.{party.id}"),
            party=party.id,
            round=round_,
            budget_ms=budget,
            seats=tuple(seat.id for seat in seats_of(state, party.id)),
        )
        for party in (*parties[shift:], *parties[:shift])
    )


def slot_used_ms(state: State, slot: Slot) -> int:
    """How much of its budget a slot has used; extra time for a person who needs it costs the group nothing."""
    heard = [s for s in state.statements.values() if s.slot == slot.id and s.status == "ended"]
    return round(sum(used_ms(s) / called_factor(state, s) for s in heard))


def slot_left_ms(state: State, slot: Slot) -> int:
    """What is left of a slot's budget for the next of its seats, never below 0.

    Who has the floor may use all the time allotted; what that leaves is known when it ends (R10).
    """
    running = on_floor(state)
    given_ms = 0
    if running is not None and running.slot == slot.id:
        given_ms = round(running.allotted_ms / called_factor(state, running))
    return max(0, slot.budget_ms - slot_used_ms(state, slot) - given_ms)


def slot_remaining(state: State, slot: Slot) -> tuple[SeatId, ...]:
    """The seats of a slot that are still to speak; none if it lapsed."""
    if slot.lapsed:
        return ()
    taken = {s.seat for s in state.statements.values() if s.slot == slot.id and s.status in _TAKEN}
    return tuple(seat for seat in slot.seats if seat not in taken)


def colleague_of(state: State, statement: Statement) -> SeatId | None:
    """R22, R29: to whom the rest of a slot or an answer can be ceded: who has no part in it yet and is in the hall."""
    if statement.slot is not None:
        colleagues = slot_remaining(state, state.slots[statement.slot])
    elif statement.lane == "answer":
        heard = {part.seat for part in parts(state, statement)}
        colleagues = tuple(s.id for s in seats_of(state, statement.party) if s.id not in heard)
    else:
        return None
    return next((seat for seat in colleagues if seat not in state.away), None)


def parts(state: State, statement: Statement) -> tuple[Statement, ...]:
    """A statement and those before it whose time it shares (R29), the first one first."""
    if statement.shares is None:
        return (statement,)
    return (*parts(state, state.statements[statement.shares]), statement)


def ceded_ms(state: State, statement: Statement, colleague: SeatId) -> int:
    """What an answer that has ended leaves to the colleague; either's factor costs the group nothing (R21, R29)."""
    left_ms = max(0, statement.allotted_ms - used_ms(statement)) / called_factor(state, statement)
    return for_seat_ms(state, colleague, round(left_ms))


_TAKEN = ("called", "speaking", "held", "ended")


def lane_ms(state: State, lane: Lane, party: PartyId, rights_before: int = 0) -> int:
    """The length of a turn in a lane for a party, before the seat's factor; not for slots.

    `rights_before`: how many rights of reply of the party come before this one and are not over (R31).
    """
    lengths = state.setup.lengths
    if lane == "remarks":
        return lengths.remarks_ms
    if lane == "answer":
        return lengths.answer_ms
    if lane == "right_of_reply":
        second = rights_used(state, party) + rights_before > 0
        return lengths.second_right_of_reply_ms if second else lengths.right_of_reply_ms
    if find_party(state, party).kind == "group":
        return lengths.follow_up_ms  # R14
    return statement_ms(state)


def statement_ms(state: State) -> int:
    """The length of a State's statement called from now on (R35)."""
    return state.setup.lengths.statement_ms if state.shortened_ms is None else state.shortened_ms


def request_ms(state: State, request: Request) -> int:
    """The length of the turn that a request asks for, the seat's factor included (R17, R21, R32)."""
    return for_seat_ms(state, request.seat, plain_request_ms(state, request))


def plain_request_ms(state: State, request: Request, rights_before: int = 0) -> int:
    """The same before the seat's factor."""
    length_ms = request.length_ms
    if length_ms is None:
        length_ms = lane_ms(state, request.lane, request.party, rights_before)
    return length_ms + (state.setup.lengths.bloc_ms if request.on_behalf else 0)


def rights_used(state: State, party: PartyId) -> int:
    """How many rights of reply a party has had (R31)."""
    mine = (s for s in state.statements.values() if s.party == party and s.lane == "right_of_reply")
    return sum(1 for s in mine if s.status == "ended")


def for_seat_ms(state: State, seat: SeatId, length_ms: int) -> int:
    """A length times the seat's factor (R21)."""
    return round(length_ms * factor(state, seat))


def factor(state: State, seat: SeatId) -> float:
    """By how much the seat's time is multiplied (R21); private to the core."""
    return _factor(state, find_seat(state, seat).person)


def called_factor(state: State, statement: Statement) -> float:
    """By how much a statement's time was multiplied when it was called (R21); 1 for whoever was erased."""
    return _factor(state, person_of_statement(state, statement))


def _factor(state: State, person: Person) -> float:
    return person.time_factor * (state.setup.rules.consecutive_factor if person.consecutive else 1.0)


def on_floor(state: State) -> Statement | None:
    """The statement that has the floor."""
    return None if state.floor is None else state.statements[state.floor]
