"""Calling somebody to the floor: whom, with how much time, and what if nobody comes (R10, R14, R19-R21, R25, R29)."""

from msgspec.structs import replace

from server.dialogue.derived.dues import dues, still_due
from server.dialogue.derived.lengths import (
    ceded_ms,
    for_seat_ms,
    lane_ms,
    request_ms,
    slot_left_ms,
    slot_remaining,
    slot_used_ms,
)
from server.dialogue.derived.order import ranked
from server.dialogue.derived.seats import find_party, find_seat, version_on
from server.dialogue.model.command import SESSION, Command, Context, Events, Permit
from server.dialogue.model.ids import RequestId, SeatId, StatementId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.state import (
    AnswerTarget,
    Event,
    Lane,
    Links,
    Pin,
    RemarksTarget,
    Request,
    RequestStatus,
    RequestTarget,
    Slot,
    SlotTarget,
    State,
    Statement,
    Target,
)
from server.dialogue.rooms.clock import FloorEvent, source
from server.dialogue.rooms.lineup import SlotMissed, not_ready
from server.dialogue.rooms.links import linked_things
from server.dialogue.rooms.requests import Requests, pinned, with_status
from server.dialogue.rooms.seats import LeftHall, marked

# What happens


class Called(Event, frozen=True):
    statement: Statement

    def fold(self, state: State, at_ms: int, /) -> State:
        """R19: calling starts no clock. Who is called is who sits there now (R21)."""
        was_away = self.statement.seat in state.away
        statement = replace(self.statement, was_away=was_away, person=version_on(state, self.statement.seat))
        return _at_floor(state, statement, state.interpreting)

    def compensation(self, before: State, /) -> Event:
        return CallWithdrawn(self.statement.id)

    def touches(self, before: State, /) -> tuple[str, ...]:
        """Who is called is not away: whether a seat is here is not undone under its call (R7)."""
        statement = self.statement
        called = f"called:{statement.seat}"
        return ("floor", called, statement.id, *source(statement), *linked_things(statement.links))

    def about(self, before: State, /) -> str:
        return self.statement.seat


class FloorFreed(FloorEvent, frozen=True):
    """It takes the floor from who had it; undone, the speech goes on."""

    def compensation(self, before: State, /) -> Event:
        return FloorRestored(before.statements[self.statement], keeps_gap=True)


class CallWithdrawn(FloorFreed, frozen=True):
    """The call is taken back; what was called returns to its place."""

    def fold(self, state: State, at_ms: int, /) -> State:
        """Taken back before the start."""
        return uncalled(
            state, replace(state.statements[self.statement], status="withdrawn", ended_at_ms=at_ms)
        )


class FloorRestored(Event, frozen=True):
    """Compensates Ended, Voided and CallWithdrawn: the speech goes on as it was, the gap counts as held (R6)."""

    statement: Statement
    keeps_gap: bool = False
    """Of a hold too; entries from before that was so lack it."""

    def fold(self, state: State, at_ms: int, /) -> State:
        """R6: links and time set meanwhile stay."""
        gone = state.statements[self.statement.id]
        before = self.statement
        gap_ms = max(0, at_ms - (at_ms if gone.ended_at_ms is None else gone.ended_at_ms))
        statement = replace(before, links=gone.links, allotted_ms=gone.allotted_ms)
        if gap_ms and before.status == "speaking":
            statement = replace(statement, held_ms=before.held_ms + gap_ms, resumed_at_ms=at_ms)
        elif (
            self.keeps_gap and before.held_at_ms is not None
        ):  # undone as well, the hold takes no gap with it
            held_at_ms, held_ms = before.held_at_ms + gap_ms, before.held_ms + gap_ms
            statement = replace(statement, held_at_ms=held_at_ms, held_ms=held_ms)
        interpreting = None if state.interpreting == statement.id else state.interpreting
        state = replace(state, in_vain=tuple(call for call in state.in_vain if call != statement.id))
        return _at_floor(state, statement, interpreting)


