"""What the chair may do next, what it would change, and what it could take back.

An act that is suggested is one that the core would carry out: the whole command goes with it (R5).
"""

from typing import Literal

from msgspec import UNSET, UnsetType

from server.dialogue.decider import refusal
from server.dialogue.derived.agenda import next_up
from server.dialogue.derived.forecast import forecast
from server.dialogue.derived.lengths import on_floor, request_ms, statement_ms
from server.dialogue.derived.seats import presiding_console
from server.dialogue.derived.steps import drops, next_steps
from server.dialogue.model.ids import DueId, IssueId, PointId, RequestId, SeatId, SlotId
from server.dialogue.model.state import State, Statement, Step, once_per_state
from server.dialogue.registry import AnyCommand
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.clock import Resume
from server.dialogue.rooms.floor import End, Ended, FinishInterpretation, Start
from server.dialogue.rooms.points import RecognisePoint, RulePoint
from server.dialogue.rooms.session import MoveStep, Reopen, ResumeSession, reopens_until_ms
from server.dialogue.rooms.speakers import StatementsShortened, Tighten, WrittenAsked
from server.dialogue.rooms.undo import undoable
from server.wire.views.base import View, or_unset

SuggestedAct = Literal[
    "open",
    "start_round",
    "call",
    "call_answer",
    "start",
    "end",
    "end_and_call",
    "resume",
    "resume_session",
    "start_exchange",
    "finish_exchange",
    "close",
    "recognise",
    "rule",
    "reopen",
    "interpreted",
]


class Suggestion(View, frozen=True, kw_only=True):
    """What a button would do: the act, whom it is about, and the whole command to send."""

    act: SuggestedAct
    command: AnyCommand
    seat: SeatId | UnsetType = UNSET
    then: SeatId | UnsetType = UNSET
    round: int | UnsetType = UNSET
    until_ms: int | UnsetType = UNSET
    """It would be refused after that instant, though no change comes: faces drop it then."""


Suggested = Suggestion | UnsetType


class MoveView(View, frozen=True, kw_only=True):
    """A step the chair may move to, and what that would drop (R1)."""

    to: Step
    slots: tuple[SlotId, ...]
    requests: tuple[RequestId, ...]
    rights: tuple[RequestId, ...]
    """Rights of reply (R31)."""
    written: tuple[RequestId, ...]
    """Statements that become written replies (R18)."""
    points: tuple[PointId, ...]
    """Points of order that wait (R30)."""
    dues: tuple[DueId, ...]
    issues: tuple[IssueId, ...]
    """Issues nobody replied to yet."""


class Preview(View, frozen=True, kw_only=True):
    """What one way of saving time would change (R35): the forecast's tails after it, and whom it touches."""

    kind: Literal["shorten", "written"]
    requests: tuple[RequestId, ...]
    tail_limits_ms: int
    tail_pace_ms: int
    command: AnyCommand
    to_ms: int | UnsetType = UNSET


class ActView(View, frozen=True, kw_only=True):
    """The act that "undo" would take back: the tag of its first event, and whom it was about."""

    seq: int
    kind: str
    about: str


@once_per_state
def primary(state: State) -> Suggested:
    """The one act that comes next, if the core would carry it out now."""
    return _accepted(state, _primary(state))


@once_per_state
def point_act(state: State) -> Suggested:
    """R30: recognise the point of order that waits first, or rule on the one being decided, beside whatever comes next.

    The act "rule" is a choice: its command only names the point.
    """
    if state.point is not None:
        point = state.points[state.point]
        return _accepted(state, Suggestion(act="rule", command=RulePoint(point.id, "noted"), seat=point.seat))
    waiting = next((p for p in state.points.values() if p.status == "raised"), None)
    if waiting is None:
        return UNSET
    recognise = Suggestion(act="recognise", command=RecognisePoint(waiting.id), seat=waiting.seat)
    return _accepted(state, recognise)


@once_per_state
def secondary(state: State) -> Suggested:
    """End the running statement and call, in one act, whom the context button would call then; absent if nobody."""
    return _accepted(state, _secondary(state))


def _accepted(state: State, suggested: Suggested) -> Suggested:
    if suggested is UNSET or refusal(state, suggested.command, presiding_console(state)) is not None:
        return UNSET
    return suggested


def _primary(state: State) -> Suggested:
    """R1, R3, R24. A point of order has a button of its own (`point_act`): this one keeps its meaning (R30)."""
    if state.suspension is not None:
        return Suggestion(act="resume_session", command=ResumeSession(state.suspension.since_ms))
    if state.step.phase in ("scheduled", "closed"):
        return _free(state)
    if state.interpreting is not None:  # R24: before anybody is called or starts
        seat = state.statements[state.interpreting].seat
        return Suggestion(act="interpreted", command=FinishInterpretation(state.interpreting), seat=seat)
    statement = on_floor(state)
    return _free(state) if statement is None else _taken(statement)


