"""The state of one dialogue: what the events so far add up to, and the things it is made of.

All frozen; only the fold of an event makes a new state. Facts are stored once. Whatever follows from them (the order
of the list, answers due, totals, the status of an issue, the forecast) is computed where it is asked for, so that
undoing an act can't leave it behind; and computed once for each state (`once_per_state`), as rules and the views of
all audiences rest on the same.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, wraps
from typing import ClassVar, Literal, TypeVar

from msgspec import Struct

from server.dialogue.model.ids import (
    ActionId,
    DueId,
    IssueId,
    PartyId,
    PersonVersion,
    PointId,
    RequestId,
    ScreenId,
    SeatId,
    SlotId,
    StatementId,
    ThemeId,
    snake,
)
from server.dialogue.model.register import People
from server.dialogue.model.setup import AnswerMode, Language, OrderMode, Seat, Setup
from server.dialogue.model.table import Table

T = TypeVar("T")

Phase = Literal["scheduled", "opening", "interventions", "exchange", "closing", "closed"]
Lane = Literal["remarks", "intervention", "statement", "answer", "right_of_reply"]
RequestLane = Literal["statement", "answer", "right_of_reply"]
HoldReason = Literal["interpretation", "technical", "order_in_hall", "medical"]
SuspendReason = Literal["break", "interpretation", "technical", "order_in_hall", "medical"]
HeldBecause = Literal["break", "interpretation", "technical", "order_in_hall", "medical", "point_of_order"]
Ruling = Literal["upheld", "dismissed", "noted"]
PointStatus = Literal["raised", "recognised", "upheld", "dismissed", "noted", "withdrawn"]
IssueFact = Literal["written"]
ActionWord = Literal["acknowledged", "declined"]
StatementStatus = Literal["called", "speaking", "held", "ended", "voided", "withdrawn"]
RequestStatus = Literal["open", "called", "heard", "withdrawn", "written", "lapsed"]
Signal = Literal["ready", "finished", "not_now"]
SceneKind = Literal["speaker", "list", "actions", "message", "blank", "freeze"]
"""What a screen shows; "freeze": what it showed when that was set, come what may."""


class Step(Struct, frozen=True):
    """Where the dialogue is (R1). `round` is 0 outside the rounds."""

    phase: Phase = "scheduled"
    round: int = 0


class Slot(Struct, frozen=True):
    """A group's budget of time in a round (R10)."""

    id: SlotId
    party: PartyId
    round: int
    budget_ms: int
    seats: tuple[SeatId, ...]
    """Who speaks, in which order."""
    deferred: bool = False
    """It was not ready once and went to the end of the line-up (R11)."""
    lapsed: bool = False
    missed: tuple[SeatId, ...] = ()
    """Who was called in vain since the slot's turn came (R11)."""


class Links(Struct, frozen=True, omit_defaults=True):
    """What a statement is about (R12, R27); lanes are procedure, links are content."""

    replies_to: tuple[str, ...] = ()
    """Issues ("i3") and statements ("s7")."""
    asks: tuple[PartyId, ...] = ()
    answers: tuple[DueId, ...] = ()


class Request(Struct, frozen=True):
    """An entry in the list of speakers (R12). The order of `State.requests` is the order of arrival."""

    id: RequestId
    seat: SeatId
    party: PartyId
    lane: RequestLane
    links: Links
    language: Language
    text: str
    arrived_at_ms: int
    on_behalf: tuple[PartyId, ...] = ()
    """Others for whom it speaks (R17)."""
    length_ms: int | None = None
    """The time chosen for a guest (R32); None: by lane."""
    status: RequestStatus = "open"
    version: int = 1
    """Another one with each change: a change names the one it was made of (R12)."""


class Pin(Struct, frozen=True):
    """A row that the chair moved (R16): it stands right before the first of `before` that still waits, or last."""

    request: RequestId
    before: tuple[RequestId, ...]
    """All that followed it when it was moved, so that its place survives when its neighbour is heard."""


