"""Acts that cross: undone after something else happened, on things that changed meanwhile (R3, R5, R6, R12, R30)."""

from __future__ import annotations

import pytest

from server.dialogue.model.ids import IssueId, PartyId, PointId, RequestId, SeatId, SlotId
from server.dialogue.model.state import AnswerTarget, Links, RequestTarget, Step
from server.dialogue.rooms.calls import Call, WithdrawCall
from server.dialogue.rooms.chair import TakeChair
from server.dialogue.rooms.clock import AdjustTime
from server.dialogue.rooms.floor import Cede, End, Sign, Start, Void
from server.dialogue.rooms.issues import MergeIssue, RaiseIssue, WithdrawIssue
from server.dialogue.rooms.lineup import ArrangeSlot, DeferSlot, OrderSlot
from server.dialogue.rooms.links import Link
from server.dialogue.rooms.points import RaisePoint, RecognisePoint, WithdrawPoint
from server.dialogue.rooms.requests import ChangeRequest, Withdraw
from server.dialogue.rooms.seats import AddGuest, Return, SetAway
from server.dialogue.rooms.session import Extend, MoveStep, Reopen, Suspend
from server.dialogue.rooms.speakers import CloseList, Tighten
from server.dialogue.rooms.undo import Undo
from server.wire.project import project
from tests.support.play import DEPUTY, Play, seat

I1, I2, I3 = IssueId("i1"), IssueId("i2"), IssueId("i3")


@pytest.fixture
def play() -> Play:
    """In the exchange; youth's first representative raised i1, i2 and i3; Brazil and Mexico wait."""
    play = Play()
    play.to_interventions()
    play.primary(), play.primary()
    for _ in range(3):
        play.do(RaiseIssue(SeatId("youth-1"), play.setup.themes[0].id, play.floor.id))
    play.wait(60_000)
    play.primary()
    play.do(MoveStep(play.state.step, Step("exchange", 1)))
    play.ask("BR"), play.ask("MX")
    return play


def began(play: Play, request: str) -> None:
    """Call a request and start it."""
    play.do(Call(RequestTarget(RequestId(request)))), play.primary()


def ended(play: Play) -> int:
    """End what runs; returns the act."""
    play.do(End(play.floor.id))
    return play.state.seq


def test_no_undo_lets_a_clock_run_in_a_suspension(play: Play) -> None:
    """R3, R6: an end before a suspension, and the end of a suspension before a start, are overtaken."""
    began(play, "r1")
    end = ended(play)
    play.do(Suspend("break"))
    assert play.refused(Undo(end)) == "overtaken"
    play.primary()
    resumed = play.state.seq
    began(play, "r2")
    assert play.refused(Undo(resumed)) == "overtaken"


def test_no_undo_lets_a_clock_run_while_a_point_is_decided(play: Play) -> None:
    """R30, R6."""
    began(play, "r1")
    end = ended(play)
    play.do(RaisePoint(SeatId("CL")), seat("CL"))
    play.do(RecognisePoint(PointId("p1")))
    assert play.refused(Undo(end)) == "overtaken"
    play.do(Undo(play.state.seq))
    play.do(Undo(end))
    assert play.floor.status == "speaking"


def test_what_was_arranged_in_a_round_goes_before_the_round_does() -> None:
    """R6: a round is not undone under a slot that was arranged in it."""
    play = Play()
    play.to_interventions()
    began_round = play.state.seq
    play.do(ArrangeSlot(SlotId("1.youth"), (SeatId("youth-2"),)))
    assert play.refused(Undo(began_round)) == "overtaken"
    play.do(Undo(play.state.seq))
    play.do(Undo(began_round))
    assert play.state.step == Step("opening")


@pytest.mark.parametrize("stop", ["suspension", "point"])
def test_undoing_a_stop_keeps_what_was_set_in_it(play: Play, stop: str) -> None:
    """R6: links, time given and what the phone said meanwhile stay."""
    began(play, "r1")
    play.do(RaisePoint(SeatId("CL")), seat("CL"))
    play.do(Suspend("break") if stop == "suspension" else RecognisePoint(PointId("p1")))
    stopped = play.state.seq
    play.do(Link(play.floor.id, Links(replies_to=("i1",))))
    play.do(AdjustTime(play.floor.id, 30_000))
    play.do(Sign(play.floor.id, "finished"), seat("BR"))
    play.do(Undo(stopped))
    told = (play.floor.status, play.floor.links.replies_to, play.floor.allotted_ms, play.floor.signal)
    assert told == ("speaking", ("i1",), 150_000, "finished")


