"""The state of one dialogue: what the events so far add up to. Frozen; only `evolve` makes a new one.

Facts are stored once. Whatever follows from them (the order of the list, answers due, totals, the status of
an issue, the forecast) is computed where it is asked for, so that undoing an act can't leave it behind.
"""

from msgspec import Struct

from server.dialogue.choices import AnswerMode, OrderMode
from server.dialogue.events import Event
from server.dialogue.ids import DueId, IssueId, PointId, RequestId, ScreenId, SeatId, SlotId, StatementId
from server.dialogue.incidents import Guest, Message, Pause, Point, Suspension, TakeOver
from server.dialogue.setup import Setup
from server.dialogue.values import (
    Issue,
    Pin,
    Request,
    SceneKind,
    Slot,
    Statement,
    Step,
)


class Act(Struct, frozen=True):
    """One of the chair's acts that may still be undone (R6)."""

    seq: int
    kind: str
    """The first event's tag: names the act in the catalogues (`act-ended`)."""
    about: str
    """The seat, party, screen or step it was about."""
    undo: tuple[Event, ...]
    touches: tuple[str, ...]
    """What it changed; a later act on the same makes it overtaken."""
    overtaken_by: tuple[int, ...] = ()
    """Later entries that depend on it."""


class State(Struct, frozen=True):
    """The whole dialogue after entry `seq`."""

    setup: Setup
    seq: int = 0
    at_ms: int = 0
    step: Step = Step()
    step_since_ms: int = 0
    opened_at_ms: int | None = None
    planned_end_ms: int = 0
    closed_at_ms: int | None = None
    suspension: Suspension | None = None
    suspensions: tuple[Pause, ...] = ()
    """Those that are over."""
    console: str = "console:chair"
    take_over: TakeOver | None = None
    slots: dict[SlotId, Slot] = {}
    lineup: tuple[SlotId, ...] = ()
    requests: dict[RequestId, Request] = {}
    pins: tuple[Pin, ...] = ()
    list_open: bool = True
    last_call_ends_ms: int | None = None
    """After that instant the list is closed though nobody acted (R18)."""
    shortened_ms: int | None = None
    """Length of statements not yet called, where the chair shortened it (R35)."""
    order: OrderMode = "arrival"
    answers: AnswerMode = "batch"
    written: tuple[DueId, ...] = ()
    """Answers due for which a written reply was promised (R28)."""
    away: tuple[SeatId, ...] = ()
    substitutes: tuple[SeatId, ...] = ()
    """Seats on which a substitute sits (R7)."""
    guests: tuple[Guest, ...] = ()
    not_here: dict[SeatId, int] = {}
    """How often a seat was called in vain (R20)."""
    floor: StatementId | None = None
    interpreting: StatementId | None = None
    """It has ended and its interpreter has not: nobody starts before that (R24)."""
    statements: dict[StatementId, Statement] = {}
    issues: dict[IssueId, Issue] = {}
    points: dict[PointId, Point] = {}
    point: PointId | None = None
    """The one that is recognised and not ruled on yet."""
    message: Message | None = None
    scenes: dict[ScreenId, SceneKind] = {}
    pictures: dict[ScreenId, "State"] = {}
    """What each frozen screen goes on to show: the state in which it was frozen; `at_ms` is when that was."""
    acts: tuple[Act, ...] = ()
