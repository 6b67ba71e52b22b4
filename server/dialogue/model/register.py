"""The register: who sits on the seats, and what time a person needs, apart from what happened.

The journal is for ever, people are not: entries name a seat and a *version* of the register, never a name, a function
or a factor of time (R21). A record can be erased; what happened stays, and whoever was erased reads as `NOBODY`.
Nothing that folds entries looks into the register; rules ask it for lengths, and views for names.
"""

from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import Final, NamedTuple

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from server.dialogue.model.ids import PersonVersion, SeatId
from server.dialogue.model.setup import LANGUAGES, Seat, Setup, Text


class Person(Struct, frozen=True, omit_defaults=True):
    """What the register knows of who sits on a seat."""

    name: Text = {}
    """What the screens call it: "Youth, representative 1"; for a State, the State's name."""
    function: Text = {}
    time_factor: float = 1.0
    """Extra time for a person who needs it (R21); never shown, never exported."""
    consecutive: bool = False
    """Interpreted consecutively, so the time is doubled (R21); never shown either."""


TOLD: Final = "@told"
"""How a version ends whose record stands in an entry of an older format, where it cannot be erased."""
NOBODY: Final = Person()
"""Who was erased: called by the party's name, with no factor."""

UNNAMED: Final[Text] = dict.fromkeys(sorted(LANGUAGES), "–")
"""A guest who was erased: no party has another name for them."""

People = dict[PersonVersion, Person]
"""Who is known, by version. Shared: nobody changes it."""


class Record(Struct, frozen=True):
    """A person on a seat, as the register keeps it."""

    seat: SeatId
    person: Person
    salt: str = ""
    """By chance; of what stands in a file and not in a journal yet, none."""


class Prepared(NamedTuple):
    """A dialogue before its first act: what is to be fixed by it, and who is expected."""

    setup: Setup
    people: People


_encode: Final = msgspec.json.Encoder(order="deterministic").encode


def encode(record: Record) -> bytes:
    """Return the record's bytes: the same for equal records."""
    return _encode(record)


def decode(body: bytes) -> Record:
    """Return the record that `body` is. Raises `msgspec.DecodeError`."""
    return msgspec.json.decode(body, type=Record)


def version_of(record: Record) -> PersonVersion:
    """Return what entries call this record: BLAKE2b (RFC 7693) of 128 bits, as 32 hexadecimal digits.

    Its salt keeps a name from being guessed by that.
    """
    return PersonVersion(blake2b(encode(record), digest_size=16).hexdigest())


def people_in(records: Iterable[Record]) -> People:
    """Return who the records are, by version."""
    return {version_of(record): record.person for record in records}


def salted(prepared: Prepared, salt: Callable[[], str]) -> tuple[Setup, tuple[Record, ...]]:
    """Return the set-up as a journal is to hold it, and the records that it names; `salt` gives another each time."""
    seats: list[Seat] = []
    records: list[Record] = []
    for seat in prepared.setup.seats:
        record = Record(seat.id, prepared.people.get(seat.person, NOBODY), salt())
        records.append(record)
        seats.append(replace(seat, person=version_of(record)))
    return replace(prepared.setup, seats=tuple(seats)), tuple(records)
