"""What a rehearsal comes to: one line of JSON."""

from collections import Counter
from collections.abc import Iterator
from statistics import quantiles

from msgspec import Struct

from server.dialogue.derived.dues import heard
from server.dialogue.derived.issues import raised, replies
from server.dialogue.entry import Entry
from server.dialogue.model.state import Event, State, Statement
from server.dialogue.rooms.chair import ChairTaken
from server.dialogue.rooms.floor import Ended
from server.dialogue.rooms.points import PointRaised
from server.dialogue.rooms.seats import GuestAdded, LeftHall
from server.dialogue.rooms.session import Extended, Suspended
from server.dialogue.rooms.speakers import StatementsShortened
from server.rehearsal.client import Client


class IncidentCounts(Struct, frozen=True):
    """How often what happened."""

    points: int
    """Points of order raised."""
    absences: int
    """Seats that left the hall by their own act or the chair's, not those called in vain."""
    suspensions: int
    take_overs: int
    """Changes of the console that presides."""
    guests: int
    blocs: int
    """Statements heard on behalf of others."""
    shortened: int
    """Acts that shortened the statements to come."""
    written: int
    """Requests that became written replies."""
    extensions: int
    ceded: int
    rights_of_reply: int
    """Heard."""


class Report(Struct, frozen=True):
    """Counts of the whole dialogue."""

    rounds: int
    statements: dict[str, int]
    """Heard, by kind: a statement of the list is a reply, a question, both (and counted in both) or neither; a
    group's follow-up is a reply."""
    requests: dict[str, int]
    """By what became of them."""
    issues: dict[str, int]
    incidents: IncidentCounts
    clients: int
    changes: int
    """Received by all clients."""
    cuts: int
    """Connections lost."""
    busy: int
    """Commands that were told to come again: `busy` or `unsettled`."""
    chair_ms: tuple[float, float]
    """How long whoever is at the chair's console waited for an answer, real ms: in the middle, and 99 of 100 times."""
    gaps: int
    """Changes that did not follow the view a client held, and beats that told of a change that never came."""
    worst_lag_ms: float
    """Longest time, in real ms, from the arrival of the answer to a command at whoever gave it, to the arrival of
    its change at the last client; 0 where all changes came before the answer. Both ends are in this process, whose
    own work on other messages is in the figure. Changes that cover several commands count for the newest."""
    views_equal: bool
    """Each client's last view is what a fresh fold of the journal gives for its audience."""


def report(state: State, entries: list[Entry], clients: list[Client], *, views_equal: bool) -> Report:
    """Count; `state` is the fresh fold of the journal's `entries`, the first client the chair's."""
    answers = replies(state)
    replied = sum(1 for statements in answers.values() if statements)
    return Report(
        rounds=max((s.step.round for s in heard(state)), default=0),
        statements=dict(Counter(kind for s in heard(state) for kind in _kinds(s))),
        requests=dict(Counter(request.status for request in state.requests.values())),
        issues={"raised": len(raised(state)), "replied": replied, "no_reply": len(answers) - replied},
        incidents=count_incidents(state, entries),
        clients=len(clients),
        changes=sum(client.changes for client in clients),
        cuts=sum(client.cuts for client in clients),
        busy=sum(client.told_off[code] for client in clients for code in ("busy", "unsettled")),
        chair_ms=_percentiles(clients[0].waited_ms),
        gaps=sum(client.gaps for client in clients),
        worst_lag_ms=round(worst_lag_ms(clients), 1),
        views_equal=views_equal,
    )


def worst_lag_ms(clients: list[Client]) -> float:
    """See `Report.worst_lag_ms`."""
    acked = {entry: at_ms for client in clients for entry, at_ms in client.acked.items()}
    lags = (
        at_ms - acked[entry]
        for client in clients
        for entry, at_ms in client.received.items()
        if entry in acked
    )
    return max(0.0, *lags, 0.0)


def _percentiles(waited_ms: list[float]) -> tuple[float, float]:
    cuts = quantiles(waited_ms, n=100, method="inclusive") if len(waited_ms) > 1 else [0.0] * 99
    return round(cuts[49], 1), round(cuts[98], 1)


def _kinds(statement: Statement) -> list[str]:
    if statement.lane != "statement":
        return [statement.lane]
    links = statement.links
    kinds = ["reply"] * bool(links.replies_to) + ["question"] * bool(links.asks)
    return kinds or ["statement"]


def count_incidents(state: State, entries: list[Entry]) -> IncidentCounts:
    """Count; `state` is the fold of `entries`."""
    events = [event for entry in entries for event in entry.events]

    def count(kind: type[Event]) -> int:
        return sum(isinstance(event, kind) for event in events)

    return IncidentCounts(
        points=count(PointRaised),
        absences=count(LeftHall),
        suspensions=count(Suspended),
        take_overs=count(ChairTaken),
        guests=count(GuestAdded),
        blocs=sum(bool(statement.on_behalf) for statement in heard(state)),
        shortened=sum(e.to_ms is not None for e in _shortenings(events)),
        written=sum(request.status == "written" for request in state.requests.values()),
        extensions=count(Extended),
        ceded=sum(_is_cede(entry) for entry in entries),
        rights_of_reply=sum(statement.lane == "right_of_reply" for statement in heard(state)),
    )


def _shortenings(events: list[Event]) -> Iterator[StatementsShortened]:
    return (event for event in events if isinstance(event, StatementsShortened))


def _is_cede(entry: Entry) -> bool:
    """R22: a seat ends its own statement only by ceding the rest; the chair's own ends and calls look alike."""
    return entry.actor.startswith("seat:") and any(isinstance(event, Ended) for event in entry.events)
