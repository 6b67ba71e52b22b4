"""When a seat's turn comes: its requests, its group's slot."""

from collections.abc import Iterator

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from server.dialogue.derived.agenda import Item, agenda, callable_now
from server.dialogue.derived.dues import waiting
from server.dialogue.derived.forecast import forecast
from server.dialogue.derived.lengths import request_ms
from server.dialogue.model.ids import PartyId, RequestId, SeatId
from server.dialogue.model.setup import Party
from server.dialogue.model.state import State, once_per_state
from server.dialogue.model.values import Request
from server.wire import views
from server.wire.projections.floor import relations, word
from server.wire.projections.lists import slot_view


@once_per_state
def my_requests(state: State) -> dict[SeatId, dict[RequestId, views.MyRequest]]:
    """Open requests of each seat with their rank, 1 = next: before the exchange as they will be heard in it."""
    told = forecast(state)
    found: dict[SeatId, dict[RequestId, views.MyRequest]] = {}
    for rank, item in enumerate(_in_order(state), start=1):
        eta = told.plain_etas[item.key]
        for request in _rests_on(state, item):
            mine = found.setdefault(request.seat, {})
            if request.id not in mine:
                links = relations(state, request.links)
                mine[request.id] = views.MyRequest(
                    lane=request.lane,
                    word=word(state, request.lane, links, request.party),
                    relations=links,
                    language=request.language,
                    text=request.text,
                    on_behalf=request.on_behalf,
                    version=request.version,
                    rank=rank,
                    length_ms=_length_ms(state, item, request),
                    eta_limits_ms=eta.limits_ms,
                    eta_pace_ms=eta.pace_ms,
                    was_ms=_was_ms(state, request),
                    offer=_offers(state).get(request.party, UNSET),
                )
    return found


def _in_order(state: State) -> tuple[Item, ...]:
    """Who is called before whom: during interventions the list is ranked on its own, as it will be heard later."""
    if state.step.phase in ("exchange", "closing"):
        return callable_now(state)
    return tuple(item for item in agenda(state) if item.request is not None)


def _rests_on(state: State, item: Item) -> Iterator[Request]:
    """The requests whose turn a row is; a colleague's readiness for the same answer rests on it too (R29)."""
    if item.lane != "answer":
        if item.request is not None:
            yield item.request
        return
    for request in waiting(state, "answer"):
        if not set(item.links.answers).isdisjoint(request.links.answers):
            yield request


def _length_ms(state: State, item: Item, request: Request) -> int:
    return item.length_ms if item.seat == request.seat else request_ms(state, request)


def _was_ms(state: State, request: Request) -> int | UnsetType:
    """R35: old and new, where the chair shortened it."""
    if request.lane != "statement":
        return UNSET
    length_ms = request_ms(state, request)
    was = request_ms(replace(state, shortened_ms=None), request)
    return UNSET if was == length_ms else was


@once_per_state
def _offers(state: State) -> dict[PartyId, PartyId]:
    """R17: for each party the first who speaks, or spoke in this step, on its behalf."""
    spoken = ((s.party, s.on_behalf) for s in state.statements.values() if s.step == state.step)
    asked = ((r.party, r.on_behalf) for r in state.requests.values() if r.status == "open")
    found: dict[PartyId, PartyId] = {}
    for party, others in (*spoken, *asked):
        for other in others:
            found.setdefault(other, party)
    return found


def my_slot(state: State, party: Party) -> views.MySlot | UnsetType:
    """The slot of the seat's group in this round."""
    if state.step.phase != "interventions" or party.kind != "group":
        return UNSET
    slot = next((state.slots[s] for s in state.lineup if state.slots[s].party == party.id), None)
    if slot is None:
        return UNSET
    view = slot_view(state, slot)
    keys = [item.key for item in callable_now(state)]
    mine = [key for key in keys if key.startswith(f"{slot.id}.")]
    eta = forecast(state).plain_etas[mine[0]] if mine else None
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
