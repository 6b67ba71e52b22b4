"""Whom or what an act was about, for the word on "undo" (R6)."""

from collections.abc import Callable
from typing import Any

from server.dialogue.events import Event
from server.dialogue.ids import StatementId
from server.dialogue.incidents import Point
from server.dialogue.state import State
from server.dialogue.values import Issue, Request, Statement


def _seat_of(before: State, statement: Statement | StatementId) -> str:
    return statement.seat if isinstance(statement, Statement) else before.statements[statement].seat


ABOUT: dict[str, Callable[[State, Any], str]] = {
    "statement": _seat_of,
    "request": lambda before, r: r.seat if isinstance(r, Request) else before.requests[r].seat,
    "pin": lambda before, pin: before.requests[pin.request].seat,
    "slot": lambda before, slot: before.slots[slot].party,
    "issue": lambda before, i: i.seat if isinstance(i, Issue) else before.issues[i].seat,
    "screen": lambda _, screen: str(screen),
    "step": lambda _, step: str(step.phase),
    "guest": lambda _, guest: guest.seat.id,
    "point": lambda before, p: p.seat if isinstance(p, Point) else before.points[p].seat,
    "seat": lambda _, seat: str(seat),
}
"""By the name of the field that says whom an event is about."""


def about(before: State, event: Event) -> str:
    """Whom or what an act was about: a seat, a slot's party, a screen, a phase; empty if nobody."""
    field = next((name for name in ABOUT if hasattr(event, name)), None)
    return "" if field is None else ABOUT[field](before, getattr(event, field))
