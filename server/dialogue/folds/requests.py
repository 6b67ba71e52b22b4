"""Folds of the list of speakers (R12-R18)."""

from msgspec.structs import replace

from server.dialogue import events as ev
from server.dialogue.folds.draft import with_item
from server.dialogue.ids import RequestId
from server.dialogue.state import State
from server.dialogue.values import Pin, RequestStatus


def with_status(state: State, request: RequestId, status: RequestStatus) -> State:
    """The request has another status; its place in order of arrival stays."""
    changed = replace(state.requests[request], status=status)
    return replace(state, requests=with_item(state.requests, request, changed))


def pinned(pins: tuple[Pin, ...], pin: Pin) -> tuple[Pin, ...]:
    """The pins once that row is moved: the latest move is applied last, so it wins."""
    return (*(p for p in pins if p.request != pin.request), pin)


def request_added(state: State, event: ev.RequestAdded, _at_ms: int) -> State:
    """R12."""
    return replace(state, requests=with_item(state.requests, event.request.id, event.request))


def request_changed(state: State, event: ev.RequestChanged, _at_ms: int) -> State:
    """R12: changing it keeps the place."""
    changed = replace(
        state.requests[event.request],
        links=event.links,
        language=event.language,
        text=event.text,
        on_behalf=event.on_behalf,
    )
    return replace(state, requests=with_item(state.requests, event.request, changed))


def request_withdrawn(state: State, event: ev.RequestWithdrawn, _at_ms: int) -> State:
    """R13."""
    return with_status(state, event.request, "withdrawn")


def request_reopened(state: State, event: ev.RequestReopened, _at_ms: int) -> State:
    """It is back in its place."""
    return with_status(state, event.request, "open")


def request_moved(state: State, event: ev.RequestMoved, _at_ms: int) -> State:
    """R16: it stays where the chair put it."""
    return replace(state, pins=pinned(state.pins, event.pin))


def pins_reverted(state: State, event: ev.PinsReverted, _at_ms: int) -> State:
    """The moves are as they were."""
    return replace(state, pins=event.pins)


def order_set(state: State, event: ev.OrderSet, _at_ms: int) -> State:
    """R16."""
    return replace(state, order=event.order)


def list_closed(state: State, _event: ev.ListClosed, _at_ms: int) -> State:
    """R18."""
    return replace(state, list_open=False, last_call_ends_ms=None)


def list_opened(state: State, _event: ev.ListOpened, _at_ms: int) -> State:
    """R18."""
    return replace(state, list_open=True, last_call_ends_ms=None)


def last_call_made(state: State, event: ev.LastCallMade, _at_ms: int) -> State:
    """R18: no event arises when it ends; whoever reads the list compares the instant."""
    return replace(state, last_call_ends_ms=event.ends_ms)


def list_reverted(state: State, event: ev.ListReverted, _at_ms: int) -> State:
    """Open or closed as it was."""
    return replace(state, list_open=event.list_open, last_call_ends_ms=event.last_call_ends_ms)


def statements_shortened(state: State, event: ev.StatementsShortened, _at_ms: int) -> State:
    """R35."""
    return replace(state, shortened_ms=event.to_ms)


def written_asked(state: State, event: ev.WrittenAsked, _at_ms: int) -> State:
    """R18: they become written replies."""
    for request in event.requests:
        state = with_status(state, request, "written")
    return state


def written_ask_reverted(state: State, event: ev.WrittenAskReverted, _at_ms: int) -> State:
    """They wait again, in their places."""
    for request in event.requests:
        state = with_status(state, request, "open")
    return state
