"""The floor (R19-R25)."""

from server.dialogue.commands.base import CommandBase
from server.dialogue.commands.targets import Target
from server.dialogue.ids import StatementId
from server.dialogue.values import HoldReason, Signal


class Call(CommandBase, frozen=True):
    target: Target


class WithdrawCall(CommandBase, frozen=True):
    statement: StatementId


class MarkNotHere(CommandBase, frozen=True):
    statement: StatementId


class Start(CommandBase, frozen=True):
    statement: StatementId


class End(CommandBase, frozen=True):
    """End the statement and, if `then` is given, call the next speaker in the same act."""

    statement: StatementId
    then: Target | None = None


class FinishInterpretation(CommandBase, frozen=True):
    """The interpreter of a statement that has ended has finished too (R24)."""

    statement: StatementId


class Hold(CommandBase, frozen=True):
    statement: StatementId
    reason: HoldReason


class Resume(CommandBase, frozen=True):
    statement: StatementId


class AdjustTime(CommandBase, frozen=True):
    statement: StatementId
    by_ms: int


class StartEarlier(CommandBase, frozen=True):
    """The speech began before the chair pressed start (R24): move its start back by `by_ms`."""

    statement: StatementId
    by_ms: int


class Void(CommandBase, frozen=True):
    statement: StatementId


class Cede(CommandBase, frozen=True):
    """Give the rest of a slot or an answer to the colleague of the same group (R22, R29)."""

    statement: StatementId


class Sign(CommandBase, frozen=True):
    """The speaker's phone tells the chair: ready, finished, not now."""

    statement: StatementId
    signal: Signal


FloorCommand = (
    Call
    | WithdrawCall
    | MarkNotHere
    | Start
    | End
    | FinishInterpretation
    | Hold
    | Resume
    | AdjustTime
    | StartEarlier
    | Void
    | Cede
    | Sign
)
