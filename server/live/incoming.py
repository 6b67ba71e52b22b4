"""What clients send, decoded strictly. Nothing a client sends is an error of the server."""

from typing import Final, TypeVar

import msgspec

from server.dialogue.model.refusals import Refused
from server.live.admission import Unwelcome
from server.wire.messages import WIRE, Hello

ABOUT_LENGTH: Final = 200
"""So much of what is wrong with a message is sent back and kept."""

_Message = TypeVar("_Message")


def decoded(message: object, kind: type[_Message], *, texts: bool = False) -> _Message:
    """Return a message as what it should be. Raises `Refused` with `bad_command`.

    `texts`: its numbers came as text, in the query of an address.
    """
    try:
        return msgspec.convert(message, kind, strict=not texts)
    except msgspec.ValidationError as error:
        raise Refused("bad_command", str(error)[:ABOUT_LENGTH]) from error


def first(args: tuple[object, ...]) -> object:
    """Return the message that an event carries: its first argument."""
    return args[0] if args else None


def hello(auth: object) -> Hello:
    """Return what a client says when it connects.

    Raises `Unwelcome`: "reload" for a client of another version, "bad_command" for what makes no sense.
    """
    if isinstance(auth, dict) and auth.get("wire") != WIRE:
        raise Unwelcome("reload")
    try:
        return decoded(auth, Hello)
    except Refused as refused:
        raise Unwelcome("bad_command", refused.about) from refused
