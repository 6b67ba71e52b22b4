"""The clock of who speaks: hold, resume, more or less time, an earlier start (R21-R24)."""

from msgspec.structs import replace

from server.dialogue.derived.clocks import close_hold, free_at_ms, pauses
from server.dialogue.derived.dues import heard
from server.dialogue.model.command import SESSION, Command, Context, Events, Permit
from server.dialogue.model.ids import StatementId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.state import Event, HoldReason, State, Statement

MAX_ALLOTTED_MS = 3_600_000


def with_statement(state: State, statement: Statement) -> State:
    """The statement as it is now."""
    return replace(state, statements=state.statements.put(statement))


def source(statement: Statement) -> tuple[str, ...]:
    """What it was called for: a request or a slot."""
    return tuple(thing for thing in (statement.request, statement.slot) if thing)


class FloorEvent(Event, frozen=True):
    """Something about the statement that has the floor; what later acts on the floor depend on."""

    statement: StatementId

    def touches(self, before: State, /) -> tuple[str, ...]:
        statement = before.statements[self.statement]
        return ("floor", statement.id, *source(statement))

    def about(self, before: State, /) -> str:
        return before.statements[self.statement].seat


class ClockEvent(FloorEvent, frozen=True):
    """It changes the clock of who speaks."""

    def compensation(self, before: State, /) -> Event:
        return StatementReverted(before.statements[self.statement], keeps_gap=True)


class Held(ClockEvent, frozen=True):
    reason: HoldReason

    def fold(self, state: State, at_ms: int, /) -> State:
        """R23."""
        statement = state.statements[self.statement]
        held = replace(statement, status="held", held_at_ms=at_ms, hold_reason=self.reason)
        return with_statement(state, held)


class Resumed(ClockEvent, frozen=True):
    def fold(self, state: State, at_ms: int, /) -> State:
        """The clock runs on."""
        statement = state.statements[self.statement]
        running = replace(
            statement,
            status="speaking",
            held_ms=close_hold(statement, at_ms),
            held_at_ms=None,
            resumed_at_ms=at_ms,
            hold_reason=None,
        )
        return with_statement(state, running)


class StartMoved(ClockEvent, frozen=True):
    started_at_ms: int

    def fold(self, state: State, at_ms: int, /) -> State:
        """R24: back-dated."""
        moved = replace(state.statements[self.statement], started_at_ms=self.started_at_ms)
        return with_statement(state, moved)

    def compensation(self, before: State, /) -> Event:
        was = before.statements[self.statement]
        if was.started_at_ms is None:
            raise ValueError(f"{was.id} has not started")
        return StartMoved(was.id, was.started_at_ms)


class StatementReverted(Event, frozen=True):
    """Compensates Held and Resumed, in old journals StartMoved too: the clock is as it was."""

    statement: Statement
    keeps_gap: bool = False
    """Time that was held since then, after a false end, stays held; entries from before that was so lack it."""

    def fold(self, state: State, at_ms: int, /) -> State:
        """What the phone signalled and the links stay; so does time that was held meanwhile, after a false end."""
        now = state.statements[self.statement.id]
        before = replace(self.statement, signal=now.signal, links=now.links, allotted_ms=now.allotted_ms)
        if self.keeps_gap and before.status == "speaking":
            before = replace(before, held_ms=now.held_ms, resumed_at_ms=now.resumed_at_ms)
        return with_statement(state, before)


class TimeAdjusted(FloorEvent, frozen=True):
    by_ms: int

    def fold(self, state: State, at_ms: int, /) -> State:
        """Time added or taken."""
        statement = state.statements[self.statement]
        return with_statement(state, replace(statement, allotted_ms=statement.allotted_ms + self.by_ms))

    def compensation(self, before: State, /) -> Event:
        return TimeAdjusted(self.statement, -self.by_ms)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return (f"time:{self.statement}",)


class Hold(Command, frozen=True):
    permit = Permit(SESSION)

    statement: StatementId
    reason: HoldReason

    def decide(self, ctx: Context, /) -> Events:
        """R23."""
        return (Held(ctx.on_floor(self.statement, "speaking").id, self.reason),)


class Resume(Command, frozen=True):
    permit = Permit(SESSION)

    statement: StatementId

    def decide(self, ctx: Context, /) -> Events:
        """The speech goes on; during a suspension the session is resumed first (R3)."""
        ctx.clocks_may_run()
        return (Resumed(ctx.on_floor(self.statement, "held").id),)


class AdjustTime(Command, frozen=True):
    permit = Permit(SESSION)

    statement: StatementId
    by_ms: int

    def decide(self, ctx: Context, /) -> Events:
        """Add or take time, within 0 and an hour."""
        statement = ctx.on_floor(self.statement, "called", "speaking", "held")
        if self.by_ms == 0 or not 0 <= statement.allotted_ms + self.by_ms <= MAX_ALLOTTED_MS:
            raise Refused("time_out_of_range", "by_ms")
        return (TimeAdjusted(statement.id, self.by_ms),)


class StartEarlier(Command, frozen=True):
    """The speech began before the chair pressed start (R24): move its start back by `by_ms`."""

    permit = Permit(SESSION)

    statement: StatementId
    by_ms: int

    def decide(self, ctx: Context, /) -> Events:
        """R24: not before the floor was free, this step began, or a suspension or point of order was over.

        A false start that was voided is no limit: who really spoke meanwhile is why it was voided.
        """
        statement = ctx.on_floor(self.statement, "speaking", "held")
        now = statement.started_at_ms or 0
        over = (p.until_ms for p in pauses(ctx.state) if p.until_ms <= now)  # a later one held this statement
        earliest = max(ctx.state.step_since_ms, *(free_at_ms(s) for s in heard(ctx.state)), *over, 0)
        if self.by_ms <= 0 or now - self.by_ms < earliest:
            raise Refused("time_out_of_range", "by_ms")
        return (StartMoved(statement.id, now - self.by_ms),)
