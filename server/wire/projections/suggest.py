"""What the chair's context button would do: the act, whom it is about, and the whole command (R5)."""

from msgspec import UNSET, UnsetType

from server.dialogue.decider import refusal
from server.dialogue.derived.agenda import next_up
from server.dialogue.derived.lengths import on_floor
from server.dialogue.derived.seats import presiding_console
from server.dialogue.model.state import State, once_per_state
from server.dialogue.model.values import Statement, Step
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.clock import Resume
from server.dialogue.rooms.floor import End, Ended, FinishInterpretation, Start
from server.dialogue.rooms.points import RecognisePoint, RulePoint
from server.dialogue.rooms.session import MoveStep, Reopen, ResumeSession
from server.wire.views import Suggestion

Suggested = Suggestion | UnsetType


@once_per_state
def primary(state: State) -> Suggested:
    """The one act that comes next, if the core would carry it out now."""
    return _accepted(state, _primary(state))


@once_per_state
def secondary(state: State) -> Suggested:
    """End the running statement and call, in one act, whom the context button would call then; absent if nobody."""
    return _accepted(state, _secondary(state))


def _accepted(state: State, suggested: Suggested) -> Suggested:
    if suggested is UNSET or refusal(state, suggested.command, presiding_console(state)) is not None:
        return UNSET
    return suggested


def _primary(state: State) -> Suggested:
    """R1, R3, R24, R30. The act "rule" is a choice: its command only names the point."""
    if state.suspension is not None:
        return Suggestion(act="resume_session", command=ResumeSession(state.suspension.since_ms))
    if state.step.phase in ("scheduled", "closed"):
        return _free(state)  # a point that was raised before the opening was undone waits for it
    if state.point is not None:
        point = state.points[state.point]
        return Suggestion(act="rule", command=RulePoint(point.id, "noted"), seat=point.seat)
    waiting = next((p for p in state.points.values() if p.status == "raised"), None)
    if waiting is not None:  # R30: at once, whoever speaks
        return Suggestion(act="recognise", command=RecognisePoint(waiting.id), seat=waiting.seat)
    if state.interpreting is not None:  # R24: before anybody is called or starts
        seat = state.statements[state.interpreting].seat
        return Suggestion(act="interpreted", command=FinishInterpretation(state.interpreting), seat=seat)
    statement = on_floor(state)
    return _free(state) if statement is None else _taken(statement)


def _closed(state: State) -> Suggested:
    """R39: faces show it as long as the time for it runs."""
    if state.closed_at_ms is None:
        return UNSET
    return Suggestion(act="reopen", command=Reopen(state.closed_at_ms))


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
