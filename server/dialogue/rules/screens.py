"""What the screens in the hall show."""

from server.dialogue import commands as cmd
from server.dialogue import events as ev
from server.dialogue.incidents import Message
from server.dialogue.refusals import Refused
from server.dialogue.rules.context import Context, Events


def show_message(ctx: Context, c: cmd.ShowMessage) -> Events:
    """A line for all screens; it replaces the one before."""
    if not c.text.strip():
        raise Refused("bad_command", "text")
    return (ev.MessageSet(Message(c.text.strip(), ctx.now_ms)),)


def clear_message(ctx: Context, _c: cmd.ClearMessage) -> Events:
    """The line is taken away."""
    if ctx.state.message is None:
        raise Refused("overtaken", "clear_message")
    return (ev.MessageSet(None),)


def set_scene(ctx: Context, c: cmd.SetScene) -> Events:
    """What one screen shows."""
    if c.screen not in {s.id for s in ctx.state.setup.screens}:
        raise Refused("unknown", c.screen)
    return (ev.SceneSet(c.screen, c.scene),)