def test_a_correction_of_time_stays_undone(play: Play) -> None:
    """R6: time taken back after the end is not given again when the end is undone."""
    began(play, "r1")
    play.do(AdjustTime(play.floor.id, 30_000))
    added = play.state.seq
    end = ended(play)
    play.do(Undo(added)), play.do(Undo(end))
    assert play.floor.allotted_ms == 120_000


def test_undoing_a_step_keeps_an_extension(play: Play) -> None:
    """R2, R6: what was extended in the closing still counts when the exchange goes on."""
    play.do(MoveStep(play.state.step, Step("closing")))
    moved = play.state.seq
    play.do(Extend(play.state.planned_end_ms, 900_000))
    play.do(Undo(moved))
    assert play.state.planned_end_ms == play.setup.planned_end_ms + 900_000


def test_undoing_the_opening_waits_for_an_extension() -> None:
    """R2, R6: on another day the opening set the end that was extended."""
    play = Play()
    play.wait(3 * 86_400_000)
    play.primary()
    opened = play.state.seq
    play.do(Extend(play.state.planned_end_ms, 900_000))
    assert play.refused(Undo(opened)) == "overtaken"


def test_nothing_from_before_the_close_is_undone_after_it(play: Play) -> None:
    """R6, R39: never past the close, though it was taken back."""
    play.do(CloseList())
    for step in (Step("closing"), Step("closed")):
        play.do(MoveStep(play.state.step, step))
    assert "undo" not in project(*play.known).view("console")
    play.primary()
    assert play.state.step == Step("closing")
    assert "undo" not in project(*play.known).view("console")
    play.do(AddGuest("Invitada", "", "es", 60_000))
    play.do(Undo(play.state.seq))


@pytest.mark.parametrize("how", ["withdrawn", "written"])
def test_a_request_does_not_come_back_beside_a_newer_one(play: Play, how: str) -> None:
    """R12, R6: one open request per seat and lane, also when the chair's withdrawal is undone."""
    request = RequestId("r1")
    play.do(Withdraw(request) if how == "withdrawn" else Tighten(written=(request,)))
    taken = play.state.seq
    play.ask("BR")
    assert play.refused(Undo(taken)) == "overtaken"


@pytest.mark.parametrize("how", ["undo", "withdraw", "void", "undo start"])
def test_who_was_called_though_away_is_away_again(play: Play, how: str) -> None:
    """R7, R6: a call that did not count brings nobody back."""
    play.do(SetAway(SeatId("MX")))
    left = play.state.seq
    play.do(Call(RequestTarget(RequestId("r2"))))
    assert not play.state.away
    assert play.refused(Undo(left)) == "overtaken"
    if how in ("void", "undo start"):
        play.do(Start(play.floor.id))
    if how == "void":
        play.do(Void(play.floor.id))
    elif how == "withdraw":
        play.do(WithdrawCall(play.floor.id))
    else:
        play.do(Undo(play.state.seq))
    assert list(play.state.away) == ["MX"]
    if how in ("void", "withdraw"):
        play.do(Undo(play.state.seq))
        assert not play.state.away


def test_issues_are_not_chained_by_undo(play: Play) -> None:
    """R26, R6: a merge is not restored into an issue that was merged itself meanwhile; no reply gets lost."""
    play.do(MergeIssue(I2, I1))
    play.do(MergeIssue(I2, None))
    split = play.state.seq
    play.do(MergeIssue(I1, I3))
    assert play.refused(Undo(split)) == "overtaken"


def test_a_point_taken_back_by_mistake_is_back(play: Play) -> None:
    """R6, R30: the chair's own withdrawal of a point is undone; another one that is being decided stays so."""
    for name in ("CL", "MX"):
        play.do(RaisePoint(SeatId(name)), seat(name))
    play.do(WithdrawPoint(PointId("p1")))
    withdrawn = play.state.seq
    play.do(RecognisePoint(PointId("p2")))
    play.do(Undo(withdrawn))
    assert (play.state.points[PointId("p1")].status, play.state.point) == ("raised", "p2")


def test_a_guest_whose_issue_stands_stays(play: Play) -> None:
    """R32, R6: a false start is undone, but who is named in the record is not removed from it."""
    play.do(AddGuest("Invitada", "", "es", 60_000))
    added = play.state.seq
    play.primary(), play.primary()
    started = play.state.seq
    play.do(RaiseIssue(SeatId("guest-1"), play.setup.themes[0].id, play.floor.id))
    play.do(Undo(started))
    assert play.refused(Undo(added)) == "overtaken"