class NotHere(FloorEvent, frozen=True):
    """R20: called in vain. The first time the request goes three places down, then the seat is away."""

    pin: Pin | None
    away: bool

    def fold(self, state: State, at_ms: int, /) -> State:
        """R20: three places down, then away."""
        state = CallWithdrawn(self.statement).fold(state, at_ms)
        seat = state.statements[self.statement].seat
        return replace(
            state,
            in_vain=(*state.in_vain, self.statement),
            pins=state.pins if self.pin is None else pinned(state.pins, self.pin),
            not_here={**state.not_here, seat: state.not_here.get(seat, 0) + 1},
            away=marked(state.away, seat, is_so=True) if self.away else state.away,
        )

    def compensation(self, before: State, /) -> Event:
        return NotHereReverted(before.statements[self.statement], before.pins)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return ("pins", *super().touches(before))


class NotHereReverted(Event, frozen=True):
    """Compensates NotHere."""

    statement: Statement
    pins: tuple[Pin, ...]

    def fold(self, state: State, at_ms: int, /) -> State:
        """The speaker is called again, as before."""
        seat = self.statement.seat
        times = {**state.not_here, seat: state.not_here[seat] - 1}
        state = replace(state, pins=self.pins, not_here={s: n for s, n in times.items() if n})
        return FloorRestored(self.statement).fold(state, at_ms)


def request_of(state: State, statement: Statement, status: RequestStatus) -> Requests:
    """The requests: what was called for, where it was one of them, has another status."""
    return with_status(state.requests, status, statement.request) if statement.request else state.requests


def _at_floor(state: State, statement: Statement, interpreting: StatementId | None) -> State:
    """It has the floor, so its request is called, and its seat here (R7)."""
    return replace(
        state,
        statements=state.statements.put(statement),
        requests=request_of(state, statement, "called"),
        floor=statement.id,
        interpreting=interpreting,
        away=marked(state.away, statement.seat, is_so=False),
    )


def uncalled(state: State, statement: Statement) -> State:
    """The floor is free; the request is back in its place, and the seat away again if it was."""
    return replace(
        state,
        statements=state.statements.put(statement),
        requests=request_of(state, statement, "open"),
        floor=None,
        away=marked(state.away, statement.seat, is_so=True) if statement.was_away else state.away,
    )


# What the chair may want


class Call(Command, frozen=True):
    permit = Permit(SESSION)

    target: Target

    def decide(self, ctx: Context, /) -> Events:
        """R19: calling starts no clock."""
        return (Called(called(ctx, self.target)),)


class WithdrawCall(Command, frozen=True):
    permit = Permit(SESSION)

    statement: StatementId

    def decide(self, ctx: Context, /) -> Events:
        """Before the start only; afterwards it is voided (R24)."""
        return (CallWithdrawn(ctx.on_floor(self.statement, "called").id),)


class MarkNotHere(Command, frozen=True):
    permit = Permit(SESSION)

    statement: StatementId

    def decide(self, ctx: Context, /) -> Events:
        """R20: three places (C) down the first time, then away; a slot goes by R11.

        An answer or a right of reply has no rows to go down, and would only be called again: away at once.
        """
        statement = ctx.on_floor(self.statement, "called")
        if statement.lane == "remarks":
            raise Refused("not_now", statement.seat)
        if statement.slot is not None:
            return _missed(ctx, statement, ctx.state.slots[statement.slot])
        away = statement.lane != "statement" or ctx.state.not_here.get(statement.seat, 0) > 0
        freed = CallWithdrawn(statement.id).fold(ctx.state, ctx.now_ms)
        pin = None if away or statement.request is None else _places_down(freed, statement.request)
        return (NotHere(statement.id, pin, away),)


def _missed(ctx: Context, statement: Statement, slot: Slot) -> Events:
    """R11: the colleague who is there is next; the slot is not ready once nobody of the group is there.

    Called in vain a second time, a seat is away, as in the list (R20).
    """
    seat = statement.seat
    again = slot.deferred or seat in slot.missed
    events: list[Event] = [SlotMissed(slot.id, seat), CallWithdrawn(statement.id)]
    if again:
        events.append(LeftHall(seat))
    left = [s for s in slot_remaining(ctx.state, slot) if s not in (seat, *slot.missed, *ctx.state.away)]
    if not left and not slot_used_ms(ctx.state, slot):
        events.append(not_ready(slot))
    return tuple(events)


def _places_down(state: State, request: RequestId) -> Pin:
    """Behind the third (C) that would follow it in the list."""
    rows = [row.request.id for row in ranked(state)]
    behind = rows[rows.index(request) + 1 :]
    return Pin(request, tuple(behind[state.setup.rules.places_down :]))


