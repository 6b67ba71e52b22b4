"""What does not change, or seldom: the dialogue, its seats, and where the session stands."""

from msgspec import UNSET

from server.dialogue.derived.clocks import hard_stop_ms
from server.dialogue.derived.dues import heard
from server.dialogue.derived.seats import presiding
from server.dialogue.model.setup import Party, Seat, Setup
from server.dialogue.model.state import State
from server.wire import views
from server.wire.projections.absent import or_unset


def dialogue_view(setup: Setup) -> views.DialogueView:
    """What does not change during the dialogue."""
    return views.DialogueView(
        id=setup.id,
        title=setup.title,
        place=setup.place,
        timezone=setup.timezone,
        languages=setup.languages,
        rehearsal=setup.clock_rate is not None,
        rate=setup.clock_rate or 1.0,
        warn_first_ms=setup.rules.warn_first_ms,
        warn_last_ms=setup.rules.warn_last_ms,
    )


def party_view(party: Party) -> views.PartyView:
    """A party, as everybody names it."""
    return views.PartyView(
        kind=party.kind, name=party.name, mark=party.mark, code=party.code, article=party.article
    )


def session_view(state: State) -> views.SessionView:
    """Where we are."""
    suspension = state.suspension
    return views.SessionView(
        step=state.step,
        planned_start_ms=state.setup.planned_start_ms,
        planned_end_ms=state.planned_end_ms,
        hard_stop_ms=hard_stop_ms(state),
        heard=sum(1 for s in heard(state) if s.step == state.step),
        list_open=state.list_open,
        presiding=presiding(state),
        last_call_ends_ms=or_unset(state.last_call_ends_ms),
        opened_at_ms=or_unset(state.opened_at_ms),
        closed_at_ms=or_unset(state.closed_at_ms),
        suspension=UNSET
        if suspension is None
        else views.SuspensionView(
            reason=suspension.reason,
            since_ms=suspension.since_ms,
            resume_at_ms=or_unset(suspension.resume_at_ms),
        ),
    )


def seat_view(seat: Seat, *, substitute: bool = False) -> views.SeatView:
    """A seat; nothing of its factor (R21). `substitute`: one sits there (R7)."""
    return views.SeatView(
        party=seat.party,
        name=seat.name,
        function=seat.function,
        language=seat.language,
        substitute=substitute,
    )
