"""What the Minister in the chair reads."""

from msgspec import UNSET, UnsetType

from server.dialogue.model.ids import IssueId, PartyId, SeatId
from server.wire.views.acts import SuggestedAct
from server.wire.views.base import View
from server.wire.views.public import PublicView


class Cue(View, frozen=True, kw_only=True):
    """What the chair does next: a Suggestion without its command."""

    act: SuggestedAct
    seat: SeatId | UnsetType = UNSET
    round: int | UnsetType = UNSET


class OpenDue(View, frozen=True, kw_only=True):
    """An answer that is still due."""

    asker: PartyId
    group: PartyId


class ClosingSheet(View, frozen=True, kw_only=True):
    """What the close leaves open (R39)."""

    requests: tuple[SeatId, ...]
    rights: tuple[SeatId, ...]
    """Rights of reply that were not heard (R31)."""
    points: tuple[SeatId, ...]
    """Points of order that were not recognised (R30)."""
    dues: tuple[OpenDue, ...]
    issues: tuple[IssueId, ...]


class PodiumView(PublicView, frozen=True, kw_only=True):
    """What the Minister in the chair reads; an aide works the console."""

    cue: Cue | UnsetType = UNSET
    closing: ClosingSheet | UnsetType = UNSET
    """In the closing."""
