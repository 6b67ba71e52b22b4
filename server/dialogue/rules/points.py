"""Points of order (R30): at any time, ruled on at once, no substance, one at a time."""

from server.dialogue import commands as cmd
from server.dialogue import events as ev
from server.dialogue.ids import PointId
from server.dialogue.incidents import Point
from server.dialogue.lengths import for_seat_ms, on_floor
from server.dialogue.refusals import Refused
from server.dialogue.rules.context import Context, Events
from server.dialogue.seats import find_seat, party_of


def raise_point(ctx: Context, c: cmd.RaisePoint) -> Events:
    """States (C: groups too); one waiting point for each seat."""
    seat = find_seat(ctx.state, c.seat)
    ctx.own(seat.id)
    kind = party_of(ctx.state, seat.id).kind
    if kind != "state" and not (kind == "group" and ctx.rules.groups_raise_points):
        raise Refused("not_allowed", seat.id)
    mine = (p for p in ctx.state.points.values() if p.seat == seat.id)
    if any(p.status in ("raised", "recognised") for p in mine):
        raise Refused("already_asked", seat.id)
    point = Point(
        id=PointId(f"p{len(ctx.state.points) + 1}"),
        seat=seat.id,
        party=seat.party,
        text=c.text,
        raised_at_ms=ctx.now_ms,
    )
    return (ev.PointRaised(point),)


def _point(ctx: Context, point: PointId, *status: str) -> Point:
    found = ctx.state.points.get(point)
    if found is None:
        raise Refused("unknown", point)
    if found.status not in status:
        raise Refused("overtaken", point)
    return found


def withdraw_point(ctx: Context, c: cmd.WithdrawPoint) -> Events:
    """Until it is recognised."""
    point = _point(ctx, c.point, "raised")
    ctx.own(point.seat)
    return (ev.PointWithdrawn(point.id),)


def recognise(ctx: Context, c: cmd.RecognisePoint) -> Events:
    """The running clock freezes, back to when the point was raised if that was at most 30 s (C) ago."""
    point = _point(ctx, c.point, "raised")
    if ctx.state.point is not None:
        raise Refused("floor_taken", ctx.state.points[ctx.state.point].seat)
    if ctx.state.suspension is not None:
        raise Refused("not_now", "suspended")
    length_ms = for_seat_ms(ctx.state, point.seat, ctx.state.setup.lengths.point_of_order_ms)
    return (ev.PointRecognised(point.id, _frozen_at_ms(ctx, point), length_ms),)


def _frozen_at_ms(ctx: Context, point: Point) -> int | None:
    """None where nobody speaks: a held or called speaker loses nothing."""
    running = on_floor(ctx.state)
    if running is None or running.status != "speaking" or running.started_at_ms is None:
        return None
    if ctx.now_ms - point.raised_at_ms > ctx.rules.recognise_back_ms:
        return ctx.now_ms
    # Not before the speech began or went on after its last hold, or time already held would count twice.
    return max(point.raised_at_ms, running.started_at_ms, running.resumed_at_ms or 0)


def rule(ctx: Context, c: cmd.RulePoint) -> Events:
    """Upheld, dismissed or noted; a ruling that was given can be corrected, not undone (R6)."""
    point = _point(ctx, c.point, "recognised", "upheld", "dismissed", "noted")
    if point.status == c.ruling and point.appealed == c.appealed:
        raise Refused("overtaken", point.id)
    return (ev.PointRuled(point.id, c.ruling, c.appealed),)
