"""What a rehearsal comes to: one line of JSON."""

from collections import Counter

from msgspec import Struct

from server.dialogue.derived.dues import heard
from server.dialogue.derived.issues import raised, replies
from server.dialogue.entry import Entry
from server.dialogue.model.state import State
from server.dialogue.model.values import Statement
from server.rehearsal.client import Client
from server.rehearsal.tally import Tally, tally


class Report(Struct, frozen=True):
    """Counts of the whole dialogue."""

    rounds: int
    statements: dict[str, int]
    """Heard, by kind: a statement of the list is a reply, a question, both (and counted in both) or neither; a
    group's follow-up is a reply."""
    requests: dict[str, int]
    """By what became of them."""
    issues: dict[str, int]
    incidents: Tally
    clients: int
    changes: int
    """Received by all clients."""
    gaps: int
    """Changes that did not follow the view a client held, and beats that told of a change that never came."""
    worst_lag_ms: float
    """Longest time, in real ms, from the arrival of the answer to a command at whoever gave it, to the arrival of
    its change at the last client; 0 where all changes came before the answer. Both ends are in this process, whose
    own work on other messages is in the figure. Changes that cover several commands count for the newest."""
    views_equal: bool
    """Each client's last view is what a fresh fold of the journal gives for its audience."""


def report(state: State, entries: list[Entry], clients: list[Client], *, views_equal: bool) -> Report:
    """Count; `state` is the fresh fold of the journal's `entries`."""
    answers = replies(state)
    replied = sum(1 for statements in answers.values() if statements)
    return Report(
        rounds=max((s.step.round for s in heard(state)), default=0),
        statements=dict(Counter(kind for s in heard(state) for kind in _kinds(s))),
        requests=dict(Counter(request.status for request in state.requests.values())),
        issues={"raised": len(raised(state)), "replied": replied, "no_reply": len(answers) - replied},
        incidents=tally(state, entries),
        clients=len(clients),
        changes=sum(client.changes for client in clients),
        gaps=sum(client.gaps for client in clients),
        worst_lag_ms=round(worst_lag_ms(clients), 1),
        views_equal=views_equal,
    )


def worst_lag_ms(clients: list[Client]) -> float:
    """See `Report.worst_lag_ms`."""
    acked = {seq: at_ms for client in clients for seq, at_ms in client.acked.items()}
    lags = (
        at_ms - acked[seq] for client in clients for seq, at_ms in client.received.items() if seq in acked
    )
    return max(0.0, *lags, 0.0)


def _kinds(statement: Statement) -> list[str]:
    if statement.lane != "statement":
        return [statement.lane]
    links = statement.links
    kinds = ["reply"] * bool(links.replies_to) + ["question"] * bool(links.asks)
    return kinds or ["statement"]
