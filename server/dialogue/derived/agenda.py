"""Who is still to be heard, in the order in which they will be called: line-up, list, answers due, rights of reply."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from server.dialogue.derived.clocks import used_ms
from server.dialogue.derived.dues import Due, due_id, dues, fills_batch, heard, ready_for, still_due
from server.dialogue.derived.lengths import (
    for_seat_ms,
    lane_ms,
    on_floor,
    plain_request_ms,
    slot_left_ms,
    slot_remaining,
    slots_for,
)
from server.dialogue.derived.order import Reason, ranked
from server.dialogue.derived.seats import find_seat, seats_of
from server.dialogue.model.ids import PartyId, SeatId, StatementId
from server.dialogue.model.setup import Language
from server.dialogue.model.state import (
    AnswerTarget,
    Lane,
    Links,
    Request,
    RequestTarget,
    Slot,
    SlotTarget,
    State,
    Statement,
    Target,
    once_per_state,
)


class Item(Struct, frozen=True):
    """Somebody still to be heard. `key` is unique: the request's id, the due's, or slot and seat."""

    key: str
    target: Target
    seat: SeatId
    party: PartyId
    lane: Lane
    links: Links
    language: Language
    text: str
    length_ms: int
    """What it is reckoned with: for a slot's seats, equal shares of what is left of the budget."""
    plain_ms: int
    """The same without the seat's factor, for what other seats see (R21)."""
    reason: Reason
    away: bool
    request: Request | None = None
    to_come: bool = False
    """An answer to a question that is still to be put: reckoned with, not listed (R33)."""


def of_slot(state: State, slot: Slot) -> Iterator[Item]:
    """The seats of a slot that are still to speak, with equal shares of what is left."""
    left = slot_remaining(state, slot)
    parts = [s for s in state.statements.values() if s.slot == slot.id]
    plain_left_ms = max(0, slot.budget_ms - sum(_plain_part_ms(state, s) for s in parts))
    for seat in left:
        share = slot_left_ms(state, slot) // len(left)
        yield Item(
            key=f"{slot.id}.{seat}",
            target=SlotTarget(slot.id, seat),
            seat=seat,
            party=slot.party,
            lane="intervention",
            links=Links(),
            language=find_seat(state, seat).language,
            text="",
            length_ms=for_seat_ms(state, seat, share),
            plain_ms=plain_left_ms // len(left),
            reason="lineup",
            away=seat in state.away,
        )


def _plain_part_ms(state: State, part: Statement) -> int:
    """What a part of a slot takes of its budget, as everybody can see it: all it was allotted while it runs."""
    return part.allotted_ms if state.floor == part.id else used_ms(part)


def of_request(state: State, request: Request, reason: Reason, rights_before: int = 0) -> Item:
    """A request in its place; `rights_before`: as in `lane_ms`."""
    plain_ms = plain_request_ms(state, request, rights_before)
    return Item(
        key=request.id,
        target=RequestTarget(request.id),
        seat=request.seat,
        party=request.party,
        lane=request.lane,
        links=request.links,
        language=request.language,
        text=request.text,
        length_ms=for_seat_ms(state, request.seat, plain_ms),
        plain_ms=plain_ms,
        reason=reason,
        away=request.seat in state.away,
        request=request,
    )


def of_due(state: State, due: Due, *, to_come: bool) -> Item:
    """An answer due for which nobody said to be ready: the seat that is here and has spoken least takes it."""
    plain_ms = lane_ms(state, "answer", due.group)
    seats = [s.id for s in seats_of(state, due.group)]
    turns = {s: sum(1 for t in heard(state) if t.seat == s) for s in seats}
    seat = min(seats, key=lambda s: (s in state.away, turns[s], seats.index(s)))
    return Item(
        key=due.id,
        target=AnswerTarget(due.id, seat),
        seat=seat,
        party=due.group,
        lane="answer",
        links=Links(answers=(due.id,)),
        language=find_seat(state, seat).language,
        text="",
        length_ms=for_seat_ms(state, seat, plain_ms),
        plain_ms=plain_ms,
        reason="answer",
        away=seat in state.away,
        to_come=to_come,
    )


