"""Who is in the hall: away and back, substitutes, guests (R7, R32)."""

from server.dialogue import commands as cmd
from server.dialogue import events as ev
from server.dialogue.ids import PartyId, RequestId, SeatId
from server.dialogue.incidents import Guest
from server.dialogue.lengths import on_floor
from server.dialogue.order import ranked
from server.dialogue.refusals import Refused
from server.dialogue.rules.context import Context, Events
from server.dialogue.seats import find_seat, party_of
from server.dialogue.setup import LANGUAGES, Party, Seat, Text
from server.dialogue.values import Links, Pin, Request

MAX_GUESTS = 20
MAX_GUEST_MS = 3_600_000


def set_away(ctx: Context, c: cmd.SetAway) -> Events:
    """R7: an act of the seat or the chair, never of a lost connection."""
    seat = _delegate(ctx, c.seat)
    running = on_floor(ctx.state)
    if running is not None and running.seat == seat:
        raise Refused("not_now", seat)  # R20: who was called in vain is "not here"
    if seat in ctx.state.away:
        raise Refused("overtaken", seat)
    return (ev.LeftHall(seat),)


def back(ctx: Context, c: cmd.Return) -> Events:
    """R7, R20: the seat is back."""
    seat = _delegate(ctx, c.seat)
    if seat not in ctx.state.away:
        raise Refused("overtaken", seat)
    return (ev.Returned(seat),)


def substitute(ctx: Context, c: cmd.Substitute) -> Events:
    """R7: a substitute takes over name and rank; requests keep their places."""
    seat = _delegate(ctx, c.seat)
    if (seat in ctx.state.substitutes) is c.substitute:
        raise Refused("overtaken", seat)
    return (ev.SubstituteSet(seat, c.substitute),)


def _delegate(ctx: Context, named: SeatId) -> SeatId:
    seat = find_seat(ctx.state, named)
    ctx.own(seat.id)
    if party_of(ctx.state, seat.id).kind == "chair":
        raise Refused("not_allowed", seat.id)  # R4: who presides is the consoles' matter
    return seat.id


def add_guest(ctx: Context, c: cmd.AddGuest) -> Events:
    """R32: an ad-hoc seat with a chosen time, on top of the list; nobody is removed."""
    if not c.name.strip():
        raise Refused("bad_command", "name")
    if not 0 < c.length_ms <= MAX_GUEST_MS:
        raise Refused("time_out_of_range", "length_ms")
    if len(ctx.state.guests) >= MAX_GUESTS:
        raise Refused("limit_reached", "guests")
    number = 1 + sum(1 for r in ctx.state.requests.values() if r.seat.startswith("guest-"))
    name: Text = dict.fromkeys(LANGUAGES, c.name.strip())
    function: Text = dict.fromkeys(LANGUAGES, c.function.strip())
    party = Party(PartyId(f"guest-{number}"), "guest", name, mark="guest")
    seat = Seat(SeatId(party.id), party.id, name, function, c.language)
    request = Request(
        id=RequestId(f"r{len(ctx.state.requests) + 1}"),
        seat=seat.id,
        party=party.id,
        lane="statement",
        links=Links(),
        language=c.language,
        text="",
        arrived_at_ms=ctx.now_ms,
        length_ms=c.length_ms,
    )
    rows = tuple(row.request.id for row in ranked(ctx.state))
    return (ev.GuestAdded(Guest(party, seat), request, Pin(request.id, rows)),)
