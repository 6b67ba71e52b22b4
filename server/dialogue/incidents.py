"""What comes in between: points of order, suspensions, guests, messages, a take-over. Frozen values, as in `values`."""

from msgspec import Struct

from server.dialogue.ids import PartyId, PointId, SeatId, StatementId
from server.dialogue.setup import Party, Seat
from server.dialogue.values import PointStatus, SuspendReason


class Point(Struct, frozen=True):
    """A point of order (R30): private to the console until it is recognised."""

    id: PointId
    seat: SeatId
    party: PartyId
    text: str
    raised_at_ms: int
    status: PointStatus = "raised"
    length_ms: int = 0
    """The time it was given when it was recognised."""
    recognised_at_ms: int | None = None
    """Its clock runs from then on, until the first ruling."""
    ruled_at_ms: int | None = None
    appealed: bool = False
    """An appeal against the ruling is noted; there is no vote."""


class Guest(Struct, frozen=True):
    """Somebody unplanned, with a party and a seat of their own (R32)."""

    party: Party
    seat: Seat


class Message(Struct, frozen=True):
    """A line for the screens in the hall."""

    text: str
    shown_at_ms: int


class Suspension(Struct, frozen=True):
    """R3."""

    reason: SuspendReason
    since_ms: int
    resume_at_ms: int | None
    held: StatementId | None
    """The speech that the suspension held, if one ran."""


class Pause(Struct, frozen=True):
    """A time, now over, in which nobody could speak: a suspension or a point of order (R3, R30)."""

    since_ms: int
    until_ms: int


class TakeOver(Struct, frozen=True):
    """R4: a console asked to preside; the other can still refuse."""

    console: str
    asked_at_ms: int
