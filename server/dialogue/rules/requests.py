"""The list of speakers: asking, changing, withdrawing, moving, closing (R12-R18)."""

from server.dialogue import commands as cmd
from server.dialogue import events as ev
from server.dialogue.dues import dues
from server.dialogue.ids import PartyId, RequestId, StatementId
from server.dialogue.lengths import rights_used
from server.dialogue.order import ranked
from server.dialogue.refusals import Refused
from server.dialogue.rules.context import Context, Events
from server.dialogue.rules.links import check_links
from server.dialogue.seats import find_party, find_seat, party_of
from server.dialogue.setup import Party
from server.dialogue.state import State
from server.dialogue.values import Links, Pin, Request, RequestLane
from server.dialogue.window import own_day

MAX_RIGHTS_OF_REPLY = 2
"""R31: per party."""
STATE_PHASES = ("scheduled", "opening", "interventions", "exchange")


def ask(ctx: Context, c: cmd.Ask) -> Events:
    """R12: one open request per seat and lane."""
    seat = find_seat(ctx.state, c.seat)
    ctx.own(seat.id)
    party = find_party(ctx.state, seat.party)
    check_may_ask(ctx, party, c.lane)
    same = (r for r in ctx.state.requests.values() if r.seat == seat.id and r.lane == c.lane)
    if any(r.status in ("open", "called") for r in same):
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


def check_may_ask(ctx: Context, party: Party, lane: RequestLane) -> None:
    """Refused if a party may not ask in this lane now, whatever it wants to say."""
    phase = ctx.state.step.phase
    if party.kind in ("chair", "guest"):
        raise Refused("not_allowed", party.id)  # R25: the chair has the floor when it is free; R32
    if lane == "statement" and party.kind == "state":
        _check_inscription(ctx)
    elif phase != "exchange":
        raise Refused("not_now", lane)
    if lane == "answer" and not open_dues(ctx.state, party.id):
        raise Refused("nothing_due", party.id)
    if lane == "right_of_reply" and rights_used(ctx.state, party.id) >= MAX_RIGHTS_OF_REPLY:
        raise Refused("limit_reached", lane)
    if lane == "statement" and not list_open(ctx.state, ctx.now_ms) and not ctx.is_console:
        raise Refused("list_closed")  # R18: the chair may still admit by name


def list_open(state: State, now_ms: int) -> bool:
    """R18: open until closed, or until the last call is over."""
    ends_ms = state.last_call_ends_ms
    return state.list_open and (ends_ms is None or now_ms < ends_ms)


def _check_bloc(state: State, party: Party, lane: RequestLane, others: tuple[PartyId, ...]) -> None:
    """R17: a State speaks for other States, each named once; a guest or a group does not."""
    if not others:
        return
    if party.kind != "state" or lane != "statement" or len(set(others)) != len(others):
        raise Refused("bad_links", "on_behalf")
    for other in others:
        if other == party.id or find_party(state, other).kind != "state":
            raise Refused("bad_links", other)


def _check_inscription(ctx: Context) -> None:
    """R13: States may inscribe before the opening, from the configured hour on the day itself."""
    phase = ctx.state.step.phase
    setup = ctx.state.setup
    early = phase == "scheduled" and own_day(setup, ctx.now_ms) and ctx.now_ms < setup.inscription_ms
    if phase not in STATE_PHASES or (early and not ctx.is_console):
        raise Refused("not_now", "statement")


def open_dues(state: State, group: PartyId) -> tuple[str, ...]:
    """The answers that a group owes."""
    return tuple(d.id for d in dues(state).values() if d.group == group and d.status in ("due", "ripe"))


def _check_content(ctx: Context, party: Party, lane: RequestLane, links: Links) -> None:
    check_links(ctx.state, party, lane, links)
    if lane == "answer" and not set(links.answers) <= set(open_dues(ctx.state, party.id)):
        raise Refused("nothing_due", party.id)
    if lane == "statement" and party.kind == "group":
        _check_follow_up(ctx.state, party.id, links)


def _check_follow_up(state: State, group: PartyId, links: Links) -> None:
    """R14: a group may follow up a reply to one of its issues, once per reply."""
    if len(links.replies_to) != 1 or links.replies_to[0] not in state.statements:
        raise Refused("bad_links", "replies_to")
    reply = state.statements[StatementId(links.replies_to[0])]
    mine = {i.id for i in state.issues.values() if i.party == group}
    if reply.party == group or not mine & set(reply.links.replies_to):
        raise Refused("bad_links", reply.id)
    pending = [
        r.links
        for r in state.requests.values()
        if r.party == group and r.status in ("open", "called", "heard")
    ]
    if any(reply.id in used.replies_to for used in pending):
        raise Refused("limit_reached", reply.id)


def change_request(ctx: Context, c: cmd.ChangeRequest) -> Events:
    """R12: changing it keeps the place."""
    request = ctx.request(c.request)
    ctx.own(request.seat)
    party = party_of(ctx.state, request.seat)
    check_links(ctx.state, party, request.lane, c.links)
    if request.lane == "answer" and not set(c.links.answers) <= set(open_dues(ctx.state, party.id)):
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
