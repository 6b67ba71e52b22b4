"""Who is in the hall: away and back, substitutes, guests (R7, R20, R32)."""

from itertools import count

from msgspec import field
from msgspec.structs import replace

from server.dialogue.derived.lengths import on_floor
from server.dialogue.derived.order import ranked
from server.dialogue.derived.seats import all_parties, all_seats, find_seat, party_of
from server.dialogue.model.command import BEFORE_CLOSE, SESSION, Command, Context, Events, Permit
from server.dialogue.model.ids import PartyId, PersonVersion, RequestId, SeatId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.register import Person, Record, version_of
from server.dialogue.model.setup import LANGUAGES, Language, Seat
from server.dialogue.model.state import Event, Guest, Links, Pin, Request, State
from server.dialogue.model.text import ShortText, is_readable
from server.dialogue.rooms.clock import with_statement
from server.dialogue.rooms.requests import pinned, with_status

MAX_GUEST_MS = 3_600_000
GUEST = "guest-"


def marked(seats: tuple[SeatId, ...], seat: SeatId, *, is_so: bool) -> tuple[SeatId, ...]:
    """Of those that are away, say, or substituted: with that seat as the last one if it `is_so`, else without it."""
    others = tuple(s for s in seats if s != seat) if seat in seats else seats
    return (*others, seat) if is_so else others


# Away, back, substituted


class _SeatEvent(Event, frozen=True):
    """Whether somebody sits on a seat, and who."""

    seat: SeatId

    def compensation(self, before: State, /) -> Event:
        return SeatReverted(self.seat, self.seat in before.away, self.seat in before.substitutes)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return (f"seat:{self.seat}", f"called:{self.seat}")

    def about(self, before: State, /) -> str:
        return self.seat


class LeftHall(_SeatEvent, frozen=True):
    """The seat is away; its requests keep their places."""

    def fold(self, state: State, at_ms: int, /) -> State:
        """R7: away is an act, not a lost connection."""
        return replace(state, away=marked(state.away, self.seat, is_so=True))


class Returned(_SeatEvent, frozen=True):
    """The seat is back."""

    def fold(self, state: State, at_ms: int, /) -> State:
        """R7: back."""
        state = _came_back(state, self.seat)
        return replace(state, away=marked(state.away, self.seat, is_so=False))


class SubstituteSet(_SeatEvent, frozen=True):
    """A substitute takes the seat over, or gives it back."""

    substitute: bool

    def fold(self, state: State, at_ms: int, /) -> State:
        """R7: name and rank pass over; requests keep their places, and somebody sits there again."""
        return _seated(_came_back(state, self.seat), self.seat, away=False, substitute=self.substitute)


class SeatReverted(Event, frozen=True):
    """Compensates LeftHall, Returned and SubstituteSet."""

    seat: SeatId
    away: bool
    substitute: bool

    def fold(self, state: State, at_ms: int, /) -> State:
        """Away and substituted as it was."""
        return _seated(state, self.seat, away=self.away, substitute=self.substitute)


def _seated(state: State, seat: SeatId, *, away: bool, substitute: bool) -> State:
    return replace(
        state,
        away=marked(state.away, seat, is_so=away),
        substitutes=marked(state.substitutes, seat, is_so=substitute),
    )


def _came_back(state: State, seat: SeatId) -> State:
    """Who was called though away says that somebody is there: so it is, whatever becomes of the call (R7)."""
    running = on_floor(state)
    if running is None or running.seat != seat or not running.was_away:
        return state
    return with_statement(state, replace(running, was_away=False))


class SetAway(Command, frozen=True):
    """The seat left the hall; its requests keep their places. `Return` brings it back."""

    permit = Permit(BEFORE_CLOSE, seat=True)

    seat: SeatId

    def decide(self, ctx: Context, /) -> Events:
        """R7: an act of the seat or the chair, never of a lost connection."""
        seat = _delegate(ctx, self.seat)
        running = on_floor(ctx.state)
        if running is not None and running.seat == seat:
            raise Refused("not_now", seat)  # R20: who was called in vain is "not here"
        if seat in ctx.state.away:
            raise Refused("overtaken", seat)
        return (LeftHall(seat),)


class Return(Command, frozen=True):
    """The seat is back in the hall."""

    permit = Permit(BEFORE_CLOSE, seat=True)

    seat: SeatId

    def decide(self, ctx: Context, /) -> Events:
        """R7, R20: the seat is back."""
        seat = _delegate(ctx, self.seat)
        if seat not in ctx.state.away:
            raise Refused("overtaken", seat)
        return (Returned(seat),)


