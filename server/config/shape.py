"""The tables and keys of `config.toml`. What each means stands in that file, beside its value."""

from datetime import date
from typing import Annotated, Any

from msgspec import Meta, Struct, defstruct
from msgspec.structs import fields

from server.config.values import Duration, Name, TimeOfDay, Words
from server.dialogue.model.setup import AnswerMode, Language, Lengths, OrderMode, Rules, Shape, Unheard

Factor = Annotated[float, Meta(ge=1, le=4)]


class DialogueKeys(Struct, frozen=True, kw_only=True):
    """`[dialogue]`."""

    id: Name
    title: Words
    place: Words
    date: date
    start: TimeOfDay
    end: TimeOfDay
    hard_stop: TimeOfDay | None = None
    inscription_from: TimeOfDay | None = None
    timezone: str
    languages: Annotated[tuple[Language, ...], Meta(min_length=1)]


class ThemeKeys(Struct, frozen=True, kw_only=True):
    """One `[[themes]]`."""

    id: Name
    name: Words


class ChairSeatKeys(Struct, frozen=True, kw_only=True):
    """`[chair.presiding]` and `[chair.deputy]`."""

    name: Words
    function: Words
    language: Language


class ChairKeys(Struct, frozen=True, kw_only=True):
    """`[chair]`."""

    name: Words
    presiding: ChairSeatKeys
    deputy: ChairSeatKeys


class RepresentativeKeys(Struct, frozen=True, kw_only=True):
    """One `[[groups.seats]]`."""

    id: Name
    name: Words
    language: Language
    time_factor: Factor = 1.0
    consecutive: bool = False


class GroupKeys(Struct, frozen=True, kw_only=True):
    """One `[[groups]]`."""

    id: Name
    shape: Shape
    name: Words
    code: Words
    article: Words | None = None
    function: Words
    seats: Annotated[tuple[RepresentativeKeys, ...], Meta(min_length=1)]


class StateKeys(Struct, frozen=True, kw_only=True):
    """One entry of `delegations.states`."""

    code: Name
    language: Language
    name: Words | None = None
    article: Words | None = None
    function: Words | None = None
    time_factor: Factor = 1.0
    consecutive: bool = False


class DelegationsKeys(Struct, frozen=True, kw_only=True):
    """`[delegations]`."""

    function: Words
    states: Annotated[tuple[StateKeys, ...], Meta(min_length=1)]


class ScreenKeys(Struct, frozen=True, kw_only=True):
    """One `[[screens]]`."""

    id: Name
    name: Words


class ServerConfig(Struct, frozen=True, kw_only=True):
    """`[server]`: how the program runs; nothing of this is in the journal."""

    host: Annotated[str, Meta(min_length=1)] = "127.0.0.1"
    port: Annotated[int, Meta(ge=1, le=65_535)] = 8012
    public_url: str = ""
    """Where faces reach the server, without a slash at the end; "": http, host and port."""
    journal: str = ""
    """URL of the Redis that holds the journal; "": a SQLite file in the data folder."""


class ResultConfig(Struct, frozen=True, kw_only=True):
    """`[result]`: how the organiser files the record of the dialogue; nothing of this is in the journal."""

    series: Annotated[str, Meta(max_length=100)] = ""
    symbol: Annotated[str, Meta(max_length=100)] = ""
    original: Language | None = None
    """In which language it is drawn up; None: the first of the dialogue's."""


_NUMBERS: dict[str, Any] = {
    "pace": Annotated[float, Meta(gt=0, le=2)],
    "answers_batch": Annotated[int, Meta(ge=1, le=100)],
    "devices": Annotated[int, Meta(ge=1, le=10)],
    "undo_depth": Annotated[int, Meta(ge=0, le=100)],
    "public_next": Annotated[int, Meta(ge=0, le=100)],
    "places_down": Annotated[int, Meta(ge=1, le=100)],
    "requests_per_seat": Annotated[int, Meta(ge=1, le=10)],
    "follow_ups": Annotated[int, Meta(ge=0, le=10)],
    "rights_of_reply": Annotated[int, Meta(ge=0, le=10)],
    "consecutive_factor": Factor,
    "unheard": Unheard,
    "answers": AnswerMode,
    "order": OrderMode,
}


def _keys_of(struct: type[Struct]) -> type[Struct]:
    """The table whose keys are the struct's fields: `statement_ms` is written `statement`, as a duration."""
    return defstruct(
        f"{struct.__name__}Keys",
        [
            (field.name.removesuffix("_ms"), Duration, Duration(field.default))
            if field.name.endswith("_ms")
            else (field.name, _NUMBERS.get(field.name, field.type), field.default)
            for field in fields(struct)
        ],
        frozen=True,
    )


LengthsKeys = _keys_of(Lengths)
RulesKeys = _keys_of(Rules)


class FileKeys(Struct, frozen=True, kw_only=True):
    """The whole file."""

    dialogue: DialogueKeys
    themes: Annotated[tuple[ThemeKeys, ...], Meta(min_length=1)]
    chair: ChairKeys
    groups: Annotated[tuple[GroupKeys, ...], Meta(min_length=1)]
    delegations: DelegationsKeys
    screens: tuple[ScreenKeys, ...] = ()
    lengths: LengthsKeys = LengthsKeys()  # type: ignore[valid-type]
    rules: RulesKeys = RulesKeys()  # type: ignore[valid-type]
    result: ResultConfig = ResultConfig()
    server: ServerConfig = ServerConfig()
