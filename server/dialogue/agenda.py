"""Who is still to be heard, in the order in which they will be called: line-up, list, answers due, rights of reply."""

from collections.abc import Iterator

from msgspec import Struct

from server.dialogue.commands import AnswerTarget, RequestTarget, SlotTarget, Target
from server.dialogue.dues import Due, dues, heard
from server.dialogue.ids import PartyId, SeatId
from server.dialogue.lengths import for_seat_ms, lane_ms, on_floor, request_ms, slot_left_ms, slot_remaining
from server.dialogue.order import Ranked, Reason, ranked
from server.dialogue.seats import find_seat, seats_of
from server.dialogue.setup import Language
from server.dialogue.state import State
from server.dialogue.values import Lane, Links, Request


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
    reason: Reason
    away: bool
    request: Request | None = None
    asks: int = 0
    """Answers that it will open once heard, for the forecast."""


def agenda(state: State) -> tuple[Item, ...]:
    """Everybody still to be heard in this step and, before the exchange, in the exchange that follows."""
    phase = state.step.phase
    if phase == "closed":
        return ()
    lineup = tuple(_lineup(state)) if phase == "interventions" else ()
    return (*lineup, *_exchange(state))


def callable_now(state: State) -> tuple[Item, ...]:
    """What may be called in this step: guests, and the line-up in interventions, else the list and answers due."""
    phase = state.step.phase
    if phase in ("scheduled", "closed"):
        return ()
    items = agenda(state)
    if phase in ("exchange", "closing"):
        return items
    guests = {guest.seat.id for guest in state.guests}  # R32: on top, whatever the step
    return (
        *(i for i in items if i.seat in guests),
        *(i for i in items if isinstance(i.target, SlotTarget)),
    )


def next_up(state: State) -> Item | None:
    """Whom the context button calls: the first who is not away."""
    return next((item for item in callable_now(state) if not item.away), None)


def _lineup(state: State) -> Iterator[Item]:
    for slot_id in state.lineup:
        slot = state.slots[slot_id]
        left = slot_remaining(state, slot)
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
                reason="lineup",
                away=seat in state.away,
            )


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
        yield _listed(state, row)
        since += 1
        if state.answers == "at_once" or (state.answers == "batch" and since >= batch):
            yield from _answers(state, waiting, given)
            waiting, since = [], 0
    yield from _answers(state, waiting, given)
    for request in state.requests.values():
        if request.status == "open" and request.lane == "right_of_reply":
            yield _request(state, request, "right_of_reply")


def _since_batch(state: State) -> int:
    return sum(1 for s in heard(state) if s.lane == "statement") % state.setup.rules.answers_batch


def _listed(state: State, row: Ranked) -> Item:
    return _request(state, row.request, row.reason)


def _request(state: State, request: Request, reason: Reason) -> Item:
    return Item(
        key=request.id,
        target=RequestTarget(request.id),
        seat=request.seat,
        party=request.party,
        lane=request.lane,
        links=request.links,
        language=request.language,
        text=request.text,
        length_ms=request_ms(state, request),
        reason=reason,
        away=request.seat in state.away,
        request=request,
        asks=len(request.links.asks),
    )


def _answers(state: State, owed: list[Due], given: set[str]) -> Iterator[Item]:
    """One row per answer due; where a seat said it is ready, its request stands for all it will answer."""
    for due in owed:
        ready = next(
            (r for r in state.requests.values() if r.status == "open" and due.id in r.links.answers), None
        )
        if ready is None:
            yield _due(state, due)
        elif ready.id not in given:
            given.add(ready.id)
            yield _request(state, ready, "answer")


def _due(state: State, due: Due) -> Item:
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
        length_ms=for_seat_ms(state, seat, lane_ms(state, "answer", due.group)),
        reason="answer",
        away=seat in state.away,
    )
