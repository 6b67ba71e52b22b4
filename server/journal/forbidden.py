"""Commands that were refused for good, for journals that one process alone writes."""

from typing import Final

from server.dialogue.entry import Entry
from server.journal.port import Forbidden

KEPT: Final = 4_096
"""A copy that comes after so many other refusals of repeated commands is not expected any more."""


class Refusals:
    """The last `KEPT`, by actor and command id."""

    def __init__(self) -> None:
        self._refused: dict[tuple[str, str], None] = {}

    def add(self, actor: str, command_id: str) -> None:
        """Refuse every later copy of this command."""
        self._refused[actor, command_id] = None
        if len(self._refused) > KEPT:
            del self._refused[next(iter(self._refused))]

    def check(self, entry: Entry) -> None:
        """Raise `Forbidden` if the entry's command was refused for good."""
        if (entry.actor, entry.command_id) in self._refused:
            raise Forbidden("the command was refused before")
