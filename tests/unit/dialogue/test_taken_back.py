"""What is taken back, brought back or made anew is as it was, to the last field; and what depends on what (R6)."""

from __future__ import annotations

import pytest

from server.dialogue.derived.agenda import coming
from server.dialogue.derived.dues import open_dues
from server.dialogue.model.ids import IssueId, PartyId, RequestId, SeatId, SlotId
from server.dialogue.model.state import Links, RemarksTarget, RequestTarget, SlotTarget, Step
from server.dialogue.rooms.answers import SetAnswers
from server.dialogue.rooms.calls import Call, MarkNotHere, WithdrawCall
from server.dialogue.rooms.clock import Hold, Resume, StartEarlier
from server.dialogue.rooms.floor import End, FinishInterpretation, Start, Void
from server.dialogue.rooms.issues import MarkIssue, MergeIssue, RaiseIssue, SplitIssue
from server.dialogue.rooms.lineup import DeferSlot, RestoreSlot
from server.dialogue.rooms.requests import Ask, ChangeRequest, MoveRequest
from server.dialogue.rooms.session import MoveStep, Reopen, StepMoved, Suspend
from server.dialogue.rooms.speakers import CloseList, LastCall, OpenList
from server.dialogue.rooms.undo import Undo, undoable
from tests.support.back import R1, R2, R3, call, can_undo, undo
from tests.support.play import Play, seat, shipped, with_people


def interpreted() -> Play:
    """As `play`, but Brazil is interpreted consecutively."""
    play = Play(*with_people(shipped(), {"BR": {"consecutive": True}}))
    play.to_exchange()
    play.ask("BR"), play.ask("MX"), play.ask("CL")
    return play


def test_a_speech_whose_end_is_taken_back_goes_on_from_now(play: Play) -> None:
    """R6, R30: the gap is a hold that ends now, so that no point of order freezes back into it."""
    call(play, R1)
    play.wait(30_000)
    play.do(End(play.floor.id))
    play.wait(5_000)
    undo(play)
    assert (play.floor.held_ms, play.floor.resumed_at_ms) == (5_000, play.now_ms)
    assert (play.floor.ended_at_ms, play.floor.status) == (None, "speaking")


def test_a_held_speech_whose_end_is_taken_back_is_held_still(play: Play) -> None:
    """R6: it resumes when the chair resumes it, and nothing says that it did."""
    call(play, R1)
    play.do(Hold(play.floor.id, "technical"))
    play.wait(1_000)
    play.do(Resume(play.floor.id))
    resumed_at_ms = play.now_ms
    play.wait(1_000)
    play.do(Hold(play.floor.id, "medical"))
    before = play.floor
    play.wait(4_000)
    play.do(End(play.floor.id))
    assert play.state.statements[before.id].held_ms == 5_000
    assert play.state.statements[before.id].held_at_ms is None
    undo(play)
    assert play.floor == before
    assert play.floor.resumed_at_ms == resumed_at_ms


def test_a_call_taken_back_and_given_again_waits_for_the_interpreter_still() -> None:
    """R24: who is interpreted is another; only the end of that speech, taken back, ends the waiting."""
    play = interpreted()
    call(play, R1)
    play.wait(10_000)
    play.do(End(play.floor.id))
    ended = play.state.seq
    call(play, R2, start=False)
    play.do(WithdrawCall(play.floor.id))
    undo(play)
    waiting = play.state
    assert waiting.interpreting == "s1"
    assert play.refused(Start(play.floor.id)) == "not_now"
    undone = next(act.seq for act in undoable(play.state) if act.kind == "called")
    play.do(Undo(undone))
    assert can_undo(play, ended)
    play.do(Undo(ended))
    assert (play.state.interpreting, play.floor.id) == (None, "s1")


