"""What only one seat sees: its own place, time and answers due."""

from msgspec import UNSET

from server.dialogue.decider import refusal
from server.dialogue.derived.agenda import next_up
from server.dialogue.derived.dues import dues, ready_for
from server.dialogue.derived.forecast import forecast
from server.dialogue.derived.lengths import on_floor
from server.dialogue.derived.seats import find_party, seats_by_id
from server.dialogue.model.ids import Actor, DueId, IssueId, PartyId, PointId, RequestId, SeatId
from server.dialogue.model.refusals import Code
from server.dialogue.model.setup import Party
from server.dialogue.model.state import State, once_per_state
from server.dialogue.rooms.points import RaisePoint
from server.dialogue.rooms.requests import Ask, asked_already
from server.wire import views
from server.wire.projections.absent import or_unset
from server.wire.projections.floor import colleague
from server.wire.projections.turn import my_requests, my_slot


def me(state: State, seat_id: SeatId) -> views.Me:
    """The private part of a seat's view; KeyError if there is no such seat."""
    seat = seats_by_id(state)[seat_id]
    party = find_party(state, seat.party)
    statement = on_floor(state)
    has_floor = statement is not None and statement.seat == seat_id
    upcoming = next_up(state)
    why_not = _why_not(state, seat_id, party)
    return views.Me(
        seat=seat_id,
        requests=my_requests(state).get(seat_id, {}),
        dues=_dues(state).get(party.id, {}),
        filed=_filed(state).get(seat_id, {}),
        pace=forecast(state).pace,
        is_next=upcoming is not None and upcoming.seat == seat_id,
        may_ask=why_not is None,
        away=seat_id in state.away,
        why_not=or_unset(why_not),
        slot=my_slot(state, party),
        has_floor=statement.id if statement and has_floor else UNSET,
        signal=or_unset(statement.signal) if statement and has_floor else UNSET,
        colleague=colleague(state) if has_floor else UNSET,
        point=_waiting_points(state).get(seat_id, UNSET),
        asked_written=_asked_written(state).get(seat_id, UNSET),
        may_raise_point=refusal(state, RaisePoint(seat_id), Actor("seat", seat_id)) is None,
    )


def _why_not(state: State, seat: SeatId, party: Party) -> Code | None:
    """The code with which asking for the floor would be refused; None if it would not be.

    A group answers in its own lane and follows up on replies (R14), so its plain request is never the question.
    """
    # The hour of inscription (R13) is the server's to judge when the request comes: views do not tick.
    early = state.step.phase == "scheduled"
    at_ms = max(state.at_ms, state.setup.inscription_ms) if early else state.at_ms
    code = refusal(state, Ask(seat), Actor("seat", seat), at_ms)
    if code is not None and asked_already(state, seat, "statement"):
        return "already_asked"  # of several reasons the seat's own
    return None if code == "bad_links" and party.kind == "group" else code


@once_per_state
def _asked_written(state: State) -> dict[SeatId, RequestId]:
    """R35: who no longer waits is told why, until it asks again."""
    last = {r.seat: r for r in state.requests.values() if r.lane == "statement"}
    return {seat: request.id for seat, request in last.items() if request.status == "written"}


@once_per_state
def _waiting_points(state: State) -> dict[SeatId, PointId]:
    """R30: a seat has one point that waits."""
    return {point.seat: point.id for point in state.points.values() if point.status == "raised"}


@once_per_state
def _dues(state: State) -> dict[PartyId, dict[DueId, views.MyDue]]:
    """R29: the answers due and given of each group, with the first of it who said it will answer, and is here."""
    found: dict[PartyId, dict[DueId, views.MyDue]] = {}
    for due in dues(state).values():
        ready = ready_for(state, due.id)
        found.setdefault(due.group, {})[due.id] = views.MyDue(
            question=due.question,
            asker=due.asker,
            status=due.status,
            ready=UNSET if ready is None else ready.seat,
        )
    return found


@once_per_state
def _filed(state: State) -> dict[SeatId, dict[IssueId, views.FiledIssue]]:
    """R26: the issues of each seat that no statement has raised yet."""
    found: dict[SeatId, dict[IssueId, views.FiledIssue]] = {}
    for issue in state.issues.values():
        if issue.statement is None and not issue.retracted:
            found.setdefault(issue.seat, {})[issue.id] = views.FiledIssue(
                theme=issue.theme, title=issue.title, language=issue.language, addressees=issue.addressees
            )
    return found
