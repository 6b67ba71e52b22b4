"""Undo and rehearsal (R6)."""

from typing import Annotated

from msgspec import Meta

from server.dialogue.commands.base import CommandBase


class Undo(CommandBase, frozen=True):
    act: int
    """Seq of the entry to undo."""


class Rehearse(CommandBase, frozen=True):
    """Make an empty journal a rehearsal whose clock runs `rate` times as fast."""

    rate: Annotated[float, Meta(ge=1, le=10_000)]


UndoCommand = Undo | Rehearse
