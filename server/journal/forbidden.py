"""Commands that were refused for good, by their ids, for journals that one process alone writes."""

from typing import Final

from server.dialogue.entry import Entry
from server.journal.port import Forbidden

KEPT: Final = 4_096
"""A copy that comes after so many other refusals of repeated commands is not expected any more."""


class Refusals:
    """The last `KEPT`, by actor and command id."""

    def __init__(self) -> None:
        self._refused: dict[tuple[str, str], str] = {}

    def add(self, actor: str, command_id: str, fingerprint: str) -> None:
        """Refuse every later copy of this command, and any other with its id."""
        self._refused[actor, command_id] = fingerprint
        if len(self._refused) > KEPT:
            del self._refused[next(iter(self._refused))]

    def check(self, entry: Entry) -> None:
        """Raise `Forbidden` if the id of the entry's command was refused for good."""
        refused = self._refused.get((entry.actor, entry.command_id))
        if refused is not None:
            raise Forbidden(refused)
