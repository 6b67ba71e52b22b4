"""Acts that depend on each other: the older one waits until the newer is undone (R6)."""

from __future__ import annotations

from server.dialogue.model.ids import IssueId, RequestId, SeatId, SlotId
from server.dialogue.model.state import SlotTarget
from server.dialogue.rooms.answers import SetAnswers
from server.dialogue.rooms.calls import Call, MarkNotHere
from server.dialogue.rooms.floor import Start
from server.dialogue.rooms.issues import MergeIssue, RaiseIssue
from server.dialogue.rooms.lineup import DeferSlot, OrderSlot
from server.dialogue.rooms.points import RaisePoint, RecognisePoint, RulePoint
from server.dialogue.rooms.requests import MoveRequest, Withdraw
from server.dialogue.rooms.screens import SetScene, ShowMessage
from server.dialogue.rooms.seats import AddGuest
from server.dialogue.rooms.session import AnnounceResumption, ResumeSession, Suspend
from server.dialogue.rooms.undo import Undo, undoable
from tests.support.back import HALL, R1, R2, R3, call, can_undo, undo
from tests.support.play import Play, seat


def test_an_older_move_of_a_row_waits_for_the_newer_to_be_undone(play: Play) -> None:
    """R6, R16: rows stand by each other, so moves of different rows depend on each other."""
    play.do(MoveRequest(R3, R1))
    first = play.state.seq
    play.do(MoveRequest(R2, R3))
    assert not can_undo(play, first)
    undo(play)
    assert can_undo(play, first)
    play.do(Undo(first))
    assert play.state.pins == ()


def test_who_was_not_here_comes_back_once_the_rows_are_as_they_were(play: Play) -> None:
    """R6, R20: three places down is a move as well, and one that came later depends on it."""
    call(play, R1, start=False)
    play.do(MarkNotHere(play.floor.id))
    marked = play.state.seq
    play.do(MoveRequest(R3, R2))
    assert not can_undo(play, marked)
    undo(play)
    assert can_undo(play, marked)


def test_the_order_of_the_groups_waits_for_what_moved_them_since() -> None:
    """R6, R9, R11: who was put off went behind the others as they stood."""
    play = Play()
    play.to_interventions()
    first, second, *_, last = play.state.lineup
    play.do(OrderSlot(last, first))
    ordered = play.state.seq
    play.do(DeferSlot(second))
    assert not can_undo(play, ordered)
    undo(play)
    play.do(Undo(ordered))
    assert play.state.lineup[-1] == last


def test_a_guest_is_taken_back_once_the_rows_are_as_they_were(play: Play) -> None:
    """R6, R32: a guest stands on top of the rows, so a row that was moved since depends on it."""
    play.do(AddGuest("Ana", "Mediadora", "es", 90_000))
    added = play.state.seq
    play.do(MoveRequest(R2, R1))
    assert not can_undo(play, added)
    undo(play)
    play.do(Undo(added))
    assert (play.state.guests, play.state.pins) == ((), ())


def test_an_issue_merged_elsewhere_by_mistake_is_back_where_it_was() -> None:
    """R26, R6: replies to it count for the one it was merged into first."""
    play = Play()
    play.to_interventions()
    play.do(Call(SlotTarget(SlotId("1.youth"), SeatId("youth-1"))))
    play.do(Start(play.floor.id))
    for _ in range(3):
        play.do(RaiseIssue(SeatId("youth-1"), play.setup.themes[0].id, play.floor.id))
    play.do(MergeIssue(IssueId("i3"), IssueId("i1")))
    play.do(MergeIssue(IssueId("i3"), IssueId("i2")))
    undo(play)
    assert play.state.issues[IssueId("i3")].merged_into == "i1"
    undone = next(act.seq for act in undoable(play.state) if act.kind == "issue_merged")
    play.do(Undo(undone))
    assert play.state.issues[IssueId("i3")].merged_into is None


