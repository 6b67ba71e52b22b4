"""What taking the floor and giving it back change in the list and in the hall (R7, R19)."""

from msgspec.structs import replace

from server.dialogue.folds.draft import with_item
from server.dialogue.folds.requests import with_status
from server.dialogue.ids import SeatId
from server.dialogue.state import State
from server.dialogue.values import RequestStatus, Statement


def put(state: State, statement: Statement) -> State:
    """The statement as it is now."""
    return replace(state, statements=with_item(state.statements, statement.id, statement))


def request_of(state: State, statement: Statement, status: RequestStatus) -> State:
    """What was called for, where it was a request, has another status."""
    return with_status(state, statement.request, status) if statement.request else state


def set_here(state: State, seat: SeatId, *, here: bool) -> State:
    """Somebody who is called is not away (R7)."""
    others = tuple(s for s in state.away if s != seat)
    return replace(state, away=others if here else (*others, seat))


def uncalled(state: State, statement: Statement) -> State:
    """The floor is free; the request is back in its place, and the seat away again if it was."""
    state = replace(request_of(put(state, statement), statement, "open"), floor=None)
    return set_here(state, statement.seat, here=False) if statement.was_away else state
