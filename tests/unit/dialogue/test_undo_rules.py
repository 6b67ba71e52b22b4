"""Undo of the chair's acts (R6)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from server.dialogue.derived.clocks import elapsed_ms
from server.dialogue.derived.order import ranked, totals
from server.dialogue.model.ids import RequestId, SeatId
from server.dialogue.model.state import Links, RequestTarget, Step
from server.dialogue.rooms.answers import SetAnswers
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.clock import AdjustTime, Hold
from server.dialogue.rooms.floor import End
from server.dialogue.rooms.issues import RaiseIssue
from server.dialogue.rooms.links import Link
from server.dialogue.rooms.requests import Ask, ChangeRequest
from server.dialogue.rooms.screens import ShowMessage
from server.dialogue.rooms.session import MoveStep
from server.dialogue.rooms.speakers import SetOrder
from server.dialogue.rooms.undo import Undo
from server.wire.project import project
from tests.support.play import Play, seat, shipped_setup


@pytest.fixture
def play() -> Play:
    """In the first exchange; Brazil and Mexico wait."""
    play = Play()
    play.to_exchange()
    play.ask("BR"), play.ask("MX")
    return play


def call(request: str) -> Call:
    """Call a request."""
    return Call(RequestTarget(RequestId(request)))


def undo(play: Play) -> None:
    """Press Ctrl+Z: undo the act that the console offers."""
    play.do(Undo(project(*play.known).view("console")["undo"]["seq"]))


def offered(play: Play) -> str | None:
    """The kind of act that the console offers to undo."""
    act = project(*play.known).view("console").get("undo")
    return None if act is None else act["kind"]


def test_undoing_an_end_resumes_the_speech(play: Play) -> None:
    """R6: the gap between end and undo counts as held."""
    play.do(call("r1")), play.primary()
    play.wait(50_000)
    play.do(End(play.floor.id))
    play.wait(7_000)
    undo(play)
    play.wait(10_000)
    assert play.floor.status == "speaking"
    assert elapsed_ms(play.floor, play.now_ms) == 60_000


def test_undoing_the_end_of_a_held_speech_leaves_it_held(play: Play) -> None:
    """R6, R23."""
    play.do(call("r1")), play.primary()
    play.wait(50_000)
    play.do(Hold(play.floor.id, "technical"))
    play.wait(5_000)
    play.do(End(play.floor.id))
    play.wait(7_000)
    undo(play)
    assert (play.floor.status, elapsed_ms(play.floor, play.now_ms)) == ("held", 50_000)


def test_the_wrong_speaker_started_is_undone_by_one_key(play: Play) -> None:
    """Moment 8: the false start is void, its time given back, the place in the list restored, in one act."""
    play.do(call("r2")), play.primary()
    play.wait(20_000)
    undo(play)
    assert play.state.floor is None
    assert [row.request.seat for row in ranked(play.state)] == ["BR", "MX"]
    assert "MX" not in totals(play.state)
    assert offered(play) == "step_moved"  # the call went with the start


def test_undo_walks_back_act_by_act(play: Play) -> None:
    """R6: once a later act is undone, the one before it can be."""
    play.do(call("r1")), play.primary()
    play.wait(50_000)
    play.do(End(play.floor.id))
    play.do(call("r2"))
    assert offered(play) == "called"
    undo(play)
    assert offered(play) == "ended"
    undo(play)
    assert play.floor.seat == "BR"


def test_end_and_call_is_undone_as_one(play: Play) -> None:
    """R6: F4 was one act, so one undo takes it back: the next is in the list, the speech goes on."""
    play.do(call("r1")), play.primary()
    play.do(End(play.floor.id, RequestTarget(RequestId("r2"))))
    undo(play)
    assert (play.floor.seat, play.floor.status) == ("BR", "speaking")
    assert [row.request.seat for row in ranked(play.state)] == ["MX"]


def test_a_false_start_after_end_and_call_can_be_walked_back(play: Play) -> None:
    """R6: the start is voided, then the end before it can still be undone."""
    play.do(call("r1")), play.primary()
    play.wait(30_000)
    play.do(End(play.floor.id, RequestTarget(RequestId("r2"))))
    play.primary()
    undo(play)
    assert play.state.floor is None
    undo(play)
    assert (play.floor.seat, elapsed_ms(play.floor, play.now_ms)) == ("BR", 30_000)


def test_an_act_on_which_another_depends_is_overtaken(play: Play) -> None:
    """R6: Brazil's end can't be undone while Mexico is called."""
    play.do(call("r1")), play.primary()
    play.do(End(play.floor.id))
    ended = play.state.seq
    play.do(call("r2"))
    assert play.refused(Undo(ended)) == "overtaken"
    assert play.refused(Undo(999)) == "overtaken"


def test_a_seats_own_act_can_overtake_the_chairs(play: Play) -> None:
    """R6: a request added on behalf and changed by its seat meanwhile stays."""
    play.do(Ask(SeatId("CL")))
    added = play.state.seq
    play.do(ChangeRequest(RequestId("r3"), 1, Links(), "es", "sobre i1"), seat("CL"))
    assert play.refused(Undo(added)) == "overtaken"


def test_ten_acts_can_be_undone_not_eleven(play: Play) -> None:
    """R6: the last ten (C)."""
    for n in range(11):
        play.do(ShowMessage(f"aviso {n}"))
        play.do(SetOrder("balanced" if n % 2 == 0 else "arrival"))
    for _ in range(10):
        undo(play)
    assert offered(play) is None


def test_nothing_is_undone_past_the_close(play: Play) -> None:
    """R6: never past closed."""
    play.do(MoveStep(play.state.step, Step("closing")))
    play.do(MoveStep(play.state.step, Step("closed")))
    assert play.refused(Undo(play.state.seq)) == "not_now"


def test_undoing_a_move_of_step_gives_back_what_it_dropped() -> None:
    """R6, R1: slots that lapsed are back in the line-up; a first step undone stops the session clock."""
    play = Play()
    play.to_interventions()
    play.do(MoveStep(play.state.step, Step("exchange", 1)))
    undo(play)
    assert play.state.step == Step("interventions", 1)
    assert not any(slot.lapsed for slot in play.state.slots.values())
    undo(play)
    assert (play.state.step, play.state.lineup) == (Step("opening"), ())
    undo(play)
    assert (play.state.step, play.state.opened_at_ms) == (Step("scheduled"), None)


def test_a_move_of_step_is_overtaken_by_a_call_in_the_new_step(play: Play) -> None:
    """R6."""
    moved = play.state.acts[-1].seq
    play.do(call("r1"))
    assert play.refused(Undo(moved)) == "overtaken"


def test_a_correction_of_time_is_undone_though_the_speech_was_held(play: Play) -> None:
    """R6: what was added is taken back, the hold stays."""
    play.do(call("r1")), play.primary()
    play.do(AdjustTime(play.floor.id, 30_000))
    added = play.state.seq
    play.do(Hold(play.floor.id, "technical"))
    play.do(Undo(added))
    assert (play.floor.allotted_ms, play.floor.status) == (120_000, "held")


def test_undoing_a_hold_counts_it_as_spoken(play: Play) -> None:
    """R6: as if it had never been held."""
    play.do(call("r1")), play.primary()
    play.wait(20_000)
    play.do(Hold(play.floor.id, "technical"))
    play.wait(5_000)
    undo(play)
    assert elapsed_ms(play.floor, play.now_ms) == 25_000


def test_rulings_on_content_are_undone(play: Play) -> None:
    """R6: issues raised, links and answers' mode go back to what they were."""
    play.do(call("r1")), play.primary()
    play.do(RaiseIssue(SeatId("BR"), play.setup.themes[0].id, play.floor.id))
    play.do(Link(play.floor.id, Links(replies_to=("i1",))))
    play.do(SetAnswers("at_once"))
    for _ in range(3):
        undo(play)
    assert play.floor.links == Links()
    assert play.state.answers == "batch"
    assert project(*play.known).view("public")["issues"] == {}


def test_where_nothing_may_be_undone_nothing_is_kept_for_it() -> None:
    """R6: a depth of 0 means that no act can be taken back, not that every one can."""
    setup = shipped_setup()
    play = Play(replace(setup, rules=replace(setup.rules, undo_depth=0)))
    play.to_exchange()
    assert play.state.acts == ()
    assert "undo" not in project(*play.known).view("console")
