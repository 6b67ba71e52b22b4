"""The list as a whole: its order, its closing, and what saves time (R16, R18, R35)."""

from server.dialogue import commands as cmd
from server.dialogue import events as ev
from server.dialogue.ids import RequestId
from server.dialogue.refusals import Refused
from server.dialogue.rules.asking import list_open
from server.dialogue.rules.context import Context, Events

MIN_STATEMENT_MS = 15_000


def set_order(ctx: Context, c: cmd.SetOrder) -> Events:
    """R16."""
    if c.order == ctx.state.order:
        raise Refused("overtaken", c.order)
    return (ev.OrderSet(c.order),)


def last_call(ctx: Context, _c: cmd.LastCall) -> Events:
    """R18: public; the list closes by itself when it is over."""
    if not list_open(ctx.state, ctx.now_ms) or ctx.state.last_call_ends_ms is not None:
        raise Refused("overtaken", "last_call")
    return (ev.LastCallMade(ctx.now_ms + ctx.rules.last_call_ms),)


def close_list(ctx: Context, _c: cmd.CloseList) -> Events:
    """R18: at once."""
    if not list_open(ctx.state, ctx.now_ms):
        raise Refused("overtaken", "close_list")
    return (ev.ListClosed(),)


def open_list(ctx: Context, _c: cmd.OpenList) -> Events:
    """R18: also takes back a last call that is not over."""
    if ctx.state.list_open and ctx.state.last_call_ends_ms is None:
        raise Refused("overtaken", "open_list")
    return (ev.ListOpened(),)


def tighten(ctx: Context, c: cmd.Tighten) -> Events:
    """R35: one act, on requests not yet called; every part must still make sense, or none is done."""
    made: list[ev.StatementsShortened | ev.ListClosed | ev.WrittenAsked] = []
    if c.shorten_to_ms is not None:
        now_ms = ctx.state.shortened_ms or ctx.state.setup.lengths.statement_ms
        if not MIN_STATEMENT_MS <= c.shorten_to_ms <= ctx.state.setup.lengths.statement_ms:
            raise Refused("time_out_of_range", "shorten_to_ms")
        if c.shorten_to_ms == now_ms:
            raise Refused("overtaken", "shorten_to_ms")
        restored = c.shorten_to_ms == ctx.state.setup.lengths.statement_ms
        made.append(ev.StatementsShortened(None if restored else c.shorten_to_ms))
    if c.close_list:
        made += [event for event in close_list(ctx, cmd.CloseList()) if isinstance(event, ev.ListClosed)]
    if c.written:
        made.append(ev.WrittenAsked(tuple(_waiting(ctx, request) for request in dict.fromkeys(c.written))))
    if not made:
        raise Refused("bad_command", "tighten")
    return tuple(made)


def _waiting(ctx: Context, request: RequestId) -> RequestId:
    found = ctx.request(request)
    if found.lane != "statement":
        raise Refused("bad_links", request)
    return found.id
