"""Events: what happened. The journal holds these and nothing else.

An event carries no instant: the entry that holds it does. Tags are part of the journal's format and of the
catalogues; they are never reused for another meaning.
"""

from msgspec import Struct

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
from server.dialogue.setup import AnswerMode, Language, OrderMode, Setup
from server.dialogue.tags import snake
from server.dialogue.values import (
    Guest,
    HoldReason,
    Issue,
    IssueFact,
    Links,
    Message,
    Pin,
    Point,
    Request,
    Ruling,
    SceneKind,
    Signal,
    Slot,
    Statement,
    Step,
    SuspendReason,
    Suspension,
)


class _Event(Struct, frozen=True, tag=snake, forbid_unknown_fields=True):
    """What all events share: a tag in snake case."""


# The session (R1-R4)


class Created(_Event, frozen=True):
    """The first event of every journal: the configuration as it was then."""

    setup: Setup


class StepMoved(_Event, frozen=True):
    """The chair moved to the next step; slots and requests that the move dropped are named."""

    step: Step
    planned_end_ms: int
    slots: tuple[Slot, ...] = ()
    """The line-up of a round that begins."""
    lapsed_slots: tuple[SlotId, ...] = ()
    lapsed_requests: tuple[RequestId, ...] = ()


class StepReverted(_Event, frozen=True):
    """Compensates StepMoved."""

    step: Step
    step_since_ms: int
    opened_at_ms: int | None
    planned_end_ms: int
    lineup: tuple[SlotId, ...]
    removed_slots: tuple[SlotId, ...]
    restored_slots: tuple[SlotId, ...]
    restored_requests: tuple[RequestId, ...]


class Extended(_Event, frozen=True):
    planned_end_ms: int


class Suspended(_Event, frozen=True):
    reason: SuspendReason
    resume_at_ms: int | None


class SessionResumed(_Event, frozen=True):
    pass


class SuspensionReverted(_Event, frozen=True):
    """Compensates Suspended and SessionResumed; `statement` is the held speech as it was before."""

    suspension: Suspension | None
    statement: Statement | None


class ChairAsked(_Event, frozen=True):
    """Another console asks to preside; the active one can refuse for as long as the rules say (R4)."""

    console: str


class ChairRefused(_Event, frozen=True):
    console: str


class ChairTaken(_Event, frozen=True):
    console: str


class Reopened(_Event, frozen=True):
    """The close is taken back within the time the rules give (R39)."""

    step: Step
    requests: tuple[RequestId, ...]


# Seats (R7, R32)


class LeftHall(_Event, frozen=True):
    """The seat is away; its requests keep their places."""

    seat: SeatId


class SubstituteSet(_Event, frozen=True):
    """A substitute takes the seat over, or gives it back."""

    seat: SeatId
    substitute: bool


class SeatReverted(_Event, frozen=True):
    """Compensates LeftHall, Returned and SubstituteSet."""

    seat: SeatId
    away: bool
    substitute: bool


class GuestAdded(_Event, frozen=True):
    guest: Guest
    request: Request
    pin: Pin


class GuestRemoved(_Event, frozen=True):
    """Compensates GuestAdded."""

    seat: SeatId
    request: RequestId


# The line-up of the groups (R9-R11)


class LineupOrdered(_Event, frozen=True):
    lineup: tuple[SlotId, ...]


class SlotArranged(_Event, frozen=True):
    slot: SlotId
    seats: tuple[SeatId, ...]


class SlotDeferred(_Event, frozen=True):
    slot: SlotId


class SlotLapsed(_Event, frozen=True):
    slot: SlotId


class SlotRestored(_Event, frozen=True):
    slot: SlotId


class SlotReverted(_Event, frozen=True):
    """Compensates SlotDeferred, SlotLapsed and SlotRestored."""

    slot: Slot
    lineup: tuple[SlotId, ...]


# The list of speakers (R12-R18)


class RequestAdded(_Event, frozen=True):
    request: Request


class RequestChanged(_Event, frozen=True):
    request: RequestId
    links: Links
    language: Language
    text: str
    on_behalf: tuple[PartyId, ...] = ()


class RequestWithdrawn(_Event, frozen=True):
    request: RequestId


class RequestReopened(_Event, frozen=True):
    """Compensates RequestWithdrawn."""

    request: RequestId


class RequestMoved(_Event, frozen=True):
    pin: Pin


class PinsReverted(_Event, frozen=True):
    """Compensates RequestMoved."""

    pins: tuple[Pin, ...]


class OrderSet(_Event, frozen=True):
    order: OrderMode


class ListClosed(_Event, frozen=True):
    pass


class ListOpened(_Event, frozen=True):
    pass


class LastCallMade(_Event, frozen=True):
    """R18: the list closes by itself at that instant; nothing happens then, rules and faces read it from the clock."""

    ends_ms: int


class ListReverted(_Event, frozen=True):
    """Compensates ListClosed, ListOpened and LastCallMade."""

    list_open: bool
    last_call_ends_ms: int | None


class StatementsShortened(_Event, frozen=True):
    """R35: for statements not yet called; None: as configured."""

    to_ms: int | None


class WrittenAsked(_Event, frozen=True):
    """R18, R35: these are not heard; their replies come in writing."""

    requests: tuple[RequestId, ...]


class WrittenAskReverted(_Event, frozen=True):
    """Compensates WrittenAsked."""

    requests: tuple[RequestId, ...]


