"""Commands: what an actor wants. Each names what it acts on (R5), never "the next".

They are also the wire format: a tagged union in snake case, unknown fields refused. Limits on texts keep a
hand-made message from growing the journal.
"""

from typing import Annotated

from msgspec import Meta, Struct

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
from server.dialogue.setup import AnswerMode, Language, OrderMode
from server.dialogue.tags import snake
from server.dialogue.values import (
    HoldReason,
    IssueFact,
    Links,
    RequestLane,
    Ruling,
    SceneKind,
    Signal,
    Step,
    SuspendReason,
)

ShortText = Annotated[str, Meta(max_length=200)]


class _Command(Struct, frozen=True, tag=snake, forbid_unknown_fields=True, omit_defaults=True):
    """What all commands share: a tag in snake case, unknown fields refused."""


# What may be called to the floor


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

# The session (R1-R4)


class MoveStep(_Command, frozen=True):
    """Move from the step the chair saw to the next one."""

    since: Step
    to: Step


class Extend(_Command, frozen=True):
    """Move the planned end that the chair saw by `by_ms` (R2)."""

    planned_end_ms: int
    by_ms: int


class Suspend(_Command, frozen=True):
    reason: SuspendReason
    resume_at_ms: int | None = None


class ResumeSession(_Command, frozen=True):
    since_ms: int
    """When the suspension to end began."""


class TakeChair(_Command, frozen=True):
    """Ask to preside with this console; again after the visible delay to take it (R4)."""


class AnswerTakeOver(_Command, frozen=True):
    """The active console consents to a take-over, or refuses it."""

    console: str
    consent: bool


class Reopen(_Command, frozen=True):
    """Take the close back (R39)."""

    closed_at_ms: int


# Seats (R7, R32)


class SetAway(_Command, frozen=True):
    """The seat left the hall; its requests keep their places. `Return` brings it back."""

    seat: SeatId


class Substitute(_Command, frozen=True):
    """A substitute of the same delegation takes the seat over, or gives it back."""

    seat: SeatId
    substitute: bool


class AddGuest(_Command, frozen=True):
    """An unplanned guest, on top of the list, with a time of their own."""

    name: ShortText
    function: ShortText
    language: Language
    length_ms: int


# The line-up of the groups (R9-R11)


class OrderSlot(_Command, frozen=True):
    slot: SlotId
    before: SlotId | None


class ArrangeSlot(_Command, frozen=True):
    """Who of the group speaks, in which order; one seat or both (R10)."""

    slot: SlotId
    seats: tuple[SeatId, ...]


class DeferSlot(_Command, frozen=True):
    """The group is not ready (R11)."""

    slot: SlotId


class RestoreSlot(_Command, frozen=True):
    slot: SlotId


# The list of speakers (R12-R18)


class Ask(_Command, frozen=True):
    """Ask for the floor; the chair may do it on behalf of a seat."""

    seat: SeatId
    lane: RequestLane = "statement"
    links: Links = Links()
    language: Language | None = None
    text: ShortText = ""
    on_behalf: tuple[PartyId, ...] = ()
    """Others for whom it speaks (R17)."""


class ChangeRequest(_Command, frozen=True):
    request: RequestId
    links: Links
    language: Language
    text: ShortText = ""
    on_behalf: tuple[PartyId, ...] = ()


class Withdraw(_Command, frozen=True):
    request: RequestId


class MoveRequest(_Command, frozen=True):
    request: RequestId
    before: RequestId | None


class SetOrder(_Command, frozen=True):
    order: OrderMode


class CloseList(_Command, frozen=True):
    pass


class OpenList(_Command, frozen=True):
    pass


class LastCall(_Command, frozen=True):
    """The list closes when the configured time is over (R18)."""


class Tighten(_Command, frozen=True):
    """R35: shorten statements not yet called, close the list, ask for written replies; any of them, in one act."""

    shorten_to_ms: int | None = None
    close_list: bool = False
    written: tuple[RequestId, ...] = ()


# The floor (R19-R25)


class Call(_Command, frozen=True):
    target: Target


class WithdrawCall(_Command, frozen=True):
    statement: StatementId


class MarkNotHere(_Command, frozen=True):
    statement: StatementId


class Return(_Command, frozen=True):
    """The seat is back in the hall."""

    seat: SeatId


class Start(_Command, frozen=True):
    statement: StatementId


