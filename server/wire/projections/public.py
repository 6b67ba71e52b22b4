"""The public view: what everybody may see of the state."""

from msgspec import UNSET

from server.dialogue.derived.agenda import expected
from server.dialogue.derived.seats import all_parties, all_seats
from server.dialogue.model.state import State
from server.wire import views
from server.wire.projections.content import issues_view, story
from server.wire.projections.floor import floor_view, next_view, point_view
from server.wire.projections.setting import dialogue_view, seat_view, session_view


def public_view(state: State) -> views.PublicView:
    """What everybody sees."""
    setup = state.setup
    items = expected(state)
    here = [item for item in items if not item.away]
    shown = setup.rules.public_next or len(here)
    return views.PublicView(
        dialogue=dialogue_view(setup),
        themes={theme.id: theme.name for theme in setup.themes},
        parties={
            p.id: views.PartyView(kind=p.kind, name=p.name, mark=p.mark, code=p.code, article=p.article)
            for p in all_parties(state)
        },
        seats={s.id: seat_view(state, s) for s in all_seats(state)},
        session=session_view(state),
        next=tuple(next_view(state, item) for item in here[:shown]),
        waiting=len(items),
        statements=story(state),
        issues=issues_view(state),
        floor=floor_view(state),
        point=point_view(state),
        message=UNSET if state.message is None else state.message.text,
    )
