"""What an event touches: two acts that touch the same thing depend on each other (R6)."""

from collections.abc import Callable
from typing import Any

from server.dialogue import events as ev
from server.dialogue.events import Event
from server.dialogue.ids import RequestId
from server.dialogue.state import State
from server.dialogue.values import Links, Statement

Touch = tuple[str, ...]
OnFloor = (
    ev.CallWithdrawn
    | ev.NotHere
    | ev.Started
    | ev.Ended
    | ev.InterpretationFinished
    | ev.Voided
    | ev.Held
    | ev.Resumed
    | ev.StartMoved
)


def _source(statement: Statement) -> Touch:
    return tuple(thing for thing in (statement.request, statement.slot) if thing)


def _floor(before: State, e: OnFloor) -> Touch:
    statement = before.statements[e.statement]
    return ("floor", statement.id, *_source(statement))


def _called(_before: State, e: ev.Called) -> Touch:
    """Who is called is not away: whether a seat is here is not undone under its call (R7)."""
    statement = e.statement
    here = f"seat:{statement.seat}"
    return ("floor", "step", here, statement.id, *_source(statement), *_linked(statement.links))


def _stopped(before: State, _e: Event) -> Touch:
    """What stops all clocks, or lets them run again, leans on the floor even when it is free (R3, R30)."""
    return ("floor", *((before.floor,) if before.floor else ()))


def _step(before: State, e: ev.StepMoved) -> Touch:
    end = ("end",) if e.planned_end_ms != before.planned_end_ms else ()
    waiting = (r for r, request in before.requests.items() if request.status == "open")
    return ("step", "floor", "lineup", *end, *(slot.id for slot in e.slots), *e.lapsed_slots, *waiting)


def _linked(links: Links) -> Touch:
    return tuple(f"content:{thing}" for thing in (*links.replies_to, *links.answers))


def _lane(before: State, *requests: RequestId) -> Touch:
    """One open request per seat and lane (R12): a newer one stands in the way of one that would come back."""
    mine = (before.requests[request] for request in requests)
    return tuple(f"lane:{request.seat}.{request.lane}" for request in mine)


def _raised(before: State, e: ev.IssueRaised) -> Touch:
    """A guest who is named in the record is not removed from it (R32)."""
    seat = e.issue.seat
    guest = (f"seat:{seat}",) if seat in {g.seat.id for g in before.guests} else ()
    return (f"content:{e.issue.id}", *guest)


def _merged(before: State, e: ev.IssueMerged) -> Touch:
    issues = (e.issue, e.into, before.issues[e.issue].merged_into)
    return tuple(f"content:{issue}" for issue in issues if issue)


TOUCHES: dict[type[Event], Callable[[State, Any], Touch]] = {
    ev.StepMoved: _step,
    ev.Extended: lambda _, __: ("end",),
    ev.Suspended: lambda before, e: ("suspension", *_stopped(before, e)),
    ev.SessionResumed: lambda before, e: ("suspension", *_stopped(before, e)),
    ev.LineupOrdered: lambda _, __: ("lineup",),
    ev.SlotArranged: lambda _, e: (e.slot,),
    ev.SlotDeferred: lambda _, e: (e.slot, "lineup"),
    ev.SlotLapsed: lambda _, e: (e.slot, "lineup"),
    ev.SlotRestored: lambda _, e: (e.slot, "lineup"),
    ev.RequestAdded: lambda _, e: (
        e.request.id,
        f"lane:{e.request.seat}.{e.request.lane}",
        *_linked(e.request.links),
    ),
    ev.RequestChanged: lambda _, e: (e.request, *_linked(e.links)),
    ev.RequestWithdrawn: lambda before, e: (e.request, *_lane(before, e.request)),
    ev.RequestMoved: lambda _, e: ("pins", e.pin.request),
    ev.OrderSet: lambda _, __: ("order",),
    ev.ListClosed: lambda _, __: ("list",),
    ev.ListOpened: lambda _, __: ("list",),
    ev.Called: _called,
    ev.CallWithdrawn: _floor,
    ev.NotHere: lambda before, e: ("pins", *_floor(before, e)),
    ev.Started: lambda before, e: (*_floor(before, e), *(f"content:{i}" for i in e.issues)),
    ev.Ended: _floor,
    ev.Voided: _floor,
    ev.InterpretationFinished: _floor,
    ev.Held: _floor,
    ev.Resumed: _floor,
    ev.StartMoved: _floor,
    ev.TimeAdjusted: lambda _, e: (f"time:{e.statement}",),
    ev.IssueRaised: _raised,
    ev.IssueAmended: lambda _, e: (f"content:{e.issue}",),
    ev.Linked: lambda _, e: (f"links:{e.statement}", *_linked(e.links)),
    ev.AnswersSet: lambda _, __: ("answers",),
    ev.WrittenPromised: lambda _, e: (f"content:{e.due}",),
    ev.LastCallMade: lambda _, __: ("list",),
    ev.StatementsShortened: lambda _, __: ("lengths",),
    ev.WrittenAsked: lambda before, e: (*e.requests, *_lane(before, *e.requests)),
    ev.LeftHall: lambda _, e: (f"seat:{e.seat}",),
    ev.Returned: lambda _, e: (f"seat:{e.seat}",),
    ev.SubstituteSet: lambda _, e: (f"seat:{e.seat}",),
    ev.GuestAdded: lambda _, e: ("pins", e.request.id, f"seat:{e.guest.seat.id}"),
    ev.PointRaised: lambda _, e: (e.point.id,),
    ev.PointWithdrawn: lambda _, e: (e.point,),
    ev.PointRecognised: lambda before, e: ("point", e.point, *_stopped(before, e)),
    ev.PointRuled: lambda _, e: ("point", e.point),
    ev.IssueRetracted: lambda _, e: (f"content:{e.issue}",),
    ev.IssueMerged: _merged,
    ev.IssueMarked: lambda _, e: (f"content:{e.issue}",),
    ev.MessageSet: lambda _, __: ("message",),
    ev.SceneSet: lambda _, e: (f"scene:{e.screen}",),
}
"""Left out: what a seat signals or whether it is back; nothing depends on that."""


def touches(before: State, event: Event) -> Touch:
    """The things an event changes or leans on, given the state before it."""
    touch = TOUCHES.get(type(event))
    return () if touch is None else touch(before, event)
