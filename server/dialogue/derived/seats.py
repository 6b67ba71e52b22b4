"""Look-ups of parties and seats: those of the set-up, and guests (R32)."""

from collections.abc import Iterator

from server.dialogue.model.ids import Actor, PartyId, SeatId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.setup import Party, Seat
from server.dialogue.model.state import State, once_per_state


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
    found = seats_by_id(state).get(seat)
    if found is None:
        raise Refused("unknown", seat)
    return found


def find_party(state: State, party: str) -> Party:
    """The party of that id; refused as unknown if there is none."""
    found = _parties(state).get(party)
    if found is None:
        raise Refused("unknown", party)
    return found


@once_per_state
def seats_by_id(state: State) -> dict[str, Seat]:
    """Every seat, by its id."""
    return {seat.id: seat for seat in all_seats(state)}


@once_per_state
def _parties(state: State) -> dict[str, Party]:
    return {party.id: party for party in all_parties(state)}


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


def presiding_console(state: State) -> Actor:
    """The console that presides (R4)."""
    return Actor("console", state.console.removeprefix("console:"))
