"""The clock of who speaks: hold, resume, more or less time, an earlier start (R21-R24)."""

from server.dialogue import commands as cmd
from server.dialogue import events as ev
from server.dialogue.clocks import free_at_ms
from server.dialogue.dues import heard
from server.dialogue.pauses import pauses
from server.dialogue.refusals import Refused
from server.dialogue.rules.context import Context, Events

MAX_ALLOTTED_MS = 3_600_000


def hold(ctx: Context, c: cmd.Hold) -> Events:
    """R23."""
    return (ev.Held(ctx.on_floor(c.statement, "speaking").id, c.reason),)


def resume(ctx: Context, c: cmd.Resume) -> Events:
    """The speech goes on; during a suspension the session is resumed first (R3)."""
    ctx.clocks_may_run()
    return (ev.Resumed(ctx.on_floor(c.statement, "held").id),)


def adjust_time(ctx: Context, c: cmd.AdjustTime) -> Events:
    """Add or take time, within 0 and an hour."""
    statement = ctx.on_floor(c.statement, "called", "speaking", "held")
    if c.by_ms == 0 or not 0 <= statement.allotted_ms + c.by_ms <= MAX_ALLOTTED_MS:
        raise Refused("time_out_of_range", "by_ms")
    return (ev.TimeAdjusted(statement.id, c.by_ms),)


def start_earlier(ctx: Context, c: cmd.StartEarlier) -> Events:
    """R24: not before the floor was free, this step began, or a suspension or point of order was over.

    A false start that was voided is no limit: who really spoke meanwhile is why it was voided.
    """
    statement = ctx.on_floor(c.statement, "speaking", "held")
    now = statement.started_at_ms or 0
    over = (p.until_ms for p in pauses(ctx.state) if p.until_ms <= now)  # a later one held this statement
    earliest = max(ctx.state.step_since_ms, *(free_at_ms(s) for s in heard(ctx.state)), *over, 0)
    if c.by_ms <= 0 or now - c.by_ms < earliest:
        raise Refused("time_out_of_range", "by_ms")
    return (ev.StartMoved(statement.id, now - c.by_ms),)
