"""From the keys of the file to a `Setup`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import asdict

from server.config.articles import USUAL, state_article
from server.config.checks import CHAIR, DEPUTY, advice, instant, problems
from server.config.problems import ConfigError, Problem
from server.config.shape import FileKeys, ServerConfig, StateKeys
from server.config.states import state_name
from server.config.strict import read
from server.config.values import Duration, TimeOfDay
from server.dialogue.model.ids import PartyId, ScreenId, SeatId, ThemeId
from server.dialogue.model.setup import Lengths, Party, Rules, Screen, Seat, Setup, Text, Theme

_Table = TypeVar("_Table", Lengths, Rules)


class Config(NamedTuple):
    """What the file says: about the dialogue, and about the program."""

    setup: Setup
    server: ServerConfig
    advice: tuple[Problem, ...] = ()
    """What is allowed but hardly meant."""


def load(path: Path) -> Config:
    """Read the configuration in `path`. Raises `ConfigError` with the mistakes found, and nothing else."""
    keys = read(path)
    if found := list(problems(keys)):
        raise ConfigError(path, found)
    return Config(_as_read(_setup(keys)), keys.server, tuple(advice(keys)))


def _as_read(setup: Setup) -> Setup:
    """The set-up as a journal gives it back, texts in a fixed order: live is to the byte what is replayed."""
    return msgspec.json.decode(msgspec.json.encode(setup, order="deterministic"), type=Setup)


def _setup(keys: FileKeys) -> Setup:
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
        seats=tuple(_seats(keys)),
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


def _seats(keys: FileKeys) -> Iterator[Seat]:
    for seat, chair in ((CHAIR, keys.chair.presiding), (DEPUTY, keys.chair.deputy)):
        yield Seat(SeatId(seat), PartyId(CHAIR), dict(chair.name), dict(chair.function), chair.language)
    for group in keys.groups:
        for one in group.seats:
            yield Seat(
                SeatId(one.id),
                PartyId(group.id),
                dict(one.name),
                dict(group.function),
                one.language,
                one.time_factor,
                one.consecutive,
            )
    for state in keys.delegations.states:
        yield Seat(
            SeatId(state.code),
            PartyId(state.code),
            dict(state.name) if state.name else state_name(state.code),
            dict(state.function or keys.delegations.function),
            state.language,
            state.time_factor,
            state.consecutive,
        )


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
