"""The console's view: the public one, and all the chair needs to conduct."""

from msgspec import UNSET

from server.dialogue.agenda import agenda
from server.dialogue.forecast import forecast
from server.dialogue.ids import PartyId, PointId, SlotId
from server.dialogue.lengths import statement_ms
from server.dialogue.state import State
from server.dialogue.steps import drops, next_steps
from server.dialogue.totals import Total, totals
from server.wire import views
from server.wire.projections.lists import agenda_row, dues_view, forecast_view, slot_view
from server.wire.projections.previews import previews
from server.wire.projections.screens import screens_part
from server.wire.projections.suggest import primary, secondary


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
