"""What only one seat sees: its own place, time and answers due."""

from msgspec import UNSET, UnsetType

from server.dialogue.derived.dues import Due, ready_for
from server.dialogue.derived.lengths import on_floor
from server.dialogue.derived.seats import find_party, find_seat
from server.dialogue.model.command import Context
from server.dialogue.model.ids import Actor, IssueId, RequestId, SeatId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.setup import Party
from server.dialogue.model.state import State
from server.dialogue.rooms.requests import asked_already, check_may_ask
from server.wire import views
from server.wire.projections.absent import or_unset
from server.wire.projections.floor import colleague
from server.wire.projections.turn import Outlook, my_requests, my_slot


def me(state: State, seat_id: SeatId, ahead: Outlook) -> views.Me:
    """The private part of a seat's view. `ahead` is the outlook of this state."""
    seat = find_seat(state, seat_id)
    party = find_party(state, seat.party)
    statement = on_floor(state)
    why_not = _why_not(state, seat_id, party)
    return views.Me(
        seat=seat_id,
        requests=my_requests(state, seat_id, ahead),
        dues={
            due.id: views.MyDue(
                question=due.question, asker=due.asker, status=due.status, ready=_ready(state, due)
            )
            for due in ahead.dues
            if due.group == party.id
        },
        filed=_filed(state, seat_id),
        pace=ahead.told.pace,
        is_next=ahead.next_up == seat_id,
        may_ask=why_not is None,
        away=seat_id in state.away,
        why_not=UNSET if why_not is None else why_not,
        slot=my_slot(state, party, ahead),
        has_floor=UNSET if statement is None or statement.seat != seat_id else statement.id,
        signal=UNSET if statement is None or statement.seat != seat_id else or_unset(statement.signal),
        colleague=UNSET if statement is None or statement.seat != seat_id else colleague(state),
        point=next(
            (p.id for p in state.points.values() if p.seat == seat_id and p.status == "raised"), UNSET
        ),
        asked_written=_asked_written(state, seat_id),
        may_raise_point=_may_raise_point(state, party),
    )


def _why_not(state: State, seat: SeatId, party: Party) -> str | None:
    """The code with which asking for the floor would be refused now; None if it would not be.

    A group answers in its own lane and follows up on replies (R14), so its plain request is never the question.
    """
    if asked_already(state, seat, "statement"):
        return "already_asked"
    # The hour of inscription (R13) is the server's to judge when the request comes: views do not tick.
    early = state.step.phase == "scheduled"
    now_ms = max(state.at_ms, state.setup.inscription_ms) if early else state.at_ms
    ctx = Context(state, Actor("seat", seat), now_ms)
    try:
        check_may_ask(ctx, party, "statement")
    except Refused as refused:
        return refused.code
    return None


def _asked_written(state: State, seat: SeatId) -> RequestId | UnsetType:
    """R35: who no longer waits is told why, until it asks again."""
    mine = [r for r in state.requests.values() if r.seat == seat and r.lane == "statement"]
    return mine[-1].id if mine and mine[-1].status == "written" else UNSET


def _ready(state: State, due: Due) -> SeatId | UnsetType:
    """R29: the first of the group who said it will answer, and is here."""
    ready = ready_for(state, due.id)
    return UNSET if ready is None else ready.seat


def _filed(state: State, seat: SeatId) -> dict[IssueId, views.FiledIssue]:
    """R26: its own issues that no statement has raised yet."""
    return {
        issue.id: views.FiledIssue(
            theme=issue.theme, title=issue.title, language=issue.language, addressees=issue.addressees
        )
        for issue in state.issues.values()
        if issue.seat == seat and issue.statement is None and not issue.retracted
    }


def _may_raise_point(state: State, party: Party) -> bool:
    """R30."""
    kinds = ("state", "group") if state.setup.rules.groups_raise_points else ("state",)
    return party.kind in kinds and state.step.phase not in ("scheduled", "closed")
