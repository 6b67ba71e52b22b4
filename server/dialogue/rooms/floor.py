"""The floor once somebody is called (R19, R22, R24): start, end, cede, void, and what the speaker's phone may say."""

from msgspec.structs import replace

from server.dialogue.derived.clocks import close_hold
from server.dialogue.derived.issues import detached
from server.dialogue.derived.lengths import colleague_of
from server.dialogue.derived.seats import person_of_statement
from server.dialogue.model.command import HEARD, SESSION, Command, Context, Events, Permit
from server.dialogue.model.ids import IssueId, StatementId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.state import Event, Signal, State, Statement, Target
from server.dialogue.rooms.calls import Called, FloorFreed, called, ceded, request_of, uncalled
from server.dialogue.rooms.clock import FloorEvent, with_statement


class Started(FloorEvent, frozen=True):
    issues: tuple[IssueId, ...] = ()
    """Issues filed beforehand by this seat, raised by this statement (R26)."""

    def fold(self, state: State, at_ms: int, /) -> State:
        """The clock runs; issues filed beforehand are raised."""
        statement = replace(
            state.statements[self.statement], status="speaking", started_at_ms=at_ms, signal=None
        )
        issues = state.issues
        for issue in self.issues:
            issues = issues.put(replace(issues[issue], statement=self.statement, raised_at_ms=at_ms))
        return replace(state, statements=state.statements.put(statement), issues=issues)

    def compensation(self, before: State, /) -> Event:
        return Voided(self.statement)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return (*super().touches(before), *(f"content:{issue}" for issue in self.issues))


class Ended(FloorFreed, frozen=True):
    interpreting: bool = False
    """Its interpreter has not finished: nobody starts before that (R24)."""

    def fold(self, state: State, at_ms: int, /) -> State:
        """R22: only the chair ends a statement. A hold that runs ends with it."""
        statement = state.statements[self.statement]
        held_ms = close_hold(statement, at_ms)
        done = replace(statement, status="ended", ended_at_ms=at_ms, held_ms=held_ms, held_at_ms=None)
        return replace(
            state,
            statements=state.statements.put(done),
            requests=request_of(state, done, "heard"),
            floor=None,
            interpreting=done.id if self.interpreting else state.interpreting,
        )


class Voided(FloorFreed, frozen=True):
    """A start that was a mistake (R24); also compensates Started."""

    def fold(self, state: State, at_ms: int, /) -> State:
        """R24: not counted; the request returns to its place."""
        return uncalled(state, replace(state.statements[self.statement], status="voided", ended_at_ms=at_ms))


class InterpretationFinished(FloorEvent, frozen=True):
    def fold(self, state: State, at_ms: int, /) -> State:
        """R24: the next may start."""
        statement = replace(state.statements[self.statement], interpreted_at_ms=at_ms)
        return replace(state, statements=state.statements.put(statement), interpreting=None)

    def compensation(self, before: State, /) -> Event:
        return InterpretationReverted(self.statement)


class InterpretationReverted(Event, frozen=True):
    """Compensates InterpretationFinished: it is still interpreted."""

    statement: StatementId

    def fold(self, state: State, at_ms: int, /) -> State:
        """The next waits again."""
        statement = replace(state.statements[self.statement], interpreted_at_ms=None)
        return replace(state, statements=state.statements.put(statement), interpreting=self.statement)


class Signalled(Event, frozen=True):
    """Nothing depends on what a seat signals."""

    statement: StatementId
    signal: Signal

    def fold(self, state: State, at_ms: int, /) -> State:
        """A sign from the speaker's phone."""
        return with_statement(state, replace(state.statements[self.statement], signal=self.signal))


