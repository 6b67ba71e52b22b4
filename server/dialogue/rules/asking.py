"""Who may ask for the floor, in which lane and when (R13, R14, R18, R29, R31)."""

from server.dialogue.dues import dues, still_due
from server.dialogue.ids import IssueId, PartyId, SeatId, StatementId
from server.dialogue.issues import merged
from server.dialogue.lengths import rights_used
from server.dialogue.refusals import Refused
from server.dialogue.rules.context import Context
from server.dialogue.setup import Party
from server.dialogue.state import State
from server.dialogue.values import Links, Request, RequestLane
from server.dialogue.window import own_day

STATE_PHASES = ("scheduled", "opening", "interventions", "exchange")


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
    if lane == "right_of_reply" and _rights_taken(ctx.state, party.id) >= ctx.rules.rights_of_reply:
        raise Refused("limit_reached", lane)
    if lane == "statement" and not list_open(ctx.state, ctx.now_ms) and not ctx.is_console:
        raise Refused("list_closed")  # R18: the chair may still admit by name


def asked_already(state: State, seat: SeatId, lane: RequestLane) -> bool:
    """R12: whether a seat has as many requests open in a lane as it may have (C)."""
    mine = (r for r in state.requests.values() if r.seat == seat and r.lane == lane)
    still_open = (r for r in mine if r.status in ("open", "called") and not _settled(state, r))
    return sum(1 for _ in still_open) >= state.setup.rules.requests_per_seat


def _settled(state: State, request: Request) -> bool:
    """R29: a seat's readiness to answer what others have answered, or promised in writing, asks for nothing more."""
    return request.lane == "answer" and still_due(state).isdisjoint(request.links.answers)


def _rights_taken(state: State, party: PartyId) -> int:
    """R31: those that wait count as well, for a group has two seats that may ask."""
    mine = (r for r in state.requests.values() if r.party == party and r.lane == "right_of_reply")
    return rights_used(state, party) + sum(1 for r in mine if r.status in ("open", "called"))


def list_open(state: State, now_ms: int) -> bool:
    """R18: open until closed, or until the last call is over."""
    ends_ms = state.last_call_ends_ms
    return state.list_open and (ends_ms is None or now_ms < ends_ms)


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


def check_follow_up(state: State, group: PartyId, links: Links) -> None:
    """R14: a group may follow up a reply to one of its issues, once (C) per reply."""
    if len(links.replies_to) != 1 or links.replies_to[0] not in state.statements:
        raise Refused("bad_links", "replies_to")
    reply = state.statements[StatementId(links.replies_to[0])]
    mine = {merged(state, i.id) for i in state.issues.values() if i.party == group}
    replied = {merged(state, IssueId(link)) for link in reply.links.replies_to if link in state.issues}
    if reply.party == group or not mine & replied:
        raise Refused("bad_links", reply.id)
    pending = [
        r.links
        for r in state.requests.values()
        if r.party == group and r.status in ("open", "called", "heard")
    ]
    if sum(1 for used in pending if reply.id in used.replies_to) >= state.setup.rules.follow_ups:
        raise Refused("limit_reached", reply.id)
