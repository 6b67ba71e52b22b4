"""Undo (R6): which of the chair's acts may still be undone.

An act is one entry of a console; its compensation is worked out when it happens. A later act that touches the
same thing makes it overtaken, until that later act is undone itself.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from server.dialogue import events as ev
from server.dialogue.about import about
from server.dialogue.compensations import COMPENSATIONS
from server.dialogue.entry import Entry
from server.dialogue.events import Event
from server.dialogue.state import Act, State
from server.dialogue.touches import touches

Steps = Sequence[tuple[State, Event]]


def remember(acts: tuple[Act, ...], entry: Entry, steps: Steps) -> tuple[Act, ...]:
    """The acts that may be undone once `entry` has happened; `steps`: its events and the states before."""
    if not steps:
        return acts
    first = steps[0][1]
    if isinstance(first, ev.ActUndone):
        return _forget(acts, first.act, steps)
    if isinstance(first, ev.Reopened):
        return ()  # R6: never past the close, though it was taken back
    touched = {thing for before, event in steps for thing in touches(before, event)}
    acts = tuple(
        replace(act, overtaken_by=(*act.overtaken_by, entry.seq)) if touched & set(act.touches) else act
        for act in acts
    )
    act = _act(entry, steps, touched)
    depth = steps[0][0].setup.rules.undo_depth
    if depth == 0:
        return ()
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
