"""The console's view: the public one, and all the chair needs to conduct."""

from msgspec import UNSET

from server.dialogue.agenda import agenda, callable_now
from server.dialogue.clocks import used_ms
from server.dialogue.dues import dues
from server.dialogue.forecast import Eta, Forecast, forecast
from server.dialogue.ids import DueId, PartyId, PointId, ScreenId, SeatId, SlotId
from server.dialogue.items import Item
from server.dialogue.lengths import on_floor, slot_remaining, slot_used_ms, statement_ms
from server.dialogue.state import State
from server.dialogue.steps import drops, next_steps
from server.dialogue.totals import Total, totals
from server.dialogue.values import Slot
from server.wire import views
from server.wire.previews import previews
from server.wire.public import or_unset, relations
from server.wire.suggest import primary, secondary


def screens_part(state: State) -> dict[ScreenId, views.ScreenView]:
    """Which scene each screen shows."""
    return {
        screen.id: views.ScreenView(name=screen.name, scene=state.scenes[screen.id])
        for screen in state.setup.screens
    }


def speaking_order(state: State) -> tuple[SeatId, ...]:
    """Whose turn comes after whose in this step, without those who are away."""
    return tuple(item.seat for item in callable_now(state) if not item.away)


def agenda_row(state: State, item: Item, eta: Eta, total: Total) -> views.AgendaRow:
    """Somebody still to be heard, as the chair sees it."""
    return views.AgendaRow(
        target=item.target,
        seat=item.seat,
        party=item.party,
        lane=item.lane,
        language=item.language,
        relations=relations(state, item.links),
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


def moves(state: State) -> tuple[views.MoveView, ...]:
    """The steps that may follow, each with what it would drop (R1)."""
    found = []
    for step in next_steps(state.step):
        dropped = drops(state, step)
        found.append(
            views.MoveView(
                to=step,
                slots=dropped.slots,
                requests=dropped.requests,
                dues=dropped.dues,
                issues=dropped.issues,
            )
        )
    return tuple(found)


def points(state: State) -> dict[PointId, views.ConsolePoint]:
    """Points of order, withdrawn ones left out."""
    return {
        p.id: views.ConsolePoint(
            seat=p.seat,
            party=p.party,
            text=p.text,
            raised_at_ms=p.raised_at_ms,
            status=p.status,
            appealed=p.appealed,
        )
        for p in state.points.values()
        if p.status != "withdrawn"
    }


def dues_view(state: State) -> dict[DueId, views.DueView]:
    """Answers due and given."""
    return {
        due.id: views.DueView(question=due.question, asker=due.asker, group=due.group, status=due.status)
        for due in dues(state).values()
    }


def console_view(state: State, public: views.PublicView) -> views.ConsoleView:
    """What the chair sees."""
    items = agenda(state)
    heard: dict[PartyId, Total] = totals(state)
    told = forecast(state)
    undo = next((act for act in reversed(state.acts) if not act.overtaken_by), None)
    asked = state.take_over
    lineup: tuple[SlotId, ...] = state.lineup
    return views.ConsoleView(
        **{name: getattr(public, name) for name in public.__struct_fields__},
        screens=screens_part(state),
        agenda={i.key: agenda_row(state, i, told.etas[i.key], heard.get(i.party, Total())) for i in items},
        order=tuple(item.key for item in items),
        slots={slot: slot_view(state, state.slots[slot]) for slot in lineup},
        lineup=lineup,
        dues=dues_view(state),
        totals={p: views.Total(used_ms=t.used_ms, turns=t.turns) for p, t in heard.items()},
        forecast=forecast_view(state, told),
        moves=moves(state),
        points=points(state),
        previews=previews(state),
        away=state.away,
        statement_ms=statement_ms(state),
        order_mode=state.order,
        answers=state.answers,
        console=state.console,
        take_over_ms=state.setup.rules.chair_silence_ms,
        not_here_ms=state.setup.rules.not_here_ms,
        extend_ms=state.setup.rules.extend_ms,
        reopen_ms=state.setup.rules.reopen_ms,
        primary=primary(state),
        secondary=secondary(state),
        undo=UNSET if undo is None else views.ActView(seq=undo.seq, kind=undo.kind, about=undo.about),
        take_over=UNSET
        if asked is None
        else views.TakeOverView(console=asked.console, asked_at_ms=asked.asked_at_ms),
    )
