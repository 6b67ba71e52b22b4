"""What is still to be heard: list of speakers, line-up, answers due, and when it would end."""

from typing import Literal

from msgspec import UNSET, UnsetType

from server.dialogue.derived.dues import DueStatus
from server.dialogue.derived.order import Reason
from server.dialogue.model.ids import PartyId, SeatId, StatementId
from server.dialogue.model.setup import Language
from server.dialogue.model.values import Lane, Target
from server.wire.views.base import View
from server.wire.views.floor import Relation
from server.wire.views.said import LaneWord


class AgendaRow(View, frozen=True, kw_only=True):
    """Somebody still to be heard: a slot's seat, a request, or an answer due.

    ETA of its start = base(now) + offset, where base is when the floor gets free: the end of the running
    statement at full length (or at `pace`), never before now.
    """

    target: Target
    seat: SeatId
    party: PartyId
    lane: Lane
    word: LaneWord
    language: Language
    relations: tuple[Relation, ...]
    text: str
    on_behalf: tuple[PartyId, ...]
    length_ms: int
    eta_limits_ms: int
    eta_pace_ms: int
    heard_ms: int
    """Time the party has used in the session."""
    turns: int
    """Statements of the party in the session."""
    reason: Reason
    """Why it stands where it stands (R15, R16)."""
    moved: bool
    away: bool
    arrived_at_ms: int | UnsetType = UNSET
    """When a request arrived."""
    version: int | UnsetType = UNSET
    """Of a request: which a change names (R12)."""


SlotStatus = Literal["waiting", "speaking", "part_heard", "heard", "lapsed"]


class SlotView(View, frozen=True, kw_only=True):
    """A group's budget of time in this round, and what is left of it (R10)."""

    party: PartyId
    seats: tuple[SeatId, ...]
    heard: tuple[SeatId, ...]
    budget_ms: int
    used_ms: int
    status: SlotStatus
    deferred: bool


class DueView(View, frozen=True, kw_only=True):
    """An answer due (R29). `ripe`: it is to be taken now, by the mode of answers chosen."""

    question: StatementId
    asker: PartyId
    group: PartyId
    status: DueStatus


class Forecast(View, frozen=True, kw_only=True):
    """When it would end: max(now, end of the running statement) + tail (R33); the next round's cost (R34).

    `pace`: share of the allotted time that is used so far; `samples`: how many statements that rests on.
    """

    tail_limits_ms: int
    tail_pace_ms: int
    pace: float
    samples: int
    hand_over_ms: int
    closing_ms: int
    round_limits_ms: int
    round_pace_ms: int
    round_states: int
    """How many States the next round is counted with; each one more or less changes it by the next two."""
    round_per_state_limits_ms: int
    round_per_state_pace_ms: int
