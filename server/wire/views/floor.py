"""Who has the floor, who comes next, and the speech clock."""

from typing import Literal

from msgspec import UNSET, UnsetType

from server.dialogue.model.ids import DueId, IssueId, PartyId, SeatId, StatementId
from server.dialogue.model.setup import Language
from server.dialogue.model.values import HeldBecause, Lane
from server.wire.views.base import View
from server.wire.views.said import LaneWord


class Clock(View, frozen=True, kw_only=True):
    """A speech clock: left = length - ((ended or held or now) - started - held_for). Not started: all is left."""

    length_ms: int
    held_for_ms: int
    started_at_ms: int | UnsetType = UNSET
    held_at_ms: int | UnsetType = UNSET


class Relation(View, frozen=True, kw_only=True):
    """One link of a statement: it replies to an issue or statement, asks a group, or answers a question.

    `party` is whose issue or statement it is, or who is asked, or who had asked.
    """

    kind: Literal["replies_to", "asks", "answers"]
    party: PartyId
    issue: IssueId | UnsetType = UNSET
    statement: StatementId | UnsetType = UNSET
    due: DueId | UnsetType = UNSET


class FloorView(View, frozen=True, kw_only=True):
    """Who has the floor. Called: the clock has not started (R19)."""

    statement: StatementId
    status: Literal["called", "speaking", "held"]
    lane: Lane
    word: LaneWord
    seat: SeatId
    party: PartyId
    language: Language
    relations: tuple[Relation, ...]
    clock: Clock
    called_at_ms: int
    text: str
    on_behalf: tuple[PartyId, ...]
    """Others for whom it speaks (R17)."""
    hold_reason: HeldBecause | UnsetType = UNSET


class NextView(View, frozen=True, kw_only=True):
    """One of the next speakers (R36)."""

    lane: Lane
    word: LaneWord
    seat: SeatId
    party: PartyId
    language: Language
    relations: tuple[Relation, ...]
    on_behalf: tuple[PartyId, ...]


class PointView(View, frozen=True, kw_only=True):
    """The point of order that is being decided (R30); its clock runs from its recognition."""

    seat: SeatId
    party: PartyId
    clock: Clock
