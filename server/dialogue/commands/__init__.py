"""Commands: what an actor wants. Each names what it acts on (R5), never "the next".

They are also the wire format: a tagged union in snake case, unknown fields refused. Limits on texts keep a
hand-made message from growing the journal.
"""

from server.dialogue.commands.content import (
    AmendIssue,
    ContentCommand,
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
    FinishInterpretation,
    FloorCommand,
    Hold,
    MarkNotHere,
    Resume,
    Sign,
    Start,
    StartEarlier,
    Void,
    WithdrawCall,
)
from server.dialogue.commands.lineup import ArrangeSlot, DeferSlot, LineupCommand, OrderSlot, RestoreSlot
from server.dialogue.commands.points import (
    PointsCommand,
    RaisePoint,
    RecognisePoint,
    RulePoint,
    WithdrawPoint,
)
from server.dialogue.commands.requests import (
    Ask,
    ChangeRequest,
    CloseList,
    LastCall,
    MoveRequest,
    OpenList,
    RequestsCommand,
    SetOrder,
    Tighten,
    Withdraw,
)
from server.dialogue.commands.screens import ClearMessage, ScreensCommand, SetScene, ShowMessage
from server.dialogue.commands.seats import AddGuest, Return, SeatsCommand, SetAway, Substitute
from server.dialogue.commands.session import (
    AnswerTakeOver,
    Extend,
    MoveStep,
    Reopen,
    ResumeSession,
    SessionCommand,
    Suspend,
    TakeChair,
)
from server.dialogue.commands.targets import AnswerTarget, RemarksTarget, RequestTarget, SlotTarget, Target
from server.dialogue.commands.undo import Rehearse, Undo, UndoCommand

Command = (
    SessionCommand
    | SeatsCommand
    | LineupCommand
    | RequestsCommand
    | FloorCommand
    | ContentCommand
    | PointsCommand
    | ScreensCommand
    | UndoCommand
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
    "FinishInterpretation",
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
