"""The floor (R19-R24): call, start, end, cede, void, and what the speaker's phone may say."""

from msgspec.structs import replace

from server.dialogue import commands as cmd
from server.dialogue import events as ev
from server.dialogue.evolve import fold_event
from server.dialogue.ids import IssueId
from server.dialogue.issues import detached
from server.dialogue.lengths import colleague_of
from server.dialogue.order import ranked
from server.dialogue.refusals import Refused
from server.dialogue.rules.calls import called, ceded
from server.dialogue.rules.context import Context, Events
from server.dialogue.rules.lineup import defer
from server.dialogue.seats import find_seat
from server.dialogue.state import State
from server.dialogue.values import Pin, Statement


def call(ctx: Context, c: cmd.Call) -> Events:
    """R19: calling starts no clock."""
    return (ev.Called(called(ctx, c.target)),)


def withdraw_call(ctx: Context, c: cmd.WithdrawCall) -> Events:
    """Before the start only; afterwards it is voided (R24)."""
    return (ev.CallWithdrawn(ctx.on_floor(c.statement, "called").id),)


def not_here(ctx: Context, c: cmd.MarkNotHere) -> Events:
    """R20: three places (C) down the first time, then away; a slot goes by R11.

    An answer or a right of reply has no rows to go down, and would only be called again: away at once.
    """
    statement = ctx.on_floor(c.statement, "called")
    if statement.lane == "remarks":
        raise Refused("not_now", statement.seat)
    if statement.slot is not None:
        return (ev.CallWithdrawn(statement.id), defer(ctx.state.slots[statement.slot]))
    away = statement.lane != "statement" or ctx.state.not_here.get(statement.seat, 0) > 0
    pin = None if away else _places_down(ctx.state, statement)
    return (ev.NotHere(statement.id, pin, away),)


def _places_down(state: State, statement: Statement) -> Pin | None:
    """Behind the third (C) that would follow it in the list."""
    if statement.request is None:
        return None
    rows = [row.request.id for row in ranked(fold_event(state, ev.CallWithdrawn(statement.id), 0))]
    behind = rows[rows.index(statement.request) + 1 :]
    return Pin(statement.request, tuple(behind[state.setup.rules.places_down :]))


def start(ctx: Context, c: cmd.Start) -> Events:
    """The clock runs; what the seat filed beforehand is raised by its intervention (R26)."""
    ctx.clocks_may_run()
    statement = ctx.on_floor(c.statement, "called")
    if ctx.state.interpreting is not None:
        raise Refused("not_now", "interpretation")
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
    ended = _ended(ctx, ctx.on_floor(c.statement, "speaking", "held"))
    if c.then is None:
        return (ended,)
    after = replace(ctx, state=fold_event(ctx.state, ended, ctx.now_ms))
    return (ended, ev.Called(called(after, c.then)))


def _ended(ctx: Context, statement: Statement) -> ev.Ended:
    """R24: a consecutive interpreter still speaks, unless the chair had held the clock to hear them out."""
    heard_out = statement.status == "held" and statement.hold_reason == "interpretation"
    consecutive = find_seat(ctx.state, statement.seat).consecutive
    return ev.Ended(statement.id, interpreting=consecutive and not heard_out)


def finish_interpretation(ctx: Context, c: cmd.FinishInterpretation) -> Events:
    """R24: now the next may start."""
    statement = ctx.statement(c.statement)
    if ctx.state.interpreting != statement.id:
        raise Refused("overtaken", statement.id)
    return (ev.InterpretationFinished(statement.id),)


def cede(ctx: Context, c: cmd.Cede) -> Events:
    """R22, R29: the rest of a slot or an answer goes to the colleague in one act; the group's total is what it was."""
    statement = ctx.on_floor(c.statement, "speaking", "held")
    ctx.own(statement.seat)
    if statement.lane not in ("intervention", "answer"):
        raise Refused("not_now", statement.lane)
    ended = _ended(ctx, statement)
    after = replace(ctx, state=fold_event(ctx.state, ended, ctx.now_ms))
    colleague = colleague_of(after.state, statement)
    if colleague is None:
        raise Refused("overtaken", statement.slot or statement.id)
    return (ended, ev.Called(ceded(after, after.state.statements[statement.id], colleague)))


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
