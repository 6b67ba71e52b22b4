"""Where a configuration file says something else than the journal: by the keys as the file's author wrote them.

The journal keeps the configuration that the dialogue began with (`Created`), and only that counts. What the file says
otherwise does nothing any more, but for `[server]`, and whoever edited it had better know.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from msgspec.structs import asdict

from server.config.checks import CHAIR, DEPUTY
from server.dialogue.model.ids import SeatId
from server.dialogue.model.register import NOBODY, Person, Prepared
from server.dialogue.model.setup import Party, Seat, Setup

TEXTS: Final = frozenset({"title", "place", "name", "code", "article", "function"})
"""Keys that hold a text by language: one that differs is named as a whole."""
NAMED: Final = ("id", "code")
"""By what the entries of a list are told apart: a State has its code."""
SHOWN: Final = 12
"""So many keys are named in one sentence."""

Table = Mapping[str, Any]


def differences(file: Prepared, journal: Prepared) -> tuple[str, ...]:
    """Return the keys of the file whose values are not those in the journal, in the file's order.

    Entries of a list are compared by their id or code, and named by their place in the file, from 0. A list itself is
    named where the order differs, or an entry of the journal is missing in it. Of whoever the register has erased
    nothing differs.
    """
    forgotten = {seat.id for seat in journal.setup.seats if seat.person not in journal.people}
    return tuple(
        _between(_as_written(_written(file, forgotten)), _as_written(_written(journal, forgotten)), "")
    )


class _Written(NamedTuple):
    """Set-up and people, and of the seats who sits there as far as that is compared."""

    setup: Setup
    seats: tuple[tuple[Seat, Person], ...]


def _written(prepared: Prepared, forgotten: AbstractSet[SeatId]) -> _Written:
    setup, people = prepared
    who = {seat.id: NOBODY if seat.id in forgotten else people[seat.person] for seat in setup.seats}
    return _Written(setup, tuple((seat, who[seat.id]) for seat in setup.seats))


def told(keys: tuple[str, ...]) -> str:
    """Return what an operator is told of them: one sentence, without a full stop."""
    shown = ", ".join(keys[:SHOWN]) + (f" and {len(keys) - SHOWN} more" if len(keys) > SHOWN else "")
    verb = "differs" if len(keys) == 1 else "differ"
    return f"{shown} {verb} from what the dialogue began with, and no longer do{'es' * (len(keys) == 1)} anything"


def _between(file: object, journal: object, key: str) -> Iterator[str]:
    if file == journal:
        return
    if isinstance(file, list) and isinstance(journal, list) and _are_entries([*file, *journal]):
        yield from _between_lists(file, journal, key)
    elif isinstance(file, dict) and isinstance(journal, dict) and key.rpartition(".")[2] not in TEXTS:
        for name in (*file, *(name for name in journal if name not in file)):
            yield from _between(file.get(name), journal.get(name), f"{key}.{name}" if key else name)
    else:
        yield key


def _between_lists(file: list[Table], journal: list[Table], key: str) -> Iterator[str]:
    known = {_name_of(entry): entry for entry in journal}
    here = [_name_of(entry) for entry in file]
    if [name for name in here if name in known] != [name for name in known if name in here] or set(
        known
    ) - set(here):
        yield key
    for index, entry in enumerate(file):
        place = f"{key}[{index}]"
        if _name_of(entry) in known:
            yield from _between(entry, known[_name_of(entry)], place)
        else:
            yield place


def _are_entries(entries: list[object]) -> bool:
    return all(isinstance(entry, dict) for entry in entries)


def _name_of(entry: Table) -> str:
    return str(next(entry[name] for name in NAMED if name in entry))


def _as_written(written: _Written) -> dict[str, Any]:
    """The set-up as a file would have it."""
    setup = written.setup
    parties = {party.id: party for party in setup.parties}
    seats = {str(seat.id): (seat, person) for seat, person in written.seats}
    states = [party for party in setup.parties if party.kind == "state"]
    common = _usual([seats[party.id][1] for party in states if party.id in seats])
    return {
        "dialogue": _dialogue(setup),
        "themes": [{"id": theme.id, "name": theme.name} for theme in setup.themes],
        "chair": {
            "name": next((p.name for p in parties.values() if p.kind == "chair"), {}),
            "presiding": _chair_seat(seats.get(CHAIR)),
            "deputy": _chair_seat(seats.get(DEPUTY)),
        },
        "groups": [_group(written, party) for party in setup.parties if party.kind == "group"],
        "delegations": {
            "function": common,
            "states": [_state(party, seats.get(party.id), common) for party in states],
        },
        "screens": [{"id": screen.id, "name": screen.name} for screen in setup.screens],
        "lengths": _without_unit(asdict(setup.lengths)),
        "rules": _without_unit(asdict(setup.rules)),
    }


def _dialogue(setup: Setup) -> dict[str, Any]:
    zone = ZoneInfo(setup.timezone)
    start, end, hard_stop, inscription = (
        datetime.fromtimestamp(ms / 1_000, zone)
        for ms in (
            setup.planned_start_ms,
            setup.planned_end_ms,
            setup.hard_stop_ms,
            setup.inscription_ms,
        )
    )
    return {
        "id": setup.id,
        "title": setup.title,
        "place": setup.place,
        "date": start.date(),
        "start": start.time(),
        "end": end.time(),
        # Left out, they are the end and the start: then these are what differs.
        "hard_stop": None if hard_stop == end else hard_stop.time(),
        "inscription_from": None if inscription == start else inscription.time(),
        "timezone": setup.timezone,
        "languages": setup.languages,
    }


def _chair_seat(sits: tuple[Seat, Person] | None) -> dict[str, Any]:
    if sits is None:
        return {}
    seat, person = sits
    return {"name": person.name, "function": person.function, "language": seat.language}


def _group(written: _Written, party: Party) -> dict[str, Any]:
    seats = [(seat, person) for seat, person in written.seats if seat.party == party.id]
    common = _usual([person for _, person in seats])
    return {
        "id": party.id,
        "shape": party.mark,
        "name": party.name,
        "code": party.code,
        "article": party.article,
        "function": common,
        "seats": [
            {"id": seat.id, "name": person.name, **_own(seat, person, common)} for seat, person in seats
        ],
    }


def _state(party: Party, sits: tuple[Seat, Person] | None, common: Mapping[str, str]) -> dict[str, Any]:
    written = {"code": party.id, "name": party.name, "article": party.article}
    return written if sits is None else written | _own(*sits, common)


def _own(seat: Seat, person: Person, common: Mapping[str, str]) -> dict[str, Any]:
    """What may be written of a seat; of its function, what is not everybody's."""
    return {
        "language": seat.language,
        "function": None if person.function == common else person.function,
        "time_factor": person.time_factor,
        "consecutive": person.consecutive,
    }


def _usual(people: list[Person]) -> dict[str, str]:
    """The function that most have."""
    counted = Counter(tuple(sorted(person.function.items())) for person in people)
    return dict(counted.most_common(1)[0][0]) if counted else {}


def _without_unit(table: Table) -> dict[str, Any]:
    return {name.removesuffix("_ms"): value for name, value in table.items()}
