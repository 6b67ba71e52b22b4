"""Who is still to be heard, in the order in which they will be called: line-up, list, answers due, rights of reply."""

from collections.abc import Iterator

from msgspec.structs import replace

from server.dialogue.commands import SlotTarget
from server.dialogue.exchange import exchange
from server.dialogue.ids import SeatId
from server.dialogue.items import Item, of_slot
from server.dialogue.slots import slots_for
from server.dialogue.state import State


def agenda(state: State) -> tuple[Item, ...]:
    """Everybody still to be heard in this step and, before the exchange, in the exchange that follows."""
    return tuple(item for item in reckoned(state) if not item.to_come)


def reckoned(state: State) -> tuple[Item, ...]:
    """The agenda with the answers that questions on it will open, each where it will be taken (R33)."""
    phase = state.step.phase
    if phase == "closed":
        return ()
    items = tuple(exchange(state))
    if phase in ("exchange", "closing"):
        return items
    guests = _guests(state)  # R32: on top, whatever the step
    return (
        *(i for i in items if i.seat in guests),
        *(_lineup(state) if phase == "interventions" else ()),
        *(i for i in items if i.seat not in guests),
    )


def coming(state: State) -> tuple[Item, ...]:
    """The line-up of the first round while it is still to come, for the forecast (R33)."""
    return lineup_of(state, 1) if state.step.phase in ("scheduled", "opening") else ()


def lineup_of(state: State, round_: int) -> tuple[Item, ...]:
    """The line-up of a round that is still to come, as it would begin now."""
    slots = {slot.id: slot for slot in slots_for(state, round_)}
    return tuple(_lineup(replace(state, slots=slots, lineup=tuple(slots))))


def callable_now(state: State) -> tuple[Item, ...]:
    """What may be called in this step: guests, and the line-up in interventions, else the list and answers due."""
    phase = state.step.phase
    if phase in ("scheduled", "closed"):
        return ()
    items = agenda(state)
    if phase in ("exchange", "closing"):
        return items
    guests = _guests(state)
    return tuple(i for i in items if i.seat in guests or isinstance(i.target, SlotTarget))


def _guests(state: State) -> frozenset[SeatId]:
    return frozenset(guest.seat.id for guest in state.guests)


def expected(state: State) -> tuple[Item, ...]:
    """Who will be heard in this step, in that order, as things stand.

    In the closing guests alone (R32): who else is left stands on the closing sheet, and may be called from there.
    """
    items = callable_now(state)
    if state.step.phase != "closing":
        return items
    guests = _guests(state)
    return tuple(item for item in items if item.seat in guests)


def next_up(state: State) -> Item | None:
    """Whom the context button calls: the first who is not away."""
    return next((item for item in expected(state) if not item.away), None)


def _lineup(state: State) -> Iterator[Item]:
    for slot_id in state.lineup:
        yield from of_slot(state, state.slots[slot_id])
