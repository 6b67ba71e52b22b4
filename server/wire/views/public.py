"""What everybody sees."""

from msgspec import UNSET, UnsetType

from server.dialogue.model.ids import IssueId, StatementId
from server.wire.views.content import IssueView, StatementView
from server.wire.views.floor import FloorView, NextView, PointView
from server.wire.views.said import Said
from server.wire.views.setting import Configuration, SessionView


class PublicView(Configuration, frozen=True, kw_only=True):
    """What everybody sees."""

    session: SessionView
    said: Said
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