class Statement(Struct, frozen=True):
    """One turn at the floor (R19). Elapsed = (ended or held or now) - started - held_ms."""

    id: StatementId
    lane: Lane
    seat: SeatId
    party: PartyId
    step: Step
    links: Links
    language: Language
    text: str
    allotted_ms: int
    called_at_ms: int
    person: PersonVersion = PersonVersion("")
    """Who was called: by whose factor its time was multiplied (R21). Set as it is called."""
    request: RequestId | None = None
    slot: SlotId | None = None
    shares: StatementId | None = None
    """The colleague's part of the same answer, whose rest it was ceded (R22, R29)."""
    on_behalf: tuple[PartyId, ...] = ()
    started_at_ms: int | None = None
    ended_at_ms: int | None = None
    held_at_ms: int | None = None
    resumed_at_ms: int | None = None
    """When the last hold ended."""
    held_ms: int = 0
    hold_reason: HeldBecause | None = None
    """A suspension or a point of order holds with its own reason (R3, R30)."""
    status: StatementStatus = "called"
    signal: Signal | None = None
    """What the speaker's phone says to the chair: "I'm ready", "I've finished"."""
    was_away: bool = False
    """It was called though the seat was away (R7): if the call does not count, the seat is away again."""
    interpreted_at_ms: int | None = None
    """When the interpreter had finished too, where that was waited for after the end (R24)."""


class Issue(Struct, frozen=True):
    """A problem raised (R26). Its code reads "<party> <number>", as in "Youth 1.2"."""

    id: IssueId
    party: PartyId
    seat: SeatId
    number: str
    theme: ThemeId
    title: str
    language: Language
    addressees: tuple[PartyId, ...]
    """Empty: all States."""
    statement: StatementId | None
    """None: filed beforehand and not yet raised at the floor."""
    raised_at_ms: int
    retracted: bool = False
    """Withdrawn, or made by mistake."""
    merged_into: IssueId | None = None
    """Treated as part of another; replies to either count for that one."""
    facts: dict[PartyId, IssueFact] = {}
    """What a State promised without the floor (R28)."""


class ActionAnswer(Struct, frozen=True):
    """What a party says of a joint action that names it (R37)."""

    word: ActionWord
    text: str
    """In its own words; may be empty."""
    at_ms: int


class JointAction(Struct, frozen=True):
    """What some are to do together (R37)."""

    id: ActionId
    party: PartyId
    """Who proposed it; of the chair's and the Secretariat's own the chair's party."""
    statement: StatementId | None
    """At which it was proposed; None: by chair or Secretariat."""
    what: str
    """Empty in what older journals say was acknowledged."""
    language: Language
    parties: tuple[PartyId, ...]
    """Who is to do it, as far as they have a seat: each acknowledges or declines."""
    others: str
    """Who else, as a text: who has no seat acknowledges nothing."""
    by_when: str
    mandate: str
    """Of which mandate; cited as provisional until the Summit has adopted it."""
    issue: IssueId | None
    """From which it came."""
    proposed_at_ms: int
    version: int = 1
    """Another one with each change of its words: an answer names the one that it was given to."""
    answers: dict[PartyId, ActionAnswer] = {}
    """The last word of each party counts."""
    retracted: bool = False
    merged_into: ActionId | None = None
    """Treated as part of another one, whose words and answers count."""


class Point(Struct, frozen=True):
    """A point of order (R30): private to the console until it is recognised."""

    id: PointId
    seat: SeatId
    party: PartyId
    text: str
    raised_at_ms: int
    status: PointStatus = "raised"
    length_ms: int = 0
    """The time it was given when it was recognised."""
    recognised_at_ms: int | None = None
    """Its clock runs from then on, until the first ruling."""
    ruled_at_ms: int | None = None
    appealed: bool = False
    """An appeal against the ruling is noted; there is no vote."""


class Guest(Struct, frozen=True):
    """Somebody unplanned, with a seat of their own, and a party of the same name (R32)."""

    seat: Seat


class Message(Struct, frozen=True):
    """A line for the screens in the hall."""

    text: str
    shown_at_ms: int


class Suspension(Struct, frozen=True):
    """R3."""

    reason: SuspendReason
    since_ms: int
    resume_at_ms: int | None
    held: StatementId | None
    """The speech that the suspension held, if one ran."""