# What each target becomes


def called(ctx: Context, target: Target) -> Statement:
    """The statement that a call opens; refused if the target may not be called now, or no longer."""
    ctx.clocks_may_run()
    if ctx.state.floor is not None:
        raise Refused("floor_taken", ctx.state.statements[ctx.state.floor].seat)
    match target:
        case RequestTarget():
            return _request(ctx, target)
        case SlotTarget():
            return _slot(ctx, target)
        case AnswerTarget():
            return _answer(ctx, target)
    return _remarks(ctx, target)


def ceded(ctx: Context, first: Statement, colleague: SeatId) -> Statement:
    """The colleague's part of what `first` has left: of the slot (R22), or of an answer to the same questions (R29)."""
    if first.slot is not None:
        return called(ctx, SlotTarget(first.slot, colleague))
    ctx.clocks_may_run()
    rest = _statement(ctx, first.lane, colleague, ceded_ms(ctx.state, first, colleague))
    return replace(rest, links=first.links, shares=first.id)


def _request(ctx: Context, target: RequestTarget) -> Statement:
    request = ctx.request(target.request)
    if find_party(ctx.state, request.party).kind != "guest":  # R32: guests speak in any step
        _only_in(ctx, "exchange", "closing")
    statement = _statement(ctx, request.lane, request.seat, request_ms(ctx.state, request))
    return replace(
        statement,
        links=_links(ctx, request),
        language=request.language,
        text=request.text,
        request=request.id,
        on_behalf=request.on_behalf,
    )


def _links(ctx: Context, request: Request) -> Links:
    """R29: an answer given or promised meanwhile is not given again; with none left, the request is overtaken."""
    if request.lane != "answer":
        return request.links
    still = still_due(ctx.state)
    left = tuple(due for due in request.links.answers if due in still)
    if not left:
        raise Refused("overtaken", request.id)
    return replace(request.links, answers=left)


def _slot(ctx: Context, target: SlotTarget) -> Statement:
    _only_in(ctx, "interventions")
    slot = ctx.slot(target.slot)
    if target.seat not in slot_remaining(ctx.state, slot):
        raise Refused("overtaken", slot.id)
    left_ms = for_seat_ms(ctx.state, target.seat, slot_left_ms(ctx.state, slot))
    return replace(_statement(ctx, "intervention", target.seat, left_ms), slot=slot.id)


def _answer(ctx: Context, target: AnswerTarget) -> Statement:
    """R29: either seat of the group takes it."""
    _only_in(ctx, "exchange", "closing")
    due = dues(ctx.state).get(target.due)
    if due is None:
        raise Refused("unknown", target.due)
    if due.status not in ("due", "ripe"):
        raise Refused("overtaken", due.id)
    if find_seat(ctx.state, target.seat).party != due.group:
        raise Refused("not_yours", target.seat)
    length_ms = for_seat_ms(ctx.state, target.seat, lane_ms(ctx.state, "answer", due.group))
    return replace(_statement(ctx, "answer", target.seat, length_ms), links=Links(answers=(due.id,)))


def _remarks(ctx: Context, target: RemarksTarget) -> Statement:
    """R8, R25: the chair's remarks are the chair's, never Colombia's."""
    _only_in(ctx, "opening", "interventions", "exchange", "closing")
    seat = find_seat(ctx.state, target.seat)
    if find_party(ctx.state, seat.party).kind != "chair":
        raise Refused("not_allowed", seat.id)
    return _statement(ctx, "remarks", seat.id, lane_ms(ctx.state, "remarks", seat.party))


def _only_in(ctx: Context, *phases: str) -> None:
    if ctx.state.step.phase not in phases:
        raise Refused("not_now", ctx.state.step.phase)


def _statement(ctx: Context, lane: Lane, seat_id: SeatId, allotted_ms: int) -> Statement:
    """R21: the time is allotted at the call; later changes of defaults do not touch it."""
    seat = find_seat(ctx.state, seat_id)
    return Statement(
        id=StatementId(f"s{ctx.state.statements.next_number}"),
        lane=lane,
        seat=seat.id,
        party=seat.party,
        step=ctx.state.step,
        links=Links(),
        language=seat.language,
        text="",
        allotted_ms=allotted_ms,
        called_at_ms=ctx.now_ms,
    )
