"""What is still to be heard, as the chair sees it: list of speakers, line-up, answers due, and when it would end."""

from typing import Literal

from msgspec import UNSET, UnsetType

from server.dialogue.derived.agenda import Item
from server.dialogue.derived.clocks import used_ms
from server.dialogue.derived.dues import DueStatus, dues
from server.dialogue.derived.forecast import Eta, Forecast
from server.dialogue.derived.lengths import on_floor, slot_remaining, slot_used_ms, statement_ms
from server.dialogue.derived.order import Reason, Total
from server.dialogue.model.ids import DueId, PartyId, SeatId, StatementId
from server.dialogue.model.setup import Language
from server.dialogue.model.state import Lane, Slot, State, Target
from server.wire.views.base import View, or_unset
from server.wire.views.floor import LaneWord, Relation, relations, word


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


class ForecastView(View, frozen=True, kw_only=True):
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


def agenda_row(state: State, item: Item, eta: Eta, total: Total) -> AgendaRow:
    """Somebody still to be heard, as the chair sees it."""
    links = relations(state, item.links)
    return AgendaRow(
        target=item.target,
        seat=item.seat,
        party=item.party,
        lane=item.lane,
        word=word(state, item.lane, links, item.party),
        language=item.language,
        relations=links,
        text=item.text,
        on_behalf=item.request.on_behalf if item.request else (),
        length_ms=item.length_ms,
        eta_limits_ms=eta.limits_ms,
        eta_pace_ms=eta.pace_ms,
        heard_ms=total.used_ms,
        turns=total.turns,
        reason=item.reason,
        moved=item.reason == "moved",
        away=item.away,
        arrived_at_ms=or_unset(item.request.arrived_at_ms if item.request else None),
        version=or_unset(item.request.version if item.request else None),
    )


def slot_view(state: State, slot: Slot) -> SlotView:
    """A slot of the line-up. What is used includes the speech that runs once it has ended."""
    heard = tuple(s.seat for s in state.statements.values() if s.slot == slot.id and used_ms(s) > 0)
    return SlotView(
        party=slot.party,
        seats=slot.seats,
        heard=heard,
        budget_ms=slot.budget_ms,
        used_ms=slot_used_ms(state, slot),
        status=_slot_status(state, slot, heard),
        deferred=slot.deferred,
    )


def _slot_status(state: State, slot: Slot, heard: tuple[SeatId, ...]) -> SlotStatus:
    if slot.lapsed:
        return "lapsed"
    statement = on_floor(state)
    if statement is not None and statement.slot == slot.id:
        return "speaking"
    if not slot_remaining(state, slot):
        return "heard"
    return "part_heard" if heard else "waiting"


def forecast_view(state: State, told: Forecast) -> ForecastView:
    """The forecast without the rows' own figures."""
    return ForecastView(
        tail_limits_ms=told.tail_limits_ms,
        tail_pace_ms=told.tail_pace_ms,
        pace=told.pace,
        samples=told.samples,
        hand_over_ms=told.hand_over_ms,
        closing_ms=state.setup.lengths.closing_ms,
        round_limits_ms=told.round_limits_ms,
        round_pace_ms=told.round_pace_ms,
        round_states=told.round_states,
        round_per_state_limits_ms=statement_ms(state) + told.hand_over_ms,
        round_per_state_pace_ms=round(statement_ms(state) * told.pace) + told.hand_over_ms,
    )


def dues_view(state: State) -> dict[DueId, DueView]:
    """Answers due and given."""
    return {
        due.id: DueView(question=due.question, asker=due.asker, group=due.group, status=due.status)
        for due in dues(state).values()
    }
