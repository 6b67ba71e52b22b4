"""What clients send, decoded strictly. Nothing a client sends is an error of the server."""

from typing import Final, TypeVar

import msgspec

from server.dialogue.refusals import Refused
from server.wire.messages import WIRE, Hello

ABOUT_LENGTH: Final = 200
"""So much of what is wrong with a message is sent back and kept."""

_Message = TypeVar("_Message")


class Unwelcome(Exception):
    """A connection is refused. `code` is what the client acts on."""

    def __init__(self, code: str, about: str = "") -> None:
        super().__init__(code, about)
        self.code = code
        self.about = about


def decoded(args: tuple[object, ...], kind: type[_Message]) -> _Message:
    """Return the message that an event carries: its first argument. Raises `Refused` with `bad_command`."""
    try:
        return msgspec.convert(args[0] if args else None, kind)
    except msgspec.ValidationError as error:
        raise Refused("bad_command", str(error)[:ABOUT_LENGTH]) from error


def hello(auth: object) -> Hello:
    """Return what a client says when it connects.

    Raises `Unwelcome`: "reload" for a client of another version, "bad_command" for what makes no sense.
    """
    if isinstance(auth, dict) and auth.get("wire") != WIRE:
        raise Unwelcome("reload")
    try:
        return decoded((auth,), Hello)
    except Refused as refused:
        raise Unwelcome(refused.code, refused.about) from refused
