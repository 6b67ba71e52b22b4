"""What a session tells whoever measures it. Nothing follows from it for the dialogue."""

from typing import Protocol


class Watch(Protocol):
    """Told of each act and of each write, as it happens. Seconds are real ones. It must not fail, nor take long."""

    def accepted(self, command: str, ack_s: float) -> None:
        """A command, by its tag, was carried out, or found to have been: from its place in the queue to its ack."""

    def refused(self, command: str, code: str) -> None:
        """A command was refused; "?" for what was none."""

    def appended(self, append_s: float) -> None:
        """An entry became durable, be it here or in a Redis."""


class Unwatched:
    """Nobody measures."""

    def accepted(self, command: str, ack_s: float) -> None:
        """Keep it to itself."""

    def refused(self, command: str, code: str) -> None:
        """Keep it to itself."""

    def appended(self, append_s: float) -> None:
        """Keep it to itself."""


UNWATCHED = Unwatched()
