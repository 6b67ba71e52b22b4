"""The exchange as it will run: the list, with the answers in between by the chosen mode, then rights of reply."""

from collections.abc import Iterator

from msgspec.structs import replace

from server.dialogue.dues import Due, due_id, dues, fills_batch, heard, ready_for, still_due
from server.dialogue.ids import PartyId, StatementId
from server.dialogue.items import Item, of_due, of_request
from server.dialogue.lengths import on_floor
from server.dialogue.order import ranked
from server.dialogue.state import State
from server.dialogue.values import Request, Statement


def exchange(state: State) -> Iterator[Item]:
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