def _exchange(state: State) -> Iterator[Item]:
    """Who is heard when, as if what is at the floor had ended; answers to come are among it (R29, R31, R33)."""
    running = on_floor(state)
    given_now = running.links.answers if running else ()
    owed = [d for d in dues(state).values() if d.status in ("due", "ripe") and d.id not in given_now]
    given: set[str] = set()
    yield from _answers(state, [due for due in owed if due.status == "ripe"], given)
    waiting = [due for due in owed if due.status == "due"]
    waiting += _opened_by(running) if running else []
    since = _since_batch(state, running)
    if running and _are_taken(state, since):
        yield from _answers(state, waiting, given)
        waiting, since = [], 0
    for row in ranked(state):
        yield of_request(state, row.request, row.reason)
        waiting += _asked_by(row.request)
        since += int(fills_batch(state, row.request.party))
        if _are_taken(state, since):
            yield from _answers(state, waiting, given)
            waiting, since = [], 0
    yield from _answers(state, waiting, given)
    yield from _rights_of_reply(state, running)


def _since_batch(state: State, running: Statement | None) -> int:
    """States heard since the last batch was full, who is at the floor included."""
    filling = sum(1 for s in heard(state) if s.lane == "statement" and fills_batch(state, s.party))
    more = running is not None and running.lane == "statement" and fills_batch(state, running.party)
    return filling % state.setup.rules.answers_batch + int(more)


def _are_taken(state: State, since: int) -> bool:
    """Whether the answers that wait are taken now (R29)."""
    return state.answers == "at_once" or (
        state.answers == "batch" and since >= state.setup.rules.answers_batch
    )


class _ToCome(Due, frozen=True):
    """The answer to a question that is still to be put."""


def _opened_by(running: Statement) -> list[Due]:
    """The answers that who is speaking opens by ending; before the start they are still to come."""
    kind = _ToCome if running.status == "called" else Due
    return [
        kind(due_id(running.id, group), running.id, running.party, group, "due")
        for group in running.links.asks
    ]


def _asked_by(request: Request) -> list[Due]:
    """The answers that a request will open; its statement has no name yet, so its own stands for it."""
    question = StatementId(request.id)
    return [
        _ToCome(due_id(question, group), question, request.party, group, "due")
        for group in request.links.asks
    ]


def _answers(state: State, owed: list[Due], given: set[str]) -> Iterator[Item]:
    """One row per answer due; where a seat said it is ready, its request stands for all it will answer."""
    still = still_due(state)
    for due in owed:
        ready = ready_for(state, due.id)
        if ready is None:
            yield of_due(state, due, to_come=isinstance(due, _ToCome))
        elif ready.id not in given:
            given.add(ready.id)
            links = replace(ready.links, answers=tuple(d for d in ready.links.answers if d in still))
            yield of_request(state, replace(ready, links=links), "answer")


def _rights_of_reply(state: State, running: Statement | None) -> Iterator[Item]:
    """R31: after the list, by arrival; the second one of a party is shorter, also behind one that waits."""
    before: dict[PartyId, int] = {}
    if running is not None and running.lane == "right_of_reply":
        before[running.party] = 1
    for request in state.requests.values():
        if request.status == "open" and request.lane == "right_of_reply":
            yield of_request(state, request, "right_of_reply", before.get(request.party, 0))
            before[request.party] = before.get(request.party, 0) + 1


@once_per_state
def agenda(state: State) -> tuple[Item, ...]:
    """Everybody still to be heard in this step and, before the exchange, in the exchange that follows."""
    return tuple(item for item in reckoned(state) if not item.to_come)


@once_per_state
def reckoned(state: State) -> tuple[Item, ...]:
    """The agenda with the answers that questions on it will open, each where it will be taken (R33)."""
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
    return lineup_of(state, 1) if state.step.phase in ("scheduled", "opening") else ()


def lineup_of(state: State, round_: int) -> tuple[Item, ...]:
    """The line-up of a round that is still to come, as it would begin now."""
    slots = {slot.id: slot for slot in slots_for(state, round_)}
    return tuple(_lineup(replace(state, slots=slots, lineup=tuple(slots))))


@once_per_state
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


@once_per_state
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
