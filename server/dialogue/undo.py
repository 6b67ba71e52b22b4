"""Undo (R6): how each kind of act is compensated, what it touches, and which acts may still be undone.

An act is one entry of a console. Its compensation is worked out when it happens, from the state before. A
later act that touches the same thing makes it `overtaken`, until that later act is undone itself.
"""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec.structs import replace

from server.dialogue import events as ev
from server.dialogue.entry import Entry
from server.dialogue.events import Event
from server.dialogue.ids import StatementId
from server.dialogue.state import Act, State
from server.dialogue.touches import about, touches
from server.dialogue.values import Statement

Steps = Sequence[tuple[State, Event]]


def _statement(state: State, statement: StatementId) -> Statement:
    return state.statements[statement]


def _step(before: State, e: ev.StepMoved) -> Event:
    return ev.StepReverted(
        step=before.step,
        step_since_ms=before.step_since_ms,
        opened_at_ms=before.opened_at_ms,
        planned_end_ms=before.planned_end_ms,
        lineup=before.lineup,
        removed_slots=tuple(slot.id for slot in e.slots),
        restored_slots=e.lapsed_slots,
        restored_requests=e.lapsed_requests,
    )


def _suspension(before: State, _e: Event) -> Event:
    held = _statement(before, before.floor) if before.floor else None
    return ev.SuspensionReverted(before.suspension, held)


def _slot(before: State, e: ev.SlotDeferred | ev.SlotLapsed | ev.SlotRestored) -> Event:
    return ev.SlotReverted(before.slots[e.slot], before.lineup)


def _changed(before: State, e: ev.RequestChanged) -> Event:
    was = before.requests[e.request]
    return ev.RequestChanged(was.id, was.links, was.language, was.text)


def _amended(before: State, e: ev.IssueAmended) -> Event:
    was = before.issues[e.issue]
    return ev.IssueAmended(was.id, was.theme, was.title, was.language, was.addressees)


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
    ev.ListClosed: lambda _, __: ev.ListOpened(),
    ev.ListOpened: lambda _, __: ev.ListClosed(),
    ev.Called: lambda _, e: ev.CallWithdrawn(e.statement.id),
    ev.CallWithdrawn: _floor,
    ev.NotHere: lambda before, e: ev.NotHereReverted(_statement(before, e.statement), before.pins),
    ev.Started: lambda _, e: ev.Voided(e.statement),
    ev.Ended: _floor,
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
"""Left out: compensations themselves, and the chair's console changing hands (R4), which the other side undoes."""


def remember(acts: tuple[Act, ...], entry: Entry, steps: Steps) -> tuple[Act, ...]:
    """The acts that may be undone once `entry` has happened; `steps`: its events and the states before."""
    if not steps:
        return acts
    first = steps[0][1]
    if isinstance(first, ev.ActUndone):
        return _forget(acts, first.act, steps)
    touched = {thing for before, event in steps for thing in touches(before, event)}
    acts = tuple(
        replace(act, overtaken_by=(*act.overtaken_by, entry.seq)) if touched & set(act.touches) else act
        for act in acts
    )
    act = _act(entry, steps, touched)
    depth = steps[0][0].setup.rules.undo_depth
    return acts if act is None else (*acts, act)[-depth:]


def _act(entry: Entry, steps: Steps, touched: set[str]) -> Act | None:
    if not entry.actor.startswith("console:"):
        return None
    if not all(type(event) in COMPENSATIONS for _, event in steps):
        return None
    undo = tuple(COMPENSATIONS[type(event)](before, event) for before, event in reversed(steps))
    before, first = steps[0]
    kind = str(first.__struct_config__.tag)
    return Act(entry.seq, kind, about(before, first), undo, tuple(sorted(touched)))


def _forget(acts: tuple[Act, ...], undone: int, steps: Steps) -> tuple[Act, ...]:
    """An undone act is gone, and so is the call of a statement that was voided with its start (R6, moment 8)."""
    voided = {event.statement for _, event in steps if isinstance(event, ev.Voided)}
    gone = {undone}
    kept: list[Act] = []
    for act in acts:
        undo = tuple(e for e in act.undo if not (isinstance(e, ev.CallWithdrawn) and e.statement in voided))
        if act.seq == undone or not undo:
            gone.add(act.seq)
        else:
            kept.append(replace(act, undo=undo))
    return tuple(
        replace(act, overtaken_by=tuple(seq for seq in act.overtaken_by if seq not in gone)) for act in kept
    )