class Substitute(Command, frozen=True):
    """A substitute of the same delegation takes the seat over, or gives it back."""

    permit = Permit(BEFORE_CLOSE, seat=True)

    seat: SeatId
    substitute: bool

    def decide(self, ctx: Context, /) -> Events:
        """R7: a substitute takes over name and rank; requests keep their places."""
        seat = _delegate(ctx, self.seat)
        if (seat in ctx.state.substitutes) is self.substitute:
            raise Refused("overtaken", seat)
        return (SubstituteSet(seat, self.substitute),)


def _delegate(ctx: Context, named: SeatId) -> SeatId:
    seat = find_seat(ctx.state, named)
    ctx.own(seat.id)
    if party_of(ctx.state, seat.id).kind == "chair":
        raise Refused("not_allowed", seat.id)  # R4: who presides is the consoles' matter
    return seat.id


# Guests


class GuestAdded(Event, frozen=True):
    guest: Guest
    request: Request
    pin: Pin
    told: dict[PersonVersion, Person] = field(default_factory=dict)
    """What the entry itself says of the guest; in journals of older formats only."""

    @property
    def introduces(self) -> tuple[PersonVersion, ...]:
        return () if self.told else (self.guest.seat.person,)

    def fold(self, state: State, at_ms: int, /) -> State:
        """R32: on top of the list; nobody is removed."""
        return replace(
            state,
            introduced={**state.introduced, self.guest.seat.person: self.guest.seat.id},
            people={**state.people, **self.told} if self.told else state.people,
            guests=(*state.guests, self.guest),
            guest_number=int(self.guest.seat.id.removeprefix(GUEST)),
            requests=state.requests.put(self.request),
            pins=pinned(state.pins, self.pin),
        )

    def compensation(self, before: State, /) -> Event:
        return GuestRemoved(self.guest.seat.id, self.request.id)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return ("pins", self.request.id, f"seat:{self.guest.seat.id}")

    def about(self, before: State, /) -> str:
        return self.guest.seat.id


class GuestRemoved(Event, frozen=True):
    """Compensates GuestAdded."""

    seat: SeatId
    request: RequestId

    def fold(self, state: State, at_ms: int, /) -> State:
        """The guest was a mistake."""
        guests = tuple(g for g in state.guests if g.seat.id != self.seat)
        pins = tuple(p for p in state.pins if p.request != self.request)
        requests = with_status(state.requests, "withdrawn", self.request)
        taken_back = (*state.taken_back, self.request)
        return replace(state, requests=requests, guests=guests, pins=pins, taken_back=taken_back)


class AddGuest(Command, frozen=True):
    """An unplanned guest, on top of the list, with a time of their own."""

    permit = Permit(SESSION)

    name: ShortText
    function: ShortText
    language: Language
    length_ms: int

    personal = frozenset({"name", "function"})

    def records(self, ctx: Context, /) -> tuple[Record, ...]:
        """Who the guest is."""
        languages = sorted(LANGUAGES)  # as a journal gives texts back
        person = Person(dict.fromkeys(languages, self.name), dict.fromkeys(languages, self.function))
        return (Record(SeatId(_free_name(ctx.state)), person, ctx.salt),)

    def decide(self, ctx: Context, /) -> Events:
        """R32: an ad-hoc seat with a chosen time, on top of the list; nobody is removed."""
        if not is_readable(self.name):
            raise Refused("no_text", "name")
        if not 0 < self.length_ms <= MAX_GUEST_MS:
            raise Refused("time_out_of_range", "length_ms")
        (record,) = self.records(ctx)
        seat = Seat(record.seat, PartyId(record.seat), self.language, version_of(record))
        request = Request(
            id=RequestId(f"r{ctx.state.requests.next_number}"),
            seat=seat.id,
            party=seat.party,
            lane="statement",
            links=Links(),
            language=self.language,
            text="",
            arrived_at_ms=ctx.now_ms,
            length_ms=self.length_ms,
        )
        # Behind the guests who are there already: who was announced first is heard first.
        rows = tuple(row.request.id for row in ranked(ctx.state) if row.request.length_ms is None)
        return (GuestAdded(Guest(seat), request, Pin(request.id, rows)),)


def _free_name(state: State) -> str:
    """A name like "guest-1" that no party or seat has, or had."""
    taken = {*(seat.id for seat in all_seats(state)), *(party.id for party in all_parties(state))}
    numbers = count(state.guest_number + 1)
    return next(name for number in numbers if (name := f"{GUEST}{number}") not in taken)
