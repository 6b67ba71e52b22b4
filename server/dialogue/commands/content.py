"""Content: issues, links, answers (R26-R29)."""

from server.dialogue.choices import AnswerMode
from server.dialogue.commands.base import CommandBase, ShortText
from server.dialogue.ids import DueId, IssueId, PartyId, SeatId, StatementId, ThemeId
from server.dialogue.setup import Language
from server.dialogue.values import IssueFact, Links


class RaiseIssue(CommandBase, frozen=True):
    """`statement` None: filed beforehand."""

    seat: SeatId
    theme: ThemeId
    statement: StatementId | None = None
    title: ShortText = ""
    language: Language | None = None
    addressees: tuple[PartyId, ...] = ()


class AmendIssue(CommandBase, frozen=True):
    issue: IssueId
    theme: ThemeId
    title: ShortText
    language: Language
    addressees: tuple[PartyId, ...] = ()


class WithdrawIssue(CommandBase, frozen=True):
    issue: IssueId


class MergeIssue(CommandBase, frozen=True):
    """Treat an issue as part of another; `into` None lets it stand on its own again."""

    issue: IssueId
    into: IssueId | None


class SplitIssue(CommandBase, frozen=True):
    """Make a second issue of the same statement out of one that holds two."""

    issue: IssueId
    theme: ThemeId
    title: ShortText


class MarkIssue(CommandBase, frozen=True):
    """A State promises a written reply or acknowledges an action (R28); None takes it back."""

    issue: IssueId
    party: PartyId
    fact: IssueFact | None


class Link(CommandBase, frozen=True):
    statement: StatementId
    links: Links


class SetAnswers(CommandBase, frozen=True):
    answers: AnswerMode


class PromiseWritten(CommandBase, frozen=True):
    due: DueId


ContentCommand = (
    RaiseIssue
    | AmendIssue
    | WithdrawIssue
    | MergeIssue
    | SplitIssue
    | MarkIssue
    | Link
    | SetAnswers
    | PromiseWritten
)
