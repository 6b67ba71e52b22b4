"""The public view: what everybody may see of the state."""

from msgspec import UNSET

from server.dialogue.derived.agenda import expected
from server.dialogue.model.ids import SeatId
from server.dialogue.model.state import State
from server.wire import views
from server.wire.configuration import configuration
from server.wire.projections.content import issues_view, story
from server.wire.projections.floor import floor_view, next_view, point_view
from server.wire.projections.said import said
from server.wire.projections.setting import party_view, seat_view, session_view


def public_view(state: State) -> views.PublicView:
    """What everybody sees."""
    setup, fixed = state.setup, configuration(state.setup).view
    items = expected(state)
    here = [item for item in items if not item.away]
    upcoming = tuple(next_view(state, item) for item in here[: setup.rules.public_next or len(here)])
    session, floor, point = session_view(state), floor_view(state), point_view(state)
    return views.PublicView(
        dialogue=fixed.dialogue,
        themes=fixed.themes,
        parties=fixed.parties | {guest.party.id: party_view(guest.party) for guest in state.guests},
        seats=fixed.seats | _seats(state),
        session=session,
        said=said(fixed, session, floor, point, upcoming),
        next=upcoming,
        waiting=len(items),
        statements=story(state),
        issues=issues_view(state),
        floor=floor,
        point=point,
        message=UNSET if state.message is None else state.message.text,
    )


def _seats(state: State) -> dict[SeatId, views.SeatView]:
    """Guests' seats (R32), and those where a substitute sits (R7): what is not as it was configured."""
    taken_over = (seat for seat in state.setup.seats if seat.id in state.substitutes)
    return {
        seat.id: seat_view(seat, substitute=seat.id in state.substitutes)
        for seat in (*taken_over, *(guest.seat for guest in state.guests))
    }