class Pause(Struct, frozen=True):
    """A time, now over, in which nobody could speak: a suspension or a point of order (R3, R30)."""

    since_ms: int
    until_ms: int


class TakeOver(Struct, frozen=True):
    """R4: a console asked to preside; the other can still refuse."""

    console: str
    asked_at_ms: int


class _Target(Struct, frozen=True, tag=snake, forbid_unknown_fields=True):
    """What may be called to the floor."""


class RequestTarget(_Target, frozen=True):
    request: RequestId


class SlotTarget(_Target, frozen=True):
    slot: SlotId
    seat: SeatId


class AnswerTarget(_Target, frozen=True):
    due: DueId
    seat: SeatId


class RemarksTarget(_Target, frozen=True):
    """The chair's own remarks, timed because she starts them as a statement (R25)."""

    seat: SeatId


Target = RequestTarget | SlotTarget | AnswerTarget | RemarksTarget


class Event(Struct, frozen=True, tag=snake, forbid_unknown_fields=True):
    """What happened. The journal holds these and nothing else.

    An event carries no instant: the entry that holds it does. Tags are part of the journal's format and of the
    catalogues; they are never reused for another meaning.
    """

    can_be_undone: ClassVar[bool] = False
    """Whether there is something that takes it back."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.can_be_undone = cls.compensation is not Event.compensation

    def fold(self, state: "State", at_ms: int, /) -> "State":
        """Return the state after it. Total: an event that is in a journal can be folded."""
        raise NotImplementedError

    def compensation(self, before: "State", /) -> "Event":
        """Return what takes it back (R6), given the state before it. Not every kind can be: see `can_be_undone`."""
        raise NotImplementedError

    @property
    def introduces(self) -> tuple[PersonVersion, ...]:
        """The versions of the register that the journal names here for the first time."""
        return ()

    def touches(self, before: "State", /) -> tuple[str, ...]:
        """Return the things it changes or leans on: two acts that touch the same one depend on each other (R6)."""
        return ()

    def about(self, before: "State", /) -> str:
        """Return whom or what it is about, for the word on "undo": a seat, party, screen or step; empty if nobody."""
        return ""


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
    introduced: dict[PersonVersion, SeatId] = {}
    """The versions of the register that entries have named, and that were not erased, each with its seat."""
    erased: tuple[PersonVersion, ...] = ()
    """Those that were: the register is to hold them no more."""
    people: People = {}
    """Who they are, as far as the register knows: put beside what was folded (`Known.with_people`)."""
    seq: int = 0
    at_ms: int = 0
    step: Step = Step()
    step_since_ms: int = 0
    opened_at_ms: int | None = None
    planned_end_ms: int = 0
    closed_at_ms: int | None = None
    reopened_at_ms: int | None = None
    """When the close was last taken back (R39)."""
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
    guest_number: int = 0
    """Of the last one who was added, be it by mistake: no name is given twice."""
    resumptions: dict[int, tuple[int | None, ...]] = {}
    """By the instant of a suspension: which times to resume were announced before the one that holds (R3)."""
    not_here: dict[SeatId, int] = {}
    """How often a seat was called in vain (R20)."""
    in_vain: tuple[StatementId, ...] = ()
    """Calls at which nobody was there (R11, R20)."""
    floor: StatementId | None = None
    interpreting: StatementId | None = None
    """It has ended and its interpreter has not: nobody starts before that (R24)."""
    statements: Table[StatementId, Statement] = Table()
    issues: Table[IssueId, Issue] = Table()
    actions: Table[ActionId, JointAction] = Table()
    points: Table[PointId, Point] = Table()
    point: PointId | None = None
    """The one that is recognised and not ruled on yet."""
    taken_back: tuple[RequestId | PointId, ...] = ()
    """Withdrawn, but still named by an act that may be undone: after that they leave the state."""
    message: Message | None = None
    scenes: dict[ScreenId, SceneKind] = {}
    frozen_at: dict[ScreenId, int] = {}
    """The seq of the state that a frozen screen goes on to show; `decider.follow` keeps that state."""
    acts: tuple[Act, ...] = ()


Acts = tuple[Act, ...]
"""Oldest first."""

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
