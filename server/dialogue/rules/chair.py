"""Who presides: one active console, and how another takes over (R4)."""

from server.dialogue import commands as cmd
from server.dialogue import events as ev
from server.dialogue.refusals import Refused
from server.dialogue.rules.context import Context, Events


def take_chair(ctx: Context, _c: cmd.TakeChair) -> Events:
    """At once if the active console is silent; else after a visible delay in which it can refuse."""
    me = str(ctx.actor)
    state = ctx.state
    delay_ms = ctx.rules.chair_silence_ms
    if me == state.console:
        raise Refused("not_now", me)
    if ctx.silent_ms.get(state.console, 0) >= delay_ms:
        return (ev.ChairTaken(me),)
    if state.take_over is None or state.take_over.console != me:
        return (ev.ChairAsked(me),)
    if ctx.now_ms - state.take_over.asked_at_ms < delay_ms:
        raise Refused("take_over_waits", state.console)
    return (ev.ChairTaken(me),)


def answer_take_over(ctx: Context, c: cmd.AnswerTakeOver) -> Events:
    """The active console consents or refuses."""
    asked = ctx.state.take_over
    if asked is None or asked.console != c.console:
        raise Refused("overtaken", c.console)
    return (ev.ChairTaken(c.console) if c.consent else ev.ChairRefused(c.console),)
