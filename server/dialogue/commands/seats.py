"""Seats: away, substitutes, guests (R7, R32)."""

from server.dialogue.commands.base import CommandBase, ShortText
from server.dialogue.ids import SeatId
from server.dialogue.setup import Language


class SetAway(CommandBase, frozen=True):
    """The seat left the hall; its requests keep their places. `Return` brings it back."""

    seat: SeatId


class Substitute(CommandBase, frozen=True):
    """A substitute of the same delegation takes the seat over, or gives it back."""

    seat: SeatId
    substitute: bool


class AddGuest(CommandBase, frozen=True):
    """An unplanned guest, on top of the list, with a time of their own."""

    name: ShortText
    function: ShortText
    language: Language
    length_ms: int


class Return(CommandBase, frozen=True):
    """The seat is back in the hall."""

    seat: SeatId


SeatsCommand = SetAway | Substitute | AddGuest | Return
