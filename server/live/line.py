"""One client's way in, whatever it is made of: what it may send, and what it did that it should not."""

from contextvars import ContextVar
from typing import Final, Protocol

from server.dialogue.model.ids import Actor, Role
from server.live.limits import Rate, TokenBucket

FAULTS: Final = 3
"""The so many-th packet that is none, or link that is nobody's, ends the connection."""
STRANGERS: Final = Rate(per_s=5, burst=30)
"""Packets of who has no link; an observer's face sends a few at first, then some a minute. What goes beyond waits."""
PACKETS: Final[dict[Role, Rate]] = {"public": STRANGERS, "console": Rate(per_s=500, burst=1_000)}
LINKED: Final = Rate(per_s=50, burst=200)
AT_ONCE_MS: Final = 1.0
"""Packets that follow each other within this may have come in one turn of the event loop. Real milliseconds."""


class Place(Protocol):
    """A connection's place at the listening socket, see `server.live.places`."""

    @property
    def is_gone(self) -> bool:
        """Whether the connection is no more."""
        ...

    def take(self, *, linked: bool) -> bool:
        """Say who has it now; False: there is none for one more without a link."""
        ...

    def fault(self) -> int:
        """Count a link that is nobody's; return how many there were."""
        ...

    def close(self) -> None:
        """End the connection, whatever is under way on it."""
        ...


class Line:
    """A WebSocket, or an engine.io session by polling, or one after the other. Instants are real milliseconds."""

    __slots__ = (
        "_bucket",
        "_faults",
        "_last_ms",
        "_rate",
        "actor",
        "address",
        "begun_ms",
        "ended",
        "greeted",
        "place",
        "unread",
    )

    def __init__(self, address: str, place: Place | None, at_ms: float) -> None:
        self.actor: Actor | None = None
        """Who it is, once it has said so."""
        self.address = address
        self.place = place
        """Of the connection that it uses now, where that is known."""
        self.begun_ms = self._last_ms = at_ms
        self.ended = False
        """Nothing more is taken from it, and it is cut off."""
        self.greeted = False
        """It has said who it is, and has not been told that it may not come in."""
        self.unread = 0
        """Packets sent since it last called for what it is sent."""
        self._rate = STRANGERS
        self._bucket = TokenBucket(self._rate, at_ms)
        self._faults = 0

    @property
    def is_strange(self) -> bool:
        """Whether it has not shown a link."""
        return self.actor is None or self.actor.role == "public"

    def identified(self, actor: Actor) -> None:
        """Note who it is, and with that what it may send."""
        if actor != self.actor:
            self.actor = actor
            self._rate = PACKETS.get(actor.role, LINKED)
            self._bucket = TokenBucket(self._rate, self._last_ms)

    def has_place(self) -> bool:
        """Whether its connection may stay: one with a link always may."""
        return self.place is None or self.place.take(linked=not self.is_strange)

    def is_shown_by(self, actor: Actor | None) -> bool:
        """Whether a request may go on with it that shows the link of `actor`, None: of nobody."""
        return self.actor is None or self.actor.role == "public" or self.actor == actor

    def is_gone(self) -> bool:
        """Whether its connection is known to be no more."""
        return self.place is not None and self.place.is_gone

    def called(self, at_ms: float) -> bool:
        """Note that something came; return whether that was on the heels of what came before."""
        since_ms, self._last_ms = at_ms - self._last_ms, at_ms
        return since_ms < AT_ONCE_MS

    def silent_ms(self, at_ms: float) -> float:
        """Return for how long nothing has come."""
        return at_ms - self._last_ms

    def wait_ms(self, at_ms: float) -> float:
        """Count a packet; return for how long its connection is to stand still."""
        return self._bucket.wait_ms(self._rate, at_ms)

    def fault(self) -> None:
        """Count what it should not have sent; too much of it ends it."""
        self._faults += 1
        self.ended |= self._faults >= FAULTS


LINE: Final[ContextVar[Line]] = ContextVar("LINE")
"""The line by which came what is being handled; a request of `/api` has none."""
