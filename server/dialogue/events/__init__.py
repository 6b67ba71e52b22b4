"""Events: what happened. The journal holds these and nothing else.

An event carries no instant: the entry that holds it does. Tags are part of the journal's format and of the
catalogues; they are never reused for another meaning.
"""

from server.dialogue.events.content import (
    AnswersSet,
    ContentEvent,
    IssueAmended,
    IssueMarked,
    IssueMerged,
    IssueRaised,
    IssueRestored,
    IssueRetracted,
    Linked,
    WrittenPromised,
    WrittenReverted,
)
from server.dialogue.events.floor import (
    Called,
    CallWithdrawn,
    Ended,
    FloorEvent,
    FloorRestored,
    Held,
    InterpretationFinished,
    InterpretationReverted,
    NotHere,
    NotHereReverted,
    Resumed,
    Signalled,
    Started,
    StartMoved,
    StatementReverted,
    TimeAdjusted,
    Voided,
)
from server.dialogue.events.lineup import (
    LineupEvent,
    LineupOrdered,
    SlotArranged,
    SlotDeferred,
    SlotLapsed,
    SlotRestored,
    SlotReverted,
)
from server.dialogue.events.points import (
    PointRaised,
    PointRecognised,
    PointReverted,
    PointRuled,
    PointsEvent,
    PointWithdrawn,
)
from server.dialogue.events.requests import (
    LastCallMade,
    ListClosed,
    ListOpened,
    ListReverted,
    OrderSet,
    PinsReverted,
    RequestAdded,
    RequestChanged,
    RequestMoved,
    RequestReopened,
    RequestsEvent,
    RequestWithdrawn,
    StatementsShortened,
    WrittenAsked,
    WrittenAskReverted,
)
from server.dialogue.events.screens import MessageSet, SceneSet, ScreensEvent
from server.dialogue.events.seats import (
    GuestAdded,
    GuestRemoved,
    LeftHall,
    Returned,
    SeatReverted,
    SeatsEvent,
    SubstituteSet,
)
from server.dialogue.events.session import (
    ChairAsked,
    ChairRefused,
    ChairTaken,
    Created,
    Extended,
    Reopened,
    SessionEvent,
    SessionResumed,
    StepMoved,
    StepReverted,
    Suspended,
    SuspensionReverted,
)
from server.dialogue.events.undo import ActUndone

Event = (
    SessionEvent
    | SeatsEvent
    | LineupEvent
    | RequestsEvent
    | FloorEvent
    | ContentEvent
    | PointsEvent
    | ScreensEvent
    | ActUndone
)

__all__ = [
    "ActUndone",
    "AnswersSet",
    "CallWithdrawn",
    "Called",
    "ChairAsked",
    "ChairRefused",
    "ChairTaken",
    "Created",
    "Ended",
    "Event",
    "Extended",
    "FloorRestored",
    "GuestAdded",
    "GuestRemoved",
    "Held",
    "InterpretationFinished",
    "InterpretationReverted",
    "IssueAmended",
    "IssueMarked",
    "IssueMerged",
    "IssueRaised",
    "IssueRestored",
    "IssueRetracted",
    "LastCallMade",
    "LeftHall",
    "LineupOrdered",
    "Linked",
    "ListClosed",
    "ListOpened",
    "ListReverted",
    "MessageSet",
    "NotHere",
    "NotHereReverted",
    "OrderSet",
    "PinsReverted",
    "PointRaised",
    "PointRecognised",
    "PointReverted",
    "PointRuled",
    "PointWithdrawn",
    "Reopened",
    "RequestAdded",
    "RequestChanged",
    "RequestMoved",
    "RequestReopened",
    "RequestWithdrawn",
    "Resumed",
    "Returned",
    "SceneSet",
    "SeatReverted",
    "SessionResumed",
    "Signalled",
    "SlotArranged",
    "SlotDeferred",
    "SlotLapsed",
    "SlotRestored",
    "SlotReverted",
    "StartMoved",
    "Started",
    "StatementReverted",
    "StatementsShortened",
    "StepMoved",
    "StepReverted",
    "SubstituteSet",
    "Suspended",
    "SuspensionReverted",
    "TimeAdjusted",
    "Voided",
    "WrittenAskReverted",
    "WrittenAsked",
    "WrittenPromised",
    "WrittenReverted",
]
