"""The session: steps, planned end, suspension, the close and its reopening (R1-R3, R6, R18, R39)."""

from typing import Annotated

from msgspec import Meta, field
from msgspec.structs import replace

from server.dialogue.derived.clocks import own_day
from server.dialogue.derived.lengths import slots_for
from server.dialogue.derived.steps import drops, next_steps
from server.dialogue.model.command import ALWAYS, SESSION, Command, Context, Events, Permit
from server.dialogue.model.ids import PersonVersion, RequestId, SlotId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.register import Person
from server.dialogue.model.setup import Rules, Setup
from server.dialogue.model.state import Event, Pause, Slot, State, Statement, Step, SuspendReason, Suspension
from server.dialogue.rooms.clock import StatementReverted, with_statement
from server.dialogue.rooms.requests import with_status
from server.dialogue.rooms.speakers import ListOpened, WrittenAsked

MAX_EXTENSION_MS = 7_200_000


class Created(Event, frozen=True):
    """The first event of every journal: the configuration as it was then, and which records of the register count."""

    setup: Setup
    told: dict[PersonVersion, Person] = field(default_factory=dict)
    """What the entry itself says of people; in journals of older formats only."""

    @property
    def introduces(self) -> tuple[PersonVersion, ...]:
        return () if self.told else tuple(seat.person for seat in self.setup.seats)

    def fold(self, state: State, at_ms: int, /) -> State:
        """A journal begins: nothing of what was before stays."""
        rules = self.setup.rules
        return State(
            setup=self.setup,
            introduced={seat.person: seat.id for seat in self.setup.seats},
            people=self.told,
            seq=state.seq,
            planned_end_ms=self.setup.planned_end_ms,
            order=rules.order,
            answers=rules.answers,
            scenes={screen.id: "speaker" for screen in self.setup.screens},
        )


class Rehearse(Command, frozen=True):
    """Make an empty journal a rehearsal whose clock runs `rate` times as fast."""

    permit = Permit(frozenset({"scheduled"}))

    rate: Annotated[float, Meta(ge=1, le=10_000)]

    def decide(self, ctx: Context, /) -> Events:
        """A clock never runs fast in a real dialogue: only the first entry can say so."""
        if ctx.state.seq > 0:
            raise Refused("not_now", ctx.state.step.phase)
        return (Created(replace(ctx.state.setup, clock_rate=self.rate)),)


# Steps


class StepMoved(Event, frozen=True):
    """The chair moved to the next step; slots and requests that the move dropped are named."""

    step: Step
    planned_end_ms: int
    slots: tuple[Slot, ...] = ()
    """The line-up of a round that begins."""
    lapsed_slots: tuple[SlotId, ...] = ()
    lapsed_requests: tuple[RequestId, ...] = ()

    def fold(self, state: State, at_ms: int, /) -> State:
        """R1; the first move sets the session clock (R2)."""
        slots = {**state.slots, **{slot.id: slot for slot in self.slots}}
        for slot_id in self.lapsed_slots:
            slots[slot_id] = replace(slots[slot_id], lapsed=True)
        return replace(
            state,
            requests=with_status(state.requests, "lapsed", *self.lapsed_requests),
            step=self.step,
            step_since_ms=at_ms,
            opened_at_ms=at_ms if self.step.phase == "opening" else state.opened_at_ms,
            planned_end_ms=self.planned_end_ms,
            closed_at_ms=at_ms if self.step.phase == "closed" else None,
            slots=slots,
            lineup=tuple(slot.id for slot in self.slots) or state.lineup,
        )

    def compensation(self, before: State, /) -> Event:
        return StepReverted(
            step=before.step,
            step_since_ms=before.step_since_ms,
            opened_at_ms=before.opened_at_ms,
            planned_end_ms=None if self.planned_end_ms == before.planned_end_ms else before.planned_end_ms,
            lineup=before.lineup,
            removed_slots=tuple(slot.id for slot in self.slots),
            restored_slots=self.lapsed_slots,
        )

    def touches(self, before: State, /) -> tuple[str, ...]:
        end = ("end",) if self.planned_end_ms != before.planned_end_ms else ()
        waiting = (request.id for request in before.requests.values() if request.status == "open")
        slots = (slot.id for slot in self.slots)
        return ("floor", "lineup", *end, *slots, *self.lapsed_slots, *waiting)

    def about(self, before: State, /) -> str:
        return self.step.phase


