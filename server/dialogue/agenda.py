"""Who is still to be heard, in the order in which they will be called: line-up, list, answers due, rights of reply."""

from collections.abc import Iterator

from msgspec.structs import replace

from server.dialogue.commands import SlotTarget
from server.dialogue.dues import Due, dues, fills_batch, heard, still_due
from server.dialogue.ids import SeatId
from server.dialogue.items import Item, of_due, of_request, of_slot
from server.dialogue.lengths import on_floor
from server.dialogue.order import ranked
from server.dialogue.slots import slots_for
from server.dialogue.state import State


def agenda(state: State) -> tuple[Item, ...]:
    """Everybody still to be heard in this step and, before the exchange, in the exchange that follows."""
    phase = state.step.phase
    if phase == "closed":
        return ()
    items = tuple(_exchange(state))
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
    if state.step.phase not in ("scheduled", "opening"):
        return ()
    slots = {slot.id: slot for slot in slots_for(state, 1)}
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


def next_up(state: State) -> Item | None:
    """Whom the context button calls: the first who is not away."""
    return next((item for item in callable_now(state) if not item.away), None)


def _lineup(state: State) -> Iterator[Item]:
    for slot_id in state.lineup:
        yield from of_slot(state, state.slots[slot_id])


def _exchange(state: State) -> Iterator[Item]:
    """The list with answers due taken in between, by the chosen mode (R29); rights of reply come last (R31)."""
    running = on_floor(state)
    given_now = running.links.answers if running else ()
    owed = [d for d in dues(state).values() if d.status in ("due", "ripe") and d.id not in given_now]
    waiting = [due for due in owed if due.status == "due"]
    given: set[str] = set()
    yield from _answers(state, [due for due in owed if due.status == "ripe"], given)
    batch = state.setup.rules.answers_batch
    since = _since_batch(state)
    for row in ranked(state):
        yield of_request(state, row.request, row.reason)
        since += int(fills_batch(state, row.request.party))
        if state.answers == "at_once" or (state.answers == "batch" and since >= batch):
            yield from _answers(state, waiting, given)
            waiting, since = [], 0
    yield from _answers(state, waiting, given)
    for request in state.requests.values():
        if request.status == "open" and request.lane == "right_of_reply":
            yield of_request(state, request, "right_of_reply")


def _since_batch(state: State) -> int:
    filling = (s for s in heard(state) if s.lane == "statement" and fills_batch(state, s.party))
    return sum(1 for _ in filling) % state.setup.rules.answers_batch


def _answers(state: State, owed: list[Due], given: set[str]) -> Iterator[Item]:
    """One row per answer due; where a seat said it is ready, its request stands for all it will answer."""
    still = still_due(state)
    for due in owed:
        ready = next(
            (r for r in state.requests.values() if r.status == "open" and due.id in r.links.answers), None
        )
        if ready is None:
            yield of_due(state, due)
        elif ready.id not in given:
            given.add(ready.id)
            links = replace(ready.links, answers=tuple(d for d in ready.links.answers if d in still))
            yield of_request(state, replace(ready, links=links), "answer")
