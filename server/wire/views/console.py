"""What the chair sees."""

from msgspec import UNSET, UnsetType

from server.dialogue.model.ids import DueId, PartyId, PointId, SeatId, SlotId
from server.dialogue.model.setup import AnswerMode, OrderMode
from server.dialogue.model.values import PointStatus, Signal
from server.wire.views.acts import ActView, MoveView, Preview, Suggestion
from server.wire.views.base import View
from server.wire.views.lists import AgendaRow, DueView, Forecast, SlotView
from server.wire.views.screens import ScreensView


class ConsolePoint(View, frozen=True, kw_only=True):
    """A point of order as the chair sees it; ruled ones stay, for a ruling can be corrected (R6, R30)."""

    seat: SeatId
    party: PartyId
    text: str
    raised_at_ms: int
    status: PointStatus
    appealed: bool


class Total(View, frozen=True, kw_only=True):
    """Time used and turns of a party in the session."""

    used_ms: int
    turns: int


class TakeOverView(View, frozen=True, kw_only=True):
    """Another console asked to preside (R4)."""

    console: str
    asked_at_ms: int


class ConsoleView(ScreensView, frozen=True, kw_only=True):
    """What the chair sees. `order` lists the keys of `agenda` as they will be called."""

    agenda: dict[str, AgendaRow]
    order: tuple[str, ...]
    slots: dict[SlotId, SlotView]
    lineup: tuple[SlotId, ...]
    dues: dict[DueId, DueView]
    totals: dict[PartyId, Total]
    forecast: Forecast
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
    not_here_ms: int
    extend_ms: int
    reopen_ms: int
    """How long after the close it can be reopened (R39)."""
    primary: Suggestion | UnsetType = UNSET
    secondary: Suggestion | UnsetType = UNSET
    undo: ActView | UnsetType = UNSET
    take_over: TakeOverView | UnsetType = UNSET
    signal: Signal | UnsetType = UNSET
    """What who has the floor told the chair by phone."""
    colleague: SeatId | UnsetType = UNSET
    """To whom the rest of the slot or answer that runs can be ceded (R22, R29)."""