def test_an_interpretation_said_to_be_over_too_early_goes_on(play: Play) -> None:
    """R24, R6: the next waits again, and no trace is left of the mistake."""
    play = interpreted()
    call(play, R1)
    play.do(End(play.floor.id))
    play.wait(3_000)
    before = play.state
    play.do(FinishInterpretation(before.statements.values()[-1].id))
    assert play.state.statements.values()[-1].interpreted_at_ms == play.now_ms
    undo(play)
    assert (play.state.interpreting, play.state.statements) == (before.interpreting, before.statements)


def test_not_here_taken_back_leaves_what_was_noted_of_others(play: Play) -> None:
    """R20: Brazil was called in vain; that Mexico was too was a mistake."""
    call(play, R1, start=False)
    play.do(MarkNotHere(play.floor.id))
    call(play, R2, start=False)
    before = play.state
    play.do(MarkNotHere(play.floor.id))
    assert play.state.not_here == {"BR": 1, "MX": 1}
    undo(play)
    assert (play.state.not_here, play.state.pins) == ({"BR": 1}, before.pins)


def test_the_first_start_is_moved_back_to_the_begin_of_the_step() -> None:
    """R24: not a millisecond further; nobody was heard before."""
    play = Play()
    play.to_interventions()
    since_ms = play.state.step_since_ms
    play.wait(10_000)
    play.do(Call(SlotTarget(play.state.lineup[0], play.state.slots[play.state.lineup[0]].seats[0])))
    play.do(Start(play.floor.id))
    assert play.refused(StartEarlier(play.floor.id, 10_001)) == "time_out_of_range"
    assert play.refused(StartEarlier(play.floor.id, 0)) == "time_out_of_range"
    play.do(StartEarlier(play.floor.id, 10_000))
    assert play.floor.started_at_ms == since_ms


def test_a_held_start_can_be_a_mistake_too(play: Play) -> None:
    """R24: voided, it does not count, and its request waits in its place."""
    call(play, R1)
    play.do(Hold(play.floor.id, "order_in_hall"))
    play.do(Void(play.floor.id))
    assert play.state.floor is None
    assert (play.state.statements.values()[-1].status, play.state.requests[R1].status) == ("voided", "open")
    assert play.state.statements.values()[-1].ended_at_ms == play.now_ms


def test_a_call_withdrawn_says_when(play: Play) -> None:
    """R19: the statement is closed; its request waits, and is heard once it has spoken."""
    call(play, R1, start=False)
    assert play.state.requests[R1].status == "called"
    play.do(WithdrawCall(play.floor.id))
    assert play.state.statements.values()[-1].ended_at_ms == play.now_ms
    assert (play.state.statements.values()[-1].status, play.state.requests[R1].status) == (
        "withdrawn",
        "open",
    )
    call(play, R1)
    play.do(End(play.floor.id))
    assert play.state.requests[R1].status == "heard"


def test_a_second_issue_is_made_of_one_that_was_merged_and_marked() -> None:
    """R26: it stands on its own, with a number, a title and an instant of its own, and nobody has promised anything."""
    play = Play()
    play.to_interventions()
    play.do(Call(SlotTarget(SlotId("1.youth"), SeatId("youth-1"))))
    play.do(Start(play.floor.id))
    themes = [theme.id for theme in play.setup.themes]
    for _ in range(2):
        play.do(RaiseIssue(SeatId("youth-1"), themes[0], play.floor.id, "Uno"))
    play.do(MergeIssue(IssueId("i2"), IssueId("i1")))
    play.do(MarkIssue(IssueId("i2"), PartyId("BR"), "written"))
    play.wait(2_000)
    play.do(SplitIssue(IssueId("i2"), themes[1], "Otro"))
    first, second = play.state.issues[IssueId("i2")], play.state.issues[IssueId("i3")]
    assert (second.number, second.theme, second.title) == ("1.3", themes[1], "Otro")
    assert (second.raised_at_ms, second.merged_into, second.facts) == (play.now_ms, None, {})
    assert (second.statement, second.seat, second.addressees) == (
        first.statement,
        first.seat,
        first.addressees,
    )
    assert (first.merged_into, first.facts) == ("i1", {"BR": "written"})


