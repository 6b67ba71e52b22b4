"""Requests for the floor: asking, changing, withdrawing, moving (R12-R17, R29, R31)."""

from collections import Counter
from typing import TypeVar

from msgspec.structs import replace

from server.dialogue.derived.dues import open_dues, still_due
from server.dialogue.derived.issues import merged
from server.dialogue.derived.lengths import rights_used
from server.dialogue.derived.order import ranked
from server.dialogue.derived.seats import find_party, find_seat, party_of
from server.dialogue.derived.steps import list_open
from server.dialogue.model.command import BEFORE_CLOSE, Command, Context, Events, Permit
from server.dialogue.model.ids import IssueId, PartyId, RequestId, SeatId, StatementId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.setup import Language, Party
from server.dialogue.model.state import Event, Links, Pin, Request, RequestLane, RequestStatus, State
from server.dialogue.model.table import Table
from server.dialogue.model.text import ShortText
from server.dialogue.rooms.links import check_links, linked_things

STATE_PHASES = ("scheduled", "opening", "interventions", "exchange")


Requests = Table[RequestId, Request]
T = TypeVar("T")


# What happens to requests


class RequestAdded(Event, frozen=True):
    request: Request

    def fold(self, state: State, at_ms: int, /) -> State:
        """R12."""
        return replace(state, requests=state.requests.put(self.request))

    def compensation(self, before: State, /) -> Event:
        return RequestWithdrawn(self.request.id)

    def touches(self, before: State, /) -> tuple[str, ...]:
        request = self.request
        return (request.id, f"lane:{request.seat}.{request.lane}", *linked_things(request.links))

    def about(self, before: State, /) -> str:
        return self.request.seat


class RequestChanged(Event, frozen=True):
    request: RequestId
    links: Links
    language: Language
    text: str
    on_behalf: tuple[PartyId, ...] = ()

    def fold(self, state: State, at_ms: int, /) -> State:
        """R12: changing it keeps the place."""
        was = state.requests[self.request]
        changed = replace(
            was,
            version=was.version + 1,
            links=self.links,
            language=self.language,
            text=self.text,
            on_behalf=self.on_behalf,
        )
        return replace(state, requests=state.requests.put(changed))

    def compensation(self, before: State, /) -> Event:
        was = before.requests[self.request]
        return RequestChanged(was.id, was.links, was.language, was.text, was.on_behalf)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return (self.request, *linked_things(self.links))

    def about(self, before: State, /) -> str:
        return before.requests[self.request].seat


class RequestWithdrawn(Event, frozen=True):
    request: RequestId

    def fold(self, state: State, at_ms: int, /) -> State:
        """R13."""
        requests = with_status(state.requests, "withdrawn", self.request)
        return replace(state, requests=requests, taken_back=(*state.taken_back, self.request))

    def compensation(self, before: State, /) -> Event:
        return RequestReopened(self.request)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return (self.request, *lanes(before, self.request))

    def about(self, before: State, /) -> str:
        return before.requests[self.request].seat


class RequestReopened(Event, frozen=True):
    """Compensates RequestWithdrawn."""

    request: RequestId

    def fold(self, state: State, at_ms: int, /) -> State:
        """It is back in its place."""
        requests = with_status(state.requests, "open", self.request)
        return replace(state, requests=requests, taken_back=without(state.taken_back, self.request))


class RequestMoved(Event, frozen=True):
    pin: Pin

    def fold(self, state: State, at_ms: int, /) -> State:
        """R16: it stays where the chair put it."""
        return replace(state, pins=pinned(state.pins, self.pin))

    def compensation(self, before: State, /) -> Event:
        return PinsReverted(before.pins)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return ("pins", self.pin.request)

    def about(self, before: State, /) -> str:
        return before.requests[self.pin.request].seat


class PinsReverted(Event, frozen=True):
    """Compensates RequestMoved."""

    pins: tuple[Pin, ...]

    def fold(self, state: State, at_ms: int, /) -> State:
        """The moves are as they were."""
        return replace(state, pins=self.pins)


def with_status(requests: Requests, status: RequestStatus, *changed: RequestId) -> Requests:
    """The requests, some with another status; their places in order of arrival stay."""
    for request in changed:
        requests = requests.put(replace(requests[request], status=status))
    return requests


def without(things: tuple[T, ...], *gone: T) -> tuple[T, ...]:
    """The others, as they stood."""
    return tuple(thing for thing in things if thing not in gone)


def pinned(pins: tuple[Pin, ...], pin: Pin) -> tuple[Pin, ...]:
    """The pins once that row is moved: the latest move is applied last, so it wins."""
    return (*(p for p in pins if p.request != pin.request), pin)


def lanes(before: State, *requests: RequestId) -> tuple[str, ...]:
    """One open request per seat and lane (R12): a newer one stands in the way of one that would come back."""
    mine = (before.requests[request] for request in requests)
    return tuple(f"lane:{request.seat}.{request.lane}" for request in mine)


# What seats and the chair may want


