"""Folds of seats: who is in the hall, substitutes, guests (R7, R20, R32)."""

from msgspec.structs import replace

from server.dialogue import events as ev
from server.dialogue.folds.draft import with_item
from server.dialogue.folds.requests import pinned, with_status
from server.dialogue.state import State


def left_hall(state: State, event: ev.LeftHall, _at_ms: int) -> State:
    """R7: away is an act, not a lost connection."""
    return replace(state, away=(*state.away, event.seat))


def returned(state: State, event: ev.Returned, _at_ms: int) -> State:
    """R7: back."""
    return replace(state, away=tuple(s for s in state.away if s != event.seat))


def substitute_set(state: State, event: ev.SubstituteSet, _at_ms: int) -> State:
    """R7: name and rank pass over; requests keep their places, and somebody sits there again."""
    others = tuple(s for s in state.substitutes if s != event.seat)
    return replace(
        state,
        substitutes=(*others, event.seat) if event.substitute else others,
        away=tuple(s for s in state.away if s != event.seat),
    )


def seat_reverted(state: State, event: ev.SeatReverted, _at_ms: int) -> State:
    """Away and substituted as it was."""
    away = tuple(s for s in state.away if s != event.seat)
    substitutes = tuple(s for s in state.substitutes if s != event.seat)
    return replace(
        state,
        away=(*away, event.seat) if event.away else away,
        substitutes=(*substitutes, event.seat) if event.substitute else substitutes,
    )


def guest_added(state: State, event: ev.GuestAdded, _at_ms: int) -> State:
    """R32: on top of the list; nobody is removed."""
    return replace(
        state,
        guests=(*state.guests, event.guest),
        requests=with_item(state.requests, event.request.id, event.request),
        pins=pinned(state.pins, event.pin),
    )


def guest_removed(state: State, event: ev.GuestRemoved, _at_ms: int) -> State:
    """The guest was a mistake."""
    guests = tuple(g for g in state.guests if g.seat.id != event.seat)
    pins = tuple(p for p in state.pins if p.request != event.request)
    return replace(with_status(state, event.request, "withdrawn"), guests=guests, pins=pins)
