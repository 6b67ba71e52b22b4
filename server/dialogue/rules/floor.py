"""The floor (R19-R24): call, start, end, hold, time, void, and what the speaker's phone may say."""

from msgspec.structs import replace

from server.dialogue import commands as cmd
from server.dialogue import events as ev
from server.dialogue.dues import heard
from server.dialogue.evolve import fold_event
from server.dialogue.ids import IssueId
from server.dialogue.issues import detached
from server.dialogue.lengths import colleague_of
from server.dialogue.order import ranked
from server.dialogue.refusals import Refused
from server.dialogue.rules.calls import called
from server.dialogue.rules.context import Context, Events
from server.dialogue.rules.lineup import defer
from server.dialogue.state import State
from server.dialogue.values import Pin, Statement

MAX_ALLOTTED_MS = 3_600_000
PLACES_DOWN = 3
"""R20."""


def call(ctx: Context, c: cmd.Call) -> Events:
    """R19: calling starts no clock."""
    return (ev.Called(called(ctx, c.target)),)


def withdraw_call(ctx: Context, c: cmd.WithdrawCall) -> Events:
    """Before the start only; afterwards it is voided (R24)."""
    return (ev.CallWithdrawn(ctx.on_floor(c.statement, "called").id),)


def not_here(ctx: Context, c: cmd.MarkNotHere) -> Events:
    """R20: three places down the first time, then away; a slot goes by R11.

    An answer or a right of reply has no rows to go down, and would only be called again: away at once.
    """
    statement = ctx.on_floor(c.statement, "called")
    if statement.lane == "remarks":
        raise Refused("not_now", statement.seat)
    if statement.slot is not None:
        return (ev.CallWithdrawn(statement.id), defer(ctx.state.slots[statement.slot]))
    away = statement.lane != "statement" or ctx.state.not_here.get(statement.seat, 0) > 0
    pin = None if away else _three_down(ctx.state, statement)
    return (ev.NotHere(statement.id, pin, away),)


def _three_down(state: State, statement: Statement) -> Pin | None:
    """Behind the third that would follow it in the list."""
    if statement.request is None:
        return None
    rows = [row.request.id for row in ranked(fold_event(state, ev.CallWithdrawn(statement.id), 0))]
    behind = rows[rows.index(statement.request) + 1 :]
    return Pin(statement.request, tuple(behind[PLACES_DOWN:]))


def start(ctx: Context, c: cmd.Start) -> Events:
    """The clock runs; what the seat filed beforehand is raised by its intervention (R26)."""
    ctx.clocks_may_run()
    statement = ctx.on_floor(c.statement, "called")
    return (ev.Started(statement.id, _filed(ctx.state, statement)),)


def _filed(state: State, statement: Statement) -> tuple[IssueId, ...]:
    """Issues of the seat that a start which was voided had raised (R24); in its intervention, those filed too."""
    if statement.lane not in ("intervention", "statement"):
        return ()
    mine = (i for i in state.issues.values() if i.seat == statement.seat and not i.retracted)
    filed = statement.lane == "intervention"
    return tuple(i.id for i in mine if (filed if i.statement is None else detached(state, i)))


def end(ctx: Context, c: cmd.End) -> Events:
    """R22; with `then`, the next is called in the same act, so that no second press can skip anybody."""
    ended = ev.Ended(ctx.on_floor(c.statement, "speaking", "held").id)
    if c.then is None:
        return (ended,)
    after = replace(ctx, state=fold_event(ctx.state, ended, ctx.now_ms))
    return (ended, ev.Called(called(after, c.then)))


def cede(ctx: Context, c: cmd.Cede) -> Events:
    """R22: the rest of the slot goes to the colleague, in one act; the group's total is what it was."""
    statement = ctx.on_floor(c.statement, "speaking", "held")
    ctx.own(statement.seat)
    if statement.slot is None:
        raise Refused("not_now", statement.lane)
    ended = ev.Ended(statement.id)
    after = replace(ctx, state=fold_event(ctx.state, ended, ctx.now_ms))
    colleague = colleague_of(after.state, statement.slot)
    if colleague is None:
        raise Refused("overtaken", statement.slot)
    return (ended, ev.Called(called(after, cmd.SlotTarget(statement.slot, colleague))))


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
    """R24: not before the previous end, nor before this step began."""
    statement = ctx.on_floor(c.statement, "speaking", "held")
    earliest = max((s.ended_at_ms or 0 for s in heard(ctx.state)), default=0)
    earliest = max(earliest, ctx.state.step_since_ms)
    started = (statement.started_at_ms or 0) - c.by_ms
    if c.by_ms <= 0 or started < earliest:
        raise Refused("time_out_of_range", "by_ms")
    return (ev.StartMoved(statement.id, started),)


def void(ctx: Context, c: cmd.Void) -> Events:
    """R24: a start that was a mistake is not counted."""
    return (ev.Voided(ctx.on_floor(c.statement, "speaking", "held").id),)


def sign(ctx: Context, c: cmd.Sign) -> Events:
    """The speaker's phone tells the chair; only the chair starts and ends (R22)."""
    statuses = ("speaking", "held") if c.signal == "finished" else ("called",)
    statement = ctx.on_floor(c.statement, *statuses)
    ctx.own(statement.seat)
    if statement.signal == c.signal:
        raise Refused("overtaken", c.signal)
    return (ev.Signalled(statement.id, c.signal),)