class End(_Command, frozen=True):
    """End the statement and, if `then` is given, call the next speaker in the same act."""

    statement: StatementId
    then: Target | None = None


class Hold(_Command, frozen=True):
    statement: StatementId
    reason: HoldReason


class Resume(_Command, frozen=True):
    statement: StatementId


class AdjustTime(_Command, frozen=True):
    statement: StatementId
    by_ms: int


class StartEarlier(_Command, frozen=True):
    """The speech began before the chair pressed start (R24): move its start back by `by_ms`."""

    statement: StatementId
    by_ms: int


class Void(_Command, frozen=True):
    statement: StatementId


class Cede(_Command, frozen=True):
    """Give the rest of the slot to the colleague of the same group (R22)."""

    statement: StatementId


class Sign(_Command, frozen=True):
    """The speaker's phone tells the chair: ready, finished, not now."""

    statement: StatementId
    signal: Signal


# Content (R26-R29)


class RaiseIssue(_Command, frozen=True):
    """`statement` None: filed beforehand."""

    seat: SeatId
    theme: ThemeId
    statement: StatementId | None = None
    title: ShortText = ""
    language: Language | None = None
    addressees: tuple[PartyId, ...] = ()


class AmendIssue(_Command, frozen=True):
    issue: IssueId
    theme: ThemeId
    title: ShortText
    language: Language
    addressees: tuple[PartyId, ...] = ()


class WithdrawIssue(_Command, frozen=True):
    issue: IssueId


class MergeIssue(_Command, frozen=True):
    """Treat an issue as part of another; `into` None lets it stand on its own again."""

    issue: IssueId
    into: IssueId | None


class SplitIssue(_Command, frozen=True):
    """Make a second issue of the same statement out of one that holds two."""

    issue: IssueId
    theme: ThemeId
    title: ShortText


class MarkIssue(_Command, frozen=True):
    """A State promises a written reply or acknowledges an action (R28); None takes it back."""

    issue: IssueId
    party: PartyId
    fact: IssueFact | None


class Link(_Command, frozen=True):
    statement: StatementId
    links: Links


class SetAnswers(_Command, frozen=True):
    answers: AnswerMode


class PromiseWritten(_Command, frozen=True):
    due: DueId


# Points of order (R30)


class RaisePoint(_Command, frozen=True):
    seat: SeatId
    text: ShortText = ""


class WithdrawPoint(_Command, frozen=True):
    point: PointId


class RecognisePoint(_Command, frozen=True):
    point: PointId


class RulePoint(_Command, frozen=True):
    """Rule on the recognised point, or correct a ruling."""

    point: PointId
    ruling: Ruling
    appealed: bool = False


# Screens


class ShowMessage(_Command, frozen=True):
    text: ShortText


class ClearMessage(_Command, frozen=True):
    pass


class SetScene(_Command, frozen=True):
    screen: ScreenId
    scene: SceneKind


# Undo and rehearsal


class Undo(_Command, frozen=True):
    act: int
    """Seq of the entry to undo."""


class Rehearse(_Command, frozen=True):
    """Make an empty journal a rehearsal whose clock runs `rate` times as fast."""

    rate: Annotated[float, Meta(ge=1, le=10_000)]


Command = (
    MoveStep
    | Extend
    | Suspend
    | ResumeSession
    | TakeChair
    | AnswerTakeOver
    | OrderSlot
    | ArrangeSlot
    | DeferSlot
    | RestoreSlot
    | Ask
    | ChangeRequest
    | Withdraw
    | MoveRequest
    | SetOrder
    | CloseList
    | OpenList
    | Call
    | WithdrawCall
    | MarkNotHere
    | Return
    | Start
    | End
    | Hold
    | Resume
    | AdjustTime
    | StartEarlier
    | Void
    | Sign
    | RaiseIssue
    | AmendIssue
    | Link
    | SetAnswers
    | PromiseWritten
    | Reopen
    | SetAway
    | Substitute
    | AddGuest
    | LastCall
    | Tighten
    | Cede
    | WithdrawIssue
    | MergeIssue
    | SplitIssue
    | MarkIssue
    | RaisePoint
    | WithdrawPoint
    | RecognisePoint
    | RulePoint
    | ShowMessage
    | ClearMessage
    | SetScene
    | Undo
    | Rehearse
)