class Start(Command, frozen=True):
    permit = Permit(SESSION)

    statement: StatementId

    def decide(self, ctx: Context, /) -> Events:
        """The clock runs; what the seat filed beforehand is raised by its intervention (R26)."""
        ctx.clocks_may_run()
        statement = ctx.on_floor(self.statement, "called")
        if ctx.state.interpreting is not None:
            raise Refused("not_now", "interpretation")
        return (Started(statement.id, _filed(ctx.state, statement)),)


def _filed(state: State, statement: Statement) -> tuple[IssueId, ...]:
    """Issues of the seat that a start which was voided had raised (R24); in its intervention, those filed too."""
    if statement.lane not in ("intervention", "statement"):
        return ()
    mine = (i for i in state.issues.values() if i.seat == statement.seat and not i.retracted)
    filed = statement.lane == "intervention"
    return tuple(i.id for i in mine if (filed if i.statement is None else detached(state, i)))


class End(Command, frozen=True):
    """End the statement and, if `then` is given, call the next speaker in the same act."""

    permit = Permit(SESSION)

    statement: StatementId
    then: Target | None = None

    def decide(self, ctx: Context, /) -> Events:
        """R22; with `then`, the next is called in the same act, so that no second press can skip anybody."""
        ended = _ended(ctx, ctx.on_floor(self.statement, "speaking", "held"))
        if self.then is None:
            return (ended,)
        after = replace(ctx, state=ended.fold(ctx.state, ctx.now_ms))
        return (ended, Called(called(after, self.then)))


class Cede(Command, frozen=True):
    """Give the rest of a slot or an answer to the colleague of the same group (R22, R29)."""

    permit = Permit(HEARD, seat=True)

    statement: StatementId

    def decide(self, ctx: Context, /) -> Events:
        """In one act; the group's total is what it was."""
        statement = ctx.on_floor(self.statement, "speaking", "held")
        ctx.own(statement.seat)
        if statement.lane not in ("intervention", "answer"):
            raise Refused("not_now", statement.lane)
        ended = _ended(ctx, statement)
        after = replace(ctx, state=ended.fold(ctx.state, ctx.now_ms))
        colleague = colleague_of(after.state, statement)
        if colleague is None:
            raise Refused("overtaken", statement.slot or statement.id)
        return (ended, Called(ceded(after, after.state.statements[statement.id], colleague)))


def _ended(ctx: Context, statement: Statement) -> Ended:
    """R24: a consecutive interpreter still speaks, unless the chair had held the clock to hear them out."""
    heard_out = statement.status == "held" and statement.hold_reason == "interpretation"
    consecutive = person_of_statement(ctx.state, statement).consecutive
    return Ended(statement.id, interpreting=consecutive and not heard_out)


class FinishInterpretation(Command, frozen=True):
    """The interpreter of a statement that has ended has finished too (R24)."""

    permit = Permit(SESSION)

    statement: StatementId

    def decide(self, ctx: Context, /) -> Events:
        """R24: now the next may start."""
        statement = ctx.statement(self.statement)
        if ctx.state.interpreting != statement.id:
            raise Refused("overtaken", statement.id)
        return (InterpretationFinished(statement.id),)


class Void(Command, frozen=True):
    permit = Permit(SESSION)

    statement: StatementId

    def decide(self, ctx: Context, /) -> Events:
        """R24: a start that was a mistake is not counted."""
        return (Voided(ctx.on_floor(self.statement, "speaking", "held").id),)


class Sign(Command, frozen=True):
    """The speaker's phone tells the chair: ready, finished, not now."""

    permit = Permit(SESSION, console=False, seat=True)

    statement: StatementId
    signal: Signal

    def decide(self, ctx: Context, /) -> Events:
        """The speaker's phone tells the chair; only the chair starts and ends (R22)."""
        statuses = ("speaking", "held") if self.signal == "finished" else ("called",)
        statement = ctx.on_floor(self.statement, *statuses)
        ctx.own(statement.seat)
        if statement.signal == self.signal:
            raise Refused("overtaken", self.signal)
        return (Signalled(statement.id, self.signal),)