def test_a_slot_is_not_deferred_while_its_seat_speaks() -> None:
    """R11, R5: nor is another put before it."""
    play = Play()
    play.to_interventions()
    play.primary(), play.primary()
    assert play.refused(DeferSlot(SlotId("1.youth"))) == "overtaken"
    assert play.refused(OrderSlot(SlotId("1.workers"), SlotId("1.youth"))) == "overtaken"


def test_no_step_moves_in_a_suspension(play: Play) -> None:
    """R1, R3: the session is resumed first, so that none closes suspended."""
    play.do(Suspend("break"))
    assert play.refused(MoveStep(play.state.step, Step("closing"))) == "not_now"


def test_the_rest_is_ceded_to_who_is_there() -> None:
    """R22, R7: not to a colleague who left the hall."""
    play = Play()
    play.to_interventions()
    play.primary(), play.primary()
    play.do(SetAway(SeatId("youth-2")), seat("youth-2"))
    assert "colleague" not in project(*play.known).view("seat:youth-1")["me"]
    assert play.refused(Cede(play.floor.id), seat("youth-1")) == "overtaken"


def test_a_deputy_takes_over_after_the_close(play: Play) -> None:
    """R4, R39: or nobody could reopen or correct once the chair's laptop is gone."""
    for step in (Step("closing"), Step("closed")):
        play.do(MoveStep(play.state.step, step))
    play.silent_ms = {"console:chair": 60_000}
    play.do(TakeChair(), DEPUTY)
    play.do(Reopen(play.state.closed_at_ms or 0), DEPUTY)


def test_a_withdrawn_issue_leaves_requests_alone(play: Play) -> None:
    """R12, R26: what a request was linked to before may stay when its text changes; nothing new leads there."""
    links = Links(replies_to=("i1", "i2"))
    play.do(ChangeRequest(RequestId("r1"), 1, links, "pt"), seat("BR"))
    play.do(WithdrawIssue(I1)), play.do(MergeIssue(I2, I3))
    play.do(ChangeRequest(RequestId("r1"), 2, links, "pt", "acesso"), seat("BR"))
    assert play.refused(ChangeRequest(RequestId("r2"), 1, links, "es"), seat("MX")) == "bad_links"
    shown = project(*play.known).view("public")["next"][0]["relations"]
    assert [relation["issue"] for relation in shown] == ["i3"]


def test_an_answer_keeps_its_question_when_links_are_corrected(play: Play) -> None:
    """R27: the question no longer asks, the answer was given all the same; it can still be linked to an issue."""
    play.do(ChangeRequest(RequestId("r1"), 1, Links(asks=(PartyId("youth"),)), "pt"), seat("BR"))
    question = play.speak(RequestTarget(RequestId("r1")))
    due = next(iter(project(*play.known).view("console")["dues"]))
    answer = play.speak(AnswerTarget(due, SeatId("youth-1")))
    play.do(Link(question.id, Links()))
    play.do(Link(answer.id, Links(replies_to=("i1",), answers=(due,))))


def test_a_guest_is_first_in_the_console_too() -> None:
    """R32: on top before the line-up, in the order that the console lists and the forecast reckons with."""
    play = Play()
    play.to_interventions()
    play.do(AddGuest("Invitada", "", "es", 60_000))
    view = project(*play.known).view("console")
    assert view["order"][0] == "r1"
    assert view["agenda"]["r1"]["eta_limits_ms"] == view["forecast"]["hand_over_ms"]


def test_there_is_no_view_of_a_seat_that_is_not() -> None:
    """A guest's seat that was a mistake is no audience any more."""
    with pytest.raises(KeyError):
        project(*Play().known).view("seat:guest-1")


def test_a_point_raised_before_the_opening_was_undone_waits() -> None:
    """R6, R30: the context button opens the session again first."""
    play = Play()
    play.primary()
    play.do(RaisePoint(SeatId("CL")), seat("CL"))
    play.do(Undo(play.state.seq - 1))
    assert (play.primary(), play.primary()) == ("open", "recognise")


def test_who_has_the_floor_is_not_away(play: Play) -> None:
    """R7, R20: neither by an act of its own nor by an undo; the chair marks it "not here", or ends."""
    play.do(SetAway(SeatId("BR")))
    play.do(Return(SeatId("BR")))
    back = play.state.seq
    began(play, "r1")
    assert play.refused(SetAway(SeatId("BR")), seat("BR")) == "not_now"
    assert play.refused(Undo(back)) == "overtaken"
    end = ended(play)
    play.do(SetAway(SeatId("BR")), seat("BR"))
    play.do(Undo(end))
    assert not play.state.away
