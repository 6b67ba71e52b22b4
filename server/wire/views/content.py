"""What was said: statements and issues."""

from msgspec import UNSET, UnsetType

from server.dialogue.model.ids import IssueId, PartyId, SeatId, StatementId, ThemeId
from server.dialogue.model.setup import Language
from server.dialogue.model.values import IssueFact, Lane
from server.wire.views.base import View
from server.wire.views.floor import Relation
from server.wire.views.said import LaneWord, RecordLine


class StatementView(View, frozen=True, kw_only=True):
    """A statement that was heard."""

    order: int
    """1, 2, 3 … in the order in which they were heard."""
    lane: Lane
    word: LaneWord
    seat: SeatId
    party: PartyId
    round: int
    language: Language
    relations: tuple[Relation, ...]
    """In the order in which they are told."""
    issues: tuple[IssueId, ...]
    """Issues it raised."""
    text: str
    on_behalf: tuple[PartyId, ...]
    length_ms: int
    used_ms: int
    started_at_ms: int
    ended_at_ms: int


class MergedIssue(View, frozen=True, kw_only=True):
    """An issue that is treated as part of another (R26): what is needed to name it, and whose it still is (R14)."""

    party: PartyId
    number: str
    theme: ThemeId
    title: str


class IssueView(View, frozen=True, kw_only=True):
    """An issue that was raised. Code: the party's `code`, then `number`."""

    party: PartyId
    seat: SeatId
    number: str
    theme: ThemeId
    title: str
    language: Language
    addressees: tuple[PartyId, ...]
    replies: tuple[StatementId, ...]
    """Statements that reply to it; none: no reply yet."""
    replied_by: tuple[PartyId, ...]
    facts: dict[PartyId, IssueFact]
    """Written reply promised, or action acknowledged (R28)."""
    open: bool
    """Nobody replied at the floor, promised to in writing, or acknowledged an action."""
    record: tuple[RecordLine, ...]
    """What is said of it."""
    merged: dict[IssueId, MergedIssue]
    """Issues treated as part of it (R26)."""
    detached: bool
    """Its statement was voided (R24): raised by nobody for the moment."""
    statement: StatementId | UnsetType = UNSET
