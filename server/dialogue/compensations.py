"""How each kind of act is compensated (R6): worked out when it happens, from the state before it."""

from collections.abc import Callable
from typing import Any

from server.dialogue import events as ev
from server.dialogue.events import Event
from server.dialogue.ids import StatementId
from server.dialogue.state import State
from server.dialogue.values import Statement


def _statement(state: State, statement: StatementId) -> Statement:
    return state.statements[statement]


def _step(before: State, e: ev.StepMoved) -> Event:
    return ev.StepReverted(
        step=before.step,
        step_since_ms=before.step_since_ms,
        opened_at_ms=before.opened_at_ms,
        planned_end_ms=None if e.planned_end_ms == before.planned_end_ms else before.planned_end_ms,
        lineup=before.lineup,
        removed_slots=tuple(slot.id for slot in e.slots),
        restored_slots=e.lapsed_slots,
    )


def _suspension(before: State, _e: Event) -> Event:
    held = _statement(before, before.floor) if before.floor else None
    return ev.SuspensionReverted(before.suspension, held)


def _slot(before: State, e: ev.SlotDeferred | ev.SlotLapsed | ev.SlotRestored) -> Event:
    return ev.SlotReverted(before.slots[e.slot], before.lineup)


def _changed(before: State, e: ev.RequestChanged) -> Event:
    was = before.requests[e.request]
    return ev.RequestChanged(was.id, was.links, was.language, was.text, was.on_behalf)


def _amended(before: State, e: ev.IssueAmended) -> Event:
    was = before.issues[e.issue]
    return ev.IssueAmended(was.id, was.theme, was.title, was.language, was.addressees)


def _list(before: State, _e: Event) -> Event:
    return ev.ListReverted(before.list_open, before.last_call_ends_ms)


def _marked(before: State, e: ev.IssueMarked) -> Event:
    return ev.IssueMarked(e.issue, e.party, before.issues[e.issue].facts.get(e.party))


def _recognised(before: State, e: ev.PointRecognised) -> Event:
    held = _statement(before, before.floor) if before.floor and e.held_at_ms is not None else None
    return ev.PointReverted(e.point, held)


def _seat(before: State, e: ev.LeftHall | ev.SubstituteSet | ev.Returned) -> Event:
    return ev.SeatReverted(e.seat, e.seat in before.away, e.seat in before.substitutes)


def _clock(before: State, e: ev.Held | ev.Resumed | ev.StartMoved) -> Event:
    return ev.StatementReverted(_statement(before, e.statement))


def _floor(before: State, e: ev.Ended | ev.Voided | ev.CallWithdrawn) -> Event:
    return ev.FloorRestored(_statement(before, e.statement))


COMPENSATIONS: dict[type[Event], Callable[[State, Any], Event]] = {
    ev.StepMoved: _step,
    ev.Extended: lambda before, _: ev.Extended(before.planned_end_ms),
    ev.Suspended: _suspension,
    ev.SessionResumed: _suspension,
    ev.LineupOrdered: lambda before, _: ev.LineupOrdered(before.lineup),
    ev.SlotArranged: lambda before, e: ev.SlotArranged(e.slot, before.slots[e.slot].seats),
    ev.SlotDeferred: _slot,
    ev.SlotLapsed: _slot,
    ev.SlotRestored: _slot,
    ev.RequestAdded: lambda _, e: ev.RequestWithdrawn(e.request.id),
    ev.RequestChanged: _changed,
    ev.RequestWithdrawn: lambda _, e: ev.RequestReopened(e.request),
    ev.RequestMoved: lambda before, _: ev.PinsReverted(before.pins),
    ev.OrderSet: lambda before, _: ev.OrderSet(before.order),
    ev.ListClosed: _list,
    ev.ListOpened: _list,
    ev.LastCallMade: _list,
    ev.StatementsShortened: lambda before, _: ev.StatementsShortened(before.shortened_ms),
    ev.WrittenAsked: lambda _, e: ev.WrittenAskReverted(e.requests),
    ev.LeftHall: _seat,
    ev.Returned: _seat,
    ev.SubstituteSet: _seat,
    ev.GuestAdded: lambda _, e: ev.GuestRemoved(e.guest.seat.id, e.request.id),
    ev.PointRaised: lambda _, e: ev.PointWithdrawn(e.point.id),
    ev.PointWithdrawn: lambda _, e: ev.PointReverted(e.point, None),
    ev.PointRecognised: _recognised,
    ev.IssueRetracted: lambda _, e: ev.IssueRestored(e.issue),
    ev.IssueMerged: lambda before, e: ev.IssueMerged(e.issue, before.issues[e.issue].merged_into),
    ev.IssueMarked: _marked,
    ev.Called: lambda _, e: ev.CallWithdrawn(e.statement.id),
    ev.CallWithdrawn: _floor,
    ev.NotHere: lambda before, e: ev.NotHereReverted(_statement(before, e.statement), before.pins),
    ev.Started: lambda _, e: ev.Voided(e.statement),
    ev.Ended: _floor,
    ev.InterpretationFinished: lambda _, e: ev.InterpretationReverted(e.statement),
    ev.Held: _clock,
    ev.Resumed: _clock,
    ev.StartMoved: _clock,
    ev.TimeAdjusted: lambda _, e: ev.TimeAdjusted(e.statement, -e.by_ms),
    ev.Voided: _floor,
    ev.IssueRaised: lambda _, e: ev.IssueRetracted(e.issue.id),
    ev.IssueAmended: _amended,
    ev.Linked: lambda before, e: ev.Linked(e.statement, _statement(before, e.statement).links),
    ev.AnswersSet: lambda before, _: ev.AnswersSet(before.answers),
    ev.WrittenPromised: lambda _, e: ev.WrittenReverted(e.due),
    ev.MessageSet: lambda before, _: ev.MessageSet(before.message),
    ev.SceneSet: lambda before, e: ev.SceneSet(e.screen, before.scenes[e.screen]),
}
"""Left out: compensations themselves; the chair's console changing hands (R4), which the other side undoes;
rulings, which are corrected (R6); the close, which is reopened (R39)."""
