"""Look-ups of parties and seats: those of the set-up, and guests (R32); who sits there is the register's to say."""

from collections.abc import Iterator
from typing import NamedTuple

from server.dialogue.model.ids import Actor, PartyId, PersonVersion, SeatId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.register import NOBODY, UNNAMED, Person
from server.dialogue.model.setup import Language, Party, Seat, Text
from server.dialogue.model.state import Guest, State, Statement, once_per_state


class Seated(NamedTuple):
    """A seat, and who sits there as far as the register knows."""

    id: SeatId
    party: PartyId
    language: Language
    person: Person
    version: PersonVersion
    """Of the record that says so."""

    @property
    def name(self) -> Text:
        """What the screens call it; empty for whoever was erased."""
        return self.person.name

    @property
    def function(self) -> Text:
        """In which capacity."""
        return self.person.function


def person_of(state: State, version: PersonVersion) -> Person:
    """Who that is; `NOBODY` once it is erased."""
    return state.people.get(version, NOBODY)


def person_of_statement(state: State, statement: Statement) -> Person:
    """Who was called for it. Entries of older formats do not say which version that was: it is the seat's."""
    return person_of(state, statement.person) if statement.person else find_seat(state, statement.seat).person


def _seated(state: State, seat: Seat) -> Seated:
    return Seated(seat.id, seat.party, seat.language, person_of(state, seat.person), seat.person)


def all_seats(state: State) -> Iterator[Seated]:
    """Every seat of the dialogue, guests last."""
    yield from configured_seats(state)
    yield from (_seated(state, guest.seat) for guest in state.guests)


def version_on(state: State, seat: SeatId) -> PersonVersion:
    """Which record of the register is the seat's now."""
    seats = (*state.setup.seats, *(guest.seat for guest in state.guests))
    return next(found.person for found in seats if found.id == seat)


def all_versions(state: State, seat: SeatId) -> tuple[PersonVersion, ...]:
    """Every record of the register that the journal has named for a seat, and that was not erased."""
    return tuple(version for version, owner in state.introduced.items() if owner == seat)


@once_per_state
def configured_seats(state: State) -> tuple[Seated, ...]:
    """The seats of the set-up, in its order."""
    return tuple(_seated(state, seat) for seat in state.setup.seats)


def all_parties(state: State) -> Iterator[Party]:
    """Every party of the dialogue, guests last."""
    yield from state.setup.parties
    yield from (party_of_guest(state, guest) for guest in state.guests)


def party_of_guest(state: State, guest: Guest) -> Party:
    """A guest speaks for nobody else: the party has the guest's own name (R32)."""
    name = person_of(state, guest.seat.person).name or UNNAMED
    return Party(guest.seat.party, "guest", name, mark="guest")


def find_seat(state: State, seat: str) -> Seated:
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
def seats_by_id(state: State) -> dict[str, Seated]:
    """Every seat, by its id."""
    return {seat.id: seat for seat in all_seats(state)}


@once_per_state
def _parties(state: State) -> dict[str, Party]:
    return {party.id: party for party in all_parties(state)}


def party_of(state: State, seat: SeatId) -> Party:
    """The party for which a seat speaks."""
    return find_party(state, find_seat(state, seat).party)


def seats_of(state: State, party: PartyId) -> tuple[Seated, ...]:
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
