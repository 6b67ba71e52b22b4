"""Points of order (R30): at any time, ruled on at once, no substance, one at a time."""

from msgspec.structs import replace

from server.dialogue.derived.lengths import for_seat_ms, on_floor
from server.dialogue.derived.seats import find_seat, party_of
from server.dialogue.model.command import CORRECTIONS, SESSION, Command, Context, Events, Permit
from server.dialogue.model.ids import PointId, SeatId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.state import Event, Point, Ruling, State, Statement
from server.dialogue.model.text import ShortText
from server.dialogue.rooms.clock import StatementReverted, with_statement
from server.dialogue.rooms.requests import without
from server.dialogue.rooms.session import stopped


class PointRaised(Event, frozen=True):
    point: Point

    def fold(self, state: State, at_ms: int, /) -> State:
        """Private to the console for now."""
        return _with_point(state, self.point)

    def compensation(self, before: State, /) -> Event:
        return PointWithdrawn(self.point.id)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return (self.point.id,)

    def about(self, before: State, /) -> str:
        return self.point.seat


class _PointEvent(Event, frozen=True):
    """Something about one point of order."""

    point: PointId

    def about(self, before: State, /) -> str:
        return before.points[self.point].seat


class PointWithdrawn(_PointEvent, frozen=True):
    def fold(self, state: State, at_ms: int, /) -> State:
        """Before it was recognised, so nobody but the console knew."""
        state = _with_point(state, replace(state.points[self.point], status="withdrawn"))
        return replace(state, taken_back=(*state.taken_back, self.point))

    def compensation(self, before: State, /) -> Event:
        return PointReverted(self.point, None)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return (self.point,)


class PointRecognised(_PointEvent, frozen=True):
    """The running clock freezes, back to `held_at_ms`; None where nobody was speaking.

    `length_ms`: the time the point is given; the default is that of journals from before it had a clock.
    """

    held_at_ms: int | None
    length_ms: int = 60_000

    def fold(self, state: State, at_ms: int, /) -> State:
        """The running clock freezes, back to when the point was raised if that is not long ago."""
        point = replace(
            state.points[self.point], status="recognised", length_ms=self.length_ms, recognised_at_ms=at_ms
        )
        state = replace(_with_point(state, point), point=self.point)
        if state.floor is None or self.held_at_ms is None:
            return state
        running = state.statements[state.floor]
        held = replace(running, status="held", held_at_ms=self.held_at_ms, hold_reason="point_of_order")
        return with_statement(state, held)

    def compensation(self, before: State, /) -> Event:
        held = before.statements[before.floor] if before.floor and self.held_at_ms is not None else None
        return PointReverted(self.point, held)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return ("point", self.point, *stopped(before))


class PointReverted(_PointEvent, frozen=True):
    """It waits again. Compensates PointRecognised (`statement`: the clock ran on) and PointWithdrawn."""

    statement: Statement | None

    def fold(self, state: State, at_ms: int, /) -> State:
        """It waits again, and the clock ran on."""
        point = replace(state.points[self.point], status="raised", length_ms=0, recognised_at_ms=None)
        state = _decided(_with_point(state, point), self.point)
        state = replace(state, taken_back=without(state.taken_back, self.point))
        return (
            state
            if self.statement is None
            else StatementReverted(self.statement, keeps_gap=True).fold(state, at_ms)
        )


class PointRuled(_PointEvent, frozen=True):
    """A ruling, or the correction of one; rulings are not undone (R6)."""

    ruling: Ruling
    appealed: bool

    def fold(self, state: State, at_ms: int, /) -> State:
        """The chair resumes the speech that was interrupted, with the time it had left."""
        was = state.points[self.point]
        ruled_at_ms = at_ms if was.ruled_at_ms is None else was.ruled_at_ms
        point = replace(was, status=self.ruling, appealed=self.appealed, ruled_at_ms=ruled_at_ms)
        return _decided(_with_point(state, point), self.point)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return ("point", self.point)


def _with_point(state: State, point: Point) -> State:
    return replace(state, points=state.points.put(point))


def _decided(state: State, point: PointId) -> State:
    """That point is not the one that is being decided, or no longer."""
    return replace(state, point=None) if state.point == point else state


class RaisePoint(Command, frozen=True):
    permit = Permit(SESSION, seat=True)

    seat: SeatId
    text: ShortText = ""

    def decide(self, ctx: Context, /) -> Events:
        """States (C: groups too); one waiting point for each seat."""
        seat = find_seat(ctx.state, self.seat)
        ctx.own(seat.id)
        kind = party_of(ctx.state, seat.id).kind
        if kind != "state" and not (kind == "group" and ctx.rules.groups_raise_points):
            raise Refused("not_allowed", seat.id)
        mine = (p for p in ctx.state.points.values() if p.seat == seat.id)
        if any(p.status in ("raised", "recognised") for p in mine):
            raise Refused("already_asked", seat.id)
        point = Point(
            id=PointId(f"p{ctx.state.points.next_number}"),
            seat=seat.id,
            party=seat.party,
            text=self.text,
            raised_at_ms=ctx.now_ms,
        )
        return (PointRaised(point),)


class WithdrawPoint(Command, frozen=True):
    permit = Permit(SESSION, seat=True)

    point: PointId

    def decide(self, ctx: Context, /) -> Events:
        """Until it is recognised."""
        point = _point(ctx, self.point, "raised")
        ctx.own(point.seat)
        return (PointWithdrawn(point.id),)


class RecognisePoint(Command, frozen=True):
    permit = Permit(SESSION)

    point: PointId

    def decide(self, ctx: Context, /) -> Events:
        """The running clock freezes, back to when the point was raised if that was at most 30 s (C) ago."""
        point = _point(ctx, self.point, "raised")
        if ctx.state.point is not None:
            raise Refused("floor_taken", ctx.state.points[ctx.state.point].seat)
        if ctx.state.suspension is not None:
            raise Refused("not_now", "suspended")
        length_ms = for_seat_ms(ctx.state, point.seat, ctx.state.setup.lengths.point_of_order_ms)
        return (PointRecognised(point.id, _frozen_at_ms(ctx, point), length_ms),)


class RulePoint(Command, frozen=True):
    """Rule on the recognised point, or correct a ruling."""

    permit = Permit(CORRECTIONS)

    point: PointId
    ruling: Ruling
    appealed: bool = False

    def decide(self, ctx: Context, /) -> Events:
        """Upheld, dismissed or noted; a ruling that was given can be corrected, not undone (R6)."""
        point = _point(ctx, self.point, "recognised", "upheld", "dismissed", "noted")
        if point.status == self.ruling and point.appealed == self.appealed:
            raise Refused("overtaken", point.id)
        return (PointRuled(point.id, self.ruling, self.appealed),)


def _point(ctx: Context, point: PointId, *status: str) -> Point:
    found = ctx.state.points.get(point)
    if found is None:
        raise Refused("overtaken" if ctx.state.points.had("p", point) else "unknown", point)
    if found.status not in status:
        raise Refused("overtaken", point)
    return found


def _frozen_at_ms(ctx: Context, point: Point) -> int | None:
    """None where nobody speaks: a held or called speaker loses nothing."""
    running = on_floor(ctx.state)
    if running is None or running.status != "speaking" or running.started_at_ms is None:
        return None
    if ctx.now_ms - point.raised_at_ms > ctx.rules.recognise_back_ms:
        return ctx.now_ms
    # Not before the speech began or went on after its last hold, or time already held would count twice.
    return max(point.raised_at_ms, running.started_at_ms, running.resumed_at_ms or 0)
