"""Undo (R6): names one of the chair's own last acts; if something depends on it, it is overtaken."""

from server.dialogue import commands as cmd
from server.dialogue import events as ev
from server.dialogue.refusals import Refused
from server.dialogue.rules.context import Context, Events


def undo(ctx: Context, c: cmd.Undo) -> Events:
    """The act's compensation, in one entry with the word that it was undone."""
    act = next((a for a in ctx.state.acts if a.seq == c.act), None)
    if act is None or act.overtaken_by:
        raise Refused("overtaken", str(c.act))
    return (ev.ActUndone(act.seq), *act.undo)
