"""What everybody sees."""

from msgspec import UNSET, UnsetType

from server.dialogue.model.ids import IssueId, PartyId, SeatId, StatementId, ThemeId
from server.dialogue.model.setup import Text
from server.wire.views.base import View
from server.wire.views.content import IssueView, StatementView
from server.wire.views.floor import FloorView, NextView, PointView
from server.wire.views.setting import DialogueView, PartyView, SeatView, SessionView


class PublicView(View, frozen=True, kw_only=True):
    """What everybody sees."""

    dialogue: DialogueView
    themes: dict[ThemeId, Text]
    parties: dict[PartyId, PartyView]
    seats: dict[SeatId, SeatView]
    session: SessionView
    next: tuple[NextView, ...]
    waiting: int
    """How many are still to be heard in this step."""
    statements: dict[StatementId, StatementView]
    """The last 30."""
    issues: dict[IssueId, IssueView]
    floor: FloorView | UnsetType = UNSET
    """Absent: the chair has the floor (R25)."""
    point: PointView | UnsetType = UNSET
    message: str | UnsetType = UNSET