class StepReverted(Event, frozen=True):
    """Compensates StepMoved."""

    step: Step
    step_since_ms: int
    opened_at_ms: int | None
    planned_end_ms: int | None
    """None: the move had left it alone, so an extension since then stays (R2)."""
    lineup: tuple[SlotId, ...]
    removed_slots: tuple[SlotId, ...]
    restored_slots: tuple[SlotId, ...]

    def fold(self, state: State, at_ms: int, /) -> State:
        """The step is as it was before the move."""
        slots = {s: slot for s, slot in state.slots.items() if s not in self.removed_slots}
        for slot_id in self.restored_slots:
            slots[slot_id] = replace(slots[slot_id], lapsed=False)
        return replace(
            state,
            step=self.step,
            step_since_ms=self.step_since_ms,
            opened_at_ms=self.opened_at_ms,
            planned_end_ms=state.planned_end_ms if self.planned_end_ms is None else self.planned_end_ms,
            closed_at_ms=None,
            slots=slots,
            lineup=self.lineup,
        )


class MoveStep(Command, frozen=True):
    """Move from the step the chair saw to the next one."""

    permit = Permit(ALWAYS)

    since: Step
    to: Step

    def decide(self, ctx: Context, /) -> Events:
        """R1: with the floor free, to a step that may follow; a move from a step that is past is overtaken (R5)."""
        state, to = ctx.state, self.to
        if self.since != state.step:
            raise Refused("overtaken", to.phase)
        if to not in next_steps(state.step):
            raise Refused("not_now", to.phase)
        _check_nothing_runs(state)
        dropped = drops(state, to)
        begins = to.phase == "interventions"
        moved = StepMoved(
            step=to,
            planned_end_ms=_planned_end(ctx, to),
            slots=slots_for(state, to.round) if begins else (),
            lapsed_slots=dropped.slots,
            lapsed_requests=(*dropped.requests, *dropped.rights, *dropped.ready),
        )
        written = (WrittenAsked(dropped.written),) if dropped.written else ()
        closed = not state.list_open or state.last_call_ends_ms is not None
        if begins and to.round > 1 and closed:
            return (moved, *written, ListOpened())  # R18: a list is closed for its round
        return (moved, *written)


def _check_nothing_runs(state: State) -> None:
    if state.suspension is not None:
        raise Refused("not_now", "suspended")  # R3: it is resumed first, or the session would close suspended
    if state.floor is not None:
        raise Refused("floor_taken", state.statements[state.floor].seat)
    if state.point is not None:
        raise Refused("floor_taken", state.points[state.point].seat)
    if state.interpreting is not None:
        raise Refused("floor_taken", state.statements[state.interpreting].seat)


def _planned_end(ctx: Context, to: Step) -> int:
    """R2: the opening act fixes the window; a late opening on its own day does not move the planned end."""
    state = ctx.state
    setup = state.setup
    if to.phase != "opening" or own_day(setup, ctx.now_ms):
        return state.planned_end_ms
    return ctx.now_ms + setup.planned_end_ms - setup.planned_start_ms


class Reopened(Event, frozen=True):
    """The close is taken back within the time the rules give (R39)."""

    step: Step
    requests: tuple[RequestId, ...]

    def fold(self, state: State, at_ms: int, /) -> State:
        """R39: what the close lapsed waits again."""
        requests = with_status(state.requests, "open", *self.requests)
        return replace(
            state,
            requests=requests,
            step=self.step,
            step_since_ms=at_ms,
            closed_at_ms=None,
            reopened_at_ms=at_ms,
        )


def reopens_until_ms(rules: Rules, closed_at_ms: int) -> int:
    """R39: the last instant at which the close can be taken back."""
    return closed_at_ms + rules.reopen_ms


class Reopen(Command, frozen=True):
    """Take the close back (R39)."""

    permit = Permit(frozenset({"closed"}))

    closed_at_ms: int

    def decide(self, ctx: Context, /) -> Events:
        """R39: within 15 minutes (C) of the close; what the close lapsed waits again."""
        closed_at_ms = ctx.state.closed_at_ms
        if closed_at_ms is None or closed_at_ms != self.closed_at_ms:
            raise Refused("overtaken", "reopen")
        if ctx.now_ms > reopens_until_ms(ctx.rules, closed_at_ms):
            raise Refused("not_now", "closed")
        lapsed = tuple(r.id for r in ctx.state.requests.values() if r.status == "lapsed")
        return (Reopened(Step("closing"), lapsed),)


# The planned end


class Extended(Event, frozen=True):
    planned_end_ms: int

    def fold(self, state: State, at_ms: int, /) -> State:
        """R2."""
        return replace(state, planned_end_ms=self.planned_end_ms)

    def compensation(self, before: State, /) -> Event:
        return Extended(before.planned_end_ms)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return ("end",)


class Extend(Command, frozen=True):
    """Move the planned end that the chair saw by `by_ms` (R2)."""

    permit = Permit(SESSION)

    planned_end_ms: int
    by_ms: int

    def decide(self, ctx: Context, /) -> Events:
        """R2: a recorded act; it names the planned end that the chair saw."""
        if self.planned_end_ms != ctx.state.planned_end_ms:
            raise Refused("overtaken", "planned_end_ms")
        if not 0 < self.by_ms <= MAX_EXTENSION_MS:
            raise Refused("time_out_of_range", "by_ms")
        return (Extended(self.planned_end_ms + self.by_ms),)


