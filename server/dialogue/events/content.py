"""Content: issues, links, answers (R26-R29)."""

from server.dialogue.choices import AnswerMode
from server.dialogue.events.base import EventBase
from server.dialogue.ids import DueId, IssueId, PartyId, StatementId, ThemeId
from server.dialogue.setup import Language
from server.dialogue.values import Issue, IssueFact, Links


class IssueRaised(EventBase, frozen=True):
    issue: Issue


class IssueAmended(EventBase, frozen=True):
    issue: IssueId
    theme: ThemeId
    title: str
    language: Language
    addressees: tuple[PartyId, ...]


class IssueRetracted(EventBase, frozen=True):
    """Withdrawn; also compensates IssueRaised."""

    issue: IssueId


class IssueRestored(EventBase, frozen=True):
    """Compensates IssueRetracted."""

    issue: IssueId


class IssueMerged(EventBase, frozen=True):
    issue: IssueId
    into: IssueId | None
    """None: it stands on its own again."""


class IssueMarked(EventBase, frozen=True):
    """A State promised a written reply or acknowledged an action (R28); None: neither."""

    issue: IssueId
    party: PartyId
    fact: IssueFact | None


class Linked(EventBase, frozen=True):
    statement: StatementId
    links: Links


class AnswersSet(EventBase, frozen=True):
    answers: AnswerMode


class WrittenPromised(EventBase, frozen=True):
    due: DueId


class WrittenReverted(EventBase, frozen=True):
    """Compensates WrittenPromised."""

    due: DueId


ContentEvent = (
    IssueRaised
    | IssueAmended
    | IssueRetracted
    | IssueRestored
    | IssueMerged
    | IssueMarked
    | Linked
    | AnswersSet
    | WrittenPromised
    | WrittenReverted
)
