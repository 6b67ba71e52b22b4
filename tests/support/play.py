"""Playing a dialogue on the pure core: no network, no clock, and every step checked against a fresh fold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import get_type_hints

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from server.config import load
from server.dialogue.decider import Known, decide, decision, follow, initial, replay
from server.dialogue.derived.dues import dues
from server.dialogue.derived.seats import all_seats
from server.dialogue.entry import Entry
from server.dialogue.model.ids import Actor, SeatId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.register import People, Prepared, Record, people_in, version_of
from server.dialogue.model.setup import Seat, Setup
from server.dialogue.model.state import Event, Links, Pictures, State, Statement, Step, Target
from server.dialogue.model.table import Table
from server.dialogue.registry import AnyCommand, AnyEvent
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.floor import End, Start
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.session import Created, MoveStep
from server.journal.codec import fingerprint
from server.wire.project import project
from server.wire.views.acts import Suggestion

CHAIR = Actor("console", "chair")
DEPUTY = Actor("console", "deputy")
OBSERVER = Actor("public")
OPERATOR = Actor("operator")


HINDRANCES = {
    "suspended",
    "point_of_order",
    "interpretation",
    "statement",
    "last_call",
    "reopen",
    "resume_session",
    "",
}
"""What goes on, or is used up, where a refusal names no thing."""


def find_all(value: object) -> Iterator[str]:
    """Every text in a command, and the name of every field, however deep."""
    if isinstance(value, Struct):
        yield from value.__struct_fields__
        value = tuple(getattr(value, name) for name in value.__struct_fields__)
    if isinstance(value, tuple):
        for one in value:
            yield from find_all(one)
    else:
        yield str(value)


_FIELDS = {
    name: kind for name, kind in get_type_hints(State).items() if name not in ("setup", "people", "acts")
}


def assert_typed(before: State, after: State) -> None:
    """What an act changed in the state is what the types say: nothing decodes a state, so nothing else would notice."""
    for name, kind in _FIELDS.items():
        was, value = getattr(before, name), getattr(after, name)
        if isinstance(value, Table):
            old = set(map(id, was.values()))
            for one in value.values():
                if id(one) not in old:
                    assert msgspec.convert(msgspec.to_builtins(one), type(one)) == one, name
        elif value is not was:
            assert msgspec.convert(msgspec.to_builtins(value), kind) == value, name


@cache
def shipped() -> Prepared:
    """The Dialogue of 13 April and who is expected, as shipped."""
    return load(Path(__file__).parents[2] / "config.toml").prepared


def shipped_setup() -> Setup:
    """The Dialogue of 13 April, as shipped."""
    return shipped().setup


def with_people(prepared: Prepared, changes: Mapping[str, Mapping[str, object]]) -> Prepared:
    """The same with other people: by seat, what of them is changed."""
    setup, people = prepared
    seats, other = list[Seat](), dict(people)
    for one in setup.seats:
        person = replace(people[one.person], **changes.get(one.id, {}))
        version = version_of(Record(one.id, person))
        other[version] = person
        seats.append(replace(one, person=version))
    return Prepared(replace(setup, seats=tuple(seats)), {seat.person: other[seat.person] for seat in seats})


def seat(name: str) -> Actor:
    """The phone of a seat."""
    return Actor("seat", name)


@dataclass
class Play:
    """A dialogue in play. Its clock moves only when told; instants are epoch milliseconds."""

    setup: Setup = field(default_factory=shipped_setup)
    people: People = field(default_factory=lambda: shipped().people)
    now_ms: int = 0
    entries: list[Entry] = field(default_factory=list)
    state: State = field(init=False)
    records: tuple[Record, ...] = field(init=False)
    """What the register is to hold for the entries so far."""
    pictures: Pictures = field(default_factory=dict)
    silent_ms: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Before the first act, at the planned start."""
        self.state = initial(self.setup, self.people)
        self.records = tuple(Record(seat.id, self.people[seat.person]) for seat in self.setup.seats)
        self.now_ms = self.now_ms or self.setup.planned_start_ms

    def wait(self, ms: int) -> None:
        """Time passes."""
        self.now_ms += ms

    def do(self, command: AnyCommand, actor: Actor = CHAIR) -> tuple[Event, ...]:
        """Carry a command out; raises Refused."""
        salt = f"salt-{len(self.entries)}"
        events, records = decision(self.state, command, actor, self.now_ms, self.silent_ms, salt)
        self._register(records)
        created = bool(self.entries) or isinstance(events[0], Created)
        made = events if created else (Created(self.setup), *events)
        seq = len(self.entries) + 1
        entry = Entry(seq, f"e{seq}", self.now_ms, str(actor), f"c{seq:07}", fingerprint(command), made, "")
        self.entries.append(entry)
        before = self.state
        self.state, self.pictures = follow(self.known, entry).with_people(self.people)
        assert msgspec.json.decode(msgspec.json.encode(made), type=tuple[AnyEvent, ...]) == made
        assert_typed(before, self.state)
        return events

    def _register(self, records: tuple[Record, ...]) -> None:
        """Have the register hold these too."""
        self.records = (*self.records, *records)
        self.people = {**self.people, **people_in(records)}

    @property
    def known(self) -> Known:
        """The state, and what frozen screens go on to show."""
        return Known(self.state, self.pictures)

    def bookmark(self) -> tuple[Known, list[Entry]]:
        """Where the dialogue is, to come back to after something was tried."""
        return self.known, list(self.entries)

    def back_to(self, bookmark: tuple[Known, list[Entry]]) -> None:
        """What was done since the bookmark never was."""
        (self.state, self.pictures), self.entries = bookmark[0], list(bookmark[1])

    def refused(self, command: AnyCommand, actor: Actor = CHAIR) -> str:
        """The code with which a command is refused; an assertion if it is carried out, or nothing named."""
        before = self.state
        try:
            decide(self.state, command, actor, self.now_ms, self.silent_ms)
        except Refused as refusal:
            assert self.state is before
            self._check_named(refusal, command, actor)
            return refusal.code
        raise AssertionError(f"not refused: {command}")

    def _check_named(self, refusal: Refused, command: AnyCommand, actor: Actor) -> None:
        """A refusal names what is in the way: a thing of the dialogue or of the command, or what goes on."""
        state = self.state
        things = (state.requests, state.statements, state.issues, state.points, state.slots, dues(state))
        names = {*find_all(command), *find_all(actor), str(actor), state.console}
        names |= {str(command.__struct_config__.tag).split(":")[-1], state.step.phase, *HINDRANCES}
        names |= {seat.id for seat in all_seats(state)} | {party.id for party in state.setup.parties}
        names |= {str(key) for table in things for key in table}
        if refusal.about != "" or refusal.code not in ("list_closed", "bad_links"):  # those say it all
            assert refusal.about in names - {""}, f"nobody knows {refusal.about!r}"

    def assert_replayed(self) -> None:
        """The live state equals a fresh fold of all entries."""
        assert replay(self.entries, self.people) == self.known

    # What tests do again and again

    def primary(self) -> str:
        """Press the button for a point of order, if there is one (R30), else the context button; returns which act."""
        view = project(*self.known).view("console")
        suggestion = msgspec.convert(view.get("point_act") or view["primary"], Suggestion)
        self.do(suggestion.command)
        return suggestion.act

    def to_interventions(self) -> None:
        """Open and begin the first round."""
        self.do(MoveStep(self.state.step, Step("opening")))
        self.do(MoveStep(self.state.step, Step("interventions", 1)))

    def to_exchange(self) -> None:
        """Go to the first exchange without hearing the groups."""
        self.to_interventions()
        self.do(MoveStep(self.state.step, Step("exchange", 1)))

    def ask(self, name: str, links: Links | None = None) -> str:
        """A seat asks for the floor; returns the request's id."""
        self.do(Ask(SeatId(name), links=links or Links()), seat(name))
        return list(self.state.requests)[-1]

    def speak(self, target: Target, ms: int = 60_000) -> Statement:
        """Call, start, speak for `ms`, end."""
        self.do(Call(target))
        statement = self.floor
        self.do(Start(statement.id))
        self.wait(ms)
        self.do(End(statement.id))
        return self.state.statements[statement.id]

    @property
    def floor(self) -> Statement:
        """Who has the floor."""
        assert self.state.floor is not None
        return self.state.statements[self.state.floor]
