"""The line-up of the groups (R9-R11)."""

from server.dialogue.events.base import EventBase
from server.dialogue.ids import SeatId, SlotId
from server.dialogue.values import Slot


class LineupOrdered(EventBase, frozen=True):
    lineup: tuple[SlotId, ...]


class SlotArranged(EventBase, frozen=True):
    slot: SlotId
    seats: tuple[SeatId, ...]


class SlotDeferred(EventBase, frozen=True):
    slot: SlotId


class SlotLapsed(EventBase, frozen=True):
    slot: SlotId


class SlotRestored(EventBase, frozen=True):
    slot: SlotId


class SlotReverted(EventBase, frozen=True):
    """Compensates SlotDeferred, SlotLapsed and SlotRestored."""

    slot: Slot
    lineup: tuple[SlotId, ...]


LineupEvent = LineupOrdered | SlotArranged | SlotDeferred | SlotLapsed | SlotRestored | SlotReverted