# Suspension


def stopped(before: State) -> tuple[str, ...]:
    """What stops all clocks, or lets them run again, leans on the floor even when it is free (R3, R30)."""
    return ("floor", *((before.floor,) if before.floor else ()))


class _SuspensionEvent(Event, frozen=True):
    """The session stands, or goes on."""

    def compensation(self, before: State, /) -> Event:
        held = before.statements[before.floor] if before.floor else None
        return SuspensionReverted(before.suspension, held)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return stopped(before)


class Suspended(_SuspensionEvent, frozen=True):
    reason: SuspendReason
    resume_at_ms: int | None

    def fold(self, state: State, at_ms: int, /) -> State:
        """R3: a running speech is held, requests stay."""
        running = state.statements[state.floor] if state.floor else None
        held = running if running and running.status == "speaking" else None
        if held:
            state = with_statement(
                state, replace(held, status="held", held_at_ms=at_ms, hold_reason=self.reason)
            )
        suspension = Suspension(self.reason, at_ms, self.resume_at_ms, held.id if held else None)
        return replace(state, suspension=suspension)


class ResumptionAnnounced(Event, frozen=True):
    """The session goes on at another time than was announced; None: that is not known yet."""

    resume_at_ms: int | None

    def fold(self, state: State, at_ms: int, /) -> State:
        """R3: what was announced before is kept, unless this is that again."""
        if state.suspension is None:
            return state
        since_ms, last_ms = state.suspension.since_ms, state.suspension.resume_at_ms
        before = state.resumptions.get(since_ms, ())
        is_back = bool(before) and before[-1] == self.resume_at_ms
        before = before[:-1] if is_back else (*before, last_ms)
        others = {since: times for since, times in state.resumptions.items() if since != since_ms}
        return replace(
            state,
            suspension=replace(state.suspension, resume_at_ms=self.resume_at_ms),
            resumptions=others | ({since_ms: before} if before else {}),
        )

    def compensation(self, before: State, /) -> Event:
        suspension = before.suspension
        return ResumptionAnnounced(None if suspension is None else suspension.resume_at_ms)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return ("suspension",)


class SessionResumed(_SuspensionEvent, frozen=True):
    def fold(self, state: State, at_ms: int, /) -> State:
        """R3: a speech that was held stays so until the chair resumes it."""
        over = () if state.suspension is None else (Pause(state.suspension.since_ms, at_ms),)
        return replace(state, suspension=None, suspensions=(*state.suspensions, *over))


class SuspensionReverted(Event, frozen=True):
    """Compensates Suspended and SessionResumed; `statement` is the held speech as it was before."""

    suspension: Suspension | None
    statement: Statement | None

    def fold(self, state: State, at_ms: int, /) -> State:
        """The suspension never was (None), or goes on as if it had not been lifted."""
        over = state.suspensions
        if self.suspension is not None:  # the lifting of it is taken back
            over = tuple(pause for pause in over if pause.since_ms != self.suspension.since_ms)
        state = replace(state, suspension=self.suspension, suspensions=over)
        return (
            state
            if self.statement is None
            else StatementReverted(self.statement, keeps_gap=True).fold(state, at_ms)
        )


class Suspend(Command, frozen=True):
    permit = Permit(SESSION)

    reason: SuspendReason
    resume_at_ms: int | None = None

    def decide(self, ctx: Context, /) -> Events:
        """R3."""
        if ctx.state.suspension is not None:
            raise Refused("overtaken", "suspend")
        if ctx.state.point is not None:
            raise Refused("not_now", "point_of_order")
        if self.resume_at_ms is not None and self.resume_at_ms <= ctx.now_ms:
            raise Refused("time_out_of_range", "resume_at_ms")
        return (Suspended(self.reason, self.resume_at_ms),)


class AnnounceResumption(Command, frozen=True):
    """Say that the suspended session goes on at another time (R3)."""

    permit = Permit(SESSION)

    since_ms: int
    """When the suspension that it is about began."""
    resume_at_ms: int | None = None

    def decide(self, ctx: Context, /) -> Events:
        """R3: the suspension that the chair saw; a time that is still to come, or none."""
        suspension = ctx.state.suspension
        if suspension is None or suspension.since_ms != self.since_ms:
            raise Refused("overtaken", "announce_resumption")
        if self.resume_at_ms is not None and self.resume_at_ms <= ctx.now_ms:
            raise Refused("time_out_of_range", "resume_at_ms")
        return (ResumptionAnnounced(self.resume_at_ms),)


class ResumeSession(Command, frozen=True):
    permit = Permit(SESSION)

    since_ms: int
    """When the suspension to end began."""

    def decide(self, ctx: Context, /) -> Events:
        """R3."""
        suspension = ctx.state.suspension
        if suspension is None or suspension.since_ms != self.since_ms:
            raise Refused("overtaken", "resume_session")
        return (SessionResumed(),)