# The floor (R19-R25)


class Called(_Event, frozen=True):
    statement: Statement


class CallWithdrawn(_Event, frozen=True):
    """The call is taken back; what was called returns to its place."""

    statement: StatementId


class NotHere(_Event, frozen=True):
    """R20: called in vain. The first time the request goes three places down, then the seat is away."""

    statement: StatementId
    pin: Pin | None
    away: bool


class NotHereReverted(_Event, frozen=True):
    """Compensates NotHere."""

    statement: Statement
    pins: tuple[Pin, ...]


class Returned(_Event, frozen=True):
    """The seat is back."""

    seat: SeatId


class Started(_Event, frozen=True):
    statement: StatementId
    issues: tuple[IssueId, ...] = ()
    """Issues filed beforehand by this seat, raised by this statement (R26)."""


class Ended(_Event, frozen=True):
    statement: StatementId


class Held(_Event, frozen=True):
    statement: StatementId
    reason: HoldReason


class Resumed(_Event, frozen=True):
    statement: StatementId


class StatementReverted(_Event, frozen=True):
    """Compensates Held, Resumed and StartMoved: the clock is as it was."""

    statement: Statement


class TimeAdjusted(_Event, frozen=True):
    statement: StatementId
    by_ms: int


class StartMoved(_Event, frozen=True):
    statement: StatementId
    started_at_ms: int


class Voided(_Event, frozen=True):
    """A start that was a mistake (R24); also compensates Started."""

    statement: StatementId


class FloorRestored(_Event, frozen=True):
    """Compensates Ended, Voided and CallWithdrawn: the speech goes on as it was, the gap counts as held (R6)."""

    statement: Statement


class Signalled(_Event, frozen=True):
    statement: StatementId
    signal: Signal


# Content (R26-R29)


class IssueRaised(_Event, frozen=True):
    issue: Issue


class IssueAmended(_Event, frozen=True):
    issue: IssueId
    theme: ThemeId
    title: str
    language: Language
    addressees: tuple[PartyId, ...]


class IssueRetracted(_Event, frozen=True):
    """Withdrawn; also compensates IssueRaised."""

    issue: IssueId


class IssueRestored(_Event, frozen=True):
    """Compensates IssueRetracted."""

    issue: IssueId


class IssueMerged(_Event, frozen=True):
    issue: IssueId
    into: IssueId | None
    """None: it stands on its own again."""


class IssueMarked(_Event, frozen=True):
    """A State promised a written reply or acknowledged an action (R28); None: neither."""

    issue: IssueId
    party: PartyId
    fact: IssueFact | None


class Linked(_Event, frozen=True):
    statement: StatementId
    links: Links


class AnswersSet(_Event, frozen=True):
    answers: AnswerMode


class WrittenPromised(_Event, frozen=True):
    due: DueId


class WrittenReverted(_Event, frozen=True):
    """Compensates WrittenPromised."""

    due: DueId


# Points of order (R30)


class PointRaised(_Event, frozen=True):
    point: Point


class PointWithdrawn(_Event, frozen=True):
    point: PointId


class PointRecognised(_Event, frozen=True):
    """The running clock freezes, back to `held_at_ms`; None where nobody was speaking."""

    point: PointId
    held_at_ms: int | None


class PointReverted(_Event, frozen=True):
    """Compensates PointRecognised: the clock ran on."""

    point: PointId
    statement: Statement | None


class PointRuled(_Event, frozen=True):
    """A ruling, or the correction of one; rulings are not undone (R6)."""

    point: PointId
    ruling: Ruling
    appealed: bool


# Screens


class MessageSet(_Event, frozen=True):
    message: Message | None


class SceneSet(_Event, frozen=True):
    screen: ScreenId
    scene: SceneKind


# Undo (R6)


class ActUndone(_Event, frozen=True):
    act: int


Event = (
    Created
    | StepMoved
    | StepReverted
    | Extended
    | Suspended
    | SessionResumed
    | SuspensionReverted
    | ChairAsked
    | ChairRefused
    | ChairTaken
    | LineupOrdered
    | SlotArranged
    | SlotDeferred
    | SlotLapsed
    | SlotRestored
    | SlotReverted
    | RequestAdded
    | RequestChanged
    | RequestWithdrawn
    | RequestReopened
    | RequestMoved
    | PinsReverted
    | OrderSet
    | ListClosed
    | ListOpened
    | Called
    | CallWithdrawn
    | NotHere
    | NotHereReverted
    | Returned
    | Started
    | Ended
    | Held
    | Resumed
    | StatementReverted
    | TimeAdjusted
    | StartMoved
    | Voided
    | FloorRestored
    | Signalled
    | IssueRaised
    | IssueAmended
    | IssueRetracted
    | Linked
    | AnswersSet
    | WrittenPromised
    | WrittenReverted
    | Reopened
    | LeftHall
    | SubstituteSet
    | SeatReverted
    | GuestAdded
    | GuestRemoved
    | LastCallMade
    | ListReverted
    | StatementsShortened
    | WrittenAsked
    | WrittenAskReverted
    | IssueRestored
    | IssueMerged
    | IssueMarked
    | PointRaised
    | PointWithdrawn
    | PointRecognised
    | PointReverted
    | PointRuled
    | MessageSet
    | SceneSet
    | ActUndone
)
