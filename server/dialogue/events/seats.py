"""Seats: away, substitutes, guests (R7, R32)."""

from server.dialogue.events.base import EventBase
from server.dialogue.ids import RequestId, SeatId
from server.dialogue.incidents import Guest
from server.dialogue.values import Pin, Request


class LeftHall(EventBase, frozen=True):
    """The seat is away; its requests keep their places."""

    seat: SeatId


class SubstituteSet(EventBase, frozen=True):
    """A substitute takes the seat over, or gives it back."""

    seat: SeatId
    substitute: bool


class SeatReverted(EventBase, frozen=True):
    """Compensates LeftHall, Returned and SubstituteSet."""

    seat: SeatId
    away: bool
    substitute: bool


class GuestAdded(EventBase, frozen=True):
    guest: Guest
    request: Request
    pin: Pin


class GuestRemoved(EventBase, frozen=True):
    """Compensates GuestAdded."""

    seat: SeatId
    request: RequestId


class Returned(EventBase, frozen=True):
    """The seat is back."""

    seat: SeatId


SeatsEvent = LeftHall | SubstituteSet | SeatReverted | GuestAdded | GuestRemoved | Returned
