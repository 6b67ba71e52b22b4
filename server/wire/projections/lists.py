"""What is still to be heard, as the chair sees it, and when it would end."""

from server.dialogue.derived.agenda import Item
from server.dialogue.derived.clocks import used_ms
from server.dialogue.derived.dues import dues
from server.dialogue.derived.forecast import Eta, Forecast
from server.dialogue.derived.lengths import on_floor, slot_remaining, slot_used_ms, statement_ms
from server.dialogue.derived.order import Total
from server.dialogue.model.ids import DueId, SeatId
from server.dialogue.model.state import State
from server.dialogue.model.values import Slot
from server.wire import views
from server.wire.projections.absent import or_unset
from server.wire.projections.floor import relations, word


def agenda_row(state: State, item: Item, eta: Eta, total: Total) -> views.AgendaRow:
    """Somebody still to be heard, as the chair sees it."""
    links = relations(state, item.links)
    return views.AgendaRow(
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


def slot_view(state: State, slot: Slot) -> views.SlotView:
    """A slot of the line-up. What is used includes the speech that runs once it has ended."""
    heard = tuple(s.seat for s in state.statements.values() if s.slot == slot.id and used_ms(s) > 0)
    return views.SlotView(
        party=slot.party,
        seats=slot.seats,
        heard=heard,
        budget_ms=slot.budget_ms,
        used_ms=slot_used_ms(state, slot),
        status=_slot_status(state, slot, heard),
        deferred=slot.deferred,
    )


def _slot_status(state: State, slot: Slot, heard: tuple[SeatId, ...]) -> views.SlotStatus:
    if slot.lapsed:
        return "lapsed"
    statement = on_floor(state)
    if statement is not None and statement.slot == slot.id:
        return "speaking"
    if not slot_remaining(state, slot):
        return "heard"
    return "part_heard" if heard else "waiting"


def forecast_view(state: State, told: Forecast) -> views.Forecast:
    """The forecast without the rows' own figures."""
    return views.Forecast(
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


def dues_view(state: State) -> dict[DueId, views.DueView]:
    """Answers due and given."""
    return {
        due.id: views.DueView(question=due.question, asker=due.asker, group=due.group, status=due.status)
        for due in dues(state).values()
    }
