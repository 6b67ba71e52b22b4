"""Look-ups of parties and seats: those of the set-up, and guests (R32)."""

from collections.abc import Iterator

from server.dialogue.ids import PartyId, SeatId
from server.dialogue.refusals import Refused
from server.dialogue.setup import Party, Seat
from server.dialogue.state import State


def all_seats(state: State) -> Iterator[Seat]:
    """Every seat of the dialogue, guests last."""
    yield from state.setup.seats
    yield from (guest.seat for guest in state.guests)


def all_parties(state: State) -> Iterator[Party]:
    """Every party of the dialogue, guests last."""
    yield from state.setup.parties
    yield from (guest.party for guest in state.guests)


def find_seat(state: State, seat: str) -> Seat:
    """The seat of that id; refused as unknown if there is none."""
    for s in all_seats(state):
        if s.id == seat:
            return s
    raise Refused("unknown", seat)


def find_party(state: State, party: str) -> Party:
    """The party of that id; refused as unknown if there is none."""
    for p in all_parties(state):
        if p.id == party:
            return p
    raise Refused("unknown", party)


def party_of(state: State, seat: SeatId) -> Party:
    """The party for which a seat speaks."""
    return find_party(state, find_seat(state, seat).party)


def seats_of(state: State, party: PartyId) -> tuple[Seat, ...]:
    """The seats of a party, in configured order."""
    return tuple(s for s in all_seats(state) if s.party == party)


def groups(state: State) -> tuple[Party, ...]:
    """The groups of social actors, in configured order (R9)."""
    return tuple(p for p in state.setup.parties if p.kind == "group")


def presiding(state: State) -> SeatId:
    """The seat in the chair: that of the active console (R4, R8); consoles are named after chair seats."""
    name = state.console.removeprefix("console:")
    chair = [seat.id for seat in state.setup.seats if find_party(state, seat.party).kind == "chair"]
    return next((seat for seat in chair if seat == name), chair[0])
