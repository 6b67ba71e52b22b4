"""What a client notes of its own: everything it sent, how often, and each answer. The checker believes nothing else."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Literal

from server.dialogue.registry import AnyCommand
from server.wire.messages import Accepted, Answer, Refusal
from server.wire.patch import PlainView

Fate = Literal["acked", "refused", "unknown"]


@dataclass(slots=True)
class Attempt:
    """One sending of a command: over which of the client's connections (0: by HTTP), and when (loop seconds)."""

    connection: int
    at_s: float


@dataclass(slots=True)
class Sent:
    """A command, from when the client wanted it to its last answer."""

    command: AnyCommand
    id: str = field(default_factory=lambda: secrets.token_hex(8))
    attempts: list[Attempt] = field(default_factory=list)
    answers: list[tuple[float, Answer]] = field(default_factory=list)
    open_copies: int = 0
    """Copies sent by HTTP that are not answered yet."""
    acks: set[int] = field(default_factory=set)
    """The entries it was acknowledged as, by what its answers held sealed; more than one means it happened twice."""
    told: Answer | None = None
    """What whoever wanted it was told in the end, where that is another program's word: the faces' own code."""

    @property
    def fate(self) -> Fate:
        """Acked once any answer says so; refused if the last one does; `unsettled` says nothing.

        What a person was told is what counts, whatever the copies were answered; but for those sent by another way.
        """
        if isinstance(self.told, Refusal) and all(attempt.connection for attempt in self.attempts):
            return "refused"
        if self.acks:
            return "acked"
        last = self.answers[-1][1] if self.answers else None
        final = isinstance(last, Refusal) and last.code != "unsettled" and not self.open_copies
        return "refused" if final else "unknown"

    def story(self) -> str:
        """What became of it, for people: connections it was sent on and answers, by the second."""
        told = [(a.at_s, f"sent on {a.connection}") for a in self.attempts]
        told += [(at_s, getattr(answer, "code", "acked")) for at_s, answer in self.answers]
        return ", ".join(f"{at_s - self.attempts[0].at_s:.2f} s {what}" for at_s, what in sorted(told))

    @property
    def acked_s(self) -> float | None:
        """When the client first knew that it counts."""
        return next((at_s for at_s, answer in self.answers if isinstance(answer, Accepted)), None)


@dataclass(slots=True)
class Seen:
    """A view or change that a client took in, or a probe of the server's clock."""

    what: Literal["view", "change", "lost", "cut"]
    at_s: float
    epoch: str = ""
    seq: int = 0


@dataclass(slots=True)
class Sighting:
    """As of which entry something was seen; `view` is None for an act of its own."""

    entry: int
    view: PlainView | None
    at_s: float


@dataclass(slots=True)
class Fall:
    """A client was shown an earlier entry than before."""

    before: Sighting
    now: Sighting


@dataclass
class Diary:
    """One client's own log."""

    actor: str
    audience: str
    sent: list[Sent] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)
    falls: list[Fall] = field(default_factory=list)
    strange_ids: set[str] = field(default_factory=set)
    """Under which it sent something, though it gave them to no act."""
    clock_off_ms: float = 0.0
    """The furthest that the server's clock was seen outside of its round trip, by the machine's clock."""