def test_a_slot_brought_back_may_be_put_off_once_more() -> None:
    """R11: it begins anew, as the last: not ready once, it goes last again, and lapses only then."""
    play = Play()
    play.to_interventions()
    slot = play.state.lineup[0]
    for _ in range(2):
        play.do(DeferSlot(slot))
    assert play.state.slots[slot].lapsed
    play.do(RestoreSlot(slot))
    assert play.state.lineup[-1] == slot
    play.do(DeferSlot(slot))
    assert (play.state.slots[slot].lapsed, play.state.slots[slot].deferred) == (False, True)


@pytest.mark.parametrize("held", [False, True])
def test_a_right_of_reply_answers_what_is_being_said(play: Play, held: bool) -> None:  # noqa: FBT001
    """R31: also while the speech is held; never what one's own party says."""
    call(play, R1)
    if held:
        play.do(Hold(play.floor.id, "technical"))
    reply = Links(replies_to=(play.floor.id,))
    assert play.refused(Ask(SeatId("BR"), "right_of_reply", reply), seat("BR")) == "bad_links"
    play.do(Ask(SeatId("MX"), "right_of_reply", reply), seat("MX"))


def test_a_right_of_reply_at_the_floor_counts_as_taken(play: Play) -> None:
    """R31: two per party, those that wait, are called, or were heard."""
    call(play, R1)
    play.do(End(play.floor.id))
    reply = Ask(SeatId("MX"), "right_of_reply", Links(replies_to=("s1",)))
    play.do(reply, seat("MX"))
    call(play, RequestId("r4"))
    play.do(End(play.floor.id))
    play.do(reply, seat("MX"))
    call(play, RequestId("r5"), start=False)
    assert play.refused(reply, seat("MX")) == "limit_reached"
    play.do(Start(play.floor.id)), play.do(End(play.floor.id))
    assert play.refused(reply, seat("MX")) == "limit_reached"


def test_a_row_is_put_before_all_that_follow_it_then(play: Play) -> None:
    """R16: Chile before Brazil, and so before Mexico too, should Brazil be heard first; never before itself."""
    play.do(MoveRequest(R3, R1))
    assert [(pin.request, pin.before) for pin in play.state.pins] == [(R3, (R1, R2))]
    play.do(MoveRequest(R3, None))
    assert [(pin.request, pin.before) for pin in play.state.pins] == [(R3, ())]


def test_the_opening_taken_back_was_none() -> None:
    """R2, R6: the session clock has not begun; a later step taken back leaves it as it runs."""
    play = Play()
    before = play.state
    play.do(MoveStep(play.state.step, Step("opening")))
    opened_at_ms = play.now_ms
    opened = play.state
    assert opened.opened_at_ms == opened_at_ms
    undo(play)
    assert (play.state.opened_at_ms, play.state.step) == (None, before.step)
    assert play.state.step_since_ms == before.step_since_ms
    play.do(MoveStep(play.state.step, Step("opening")))
    since_ms = play.state.step_since_ms
    play.wait(1_000)
    play.do(MoveStep(play.state.step, Step("interventions", 1)))
    undo(play)
    assert (play.state.opened_at_ms, play.state.step_since_ms) == (opened_at_ms, since_ms)
    assert (play.state.slots, play.state.lineup, play.state.closed_at_ms) == ({}, (), None)


def test_a_close_taken_back_begins_the_closing_anew(play: Play) -> None:
    """R39: it is the closing since then; what lapsed waits again."""
    play.do(MoveStep(play.state.step, Step("closing")))
    play.do(MoveStep(play.state.step, Step("closed")))
    assert play.state.requests[R1].status == "lapsed"
    play.wait(60_000)
    play.do(Reopen(play.state.closed_at_ms or 0))
    assert (play.state.step, play.state.step_since_ms) == (Step("closing"), play.now_ms)
    assert (play.state.closed_at_ms, play.state.requests[R1].status) == (None, "open")


