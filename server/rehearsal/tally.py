"""The incidents of a rehearsal, counted from its journal: what happened, whatever was planned."""

from collections.abc import Iterator

from msgspec import Struct

from server.dialogue.derived.dues import heard
from server.dialogue.entry import Entry
from server.dialogue.model.state import Event, State
from server.dialogue.rooms.chair import ChairTaken
from server.dialogue.rooms.floor import Ended
from server.dialogue.rooms.points import PointRaised
from server.dialogue.rooms.seats import GuestAdded, LeftHall
from server.dialogue.rooms.session import Extended, Suspended
from server.dialogue.rooms.speakers import StatementsShortened


class Tally(Struct, frozen=True):
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


def tally(state: State, entries: list[Entry]) -> Tally:
    """Count; `state` is the fold of `entries`."""
    events = [event for entry in entries for event in entry.events]

    def count(kind: type[Event]) -> int:
        return sum(isinstance(event, kind) for event in events)

    return Tally(
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
