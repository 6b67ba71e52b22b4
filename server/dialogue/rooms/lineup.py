"""The line-up of the groups (R9-R11)."""

from msgspec.structs import replace

from server.dialogue.derived.lengths import on_floor, slot_remaining
from server.dialogue.derived.seats import find_seat
from server.dialogue.model.command import Command, Context, Events, Permit
from server.dialogue.model.ids import SeatId, SlotId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.state import Event, Phase, Slot, State

INTERVENTIONS: frozenset[Phase] = frozenset({"interventions"})


class LineupOrdered(Event, frozen=True):
    lineup: tuple[SlotId, ...]

    def fold(self, state: State, at_ms: int, /) -> State:
        """R9."""
        return replace(state, lineup=self.lineup)

    def compensation(self, before: State, /) -> Event:
        return LineupOrdered(before.lineup)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return ("lineup",)


class _SlotEvent(Event, frozen=True):
    """Something about one slot."""

    slot: SlotId

    def compensation(self, before: State, /) -> Event:
        return SlotReverted(before.slots[self.slot], before.lineup)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return (self.slot, "lineup")

    def about(self, before: State, /) -> str:
        return before.slots[self.slot].party

    def last(self, state: State) -> State:
        """The slot at the end of the line-up."""
        return replace(state, lineup=(*(s for s in state.lineup if s != self.slot), self.slot))


class SlotArranged(_SlotEvent, frozen=True):
    seats: tuple[SeatId, ...]

    def fold(self, state: State, at_ms: int, /) -> State:
        """R10."""
        return with_slot(state, replace(state.slots[self.slot], seats=self.seats))

    def compensation(self, before: State, /) -> Event:
        return SlotArranged(self.slot, before.slots[self.slot].seats)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return (self.slot,)


class SlotMissed(_SlotEvent, frozen=True):
    """One of its seats was called in vain."""

    seat: SeatId

    def fold(self, state: State, at_ms: int, /) -> State:
        """R11: its colleagues who are in the hall come first."""
        slot = state.slots[self.slot]
        others = tuple(seat for seat in slot.seats if seat != self.seat)
        missed = (*(seat for seat in slot.missed if seat != self.seat), self.seat)
        if state.floor is not None:  # it is called yet; what takes it from the floor comes after this
            state = replace(state, in_vain=(*state.in_vain, state.floor))
        return with_slot(state, replace(slot, seats=(*others, self.seat), missed=missed))

    def about(self, before: State, /) -> str:
        return self.seat


class SlotDeferred(_SlotEvent, frozen=True):
    def fold(self, state: State, at_ms: int, /) -> State:
        """R11: to the end, once; there everybody is called again."""
        state = with_slot(state, replace(state.slots[self.slot], deferred=True, missed=()))
        return self.last(state)


class SlotLapsed(_SlotEvent, frozen=True):
    def fold(self, state: State, at_ms: int, /) -> State:
        """R11: not ready a second time."""
        return with_slot(state, replace(state.slots[self.slot], lapsed=True))


class SlotRestored(_SlotEvent, frozen=True):
    def fold(self, state: State, at_ms: int, /) -> State:
        """R11: the chair brings it back, as the last of the line-up."""
        slot = replace(state.slots[self.slot], lapsed=False, deferred=False, missed=())
        return self.last(with_slot(state, slot))


class SlotReverted(Event, frozen=True):
    """Compensates SlotMissed, SlotDeferred, SlotLapsed and SlotRestored."""

    slot: Slot
    lineup: tuple[SlotId, ...]

    def fold(self, state: State, at_ms: int, /) -> State:
        """The slot and its place are as they were."""
        return replace(with_slot(state, self.slot), lineup=self.lineup)


def with_slot(state: State, slot: Slot) -> State:
    """The slot as it is now."""
    return replace(state, slots={**state.slots, slot.id: slot})


class OrderSlot(Command, frozen=True):
    permit = Permit(INTERVENTIONS)

    slot: SlotId
    before: SlotId | None

    def decide(self, ctx: Context, /) -> Events:
        """R9: the chair reorders slots not yet called."""
        slot = _untouched(ctx, ctx.slot(self.slot))
        others = [s for s in ctx.state.lineup if s != slot.id]
        if self.before is None:
            return (LineupOrdered((*others, slot.id)),)
        before = _waiting(ctx, ctx.slot(self.before)).id
        if before == slot.id:
            raise Refused("overtaken", before)
        at = others.index(before)
        return (LineupOrdered((*others[:at], slot.id, *others[at:])),)


class ArrangeSlot(Command, frozen=True):
    """Who of the group speaks, in which order; one seat or both (R10)."""

    permit = Permit(INTERVENTIONS, seat=True)

    slot: SlotId
    seats: tuple[SeatId, ...]

    def decide(self, ctx: Context, /) -> Events:
        """R10: one or both seats, in the order they choose until called; who has spoken stays."""
        slot = ctx.slot(self.slot)
        if slot.lapsed:
            raise Refused("overtaken", slot.id)
        if ctx.actor.seat is not None and find_seat(ctx.state, ctx.actor.seat).party != slot.party:
            raise Refused("not_yours", slot.id)
        if not self.seats or len(set(self.seats)) != len(self.seats):
            raise Refused("bad_links", slot.id)
        for seat in self.seats:
            if find_seat(ctx.state, seat).party != slot.party:
                raise Refused("not_yours", seat)
        taken = tuple(s for s in slot.seats if s not in slot_remaining(ctx.state, slot))
        if self.seats[: len(taken)] != taken:
            raise Refused("overtaken", slot.id)
        return (SlotArranged(slot.id, self.seats),)


class DeferSlot(Command, frozen=True):
    """The group is not ready (R11)."""

    permit = Permit(INTERVENTIONS)

    slot: SlotId

    def decide(self, ctx: Context, /) -> Events:
        """R11: not ready goes to the end once, then lapses."""
        return (not_ready(_waiting(ctx, ctx.slot(self.slot))),)


class RestoreSlot(Command, frozen=True):
    permit = Permit(INTERVENTIONS)

    slot: SlotId

    def decide(self, ctx: Context, /) -> Events:
        """R11: the chair may bring it back."""
        slot = ctx.slot(self.slot)
        if not slot.lapsed:
            raise Refused("overtaken", slot.id)
        return (SlotRestored(slot.id),)


def not_ready(slot: Slot) -> SlotDeferred | SlotLapsed:
    """What not being ready means for a slot (R11)."""
    return SlotLapsed(slot.id) if slot.deferred else SlotDeferred(slot.id)


def _waiting(ctx: Context, slot: Slot) -> Slot:
    """A slot of which somebody is still to speak and nobody has the floor (R5)."""
    running = on_floor(ctx.state)
    if not slot_remaining(ctx.state, slot) or (running is not None and running.slot == slot.id):
        raise Refused("overtaken", slot.id)
    return slot


def _untouched(ctx: Context, slot: Slot) -> Slot:
    """A slot of which nobody was called yet (R9)."""
    if set(slot_remaining(ctx.state, slot)) != set(slot.seats):
        raise Refused("overtaken", slot.id)
    return slot
