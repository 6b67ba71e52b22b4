"""The rooms of the dialogue, listed; the kinds of commands and events there are derive from them."""

from types import ModuleType
from typing import TYPE_CHECKING, Any, Final, TypeVar, Union

from server.dialogue.model.command import Command
from server.dialogue.model.state import Event
from server.dialogue.rooms import (
    actions,
    answers,
    calls,
    chair,
    clock,
    floor,
    issues,
    lineup,
    links,
    people,
    points,
    requests,
    screens,
    seats,
    session,
    speakers,
    undo,
)

ROOMS: Final = (
    session,
    chair,
    lineup,
    requests,
    speakers,
    calls,
    floor,
    clock,
    answers,
    links,
    issues,
    actions,
    points,
    seats,
    people,
    screens,
    undo,
)

Kind = TypeVar("Kind")


def _kinds(base: type[Kind]) -> tuple[type[Kind], ...]:
    """Every kind that has its own place in a room; what several share is none of its own."""
    return tuple(kind for room in ROOMS for kind in _defined(room, base) if not kind.__subclasses__())


def _defined(room: ModuleType, base: type[Kind]) -> list[type[Kind]]:
    found: list[Any] = [kind for kind in vars(room).values() if isinstance(kind, type)]
    return [kind for kind in found if issubclass(kind, base) and kind.__module__ == room.__name__]


COMMANDS: Final = _kinds(Command)
EVENTS: Final = _kinds(Event)

# msgspec decodes by the union of all kinds; for everybody else a command is a Command, and an event an Event.
if TYPE_CHECKING:
    AnyCommand = Command
    AnyEvent = Event
else:
    AnyCommand = Union[COMMANDS]  # noqa: UP007 - of a tuple
    AnyEvent = Union[EVENTS]  # noqa: UP007
