"""Links and answers (R27-R29)."""

from server.dialogue import commands as cmd
from server.dialogue import events as ev
from server.dialogue.dues import dues
from server.dialogue.refusals import Refused
from server.dialogue.rules.context import Context, Events
from server.dialogue.rules.links import check_links
from server.dialogue.seats import find_party, find_seat


def link(ctx: Context, c: cmd.Link) -> Events:
    """R27: by the chair at any time after the call; by the speaker while at the floor."""
    statement = ctx.statement(c.statement)
    ctx.own(statement.seat)
    if statement.status in ("voided", "withdrawn"):
        raise Refused("overtaken", statement.id)
    if not ctx.is_console and ctx.state.floor != statement.id:
        raise Refused("overtaken", statement.id)
    check_links(
        ctx.state, find_party(ctx.state, statement.party), statement.lane, c.links, had=statement.links
    )
    return (ev.Linked(statement.id, c.links),)


def set_answers(ctx: Context, c: cmd.SetAnswers) -> Events:
    """R29."""
    if c.answers == ctx.state.answers:
        raise Refused("overtaken", c.answers)
    return (ev.AnswersSet(c.answers),)


def promise_written(ctx: Context, c: cmd.PromiseWritten) -> Events:
    """R28: a written reply is promised, so the answer is not due at the floor."""
    due = dues(ctx.state).get(c.due)
    if due is None:
        raise Refused("unknown", c.due)
    if ctx.actor.seat is not None and find_seat(ctx.state, ctx.actor.seat).party != due.group:
        raise Refused("not_yours", due.id)
    if due.status not in ("due", "ripe"):
        raise Refused("overtaken", due.id)
    return (ev.WrittenPromised(due.id),)