def test_an_open_list_is_not_opened_by_a_step(play: Play) -> None:
    """R18: only a round that begins behind a closed list opens it, and the first has none before it."""
    assert [type(event) for event in play.entries[1].events] == [StepMoved]
    play.do(CloseList())
    play.do(MoveStep(play.state.step, Step("interventions", 2)))
    assert play.state.list_open
    play.do(CloseList())
    play.do(MoveStep(play.state.step, Step("exchange", 2)))
    assert not play.state.list_open


def test_a_last_call_that_was_cut_short_by_mistake_runs_on(play: Play) -> None:
    """R18, R6: it ends when it would have."""
    play.do(LastCall())
    ends_ms = play.state.last_call_ends_ms
    assert ends_ms == play.now_ms + 120_000
    for command in (CloseList(), OpenList()):
        play.do(command)
        cut_short = play.state
        assert cut_short.last_call_ends_ms is None
        undo(play)
        assert (play.state.list_open, play.state.last_call_ends_ms) == (True, ends_ms)


def test_a_request_changed_says_for_whom_else_it_speaks(play: Play) -> None:
    """R12, R17: every field is named by the change, and is what it says."""
    others = (PartyId("MX"), PartyId("CL"))
    play.do(ChangeRequest(R1, 1, Links(), "pt", "acesso", others), seat("BR"))
    changed = play.state.requests[R1]
    assert (changed.on_behalf, changed.language, changed.text, changed.version) == (others, "pt", "acesso", 2)


def test_an_opening_on_another_day_taken_back_gives_the_planned_end_back() -> None:
    """R2, R6: it counted from the opening act; without it, from the plan."""
    play = Play()
    planned_end_ms = play.state.planned_end_ms
    play.wait(3 * 86_400_000)
    play.do(MoveStep(play.state.step, Step("opening")))
    assert play.state.planned_end_ms > planned_end_ms
    undo(play)
    assert play.state.planned_end_ms == planned_end_ms


def test_a_suspension_says_until_when(play: Play) -> None:
    """R3: for everybody to read; or that it is open."""
    until_ms = play.now_ms + 600_000
    play.do(Suspend("break", until_ms))
    assert play.state.suspension is not None
    assert (play.state.suspension.resume_at_ms, play.state.suspension.held) == (until_ms, None)


def test_the_chair_speaks_in_the_opening_too() -> None:
    """R25: her remarks are timed there as anywhere between the opening and the close."""
    play = Play()
    remarks = Call(RemarksTarget(SeatId("chair")))
    assert play.refused(remarks) == "not_now"
    play.do(MoveStep(play.state.step, Step("opening")))
    play.do(remarks)
    assert (play.floor.lane, play.floor.allotted_ms) == ("remarks", 300_000)


def test_a_ripe_answer_is_owed(play: Play) -> None:
    """R29: the group may say that it is ready, as long as the answer is due, ripe or not."""
    play.do(SetAnswers("at_once"))
    play.speak(RequestTarget(RequestId(play.ask("CA", Links(asks=(PartyId("youth"),))))))
    due = open_dues(play.state, PartyId("youth"))
    assert due == ("s1.youth",)
    play.do(Ask(SeatId("youth-1"), "answer", Links(answers=due)), seat("youth-1"))


def test_the_line_up_to_come_is_in_the_forecast() -> None:
    """R33: before the opening and in it; in the interventions it is on the agenda itself."""
    play = Play()
    before = [item.key for item in coming(play.state)]
    assert before[0] == "1.youth.youth-1"
    play.do(MoveStep(play.state.step, Step("opening")))
    assert [item.key for item in coming(play.state)] == before
    play.do(MoveStep(play.state.step, Step("interventions", 1)))
    assert coming(play.state) == ()
