"""What the chair sees: the public view, and all she needs to conduct."""

from msgspec import UNSET, UnsetType

from server.dialogue.derived.agenda import agenda
from server.dialogue.derived.forecast import forecast
from server.dialogue.derived.lengths import on_floor, statement_ms
from server.dialogue.derived.order import Total, totals
from server.dialogue.model.ids import DueId, PartyId, PointId, SeatId, SlotId
from server.dialogue.model.setup import AnswerMode, OrderMode
from server.dialogue.model.state import Pictures, PointStatus, Signal, State
from server.dialogue.rooms.chair import takes_over_from_ms
from server.wire.views.acts import (
    ActView,
    MoveView,
    Preview,
    Suggestion,
    moves,
    point_act,
    previews,
    primary,
    secondary,
    undo,
)
from server.wire.views.base import View, or_unset
from server.wire.views.floor import colleague
from server.wire.views.lists import (
    AgendaRow,
    DueView,
    ForecastView,
    SlotView,
    agenda_row,
    dues_view,
    forecast_view,
    slot_view,
)
from server.wire.views.public import PublicView, ScreensView, screens_part


class ConsolePoint(View, frozen=True, kw_only=True):
    """A point of order as the chair sees it; ruled ones stay, for a ruling can be corrected (R6, R30)."""

    seat: SeatId
    party: PartyId
    text: str
    raised_at_ms: int
    status: PointStatus
    appealed: bool


class TotalView(View, frozen=True, kw_only=True):
    """Time used and turns of a party in the session."""

    used_ms: int
    turns: int


class TakeOverView(View, frozen=True, kw_only=True):
    """Another console asked to preside (R4)."""

    console: str
    asked_at_ms: int
    from_ms: int
    """From that instant on it may preside though nobody consented."""


class ConsoleView(ScreensView, frozen=True, kw_only=True):
    """What the chair sees. `order` lists the keys of `agenda` as they will be called."""

    agenda: dict[str, AgendaRow]
    order: tuple[str, ...]
    slots: dict[SlotId, SlotView]
    lineup: tuple[SlotId, ...]
    dues: dict[DueId, DueView]
    totals: dict[PartyId, TotalView]
    forecast: ForecastView
    moves: tuple[MoveView, ...]
    points: dict[PointId, ConsolePoint]
    previews: tuple[Preview, ...]
    away: tuple[SeatId, ...]
    statement_ms: int
    """Length of statements called from now on (R35)."""
    order_mode: OrderMode
    answers: AnswerMode
    console: str
    """The console that presides (R4)."""
    take_over_ms: int
    """How long who asks to preside waits, if nobody consents (R4)."""
    not_here_ms: int
    extend_ms: int
    reopen_ms: int
    """How long after the close it can be reopened (R39)."""
    primary: Suggestion | UnsetType = UNSET
    point_act: Suggestion | UnsetType = UNSET
    secondary: Suggestion | UnsetType = UNSET
    undo: ActView | UnsetType = UNSET
    take_over: TakeOverView | UnsetType = UNSET
    signal: Signal | UnsetType = UNSET
    """What who has the floor told the chair by phone."""
    colleague: SeatId | UnsetType = UNSET
    """To whom the rest of the slot or answer that runs can be ceded (R22, R29)."""


def console_view(state: State, pictures: Pictures, public: PublicView) -> ConsoleView:
    """What the chair sees."""
    items = agenda(state)
    heard: dict[PartyId, Total] = totals(state)
    told = forecast(state)
    asked = state.take_over
    running = on_floor(state)
    lineup: tuple[SlotId, ...] = state.lineup
    return ConsoleView(
        **{name: getattr(public, name) for name in public.__struct_fields__},
        screens=screens_part(state, pictures),
        agenda={i.key: agenda_row(state, i, told.etas[i.key], heard.get(i.party, Total())) for i in items},
        order=tuple(item.key for item in items),
        slots={slot: slot_view(state, state.slots[slot]) for slot in lineup},
        lineup=lineup,
        dues=dues_view(state),
        totals={p: TotalView(used_ms=t.used_ms, turns=t.turns) for p, t in heard.items()},
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
        point_act=point_act(state),
        secondary=secondary(state),
        undo=undo(state),
        take_over=UNSET
        if asked is None
        else TakeOverView(
            console=asked.console,
            asked_at_ms=asked.asked_at_ms,
            from_ms=takes_over_from_ms(state.setup.rules, asked),
        ),
        signal=UNSET if running is None else or_unset(running.signal),
        colleague=colleague(state),
    )


def points(state: State) -> dict[PointId, ConsolePoint]:
    """Points of order, withdrawn ones left out."""
    return {
        p.id: ConsolePoint(
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
