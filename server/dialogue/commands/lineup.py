"""The line-up of the groups (R9-R11)."""

from server.dialogue.commands.base import CommandBase
from server.dialogue.ids import SeatId, SlotId


class OrderSlot(CommandBase, frozen=True):
    slot: SlotId
    before: SlotId | None


class ArrangeSlot(CommandBase, frozen=True):
    """Who of the group speaks, in which order; one seat or both (R10)."""

    slot: SlotId
    seats: tuple[SeatId, ...]


class DeferSlot(CommandBase, frozen=True):
    """The group is not ready (R11)."""

    slot: SlotId


class RestoreSlot(CommandBase, frozen=True):
    slot: SlotId


LineupCommand = OrderSlot | ArrangeSlot | DeferSlot | RestoreSlot
