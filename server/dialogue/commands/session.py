"""The session: steps, planned end, suspension, who presides (R1-R4, R39)."""

from server.dialogue.commands.base import CommandBase
from server.dialogue.values import Step, SuspendReason


class MoveStep(CommandBase, frozen=True):
    """Move from the step the chair saw to the next one."""

    since: Step
    to: Step


class Extend(CommandBase, frozen=True):
    """Move the planned end that the chair saw by `by_ms` (R2)."""

    planned_end_ms: int
    by_ms: int


class Suspend(CommandBase, frozen=True):
    reason: SuspendReason
    resume_at_ms: int | None = None


class ResumeSession(CommandBase, frozen=True):
    since_ms: int
    """When the suspension to end began."""


class TakeChair(CommandBase, frozen=True):
    """Ask to preside with this console; again after the visible delay to take it (R4)."""


class AnswerTakeOver(CommandBase, frozen=True):
    """The active console consents to a take-over, or refuses it."""

    console: str
    consent: bool


class Reopen(CommandBase, frozen=True):
    """Take the close back (R39)."""

    closed_at_ms: int


SessionCommand = MoveStep | Extend | Suspend | ResumeSession | TakeChair | AnswerTakeOver | Reopen
