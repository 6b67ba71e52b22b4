"""The state of one dialogue: what the events so far add up to. Frozen; only the fold of an event makes a new one.

Facts are stored once. Whatever follows from them (the order of the list, answers due, totals, the status of
an issue, the forecast) is computed where it is asked for, so that undoing an act can't leave it behind; and
computed once for each state (`once_per_state`), as rules and the views of all audiences rest on the same.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, wraps
from typing import TypeVar

from msgspec import Struct

from server.dialogue.model.ids import (
    DueId,
    IssueId,
    PointId,
    RequestId,
    ScreenId,
    SeatId,
    SlotId,
    StatementId,
    snake,
)
from server.dialogue.model.setup import AnswerMode, OrderMode, Setup
from server.dialogue.model.table import Table
from server.dialogue.model.values import (
    Guest,
    Issue,
    Message,
    Pause,
    Pin,
    Point,
    Request,
    SceneKind,
    Slot,
    Statement,
    Step,
    Suspension,
    TakeOver,
)

T = TypeVar("T")


class Event(Struct, frozen=True, tag=snake, forbid_unknown_fields=True):
    """What happened. The journal holds these and nothing else.

    An event carries no instant: the entry that holds it does. Tags are part of the journal's format and of the
    catalogues; they are never reused for another meaning.
    """

    def fold(self, state: "State", at_ms: int, /) -> "State":
        """Return the state after it. Total: an event that is in a journal can be folded."""
        raise NotImplementedError

    def compensation(self, before: "State", /) -> "Event":
        """Return what takes it back (R6), given the state before it. Not every kind can be: see `can_be_undone`."""
        raise NotImplementedError

    def touches(self, before: "State", /) -> tuple[str, ...]:
        """Return the things it changes or leans on: two acts that touch the same one depend on each other (R6)."""
        return ()

    def about(self, before: "State", /) -> str:
        """Return whom or what it is about, for the word on "undo": a seat, party, screen or step; empty if nobody."""
        return ""

    @classmethod
    def can_be_undone(cls) -> bool:
        """Whether there is something that takes it back."""
        return cls.compensation is not Event.compensation


class Act(Struct, frozen=True, dict=True):
    """One of the chair's acts that may still be undone (R6): one entry of a console.

    What undoes it is worked out when somebody asks, from the state before it.
    """

    seq: int
    at_ms: int
    events: tuple[Event, ...]
    before: "State"
    """Its own list of acts is empty."""
    overtaken_by: tuple[int, ...] = ()
    """Later entries that depend on it and are no acts in this list themselves, so that they are never undone."""

    @property
    def kind(self) -> str:
        """The first event's tag: names the act in the catalogues (`act-ended`)."""
        return str(self.events[0].__struct_config__.tag)

    @property
    def about(self) -> str:
        """The seat, party, screen or step it was about."""
        return self.events[0].about(self.before)

    @cached_property
    def touches(self) -> frozenset[str]:
        """What it changed; a later act on the same makes it overtaken."""
        return touched(self.before, self.events, self.at_ms)

    @property
    def compensations(self) -> tuple[Event, ...]:
        """What takes it back, last things first."""
        steps = reversed(tuple(unfolded(self.before, self.events, self.at_ms)))
        return tuple(event.compensation(before) for before, event in steps)


class State(Struct, frozen=True, dict=True):
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
    requests: Table[RequestId, Request] = Table()
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
    statements: Table[StatementId, Statement] = Table()
    issues: Table[IssueId, Issue] = Table()
    points: Table[PointId, Point] = Table()
    point: PointId | None = None
    """The one that is recognised and not ruled on yet."""
    message: Message | None = None
    scenes: dict[ScreenId, SceneKind] = {}
    frozen_at: dict[ScreenId, int] = {}
    """The seq of the state that a frozen screen goes on to show; `decider.follow` keeps that state."""
    acts: tuple[Act, ...] = ()


Pictures = Mapping[int, State]
"""What frozen screens go on to show: the states in which they were frozen, by seq. `at_ms` says when."""


def unfolded(before: State, events: tuple[Event, ...], at_ms: int) -> Iterator[tuple[State, Event]]:
    """Yield each event of an entry with the state before it."""
    for event in events:
        yield before, event
        before = event.fold(before, at_ms)


def touched(before: State, events: tuple[Event, ...], at_ms: int) -> frozenset[str]:
    """Return all that the events of an entry touch."""
    if len(events) == 1:
        return frozenset(events[0].touches(before))
    steps = unfolded(before, events, at_ms)
    return frozenset(thing for state, event in steps for thing in event.touches(state))


def once_per_state(work: Callable[[State], T]) -> Callable[[State], T]:
    """Compute what follows from a state when it is first asked for, and keep it with the state.

    What it returns is shared by all who ask: nobody changes it.
    """
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def kept(state: State) -> T:
        known: dict[str, T] = state.__dict__
        if name not in known:
            known[name] = work(state)
        return known[name]

    return kept
