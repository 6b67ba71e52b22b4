"""Events: what happened. The journal holds these and nothing else.

An event carries no instant: the entry that holds it does. Tags are part of the journal's format and of the
catalogues; they are never reused for another meaning.
"""

from server.dialogue.events.content import (
    AnswersSet,
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
    FloorRestored,
    Held,
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
    RequestWithdrawn,
    StatementsShortened,
    WrittenAsked,
    WrittenAskReverted,
)
from server.dialogue.events.screens import MessageSet, SceneSet
from server.dialogue.events.seats import (
    GuestAdded,
    GuestRemoved,
    LeftHall,
    Returned,
    SeatReverted,
    SubstituteSet,
)
from server.dialogue.events.session import (
    ChairAsked,
    ChairRefused,
    ChairTaken,
    Created,
    Extended,
    Reopened,
    SessionResumed,
    StepMoved,
    StepReverted,
    Suspended,
    SuspensionReverted,
)
from server.dialogue.events.undo import ActUndone

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
    | Reopened
    | LeftHall
    | SubstituteSet
    | SeatReverted
    | GuestAdded
    | GuestRemoved
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
    | LastCallMade
    | ListReverted
    | StatementsShortened
    | WrittenAsked
    | WrittenAskReverted
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
    | IssueRestored
    | IssueMerged
    | IssueMarked
    | Linked
    | AnswersSet
    | WrittenPromised
    | WrittenReverted
    | PointRaised
    | PointWithdrawn
    | PointRecognised
    | PointReverted
    | PointRuled
    | MessageSet
    | SceneSet
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