def test_a_frozen_screen_that_was_let_go_by_mistake_shows_the_same_picture() -> None:
    """R6: what it was frozen in, not what is now."""
    play = Play()
    play.to_interventions()
    play.do(SetScene(HALL, "list"))
    play.do(SetScene(HALL, "freeze"))
    frozen_at = play.state.frozen_at[HALL]
    play.do(ShowMessage("Pausa"))
    play.do(SetScene(HALL, "speaker"))
    assert play.state.frozen_at == {}
    undo(play)
    assert (play.state.frozen_at, play.state.scenes[HALL]) == ({HALL: frozen_at}, "freeze")


def test_a_picture_that_no_screen_can_show_again_is_let_go() -> None:
    """R6: the state a screen was frozen in is kept until the act is too far back to be undone."""
    play = Play()
    play.to_interventions()
    assert play.pictures == {}
    play.do(SetScene(HALL, "list")), play.do(SetScene(HALL, "freeze"))
    assert len(play.pictures) == 1
    play.do(SetScene(HALL, "speaker"))
    for number in range(12):
        play.do(ShowMessage(f"{number}"))
    assert play.pictures == {}


def test_what_stops_all_clocks_waits_for_what_came_after(play: Play) -> None:
    """R3, R30, R6: a suspension depends on the floor as it was, and so does a point of order; a message on neither."""
    play.do(Suspend("break"))
    suspended = play.state.seq
    play.do(ShowMessage("Pausa"))
    assert can_undo(play, suspended)
    play.do(ResumeSession(play.state.suspension.since_ms if play.state.suspension else 0))
    resumed = play.state.seq
    assert (can_undo(play, suspended), can_undo(play, resumed)) == (False, True)
    call(play, R1)
    assert not can_undo(play, resumed)
    play.do(RaisePoint(SeatId("CL")), seat("CL"))
    play.do(RecognisePoint(next(iter(play.state.points))))
    recognised = play.state.seq
    assert can_undo(play, recognised)
    play.do(RulePoint(next(iter(play.state.points)), "noted"))
    assert not can_undo(play, recognised)


def test_an_act_remembers_a_state_without_acts(play: Play) -> None:
    """R6: or each would hold all states before it, and a long session never end to grow."""
    play.do(ShowMessage("Uno")), play.do(ShowMessage("Dos"))
    assert [act.before.acts for act in play.state.acts] == [()] * len(play.state.acts)
    assert len(play.state.acts) > 1


def test_how_answers_are_taken_is_undone_newest_first(play: Play) -> None:
    """R29, R6: an older choice waits for the newer."""
    play.do(SetAnswers("at_once"))
    chosen = play.state.seq
    play.do(SetAnswers("at_end"))
    assert not can_undo(play, chosen)
    undo(play)
    play.do(Undo(chosen))
    assert play.state.answers == "batch"


def test_messages_and_announced_times_are_taken_back_newest_first(play: Play) -> None:
    """R3, R6: or a line, or a time, that the hall no longer reads would come back over a newer one."""
    play.do(ShowMessage("Uno"))
    older = [play.state.seq]
    play.do(ShowMessage("Dos"))
    play.do(Suspend("break"))
    suspended = play.state.suspension
    assert suspended is not None
    play.do(AnnounceResumption(suspended.since_ms, play.now_ms + 60_000))
    older.append(play.state.seq)
    play.do(AnnounceResumption(suspended.since_ms, play.now_ms + 120_000))
    assert [can_undo(play, seq) for seq in older] == [False, False]
    undo(play)
    assert [can_undo(play, seq) for seq in older] == [False, True]


def test_a_moved_row_stays_where_it_is_when_another_is_forgotten(play: Play) -> None:
    """R6, R16: what leaves the state takes its own place along, and no other."""
    play.do(MoveRequest(R3, R1))
    moved = play.state.pins
    play.ask("AR")
    play.do(Withdraw(RequestId("r4")), seat("AR"))
    assert (len(moved), "r4" in play.state.requests) == (1, False)
    assert play.state.pins == moved
