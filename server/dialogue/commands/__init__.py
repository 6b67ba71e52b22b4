"""Commands: what an actor wants. Each names what it acts on (R5), never "the next".

They are also the wire format: a tagged union in snake case, unknown fields refused. Limits on texts keep a
hand-made message from growing the journal.
"""

from server.dialogue.commands.content import (
    AmendIssue,
    Link,
    MarkIssue,
    MergeIssue,
    PromiseWritten,
    RaiseIssue,
    SetAnswers,
    SplitIssue,
    WithdrawIssue,
)
from server.dialogue.commands.floor import (
    AdjustTime,
    Call,
    Cede,
    End,
    Hold,
    MarkNotHere,
    Resume,
    Sign,
    Start,
    StartEarlier,
    Void,
    WithdrawCall,
)
from server.dialogue.commands.lineup import ArrangeSlot, DeferSlot, OrderSlot, RestoreSlot
from server.dialogue.commands.points import RaisePoint, RecognisePoint, RulePoint, WithdrawPoint
from server.dialogue.commands.requests import (
    Ask,
    ChangeRequest,
    CloseList,
    LastCall,
    MoveRequest,
    OpenList,
    SetOrder,
    Tighten,
    Withdraw,
)
from server.dialogue.commands.screens import ClearMessage, SetScene, ShowMessage
from server.dialogue.commands.seats import AddGuest, Return, SetAway, Substitute
from server.dialogue.commands.session import (
    AnswerTakeOver,
    Extend,
    MoveStep,
    Reopen,
    ResumeSession,
    Suspend,
    TakeChair,
)
from server.dialogue.commands.targets import AnswerTarget, RemarksTarget, RequestTarget, SlotTarget, Target
from server.dialogue.commands.undo import Rehearse, Undo

Command = (
    MoveStep
    | Extend
    | Suspend
    | ResumeSession
    | TakeChair
    | AnswerTakeOver
    | Reopen
    | SetAway
    | Substitute
    | AddGuest
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
    | LastCall
    | Tighten
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
    | Cede
    | Sign
    | RaiseIssue
    | AmendIssue
    | WithdrawIssue
    | MergeIssue
    | SplitIssue
    | MarkIssue
    | Link
    | SetAnswers
    | PromiseWritten
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

__all__ = [
    "AddGuest",
    "AdjustTime",
    "AmendIssue",
    "AnswerTakeOver",
    "AnswerTarget",
    "ArrangeSlot",
    "Ask",
    "Call",
    "Cede",
    "ChangeRequest",
    "ClearMessage",
    "CloseList",
    "Command",
    "DeferSlot",
    "End",
    "Extend",
    "Hold",
    "LastCall",
    "Link",
    "MarkIssue",
    "MarkNotHere",
    "MergeIssue",
    "MoveRequest",
    "MoveStep",
    "OpenList",
    "OrderSlot",
    "PromiseWritten",
    "RaiseIssue",
    "RaisePoint",
    "RecognisePoint",
    "Rehearse",
    "RemarksTarget",
    "Reopen",
    "RequestTarget",
    "RestoreSlot",
    "Resume",
    "ResumeSession",
    "Return",
    "RulePoint",
    "SetAnswers",
    "SetAway",
    "SetOrder",
    "SetScene",
    "ShowMessage",
    "Sign",
    "SlotTarget",
    "SplitIssue",
    "Start",
    "StartEarlier",
    "Substitute",
    "Suspend",
    "TakeChair",
    "Target",
    "Tighten",
    "Undo",
    "Void",
    "Withdraw",
    "WithdrawCall",
    "WithdrawIssue",
    "WithdrawPoint",
]
