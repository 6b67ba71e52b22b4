"""The list of speakers: asking, changing, withdrawing, moving, closing (R12-R18)."""

from server.dialogue import commands as cmd
from server.dialogue import events as ev
from server.dialogue.ids import PartyId, RequestId
from server.dialogue.order import ranked
from server.dialogue.refusals import Refused
from server.dialogue.rules.asking import asked_already, check_follow_up, check_may_ask, open_dues
from server.dialogue.rules.context import Context, Events
from server.dialogue.rules.links import check_links
from server.dialogue.seats import find_party, find_seat, party_of
from server.dialogue.setup import Party
from server.dialogue.state import State
from server.dialogue.values import Links, Pin, Request, RequestLane


def ask(ctx: Context, c: cmd.Ask) -> Events:
    """R12: one open request (C) per seat and lane."""
    seat = find_seat(ctx.state, c.seat)
    ctx.own(seat.id)
    party = find_party(ctx.state, seat.party)
    check_may_ask(ctx, party, c.lane)
    if asked_already(ctx.state, seat.id, c.lane):
        raise Refused("already_asked", seat.id)
    _check_content(ctx, party, c.lane, c.links)
    _check_bloc(ctx.state, party, c.lane, c.on_behalf)
    request = Request(
        id=RequestId(f"r{len(ctx.state.requests) + 1}"),
        seat=seat.id,
        party=party.id,
        lane=c.lane,
        links=c.links,
        language=c.language or seat.language,
        text=c.text,
        arrived_at_ms=ctx.now_ms,
        on_behalf=c.on_behalf,
    )
    return (ev.RequestAdded(request),)


def _check_bloc(state: State, party: Party, lane: RequestLane, others: tuple[PartyId, ...]) -> None:
    """R17: a State speaks for other States, each named once; a guest or a group does not."""
    if not others:
        return
    if party.kind != "state" or lane != "statement" or len(set(others)) != len(others):
        raise Refused("bad_links", "on_behalf")
    for other in others:
        if other == party.id or find_party(state, other).kind != "state":
            raise Refused("bad_links", other)


def _check_content(ctx: Context, party: Party, lane: RequestLane, links: Links) -> None:
    check_links(ctx.state, party, lane, links)
    if lane == "answer" and not set(links.answers) <= set(open_dues(ctx.state, party.id)):
        raise Refused("nothing_due", party.id)
    if lane == "statement" and party.kind == "group":
        check_follow_up(ctx.state, party.id, links)


def change_request(ctx: Context, c: cmd.ChangeRequest) -> Events:
    """R12: changing it keeps the place."""
    request = ctx.request(c.request)
    ctx.own(request.seat)
    party = party_of(ctx.state, request.seat)
    check_links(ctx.state, party, request.lane, c.links, had=request.links)
    added = set(c.links.answers) - set(request.links.answers)
    if not added <= set(open_dues(ctx.state, party.id)):
        raise Refused("nothing_due", party.id)
    if party.kind == "group" and request.lane == "statement" and c.links != request.links:
        raise Refused("bad_links", request.id)  # R14: a follow-up stays with its reply
    _check_bloc(ctx.state, party, request.lane, c.on_behalf)
    return (ev.RequestChanged(request.id, c.links, c.language, c.text, c.on_behalf),)


def withdraw(ctx: Context, c: cmd.Withdraw) -> Events:
    """R13: until it is called."""
    request = ctx.request(c.request)
    ctx.own(request.seat)
    return (ev.RequestWithdrawn(request.id),)


def move_request(ctx: Context, c: cmd.MoveRequest) -> Events:
    """R16: the row stays where the chair put it."""
    rows = [row.request.id for row in ranked(ctx.state)]
    request = ctx.request(c.request).id
    before = None if c.before is None else ctx.request(c.before).id
    if request not in rows or (before is not None and (before not in rows or before == request)):
        raise Refused("overtaken", request)
    return (ev.RequestMoved(Pin(request, tuple(rows_from(rows, request, before)))),)


def rows_from(rows: list[RequestId], request: RequestId, before: RequestId | None) -> list[RequestId]:
    """The rows that follow a moved one: `before` and all behind it; none if it goes last."""
    if before is None:
        return []
    others = [r for r in rows if r != request]
    return others[others.index(before) :]
