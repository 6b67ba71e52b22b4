"""Folding: the state before and an entry give the state after. Total and pure; replay is this and nothing else."""

from collections.abc import Callable, Iterable
from typing import Any

from msgspec.structs import replace

from server.dialogue import events as ev
from server.dialogue.entry import Entry
from server.dialogue.events import Event
from server.dialogue.folds import calls, content, floor, lineup, points, requests, seats, session
from server.dialogue.setup import Setup
from server.dialogue.state import State
from server.dialogue.undo import remember

Fold = Callable[[State, Any, int], State]

FOLDS: dict[type[Event], Fold] = {
    ev.Created: session.created,
    ev.StepMoved: session.step_moved,
    ev.StepReverted: session.step_reverted,
    ev.Extended: session.extended,
    ev.Suspended: session.suspended,
    ev.SessionResumed: session.session_resumed,
    ev.SuspensionReverted: session.suspension_reverted,
    ev.ChairAsked: session.chair_asked,
    ev.ChairRefused: session.chair_refused,
    ev.ChairTaken: session.chair_taken,
    ev.LineupOrdered: lineup.lineup_ordered,
    ev.SlotArranged: lineup.slot_arranged,
    ev.SlotDeferred: lineup.slot_deferred,
    ev.SlotLapsed: lineup.slot_lapsed,
    ev.SlotRestored: lineup.slot_restored,
    ev.SlotReverted: lineup.slot_reverted,
    ev.RequestAdded: requests.request_added,
    ev.RequestChanged: requests.request_changed,
    ev.RequestWithdrawn: requests.request_withdrawn,
    ev.RequestReopened: requests.request_reopened,
    ev.RequestMoved: requests.request_moved,
    ev.PinsReverted: requests.pins_reverted,
    ev.OrderSet: requests.order_set,
    ev.ListClosed: requests.list_closed,
    ev.ListOpened: requests.list_opened,
    ev.Called: calls.called,
    ev.CallWithdrawn: calls.call_withdrawn,
    ev.NotHere: calls.not_here,
    ev.NotHereReverted: calls.not_here_reverted,
    ev.Returned: seats.returned,
    ev.Started: floor.started,
    ev.Ended: floor.ended,
    ev.InterpretationFinished: floor.interpretation_finished,
    ev.InterpretationReverted: floor.interpretation_reverted,
    ev.FloorRestored: floor.floor_restored,
    ev.Held: floor.held,
    ev.Resumed: floor.resumed,
    ev.StatementReverted: floor.statement_reverted,
    ev.TimeAdjusted: floor.time_adjusted,
    ev.StartMoved: floor.start_moved,
    ev.Voided: floor.voided,
    ev.Signalled: floor.signalled,
    ev.IssueRaised: content.issue_raised,
    ev.IssueAmended: content.issue_amended,
    ev.IssueRetracted: content.issue_retracted,
    ev.Linked: floor.linked,
    ev.AnswersSet: content.answers_set,
    ev.WrittenPromised: content.written_promised,
    ev.WrittenReverted: content.written_reverted,
    ev.Reopened: session.reopened,
    ev.LeftHall: seats.left_hall,
    ev.SubstituteSet: seats.substitute_set,
    ev.SeatReverted: seats.seat_reverted,
    ev.GuestAdded: seats.guest_added,
    ev.GuestRemoved: seats.guest_removed,
    ev.LastCallMade: requests.last_call_made,
    ev.ListReverted: requests.list_reverted,
    ev.StatementsShortened: requests.statements_shortened,
    ev.WrittenAsked: requests.written_asked,
    ev.WrittenAskReverted: requests.written_ask_reverted,
    ev.IssueRestored: content.issue_restored,
    ev.IssueMerged: content.issue_merged,
    ev.IssueMarked: content.issue_marked,
    ev.PointRaised: points.point_raised,
    ev.PointWithdrawn: points.point_withdrawn,
    ev.PointRecognised: points.point_recognised,
    ev.PointReverted: points.point_reverted,
    ev.PointRuled: points.point_ruled,
    ev.MessageSet: session.message_set,
    ev.SceneSet: session.scene_set,
}


def initial(setup: Setup) -> State:
    """The state before the first entry: what `Created` makes of this set-up."""
    return session.created(State(setup=setup), ev.Created(setup), 0)


def fold_event(state: State, event: Event, at_ms: int) -> State:
    """The state after one event. `ActUndone` has no effect of its own: the events beside it compensate."""
    fold = FOLDS.get(type(event))
    return state if fold is None else fold(state, event, at_ms)


def evolve(state: State, entry: Entry) -> State:
    """The state after `entry`, with the acts that may be undone brought up to date (R6)."""
    before = state
    steps: list[tuple[State, Event]] = []
    for event in entry.events:
        steps.append((state, event))
        state = fold_event(state, event, entry.at_ms)
    acts = remember(before.acts, entry, [step for step in steps if not isinstance(step[1], ev.Created)])
    return replace(state, seq=entry.seq, at_ms=entry.at_ms, acts=acts)


def replay(entries: Iterable[Entry]) -> State | None:
    """The fold of a journal from its first entry; None if it is empty."""
    state: State | None = None
    for entry in entries:
        if state is None:
            created = entry.events[0]
            if not isinstance(created, ev.Created):
                raise ValueError("the first event of a journal must be `created`")
            state = initial(created.setup)
        state = evolve(state, entry)
    return state
