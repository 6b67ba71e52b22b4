"""From the keys of the file to a `Setup`, and to who is expected on its seats."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import asdict

from server.config.articles import USUAL, state_article
from server.config.checks import CHAIR, DEPUTY, advice, instant, problems
from server.config.problems import ConfigError, Problem
from server.config.shape import FileKeys, ResultConfig, ServerConfig, StateKeys
from server.config.states import state_name
from server.config.strict import read
from server.config.values import Duration, TimeOfDay
from server.dialogue.model.ids import PartyId, PersonVersion, ScreenId, SeatId, ThemeId
from server.dialogue.model.register import (
    People,
    Person,
    Prepared,
    Record,
    decode,
    encode,
    people_in,
    version_of,
)
from server.dialogue.model.setup import Language, Lengths, Party, Rules, Screen, Seat, Setup, Text, Theme

_Table = TypeVar("_Table", Lengths, Rules)


class Config(NamedTuple):
    """What the file says: about the dialogue and who is expected, and about the program."""

    setup: Setup
    people: People
    server: ServerConfig
    advice: tuple[Problem, ...] = ()
    """What is allowed but hardly meant."""
    result: ResultConfig = ResultConfig()

    @property
    def prepared(self) -> Prepared:
        """What the first act is to fix."""
        return Prepared(self.setup, self.people)


def load(path: Path) -> Config:
    """Read the configuration in `path`. Raises `ConfigError` with the mistakes found, and nothing else."""
    keys = read(path)
    if found := list(problems(keys)):
        raise ConfigError(path, found)
    records = tuple(decode(encode(record)) for record in _records(keys))
    return Config(
        _as_read(_setup(keys, records)), people_in(records), keys.server, tuple(advice(keys)), keys.result
    )


def _as_read(setup: Setup) -> Setup:
    """The set-up as a journal gives it back, texts in a fixed order: live is to the byte what is replayed."""
    return msgspec.json.decode(msgspec.json.encode(setup, order="deterministic"), type=Setup)


def _setup(keys: FileKeys, records: tuple[Record, ...]) -> Setup:
    dialogue = keys.dialogue
    return Setup(
        id=dialogue.id,
        title=dict(dialogue.title),
        place=dict(dialogue.place),
        timezone=dialogue.timezone,
        planned_start_ms=_epoch_ms(keys, dialogue.start),
        planned_end_ms=_epoch_ms(keys, dialogue.end),
        hard_stop_ms=_epoch_ms(keys, dialogue.hard_stop or dialogue.end),
        inscription_ms=_epoch_ms(keys, dialogue.inscription_from or dialogue.start),
        languages=dialogue.languages,
        themes=tuple(Theme(ThemeId(theme.id), dict(theme.name)) for theme in keys.themes),
        parties=tuple(_parties(keys)),
        seats=tuple(_seats(keys, {record.seat: version_of(record) for record in records})),
        screens=tuple(Screen(ScreenId(screen.id), dict(screen.name)) for screen in keys.screens),
        lengths=_in_ms(keys.lengths, Lengths),
        rules=_in_ms(keys.rules, Rules),
    )


def _parties(keys: FileKeys) -> Iterator[Party]:
    yield Party(PartyId(CHAIR), "chair", dict(keys.chair.name), mark=CHAIR)
    for group in keys.groups:
        yield Party(
            PartyId(group.id),
            "group",
            dict(group.name),
            mark=group.shape,
            code=dict(group.code),
            article=USUAL | dict(group.article) if group.article else {},
        )
    for state in keys.delegations.states:
        name = dict(state.name) if state.name else state_name(state.code)
        yield Party(PartyId(state.code), "state", name, mark=state.code, article=_state_article(state))


def _state_article(state: StateKeys) -> Text:
    """Of a name of the organiser's own only the organiser knows the article."""
    if state.article:
        return USUAL | dict(state.article)
    return {} if state.name else state_article(state.code)


def _seats(keys: FileKeys, versions: dict[SeatId, PersonVersion]) -> Iterator[Seat]:
    def seat(name: str, party: str, language: Language) -> Seat:
        return Seat(SeatId(name), PartyId(party), language, versions[SeatId(name)])

    yield seat(CHAIR, CHAIR, keys.chair.presiding.language)
    yield seat(DEPUTY, CHAIR, keys.chair.deputy.language)
    for group in keys.groups:
        yield from (seat(one.id, group.id, one.language) for one in group.seats)
    yield from (seat(state.code, state.code, state.language) for state in keys.delegations.states)


def _records(keys: FileKeys) -> Iterator[Record]:
    """Who is expected on each seat."""
    for seat, chair in ((CHAIR, keys.chair.presiding), (DEPUTY, keys.chair.deputy)):
        yield Record(SeatId(seat), Person(dict(chair.name), dict(chair.function)))
    for group in keys.groups:
        for one in group.seats:
            person = Person(dict(one.name), dict(group.function), one.time_factor, one.consecutive)
            yield Record(SeatId(one.id), person)
    for state in keys.delegations.states:
        name = dict(state.name) if state.name else state_name(state.code)
        function = dict(state.function or keys.delegations.function)
        yield Record(SeatId(state.code), Person(name, function, state.time_factor, state.consecutive))


def _in_ms(table: Struct, kind: type[_Table]) -> _Table:
    """The same table with durations named in their unit, as the core has them."""
    values: dict[str, Any] = {}
    for name, value in asdict(table).items():
        if isinstance(value, Duration):
            values[f"{name}_ms"] = int(value)
        else:
            values[name] = value
    return kind(**values)


def _epoch_ms(keys: FileKeys, time: TimeOfDay) -> int:
    return round(instant(keys, time).timestamp() * 1_000)
