"""The line-up of the groups (R9-R11)."""

from server.dialogue import commands as cmd
from server.dialogue import events as ev
from server.dialogue.lengths import on_floor, slot_remaining
from server.dialogue.refusals import Refused
from server.dialogue.rules.context import Context, Events
from server.dialogue.seats import find_seat
from server.dialogue.values import Slot


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


def order_slot(ctx: Context, c: cmd.OrderSlot) -> Events:
    """R9: the chair reorders slots not yet called."""
    slot = _untouched(ctx, ctx.slot(c.slot))
    others = [s for s in ctx.state.lineup if s != slot.id]
    if c.before is None:
        return (ev.LineupOrdered((*others, slot.id)),)
    before = _waiting(ctx, ctx.slot(c.before)).id
    if before == slot.id:
        raise Refused("overtaken", before)
    at = others.index(before)
    return (ev.LineupOrdered((*others[:at], slot.id, *others[at:])),)


def arrange_slot(ctx: Context, c: cmd.ArrangeSlot) -> Events:
    """R10: one or both seats, in the order they choose until called; who has spoken stays."""
    slot = ctx.slot(c.slot)
    if slot.lapsed:
        raise Refused("overtaken", slot.id)
    if ctx.actor.seat is not None and find_seat(ctx.state, ctx.actor.seat).party != slot.party:
        raise Refused("not_yours", slot.id)
    if not c.seats or len(set(c.seats)) != len(c.seats):
        raise Refused("bad_links", slot.id)
    for seat in c.seats:
        if find_seat(ctx.state, seat).party != slot.party:
            raise Refused("not_yours", seat)
    taken = tuple(s for s in slot.seats if s not in slot_remaining(ctx.state, slot))
    if c.seats[: len(taken)] != taken:
        raise Refused("overtaken", slot.id)
    return (ev.SlotArranged(slot.id, c.seats),)


def defer_slot(ctx: Context, c: cmd.DeferSlot) -> Events:
    """R11: not ready goes to the end once, then lapses."""
    slot = _waiting(ctx, ctx.slot(c.slot))
    return (defer(slot),)


def defer(slot: Slot) -> ev.SlotDeferred | ev.SlotLapsed:
    """What not being ready means for a slot (R11)."""
    return ev.SlotLapsed(slot.id) if slot.deferred else ev.SlotDeferred(slot.id)


def restore_slot(ctx: Context, c: cmd.RestoreSlot) -> Events:
    """R11: the chair may bring it back."""
    slot = ctx.slot(c.slot)
    if not slot.lapsed:
        raise Refused("overtaken", slot.id)
    return (ev.SlotRestored(slot.id),)
