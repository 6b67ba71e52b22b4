"""The session: steps, planned end, suspension (R1-R3)."""

from server.dialogue import commands as cmd
from server.dialogue import events as ev
from server.dialogue.refusals import Refused
from server.dialogue.rules.context import Context, Events
from server.dialogue.slots import slots_for
from server.dialogue.steps import drops, next_steps
from server.dialogue.values import Step
from server.dialogue.window import own_day

MAX_EXTENSION_MS = 7_200_000


def move_step(ctx: Context, c: cmd.MoveStep) -> Events:
    """R1: with the floor free, to a step that may follow; a move from a step that is past is overtaken (R5)."""
    state = ctx.state
    if c.since != state.step:
        raise Refused("overtaken", c.to.phase)
    if c.to not in next_steps(state.step):
        raise Refused("not_now", c.to.phase)
    if state.suspension is not None:
        raise Refused("not_now", "suspended")  # R3: it is resumed first, or the session would close suspended
    if state.floor is not None:
        raise Refused("floor_taken", state.statements[state.floor].seat)
    if state.point is not None:
        raise Refused("floor_taken", state.points[state.point].seat)
    if state.interpreting is not None:
        raise Refused("floor_taken", state.statements[state.interpreting].seat)
    dropped = drops(state, c.to)
    begins = c.to.phase == "interventions"
    moved = ev.StepMoved(
        step=c.to,
        planned_end_ms=_planned_end(ctx, c.to),
        slots=slots_for(state, c.to.round) if begins else (),
        lapsed_slots=dropped.slots,
        lapsed_requests=(*dropped.requests, *dropped.rights, *dropped.ready),
    )
    written = (ev.WrittenAsked(dropped.written),) if dropped.written else ()
    closed = not state.list_open or state.last_call_ends_ms is not None
    if begins and c.to.round > 1 and closed:
        return (moved, *written, ev.ListOpened())  # R18: a list is closed for its round
    return (moved, *written)


def _planned_end(ctx: Context, to: Step) -> int:
    """R2: the opening act fixes the window; a late opening on its own day does not move the planned end."""
    state = ctx.state
    setup = state.setup
    if to.phase != "opening" or own_day(setup, ctx.now_ms):
        return state.planned_end_ms
    return ctx.now_ms + setup.planned_end_ms - setup.planned_start_ms


def reopen(ctx: Context, c: cmd.Reopen) -> Events:
    """R39: within 15 minutes (C) of the close; what the close lapsed waits again."""
    closed_at_ms = ctx.state.closed_at_ms
    if closed_at_ms is None or closed_at_ms != c.closed_at_ms:
        raise Refused("overtaken", "reopen")
    if ctx.now_ms - closed_at_ms > ctx.rules.reopen_ms:
        raise Refused("not_now", "closed")
    lapsed = tuple(r.id for r in ctx.state.requests.values() if r.status == "lapsed")
    return (ev.Reopened(Step("closing"), lapsed),)


def extend(ctx: Context, c: cmd.Extend) -> Events:
    """R2: a recorded act; it names the planned end that the chair saw."""
    if c.planned_end_ms != ctx.state.planned_end_ms:
        raise Refused("overtaken", "planned_end_ms")
    if not 0 < c.by_ms <= MAX_EXTENSION_MS:
        raise Refused("time_out_of_range", "by_ms")
    return (ev.Extended(c.planned_end_ms + c.by_ms),)


def suspend(ctx: Context, c: cmd.Suspend) -> Events:
    """R3."""
    if ctx.state.suspension is not None:
        raise Refused("overtaken", "suspend")
    if ctx.state.point is not None:
        raise Refused("not_now", "point_of_order")
    if c.resume_at_ms is not None and c.resume_at_ms <= ctx.now_ms:
        raise Refused("time_out_of_range", "resume_at_ms")
    return (ev.Suspended(c.reason, c.resume_at_ms),)


def resume_session(ctx: Context, c: cmd.ResumeSession) -> Events:
    """R3."""
    suspension = ctx.state.suspension
    if suspension is None or suspension.since_ms != c.since_ms:
        raise Refused("overtaken", "resume_session")
    return (ev.SessionResumed(),)
