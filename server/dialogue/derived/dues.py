"""Answers due (R29): a question opens one for each group it asks. Derived, so that no undo can leave one behind."""

from typing import Literal

from msgspec import Struct

from server.dialogue.derived.seats import find_party
from server.dialogue.model.ids import DueId, PartyId, StatementId
from server.dialogue.model.state import Request, RequestLane, State, Statement, once_per_state

DueStatus = Literal["due", "ripe", "written", "answered"]


class Due(Struct, frozen=True):
    """`ripe`: by the chosen mode it is to be taken now."""

    id: DueId
    question: StatementId
    asker: PartyId
    group: PartyId
    status: DueStatus


def due_id(question: StatementId, group: PartyId) -> DueId:
    """The name of the answer that `group` owes to `question`: "s7.youth"."""
    return DueId(f"{question}.{group}")


@once_per_state
def heard(state: State) -> tuple[Statement, ...]:
    """Statements that were heard, in the order in which they began."""
    done = (s for s in state.statements.values() if s.status == "ended")
    return tuple(sorted(done, key=lambda s: (s.started_at_ms or 0, int(s.id[1:]))))


@once_per_state
def dues(state: State) -> dict[DueId, Due]:
    """All answers due so far, answered ones included, oldest first."""
    spoken = heard(state)
    answered = {due for s in spoken if s.lane == "answer" for due in s.links.answers}
    ripe = _ripe_questions(state, spoken)
    found: dict[DueId, Due] = {}
    for question in spoken:
        for group in question.links.asks:
            due = due_id(question.id, group)
            status: DueStatus = "ripe" if question.id in ripe else "due"
            if due in answered:
                status = "answered"
            elif due in state.written:
                status = "written"
            found[due] = Due(due, question.id, question.party, group, status)
    return found


def ready_for(state: State, due: DueId) -> Request | None:
    """Who said to be ready for an answer, and is in the hall; whose seat leaves, the row passes to the group (R29)."""
    return _ready(state).get(due)


@once_per_state
def _ready(state: State) -> dict[DueId, Request]:
    found: dict[DueId, Request] = {}
    for request in waiting(state, "answer"):
        if request.seat not in state.away:
            for due in request.links.answers:
                found.setdefault(due, request)
    return found


def waiting(state: State, lane: RequestLane) -> tuple[Request, ...]:
    """The open requests of a lane, by arrival."""
    return _waiting(state).get(lane, ())


@once_per_state
def _waiting(state: State) -> dict[RequestLane, tuple[Request, ...]]:
    found: dict[RequestLane, list[Request]] = {}
    for request in state.requests.values():
        if request.status == "open":
            found.setdefault(request.lane, []).append(request)
    return {lane: tuple(requests) for lane, requests in found.items()}


def fills_batch(state: State, party: PartyId) -> bool:
    """R29: a batch is so many States; follow-ups of the groups and guests come in between."""
    return find_party(state, party).kind == "state"


@once_per_state
def still_due(state: State) -> frozenset[DueId]:
    """The answers that are still to be given."""
    return frozenset(due.id for due in dues(state).values() if due.status in ("due", "ripe"))


def open_dues(state: State, group: PartyId) -> tuple[DueId, ...]:
    """The answers that a group owes."""
    return tuple(d.id for d in dues(state).values() if d.group == group and d.status in ("due", "ripe"))


def _ripe_questions(state: State, spoken: tuple[Statement, ...]) -> set[StatementId]:
    """Questions whose answers are to be taken now: at once, or once the batch of States is full (R29)."""
    asked = [s for s in spoken if s.links.asks]
    if state.answers == "at_once":
        return {s.id for s in asked}
    if state.answers == "at_end":
        return set()
    since_batch = 0
    waiting: set[StatementId] = set()
    ripe: set[StatementId] = set()
    for statement in spoken:
        if statement.lane != "statement":
            continue
        waiting.add(statement.id)
        since_batch += int(fills_batch(state, statement.party))
        if since_batch == state.setup.rules.answers_batch:
            ripe |= waiting
            waiting, since_batch = set(), 0
    return ripe
