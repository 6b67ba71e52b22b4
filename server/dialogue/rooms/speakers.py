"""The list of speakers as a whole: its order, its closing, and what saves time (R16, R18, R35)."""

from msgspec.structs import replace

from server.dialogue.derived.steps import list_open
from server.dialogue.model.command import BEFORE_CLOSE, ROUNDS, Command, Context, Events, Permit
from server.dialogue.model.ids import RequestId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.setup import OrderMode
from server.dialogue.model.state import Event, State
from server.dialogue.rooms.requests import lanes, with_status

MIN_STATEMENT_MS = 15_000


class OrderSet(Event, frozen=True):
    order: OrderMode

    def fold(self, state: State, at_ms: int, /) -> State:
        """R16."""
        return replace(state, order=self.order)

    def compensation(self, before: State, /) -> Event:
        return OrderSet(before.order)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return ("order",)


class SetOrder(Command, frozen=True):
    permit = Permit(BEFORE_CLOSE)

    order: OrderMode

    def decide(self, ctx: Context, /) -> Events:
        """R16."""
        if self.order == ctx.state.order:
            raise Refused("overtaken", self.order)
        return (OrderSet(self.order),)


# Closing and opening the list


class _ListEvent(Event, frozen=True):
    """Whether the list is open."""

    def compensation(self, before: State, /) -> Event:
        return ListReverted(before.list_open, before.last_call_ends_ms)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return ("list",)


class ListClosed(_ListEvent, frozen=True):
    def fold(self, state: State, at_ms: int, /) -> State:
        """R18."""
        return replace(state, list_open=False, last_call_ends_ms=None)


class ListOpened(_ListEvent, frozen=True):
    def fold(self, state: State, at_ms: int, /) -> State:
        """R18."""
        return replace(state, list_open=True, last_call_ends_ms=None)


class LastCallMade(_ListEvent, frozen=True):
    """R18: the list closes by itself at that instant; nothing happens then, rules and faces read it from the clock."""

    ends_ms: int

    def fold(self, state: State, at_ms: int, /) -> State:
        """No event arises when it ends; whoever reads the list compares the instant."""
        return replace(state, last_call_ends_ms=self.ends_ms)


class ListReverted(Event, frozen=True):
    """Compensates ListClosed, ListOpened and LastCallMade."""

    list_open: bool
    last_call_ends_ms: int | None

    def fold(self, state: State, at_ms: int, /) -> State:
        """Open or closed as it was."""
        return replace(state, list_open=self.list_open, last_call_ends_ms=self.last_call_ends_ms)


class LastCall(Command, frozen=True):
    """The list closes when the configured time is over (R18)."""

    permit = Permit(frozenset({"opening", *ROUNDS}))

    def decide(self, ctx: Context, /) -> Events:
        """R18: public; the list closes by itself when it is over."""
        if not list_open(ctx.state, ctx.now_ms) or ctx.state.last_call_ends_ms is not None:
            raise Refused("overtaken", "last_call")
        return (LastCallMade(ctx.now_ms + ctx.rules.last_call_ms),)


class CloseList(Command, frozen=True):
    permit = Permit(BEFORE_CLOSE)

    def decide(self, ctx: Context, /) -> Events:
        """R18: at once."""
        if not list_open(ctx.state, ctx.now_ms):
            raise Refused("overtaken", "close_list")
        return (ListClosed(),)


class OpenList(Command, frozen=True):
    permit = Permit(BEFORE_CLOSE)

    def decide(self, ctx: Context, /) -> Events:
        """R18: also takes back a last call that is not over."""
        if ctx.state.list_open and ctx.state.last_call_ends_ms is None:
            raise Refused("overtaken", "open_list")
        return (ListOpened(),)


# Saving time


class StatementsShortened(Event, frozen=True):
    """R35: for statements not yet called; None: as configured."""

    to_ms: int | None

    def fold(self, state: State, at_ms: int, /) -> State:
        """R35."""
        return replace(state, shortened_ms=self.to_ms)

    def compensation(self, before: State, /) -> Event:
        return StatementsShortened(before.shortened_ms)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return ("lengths",)


class WrittenAsked(Event, frozen=True):
    """R18, R35: these are not heard; their replies come in writing."""

    requests: tuple[RequestId, ...]

    def fold(self, state: State, at_ms: int, /) -> State:
        """R18: they become written replies."""
        return replace(state, requests=with_status(state.requests, "written", *self.requests))

    def compensation(self, before: State, /) -> Event:
        return WrittenAskReverted(self.requests)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return (*self.requests, *lanes(before, *self.requests))


class WrittenAskReverted(Event, frozen=True):
    """Compensates WrittenAsked."""

    requests: tuple[RequestId, ...]

    def fold(self, state: State, at_ms: int, /) -> State:
        """They wait again, in their places."""
        return replace(state, requests=with_status(state.requests, "open", *self.requests))


class Tighten(Command, frozen=True):
    """R35: shorten statements not yet called, close the list, ask for written replies; any of them, in one act."""

    permit = Permit(ROUNDS)

    shorten_to_ms: int | None = None
    close_list: bool = False
    written: tuple[RequestId, ...] = ()

    def decide(self, ctx: Context, /) -> Events:
        """R35: one act, on requests not yet called; every part must still make sense, or none is done."""
        made: list[Event] = []
        if self.shorten_to_ms is not None:
            made.append(_shortened(ctx, self.shorten_to_ms))
        if self.close_list:
            made += CloseList().decide(ctx)
        if self.written:
            made.append(
                WrittenAsked(tuple(_waiting(ctx, request) for request in dict.fromkeys(self.written)))
            )
        if not made:
            raise Refused("bad_command", "tighten")
        return tuple(made)


def _shortened(ctx: Context, to_ms: int) -> StatementsShortened:
    configured_ms = ctx.state.setup.lengths.statement_ms
    if not MIN_STATEMENT_MS <= to_ms <= configured_ms:
        raise Refused("time_out_of_range", "shorten_to_ms")
    if to_ms == (ctx.state.shortened_ms or configured_ms):
        raise Refused("overtaken", "shorten_to_ms")
    return StatementsShortened(None if to_ms == configured_ms else to_ms)


def _waiting(ctx: Context, request: RequestId) -> RequestId:
    found = ctx.request(request)
    if found.lane != "statement" or found.length_ms is not None:  # R32: nobody puts off a guest
        raise Refused("bad_links", request)
    return found.id