def _closed(state: State) -> Suggested:
    """R39."""
    closed_at_ms = state.closed_at_ms
    if closed_at_ms is None:
        return UNSET
    until_ms = reopens_until_ms(state.setup.rules, closed_at_ms)
    return Suggestion(act="reopen", command=Reopen(closed_at_ms), until_ms=until_ms)


def _secondary(state: State) -> Suggested:
    statement = on_floor(state)
    if state.suspension is not None or state.point is not None:
        return UNSET
    if statement is None or statement.status == "called":
        return UNSET
    upcoming = next_up(Ended(statement.id).fold(state, state.at_ms))
    if upcoming is None:
        return UNSET
    command = End(statement.id, upcoming.target)
    return Suggestion(act="end_and_call", command=command, seat=statement.seat, then=upcoming.seat)


def _taken(statement: Statement) -> Suggestion:
    seat = statement.seat
    if statement.status == "called":
        return Suggestion(act="start", command=Start(statement.id), seat=seat)
    if statement.status == "held":
        return Suggestion(act="resume", command=Resume(statement.id), seat=seat)
    return Suggestion(act="end", command=End(statement.id), seat=seat)


def _free(state: State) -> Suggested:
    upcoming = next_up(state)
    step = state.step
    if upcoming is not None:
        return Suggestion(
            act="call_answer" if upcoming.lane == "answer" else "call",
            command=Call(upcoming.target),
            seat=upcoming.seat,
        )
    match step.phase:
        case "scheduled":
            return Suggestion(act="open", command=MoveStep(step, Step("opening")))
        case "opening":
            return Suggestion(act="start_round", command=MoveStep(step, Step("interventions", 1)), round=1)
        case "interventions":
            command = MoveStep(step, Step("exchange", step.round))
            return Suggestion(act="start_exchange", command=command, round=step.round)
        case "exchange":
            return Suggestion(act="finish_exchange", command=MoveStep(step, Step("closing")))
        case "closing":
            return Suggestion(act="close", command=MoveStep(step, Step("closed")))
        case "closed":
            return _closed(state)


def previews(state: State) -> tuple[Preview, ...]:
    """Each way tried out on the state; its command does exactly what was tried."""
    if state.step.phase not in ("interventions", "exchange"):
        return ()
    waiting = [r for r in state.requests.values() if r.status == "open" and r.lane == "statement"]
    shorten_ms = state.setup.lengths.shorten_ms
    found = []
    if shorten_ms < statement_ms(state):
        after = StatementsShortened(shorten_ms).fold(state, 0)
        shorter = tuple(r.id for r in waiting if request_ms(after, r) < request_ms(state, r))
        found.append(_preview("shorten", after, Tighten(shorten_to_ms=shorten_ms), shorter, shorten_ms))
    written = tuple(r.id for r in waiting if r.length_ms is None)  # R32: nobody puts off a guest
    if written:
        after = WrittenAsked(written).fold(state, 0)
        found.append(_preview("written", after, Tighten(written=written), written))
    chair = presiding_console(state)
    return tuple(preview for preview in found if refusal(state, preview.command, chair) is None)


def _preview(
    kind: Literal["shorten", "written"],
    after: State,
    command: Tighten,
    requests: tuple[RequestId, ...],
    to_ms: int | None = None,
) -> Preview:
    told = forecast(after)
    return Preview(
        kind=kind,
        requests=requests,
        tail_limits_ms=told.tail_limits_ms,
        tail_pace_ms=told.tail_pace_ms,
        command=command,
        to_ms=or_unset(to_ms),
    )


def moves(state: State) -> tuple[MoveView, ...]:
    """The steps that may follow, each with what it would drop (R1)."""
    found = []
    for step in next_steps(state.step):
        dropped = drops(state, step)
        found.append(
            MoveView(
                to=step,
                slots=dropped.slots,
                requests=dropped.requests,
                rights=dropped.rights,
                written=dropped.written,
                points=dropped.points,
                dues=dropped.dues,
                issues=dropped.issues,
            )
        )
    return tuple(found)


def undo(state: State) -> ActView | UnsetType:
    """The chair's last act that can be taken back; after the close there is none (R6)."""
    if state.step.phase == "closed":
        return UNSET
    act = next(reversed(undoable(state)), None)
    return UNSET if act is None else ActView(seq=act.seq, kind=act.kind, about=act.about)
