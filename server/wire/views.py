"""The views: what each audience may see. Allow-lists: a field that is not here does not leave the server.

No nulls (an absent field is unset), collections are maps by id, arrays only where they are bounded. Instants
are epoch milliseconds of the dialogue's own clock; nothing here ticks, the client draws from its estimate of
server time.
"""

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from server.dialogue.commands import Command, Target
from server.dialogue.dues import DueStatus
from server.dialogue.ids import (
    DueId,
    IssueId,
    PartyId,
    PointId,
    RequestId,
    ScreenId,
    SeatId,
    SlotId,
    StatementId,
    ThemeId,
)
from server.dialogue.order import Reason
from server.dialogue.setup import AnswerMode, Language, OrderMode, PartyKind, Text
from server.dialogue.values import (
    HeldBecause,
    IssueFact,
    Lane,
    PointStatus,
    RequestLane,
    SceneKind,
    Signal,
    Step,
    SuspendReason,
)

SlotStatus = Literal["waiting", "speaking", "part_heard", "heard", "lapsed"]


class _View(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What all parts of a view share."""


class PartyView(_View, frozen=True, kw_only=True):
    """`mark`: ISO code of a State; triangle, circle, square, diamond for the groups; "chair"."""

    kind: PartyKind
    name: Text
    mark: str
    code: Text
    """Short form in issue codes ("Youth" in "Youth 1.2"); empty where the name serves."""


class SeatView(_View, frozen=True, kw_only=True):
    party: PartyId
    name: Text
    function: Text
    language: Language
    substitute: bool
    """A substitute of the delegation sits there (R7)."""


class DialogueView(_View, frozen=True, kw_only=True):
    """What does not change during the dialogue."""

    id: str
    title: Text
    place: Text
    timezone: str
    languages: tuple[Language, ...]
    rehearsal: bool
    rate: float
    """How fast the dialogue's clock runs; 1 outside rehearsals."""
    warn_first_ms: int
    warn_last_ms: int


class SuspensionView(_View, frozen=True, kw_only=True):
    reason: SuspendReason
    since_ms: int
    resume_at_ms: int | UnsetType = UNSET


class SessionView(_View, frozen=True, kw_only=True):
    """Where we are, and the session clock. `heard`: statements heard in this step."""

    step: Step
    planned_start_ms: int
    planned_end_ms: int
    hard_stop_ms: int
    heard: int
    list_open: bool
    presiding: SeatId
    """The seat of the console that presides (R4, R8)."""
    last_call_ends_ms: int | UnsetType = UNSET
    """R18: from that instant on the list is closed."""
    opened_at_ms: int | UnsetType = UNSET
    closed_at_ms: int | UnsetType = UNSET
    suspension: SuspensionView | UnsetType = UNSET


class Clock(_View, frozen=True, kw_only=True):
    """A speech clock: left = length - ((ended or held or now) - started - held_for). Not started: all is left."""

    length_ms: int
    held_for_ms: int
    started_at_ms: int | UnsetType = UNSET
    held_at_ms: int | UnsetType = UNSET


class Relation(_View, frozen=True, kw_only=True):
    """One link of a statement: it replies to an issue or statement, asks a group, or answers a question.

    `party` is whose issue or statement it is, or who is asked, or who had asked.
    """

    kind: Literal["replies_to", "asks", "answers"]
    party: PartyId
    issue: IssueId | UnsetType = UNSET
    statement: StatementId | UnsetType = UNSET
    due: DueId | UnsetType = UNSET


class FloorView(_View, frozen=True, kw_only=True):
    """Who has the floor. Called: the clock has not started (R19)."""

    statement: StatementId
    status: Literal["called", "speaking", "held"]
    lane: Lane
    seat: SeatId
    party: PartyId
    language: Language
    relations: tuple[Relation, ...]
    clock: Clock
    called_at_ms: int
    text: str
    on_behalf: tuple[PartyId, ...]
    """Others for whom it speaks (R17)."""
    hold_reason: HeldBecause | UnsetType = UNSET
    signal: Signal | UnsetType = UNSET


class NextView(_View, frozen=True, kw_only=True):
    """One of the next speakers (R36)."""

    lane: Lane
    seat: SeatId
    party: PartyId
    language: Language
    relations: tuple[Relation, ...]
    on_behalf: tuple[PartyId, ...]


class StatementView(_View, frozen=True, kw_only=True):
    """A statement that was heard."""

    order: int
    """1, 2, 3 … in the order in which they were heard."""
    lane: Lane
    seat: SeatId
    party: PartyId
    round: int
    language: Language
    relations: tuple[Relation, ...]
    issues: tuple[IssueId, ...]
    """Issues it raised."""
    text: str
    on_behalf: tuple[PartyId, ...]
    length_ms: int
    used_ms: int
    started_at_ms: int
    ended_at_ms: int


class IssueView(_View, frozen=True, kw_only=True):
    """An issue that was raised. Code: the party's `code`, then `number`."""

    party: PartyId
    seat: SeatId
    number: str
    theme: ThemeId
    title: str
    language: Language
    addressees: tuple[PartyId, ...]
    replies: tuple[StatementId, ...]
    """Statements that reply to it; none: no reply yet."""
    replied_by: tuple[PartyId, ...]
    facts: dict[PartyId, IssueFact]
    """Written reply promised, or action acknowledged (R28)."""
    merged: tuple[IssueId, ...]
    """Issues treated as part of it (R26)."""
    detached: bool
    """Its statement was voided (R24): raised by nobody for the moment."""
    statement: StatementId | UnsetType = UNSET


class PointView(_View, frozen=True, kw_only=True):
    """The point of order that is being decided (R30)."""

    seat: SeatId
    party: PartyId


class PublicView(_View, frozen=True, kw_only=True):
    """What everybody sees."""

    dialogue: DialogueView
    themes: dict[ThemeId, Text]
    parties: dict[PartyId, PartyView]
    seats: dict[SeatId, SeatView]
    session: SessionView
    next: tuple[NextView, ...]
    waiting: int
    """How many are still to be heard in this step."""
    statements: dict[StatementId, StatementView]
    """The last 30."""
    issues: dict[IssueId, IssueView]
    floor: FloorView | UnsetType = UNSET
    """Absent: the chair has the floor (R25)."""
    point: PointView | UnsetType = UNSET
    message: str | UnsetType = UNSET


class ScreenView(_View, frozen=True, kw_only=True):
    name: Text
    scene: SceneKind


class ScreensView(PublicView, frozen=True, kw_only=True):
    """The projection screens: the public view, and which scene each shows."""

    screens: dict[ScreenId, ScreenView]


class StageView(ScreensView, frozen=True, kw_only=True):
    """The stage technician: the screens, and whose microphone comes next."""

    order: tuple[SeatId, ...]
    """All who are still to be heard in this step, in the order in which they will be called."""


class AgendaRow(_View, frozen=True, kw_only=True):
    """Somebody still to be heard: a slot's seat, a request, or an answer due.

    ETA of its start = base(now) + offset, where base is when the floor gets free: the end of the running
    statement at full length (or at `pace`), never before now.
    """

    target: Target
    seat: SeatId
    party: PartyId
    lane: Lane
    language: Language
    relations: tuple[Relation, ...]
    text: str
    on_behalf: tuple[PartyId, ...]
    length_ms: int
    eta_limits_ms: int
    eta_pace_ms: int
    heard_ms: int
    """Time the party has used in the session."""
    turns: int
    """Statements of the party in the session."""
    reason: Reason
    """Why it stands where it stands (R15, R16)."""
    moved: bool
    away: bool
    arrived_at_ms: int | UnsetType = UNSET
    """When a request arrived."""


class SlotView(_View, frozen=True, kw_only=True):
    party: PartyId
    seats: tuple[SeatId, ...]
    heard: tuple[SeatId, ...]
    budget_ms: int
    used_ms: int
    status: SlotStatus
    deferred: bool


class DueView(_View, frozen=True, kw_only=True):
    """An answer due (R29). `ripe`: it is to be taken now, by the mode of answers chosen."""

    question: StatementId
    asker: PartyId
    group: PartyId
    status: DueStatus


class Forecast(_View, frozen=True, kw_only=True):
    """When it would end: max(now, end of the running statement) + tail (R33); the next round's cost (R34).

    `pace`: share of the allotted time that is used so far; `samples`: how many statements that rests on.
    """

    tail_limits_ms: int
    tail_pace_ms: int
    pace: float
    samples: int
    hand_over_ms: int
    closing_ms: int
    round_limits_ms: int
    round_pace_ms: int
    round_states: int
    """How many States the next round is counted with; each one more or less changes it by the next two."""
    round_per_state_limits_ms: int
    round_per_state_pace_ms: int


SuggestedAct = Literal[
    "open",
    "start_round",
    "call",
    "call_answer",
    "start",
    "end",
    "end_and_call",
    "resume",
    "resume_session",
    "start_exchange",
    "finish_exchange",
    "close",
    "recognise",
    "rule",
    "reopen",
]


class Suggestion(_View, frozen=True, kw_only=True):
    """What a button would do: the act, whom it is about, and the whole command to send."""

    act: SuggestedAct
    command: Command
    seat: SeatId | UnsetType = UNSET
    then: SeatId | UnsetType = UNSET
    round: int | UnsetType = UNSET


class MoveView(_View, frozen=True, kw_only=True):
    """A step the chair may move to, and what that would drop (R1)."""

    to: Step
    slots: tuple[SlotId, ...]
    requests: tuple[RequestId, ...]
    dues: tuple[DueId, ...]
    issues: tuple[IssueId, ...]
    """Issues nobody replied to yet."""


class ConsolePoint(_View, frozen=True, kw_only=True):
    """A point of order as the chair sees it; ruled ones stay, for a ruling can be corrected (R6, R30)."""

    seat: SeatId
    party: PartyId
    text: str
    raised_at_ms: int
    status: PointStatus
    appealed: bool


class Preview(_View, frozen=True, kw_only=True):
    """What one way of saving time would change (R35): the forecast's tails after it, and whom it touches."""

    kind: Literal["shorten", "written"]
    requests: tuple[RequestId, ...]
    tail_limits_ms: int
    tail_pace_ms: int
    command: Command
    to_ms: int | UnsetType = UNSET


class ActView(_View, frozen=True, kw_only=True):
    """The act that "undo" would take back: the tag of its first event, and whom it was about."""

    seq: int
    kind: str
    about: str


class Total(_View, frozen=True, kw_only=True):
    """Time used and turns of a party in the session."""

    used_ms: int
    turns: int


class TakeOverView(_View, frozen=True, kw_only=True):
    console: str
    asked_at_ms: int


class Cue(_View, frozen=True, kw_only=True):
    """What the chair does next: a Suggestion without its command."""

    act: SuggestedAct
    seat: SeatId | UnsetType = UNSET
    round: int | UnsetType = UNSET


class OpenDue(_View, frozen=True, kw_only=True):
    """An answer that is still due."""

    asker: PartyId
    group: PartyId


class ClosingSheet(_View, frozen=True, kw_only=True):
    """What the close leaves open (R39)."""

    requests: tuple[SeatId, ...]
    dues: tuple[OpenDue, ...]
    issues: tuple[IssueId, ...]


class PodiumView(PublicView, frozen=True, kw_only=True):
    """What the Minister in the chair reads; an aide works the console."""

    cue: Cue | UnsetType = UNSET
    closing: ClosingSheet | UnsetType = UNSET
    """In the closing."""


class ConsoleView(ScreensView, frozen=True, kw_only=True):
    """What the chair sees. `order` lists the keys of `agenda` as they will be called."""

    agenda: dict[str, AgendaRow]
    order: tuple[str, ...]
    slots: dict[SlotId, SlotView]
    lineup: tuple[SlotId, ...]
    dues: dict[DueId, DueView]
    totals: dict[PartyId, Total]
    forecast: Forecast
    moves: tuple[MoveView, ...]
    points: dict[PointId, ConsolePoint]
    previews: tuple[Preview, ...]
    away: tuple[SeatId, ...]
    statement_ms: int
    """Length of statements called from now on (R35)."""
    order_mode: OrderMode
    answers: AnswerMode
    console: str
    """The console that presides (R4)."""
    take_over_ms: int
    not_here_ms: int
    extend_ms: int
    reopen_ms: int
    """How long after the close it can be reopened (R39)."""
    primary: Suggestion | UnsetType = UNSET
    secondary: Suggestion | UnsetType = UNSET
    undo: ActView | UnsetType = UNSET
    take_over: TakeOverView | UnsetType = UNSET


class MyRequest(_View, frozen=True, kw_only=True):
    """A seat's own request; its place in the list and when its turn may come (offsets as in AgendaRow)."""

    lane: RequestLane
    relations: tuple[Relation, ...]
    language: Language
    text: str
    on_behalf: tuple[PartyId, ...]
    rank: int
    length_ms: int
    eta_limits_ms: int
    eta_pace_ms: int
    was_ms: int | UnsetType = UNSET
    """The length before the chair shortened it (R35)."""
    offer: PartyId | UnsetType = UNSET
    """Who speaks on its behalf: it may withdraw (R17)."""


class MySlot(_View, frozen=True, kw_only=True):
    """The slot of the seat's group in this round; `next`: this seat is who is called next in it."""

    slot: SlotId
    seats: tuple[SeatId, ...]
    heard: tuple[SeatId, ...]
    budget_ms: int
    used_ms: int
    rank: int
    eta_limits_ms: int
    eta_pace_ms: int


class MyDue(_View, frozen=True, kw_only=True):
    """An answer due from the seat's group."""

    question: StatementId
    asker: PartyId
    status: DueStatus
    ready: SeatId | UnsetType = UNSET
    """Who of the group said it is ready to answer."""


class FiledIssue(_View, frozen=True, kw_only=True):
    """An issue filed beforehand and not raised yet (R26); nobody else sees it."""

    theme: ThemeId
    title: str
    language: Language
    addressees: tuple[PartyId, ...]


class Me(_View, frozen=True, kw_only=True):
    """What only this seat sees."""

    seat: SeatId
    requests: dict[RequestId, MyRequest]
    dues: dict[DueId, MyDue]
    filed: dict[IssueId, FiledIssue]
    pace: float
    is_next: bool
    may_ask: bool
    """It may ask for the floor now; if not, `why_not` says why, as a refusal code."""
    away: bool
    why_not: str | UnsetType = UNSET
    slot: MySlot | UnsetType = UNSET
    has_floor: StatementId | UnsetType = UNSET
    colleague: SeatId | UnsetType = UNSET
    """To whom the rest of the slot can be ceded (R22)."""
    point: PointId | UnsetType = UNSET
    """Its own point of order that waits."""
    asked_written: RequestId | UnsetType = UNSET
    """Its last request, where the chair asked for a written reply instead (R18, R35)."""
    may_raise_point: bool


class SeatAudienceView(PublicView, frozen=True, kw_only=True):
    """A seat's phone: the public view and its own part."""

    me: Me
