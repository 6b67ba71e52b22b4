"""Calling somebody to the floor: what each target becomes (R10, R14, R19, R21, R25, R29)."""

from msgspec.structs import replace

from server.dialogue import commands as cmd
from server.dialogue.dues import dues, still_due
from server.dialogue.ids import SeatId, StatementId
from server.dialogue.lengths import (
    ceded_ms,
    factor,
    for_seat_ms,
    lane_ms,
    request_ms,
    slot_left_ms,
    slot_remaining,
)
from server.dialogue.refusals import Refused
from server.dialogue.rules.context import Context
from server.dialogue.seats import find_party, find_seat
from server.dialogue.values import Lane, Links, Request, Statement


def called(ctx: Context, target: cmd.Target) -> Statement:
    """The statement that a call opens; refused if the target may not be called now, or no longer."""
    ctx.clocks_may_run()
    if ctx.state.floor is not None:
        raise Refused("floor_taken", ctx.state.statements[ctx.state.floor].seat)
    match target:
        case cmd.RequestTarget():
            return _request(ctx, target)
        case cmd.SlotTarget():
            return _slot(ctx, target)
        case cmd.AnswerTarget():
            return _answer(ctx, target)
        case cmd.RemarksTarget():
            return _remarks(ctx, target)


def ceded(ctx: Context, first: Statement, colleague: SeatId) -> Statement:
    """The colleague's part of what `first` has left: of the slot (R22), or of an answer to the same questions (R29)."""
    if first.slot is not None:
        return called(ctx, cmd.SlotTarget(first.slot, colleague))
    ctx.clocks_may_run()
    rest = _statement(ctx, first.lane, colleague, ceded_ms(ctx.state, first, colleague))
    return replace(rest, links=first.links, shares=first.id)


def _request(ctx: Context, target: cmd.RequestTarget) -> Statement:
    request = ctx.request(target.request)
    if find_party(ctx.state, request.party).kind != "guest":  # R32: guests speak in any step
        _only_in(ctx, "exchange", "closing")
    statement = _statement(ctx, request.lane, request.seat, request_ms(ctx.state, request))
    return replace(
        statement,
        links=_links(ctx, request),
        language=request.language,
        text=request.text,
        request=request.id,
        on_behalf=request.on_behalf,
    )


def _links(ctx: Context, request: Request) -> Links:
    """R29: an answer given or promised meanwhile is not given again; with none left, the request is overtaken."""
    if request.lane != "answer":
        return request.links
    still = still_due(ctx.state)
    left = tuple(due for due in request.links.answers if due in still)
    if not left:
        raise Refused("overtaken", request.id)
    return replace(request.links, answers=left)


def _slot(ctx: Context, target: cmd.SlotTarget) -> Statement:
    _only_in(ctx, "interventions")
    slot = ctx.slot(target.slot)
    if target.seat not in slot_remaining(ctx.state, slot):
        raise Refused("overtaken", slot.id)
    left_ms = for_seat_ms(ctx.state, target.seat, slot_left_ms(ctx.state, slot))
    statement = _statement(ctx, "intervention", target.seat, left_ms)
    return replace(statement, slot=slot.id)


def _answer(ctx: Context, target: cmd.AnswerTarget) -> Statement:
    """R29: either seat of the group takes it."""
    _only_in(ctx, "exchange", "closing")
    due = dues(ctx.state).get(target.due)
    if due is None:
        raise Refused("unknown", target.due)
    if due.status not in ("due", "ripe"):
        raise Refused("overtaken", due.id)
    if find_seat(ctx.state, target.seat).party != due.group:
        raise Refused("not_yours", target.seat)
    length_ms = for_seat_ms(ctx.state, target.seat, lane_ms(ctx.state, "answer", due.group))
    statement = _statement(ctx, "answer", target.seat, length_ms)
    return replace(statement, links=Links(answers=(due.id,)))


def _remarks(ctx: Context, target: cmd.RemarksTarget) -> Statement:
    """R8, R25: the chair's remarks are the chair's, never Colombia's."""
    _only_in(ctx, "opening", "interventions", "exchange", "closing")
    seat = find_seat(ctx.state, target.seat)
    if find_party(ctx.state, seat.party).kind != "chair":
        raise Refused("not_allowed", seat.id)
    return _statement(ctx, "remarks", seat.id, lane_ms(ctx.state, "remarks", seat.party))


def _only_in(ctx: Context, *phases: str) -> None:
    if ctx.state.step.phase not in phases:
        raise Refused("not_now", ctx.state.step.phase)


def _statement(ctx: Context, lane: Lane, seat_id: SeatId, allotted_ms: int) -> Statement:
    """R21: the time is allotted at the call; later changes of defaults do not touch it."""
    seat = find_seat(ctx.state, seat_id)
    return Statement(
        id=StatementId(f"s{len(ctx.state.statements) + 1}"),
        lane=lane,
        seat=seat.id,
        party=seat.party,
        step=ctx.state.step,
        links=Links(),
        language=seat.language,
        text="",
        allotted_ms=allotted_ms,
        called_at_ms=ctx.now_ms,
        budget_factor=factor(ctx.state, seat.id),
    )
