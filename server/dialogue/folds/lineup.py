"""Folds of the line-up of the groups (R9-R11)."""

from msgspec.structs import replace

from server.dialogue import events as ev
from server.dialogue.ids import SlotId
from server.dialogue.state import State
from server.dialogue.values import Slot


def _put(state: State, slot: Slot, lineup: tuple[SlotId, ...] | None = None) -> State:
    return replace(
        state, slots={**state.slots, slot.id: slot}, lineup=state.lineup if lineup is None else lineup
    )


def _last(state: State, slot: SlotId) -> tuple[SlotId, ...]:
    return (*(s for s in state.lineup if s != slot), slot)


def lineup_ordered(state: State, event: ev.LineupOrdered, _at_ms: int) -> State:
    """R9."""
    return replace(state, lineup=event.lineup)


def slot_arranged(state: State, event: ev.SlotArranged, _at_ms: int) -> State:
    """R10."""
    return _put(state, replace(state.slots[event.slot], seats=event.seats))


def slot_deferred(state: State, event: ev.SlotDeferred, _at_ms: int) -> State:
    """R11: to the end, once."""
    return _put(state, replace(state.slots[event.slot], deferred=True), _last(state, event.slot))


def slot_lapsed(state: State, event: ev.SlotLapsed, _at_ms: int) -> State:
    """R11: not ready a second time."""
    return _put(state, replace(state.slots[event.slot], lapsed=True))


def slot_restored(state: State, event: ev.SlotRestored, _at_ms: int) -> State:
    """R11: the chair brings it back, as the last of the line-up."""
    return _put(
        state, replace(state.slots[event.slot], lapsed=False, deferred=False), _last(state, event.slot)
    )


def slot_reverted(state: State, event: ev.SlotReverted, _at_ms: int) -> State:
    """The slot and its place are as they were."""
    return _put(state, event.slot, event.lineup)