class Ask(Command, frozen=True):
    """Ask for the floor; the chair may do it on behalf of a seat."""

    permit = Permit(BEFORE_CLOSE, seat=True)

    seat: SeatId
    lane: RequestLane = "statement"
    links: Links = Links()
    language: Language | None = None
    text: ShortText = ""
    on_behalf: tuple[PartyId, ...] = ()
    """Others for whom it speaks (R17)."""

    def decide(self, ctx: Context, /) -> Events:
        """R12: one open request (C) per seat and lane."""
        seat = find_seat(ctx.state, self.seat)
        ctx.own(seat.id)
        party = find_party(ctx.state, seat.party)
        _check_may_ask(ctx, party, self.lane)
        if asked_already(ctx.state, seat.id, self.lane):
            raise Refused("already_asked", seat.id)
        if self.lane == "statement" and not list_open(ctx.state, ctx.now_ms) and not ctx.is_console:
            raise Refused("list_closed")  # R18: the chair may still admit by name
        _check_content(ctx, party, self.lane, self.links)
        _check_bloc(ctx.state, party, self.lane, self.on_behalf)
        request = Request(
            id=RequestId(f"r{ctx.state.requests.next_number}"),
            seat=seat.id,
            party=party.id,
            lane=self.lane,
            links=self.links,
            language=self.language or seat.language,
            text=self.text,
            arrived_at_ms=ctx.now_ms,
            on_behalf=self.on_behalf,
        )
        return (RequestAdded(request),)


class ChangeRequest(Command, frozen=True):
    """Names every field, so it says which version of the request it is a change of (R5)."""

    permit = Permit(BEFORE_CLOSE, seat=True)

    request: RequestId
    version: int
    links: Links
    language: Language
    text: ShortText = ""
    on_behalf: tuple[PartyId, ...] = ()

    def decide(self, ctx: Context, /) -> Events:
        """R12: changing it keeps the place."""
        request = ctx.request(self.request)
        ctx.own(request.seat)
        if request.version != self.version:
            # Or what somebody else changed meanwhile would be erased unseen.
            raise Refused("overtaken", request.id)
        party = party_of(ctx.state, request.seat)
        check_links(ctx.state, party, request.lane, self.links, had=request.links)
        added = set(self.links.answers) - set(request.links.answers)
        if not added <= set(open_dues(ctx.state, party.id)):
            raise Refused("nothing_due", party.id)
        if party.kind == "group" and request.lane == "statement" and self.links != request.links:
            raise Refused("bad_links", request.id)  # R14: a follow-up stays with its reply
        _check_bloc(ctx.state, party, request.lane, self.on_behalf)
        return (RequestChanged(request.id, self.links, self.language, self.text, self.on_behalf),)


class Withdraw(Command, frozen=True):
    permit = Permit(BEFORE_CLOSE, seat=True)

    request: RequestId

    def decide(self, ctx: Context, /) -> Events:
        """R13: until it is called."""
        request = ctx.request(self.request)
        ctx.own(request.seat)
        return (RequestWithdrawn(request.id),)


class MoveRequest(Command, frozen=True):
    permit = Permit(BEFORE_CLOSE)

    request: RequestId
    before: RequestId | None

    def decide(self, ctx: Context, /) -> Events:
        """R16: the row stays where the chair put it."""
        rows = [row.request.id for row in ranked(ctx.state)]
        request = ctx.request(self.request).id
        before = None if self.before is None else ctx.request(self.before).id
        if request not in rows or (before is not None and (before not in rows or before == request)):
            raise Refused("overtaken", request)
        return (RequestMoved(Pin(request, _rows_from(rows, request, before))),)


def _rows_from(rows: list[RequestId], request: RequestId, before: RequestId | None) -> tuple[RequestId, ...]:
    """The rows that follow a moved one: `before` and all behind it; none if it goes last."""
    if before is None:
        return ()
    others = [r for r in rows if r != request]
    return tuple(others[others.index(before) :])


def _check_may_ask(ctx: Context, party: Party, lane: RequestLane) -> None:
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


def asked_already(state: State, seat: SeatId, lane: RequestLane) -> bool:
    """R12: whether a seat has as many requests open in a lane as it may have (C)."""
    mine = (r for r in state.requests.values() if r.seat == seat and r.lane == lane)
    still_open = (r for r in mine if r.status in ("open", "called") and not _settled(state, r))
    return sum(1 for _ in still_open) >= state.setup.rules.requests_per_seat


def beyond_limit(state: State) -> tuple[RequestId, ...]:
    """R12: the newest requests of seats that have more open in a lane than one may (C): an undo can bring one back."""
    seen: Counter[tuple[SeatId, RequestLane]] = Counter()
    found: list[RequestId] = []
    for request in state.requests.values():
        if request.status in ("open", "called") and not _settled(state, request):
            seen[request.seat, request.lane] += 1
            if seen[request.seat, request.lane] > state.setup.rules.requests_per_seat:
                found.append(request.id)
    return tuple(found)


def _settled(state: State, request: Request) -> bool:
    """R29: a seat's readiness to answer what others have answered, or promised in writing, asks for nothing more."""
    return request.lane == "answer" and still_due(state).isdisjoint(request.links.answers)


def _rights_taken(state: State, party: PartyId) -> int:
    """R31: those that wait count as well, for a group has two seats that may ask."""
    mine = (r for r in state.requests.values() if r.party == party and r.lane == "right_of_reply")
    return rights_used(state, party) + sum(1 for r in mine if r.status in ("open", "called"))


def _check_inscription(ctx: Context) -> None:
    """R13: States may inscribe before the opening, from the configured hour on."""
    from_ms = asks_from_ms(ctx.state)
    early = from_ms is not None and ctx.now_ms < from_ms
    if ctx.state.step.phase not in STATE_PHASES or (early and not ctx.is_console):
        raise Refused("not_now", "statement")


def asks_from_ms(state: State) -> int | None:
    """R13: the instant from which on States may ask for the floor; None once the session is opened: then they may.

    A day before that instant is before it, be it the eve or a week: only the opening makes another day of it (R2).
    """
    return state.setup.inscription_ms if state.step.phase == "scheduled" else None


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
        _check_follow_up(ctx.state, party.id, links)


def _check_follow_up(state: State, group: PartyId, links: Links) -> None:
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
