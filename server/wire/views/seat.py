"""What a seat sees on its phone."""

from msgspec import UNSET, UnsetType

from server.dialogue.derived.dues import DueStatus
from server.dialogue.model.ids import (
    DueId,
    IssueId,
    PartyId,
    PointId,
    RequestId,
    SeatId,
    SlotId,
    StatementId,
    ThemeId,
)
from server.dialogue.model.setup import Language
from server.dialogue.model.values import RequestLane, Signal
from server.wire.views.base import View
from server.wire.views.floor import Relation
from server.wire.views.public import PublicView
from server.wire.views.said import LaneWord


class MyRequest(View, frozen=True, kw_only=True):
    """A seat's own request; its place in the list and when its turn may come (offsets as in AgendaRow)."""

    lane: RequestLane
    word: LaneWord
    relations: tuple[Relation, ...]
    language: Language
    text: str
    on_behalf: tuple[PartyId, ...]
    version: int
    """Which a change names (R12)."""
    rank: int
    length_ms: int
    eta_limits_ms: int
    eta_pace_ms: int
    was_ms: int | UnsetType = UNSET
    """The length before the chair shortened it (R35)."""
    offer: PartyId | UnsetType = UNSET
    """Who speaks on its behalf: it may withdraw (R17)."""


class MySlot(View, frozen=True, kw_only=True):
    """The slot of the seat's group in this round; `next`: this seat is who is called next in it."""

    slot: SlotId
    seats: tuple[SeatId, ...]
    heard: tuple[SeatId, ...]
    budget_ms: int
    used_ms: int
    rank: int
    eta_limits_ms: int
    eta_pace_ms: int


class MyDue(View, frozen=True, kw_only=True):
    """An answer due from the seat's group."""

    question: StatementId
    asker: PartyId
    status: DueStatus
    ready: SeatId | UnsetType = UNSET
    """Who of the group said it is ready to answer."""


class FiledIssue(View, frozen=True, kw_only=True):
    """An issue filed beforehand and not raised yet (R26); nobody else sees it."""

    theme: ThemeId
    title: str
    language: Language
    addressees: tuple[PartyId, ...]


class Me(View, frozen=True, kw_only=True):
    """What only this seat sees."""

    seat: SeatId
    requests: dict[RequestId, MyRequest]
    dues: dict[DueId, MyDue]
    filed: dict[IssueId, FiledIssue]
    pace: float
    is_next: bool
    may_ask: bool
    """It may ask for the floor now; if not, `why_not` says why, as a refusal code."""
    away: bool
    why_not: str | UnsetType = UNSET
    slot: MySlot | UnsetType = UNSET
    has_floor: StatementId | UnsetType = UNSET
    signal: Signal | UnsetType = UNSET
    """What it told the chair while it has the floor."""
    colleague: SeatId | UnsetType = UNSET
    """To whom the rest of the slot or answer can be ceded (R22, R29)."""
    point: PointId | UnsetType = UNSET
    """Its own point of order that waits."""
    asked_written: RequestId | UnsetType = UNSET
    """Its last request, where the chair asked for a written reply instead (R18, R35)."""
    may_raise_point: bool


class SeatAudienceView(PublicView, frozen=True, kw_only=True):
    """A seat's phone: the public view and its own part."""

    me: Me
