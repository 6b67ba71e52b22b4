"""Look-ups of parties and seats in the set-up of a dialogue."""

from server.dialogue.ids import PartyId, SeatId
from server.dialogue.refusals import Refused
from server.dialogue.setup import Party, Seat, Setup
from server.dialogue.state import State


def find_seat(state: State, seat: str) -> Seat:
    """The seat of that id; refused as unknown if there is none."""
    for s in state.setup.seats:
        if s.id == seat:
            return s
    raise Refused("unknown", seat)


def party_of(state: State, seat: SeatId) -> Party:
    """The party for which a seat speaks."""
    return find_party(state.setup, find_seat(state, seat).party)


def find_party(setup: Setup, party: str) -> Party:
    """The party of that id; refused as unknown if there is none."""
    for p in setup.parties:
        if p.id == party:
            return p
    raise Refused("unknown", party)


def seats_of(setup: Setup, party: PartyId) -> tuple[Seat, ...]:
    """The seats of a party, in configured order."""
    return tuple(s for s in setup.seats if s.party == party)


def groups(setup: Setup) -> tuple[Party, ...]:
    """The groups of social actors, in configured order (R9)."""
    return tuple(p for p in setup.parties if p.kind == "group")
