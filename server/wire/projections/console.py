"""The console's view: the public one, and all the chair needs to conduct."""

from msgspec import UNSET, UnsetType

from server.dialogue.derived.agenda import agenda
from server.dialogue.derived.forecast import forecast
from server.dialogue.derived.lengths import on_floor, statement_ms
from server.dialogue.derived.order import Total, totals
from server.dialogue.derived.steps import drops, next_steps
from server.dialogue.model.ids import PartyId, PointId, SlotId
from server.dialogue.model.state import Pictures, State
from server.dialogue.rooms.undo import undoable
from server.wire import views
from server.wire.projections.absent import or_unset
from server.wire.projections.floor import colleague
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
                rights=dropped.rights,
                written=dropped.written,
                points=dropped.points,
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


def undo(state: State) -> views.ActView | UnsetType:
    """The chair's last act that can be taken back; after the close there is none (R6)."""
    if state.step.phase == "closed":
        return UNSET
    act = next(reversed(undoable(state)), None)
    return UNSET if act is None else views.ActView(seq=act.seq, kind=act.kind, about=act.about)


def console_view(state: State, pictures: Pictures, public: views.PublicView) -> views.ConsoleView:
    """What the chair sees."""
    items = agenda(state)
    heard: dict[PartyId, Total] = totals(state)
    told = forecast(state)
    asked = state.take_over
    running = on_floor(state)
    lineup: tuple[SlotId, ...] = state.lineup
    return views.ConsoleView(
        **{name: getattr(public, name) for name in public.__struct_fields__},
        screens=screens_part(state, pictures),
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
        undo=undo(state),
        take_over=UNSET
        if asked is None
        else views.TakeOverView(console=asked.console, asked_at_ms=asked.asked_at_ms),
        signal=UNSET if running is None else or_unset(running.signal),
        colleague=colleague(state),
    )
