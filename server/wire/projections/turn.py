"""When a seat's turn comes: its requests, its group's slot."""

from typing import NamedTuple

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from server.dialogue.derived.agenda import Item, agenda, callable_now, next_up
from server.dialogue.derived.dues import Due, dues
from server.dialogue.derived.forecast import Forecast, forecast
from server.dialogue.derived.lengths import request_ms
from server.dialogue.model.ids import PartyId, RequestId, SeatId
from server.dialogue.model.setup import Party
from server.dialogue.model.state import State
from server.dialogue.model.values import Request
from server.wire import views
from server.wire.projections.floor import relations
from server.wire.projections.lists import slot_view


class Outlook(NamedTuple):
    """What the views of all seats rest on; worked out once for a state, for there are dozens of seats."""

    told: Forecast
    callable: tuple[Item, ...]
    expected: tuple[Item, ...]
    """Who is called before whom: during interventions the list is ranked on its own, as it will be heard later."""
    dues: tuple[Due, ...]
    next_up: SeatId | None
    """Whom the context button calls."""


def outlook(state: State) -> Outlook:
    """What is to come in this state."""
    items = callable_now(state)
    later = state.step.phase not in ("exchange", "closing")
    expected = tuple(item for item in agenda(state) if item.request is not None) if later else items
    upcoming = next_up(state)
    return Outlook(
        told=forecast(state),
        callable=items,
        expected=expected,
        dues=tuple(dues(state).values()),
        next_up=None if upcoming is None else upcoming.seat,
    )


def my_requests(state: State, seat: SeatId, ahead: Outlook) -> dict[RequestId, views.MyRequest]:
    """Open requests of the seat with their rank, 1 = next."""
    found: dict[RequestId, views.MyRequest] = {}
    for rank, item in enumerate(ahead.expected, start=1):
        for request in _rests_on(state, item):
            if request.seat == seat and request.id not in found:
                eta = ahead.told.plain_etas[item.key]
                found[request.id] = views.MyRequest(
                    lane=request.lane,
                    relations=relations(state, request.links),
                    language=request.language,
                    text=request.text,
                    on_behalf=request.on_behalf,
                    rank=rank,
                    length_ms=_length_ms(state, item, request),
                    eta_limits_ms=eta.limits_ms,
                    eta_pace_ms=eta.pace_ms,
                    was_ms=_was_ms(state, request),
                    offer=_offer(state, request),
                )
    return found


def _rests_on(state: State, item: Item) -> tuple[Request, ...]:
    """The requests whose turn a row is; a colleague's readiness for the same answer rests on it too (R29)."""
    if item.lane != "answer":
        return () if item.request is None else (item.request,)
    ready = (r for r in state.requests.values() if r.status == "open" and r.lane == "answer")
    return tuple(r for r in ready if not set(item.links.answers).isdisjoint(r.links.answers))


def _length_ms(state: State, item: Item, request: Request) -> int:
    return item.length_ms if item.seat == request.seat else request_ms(state, request)


def _was_ms(state: State, request: Request) -> int | UnsetType:
    """R35: old and new, where the chair shortened it."""
    if request.lane != "statement":
        return UNSET
    length_ms = request_ms(state, request)
    was = request_ms(replace(state, shortened_ms=None), request)
    return UNSET if was == length_ms else was


def _offer(state: State, request: Request) -> PartyId | UnsetType:
    """R17: the first who speaks, or spoke in this step, on behalf of the seat's party."""
    spoken = ((s.party, s.on_behalf) for s in state.statements.values() if s.step == state.step)
    asked = ((r.party, r.on_behalf) for r in state.requests.values() if r.status == "open")
    return next((party for party, others in (*spoken, *asked) if request.party in others), UNSET)


def my_slot(state: State, party: Party, ahead: Outlook) -> views.MySlot | UnsetType:
    """The slot of the seat's group in this round."""
    if state.step.phase != "interventions" or party.kind != "group":
        return UNSET
    slot = next((state.slots[s] for s in state.lineup if state.slots[s].party == party.id), None)
    if slot is None:
        return UNSET
    view = slot_view(state, slot)
    keys = [item.key for item in ahead.callable]
    mine = [key for key in keys if key.startswith(f"{slot.id}.")]
    eta = ahead.told.plain_etas[mine[0]] if mine else None
    return views.MySlot(
        slot=slot.id,
        seats=view.seats,
        heard=view.heard,
        budget_ms=view.budget_ms,
        used_ms=view.used_ms,
        rank=keys.index(mine[0]) + 1 if mine else 0,
        eta_limits_ms=eta.limits_ms if eta else 0,
        eta_pace_ms=eta.pace_ms if eta else 0,
    )
