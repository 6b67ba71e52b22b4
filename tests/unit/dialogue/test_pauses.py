"""What pauses do to starts and to the forecast; the clock of a point of order; interpretation (R21, R24, R30, R33)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from server.dialogue.derived.forecast import forecast
from server.dialogue.model.ids import PointId, RequestId, SeatId
from server.dialogue.model.register import Prepared
from server.dialogue.model.state import RequestTarget, Statement, Step
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.clock import Hold, StartEarlier
from server.dialogue.rooms.floor import End, FinishInterpretation, Start, Void
from server.dialogue.rooms.points import RaisePoint, RulePoint
from server.dialogue.rooms.requests import Withdraw
from server.dialogue.rooms.session import MoveStep, Suspend
from server.dialogue.rooms.undo import Undo
from server.wire.project import project
from tests.support.play import Play, seat, shipped, with_people

BR = SeatId("BR")


def called(play: Play, name: str) -> Statement:
    """A seat is called."""
    play.do(Call(RequestTarget(RequestId(play.ask(name)))))
    return play.floor


def suspended(play: Play, ms: int) -> None:
    """A break of so long."""
    play.do(Suspend("break"))
    play.wait(ms)
    play.primary()


@pytest.fixture
def play() -> Play:
    """In the exchange; Brazil was heard a minute ago."""
    play = Play()
    play.to_exchange()
    called(play, "BR")
    play.primary()
    play.wait(60_000)
    play.primary()
    play.wait(60_000)
    return play


def test_a_start_is_not_dated_into_a_suspension(play: Play) -> None:
    """R24, R3: nobody spoke in it; after it, and in a pause that came later, the start is free to move."""
    called(play, "MX")
    suspended(play, 300_000)
    play.wait(10_000)
    play.primary()
    assert play.refused(StartEarlier(play.floor.id, 10_001)) == "time_out_of_range"
    play.do(StartEarlier(play.floor.id, 4_000))
    play.wait(5_000)
    suspended(play, 60_000)
    play.primary()
    play.do(StartEarlier(play.floor.id, 6_000))
    assert play.refused(StartEarlier(play.floor.id, 1)) == "time_out_of_range"


def test_a_start_is_not_dated_into_a_point_of_order(play: Play) -> None:
    """R24, R30."""
    called(play, "MX")
    play.do(RaisePoint(BR)), play.primary()
    play.wait(20_000)
    play.primary()
    play.wait(3_000)
    play.primary()
    assert play.refused(StartEarlier(play.floor.id, 3_001)) == "time_out_of_range"
    play.do(StartEarlier(play.floor.id, 3_000))


def test_a_start_may_be_dated_into_a_false_one(play: Play) -> None:
    """R24: the wrong one was started while the right one spoke; only what was heard is a limit."""
    request = play.ask("MX")
    called(play, "CL"), play.primary()
    play.wait(20_000)
    play.do(Void(play.floor.id))
    play.do(Call(RequestTarget(RequestId(request)))), play.primary()
    play.do(StartEarlier(play.floor.id, 20_000))


def test_a_suspension_that_is_taken_back_was_none(play: Play) -> None:
    """R6: lifting it undone, it goes on; it counts once when it is over."""
    suspended(play, 30_000)
    play.do(Undo(play.state.seq))
    assert not play.state.suspensions
    play.wait(30_000)
    play.primary()
    assert [pause.until_ms - pause.since_ms for pause in play.state.suspensions] == [60_000]


def test_pauses_are_no_part_of_the_hand_over(play: Play) -> None:
    """R33: between two speakers passed a minute before, and 12 s besides a suspension and a point of order."""
    suspended(play, 600_000)
    play.do(RaisePoint(BR)), play.primary()
    play.wait(45_000)
    play.primary()
    play.wait(12_000)
    called(play, "MX")
    play.primary()
    play.wait(60_000)
    play.primary()
    assert forecast(play.state).hand_over_ms == 72_000


def test_a_recognised_point_has_a_clock(play: Play) -> None:
    """R30: a minute (C) from its recognition, for all to see; until the ruling, and as if never where undone."""
    play.do(RaisePoint(BR))
    play.wait(5_000)
    play.primary()
    clock = {"length_ms": 60_000, "held_for_ms": 0, "started_at_ms": play.now_ms}
    for audience in ("public", "screens", "podium", "console", "seat:MX"):
        assert project(*play.known).view(audience)["point"]["clock"] == clock
    play.do(Undo(play.state.seq))
    point = play.state.points[PointId("p1")]
    assert (point.status, point.recognised_at_ms, point.length_ms) == ("raised", None, 0)
    play.primary()
    play.wait(30_000)
    play.primary()
    ruled = play.state.points[PointId("p1")].ruled_at_ms
    play.wait(1_000)
    play.do(RulePoint(PointId("p1"), "upheld"))
    assert play.state.points[PointId("p1")].ruled_at_ms == ruled == play.now_ms - 1_000


def interpreted_setup() -> Prepared:
    """Brazil is interpreted consecutively, three times the length; points take half a minute."""
    setup, people = with_people(shipped(), {BR: {"consecutive": True}})
    rules = replace(setup.rules, consecutive_factor=3.0)
    lengths = replace(setup.lengths, point_of_order_ms=30_000)
    return Prepared(replace(setup, rules=rules, lengths=lengths), people)


@pytest.fixture
def interpreted() -> Play:
    """Brazil, interpreted consecutively, has ended; its interpreter has not."""
    play = Play(*interpreted_setup())
    play.to_exchange()
    called(play, "BR")
    play.primary()
    play.wait(60_000)
    assert play.floor.allotted_ms == 360_000
    play.ask("MX")
    assert play.primary() == "end"
    return play


def test_nobody_starts_before_the_interpreter_has_finished(interpreted: Play) -> None:
    """R24, moment 17: the next may be called, not started; the button says what is waited for."""
    play = interpreted
    play.do(Call(RequestTarget(RequestId("r2"))))
    assert play.refused(Start(play.floor.id)) == "not_now"
    play.wait(15_000)
    assert [play.primary() for _ in range(2)] == ["interpreted", "start"]
    play.wait(4_000)
    assert play.refused(StartEarlier(play.floor.id, 1)) == "time_out_of_range"
    assert play.refused(FinishInterpretation(play.floor.id)) == "overtaken"


def test_the_floor_is_not_free_while_it_is_interpreted(interpreted: Play) -> None:
    """R1: the step waits; the time is nobody's, and no hand-over either."""
    play = interpreted
    play.do(Withdraw(RequestId("r2")))
    assert play.refused(MoveStep(play.state.step, Step("closing"))) == "floor_taken"
    play.wait(15_000)
    assert play.primary() == "interpreted"
    play.wait(5_000)
    called(play, "MX")
    play.primary()
    play.wait(60_000)
    play.primary()
    assert forecast(play.state).hand_over_ms == 5_000
    assert project(*play.known).view("public")["statements"]["s1"]["used_ms"] == 60_000


def test_interpretation_is_undone_like_any_act(interpreted: Play) -> None:
    """R6: first its end, then the end of the speech, which goes on as it was."""
    play = interpreted
    ended = play.state
    play.primary()
    play.do(Undo(play.state.seq))
    assert (play.state.interpreting, play.state.statements) == (ended.interpreting, ended.statements)
    assert project(*play.known).view("console")["undo"] == {"seq": ended.seq, "kind": "ended", "about": "BR"}
    play.do(Undo(ended.seq))
    assert (play.state.interpreting, play.floor.status) == (None, "speaking")


def test_who_was_heard_out_is_not_waited_for() -> None:
    """R24, R23: the chair held the clock for the interpreter and ended then; another hold says nothing of it."""
    play = Play(*interpreted_setup())
    play.to_exchange()
    for reason, waits in (("interpretation", False), ("technical", True)):
        called(play, "BR")
        play.primary()
        play.wait(60_000)
        play.do(Hold(play.floor.id, reason))  # type: ignore[arg-type]
        play.do(End(play.floor.id))
        assert (play.state.interpreting is not None) is waits


def test_a_point_is_given_the_time_of_its_seat() -> None:
    """R21, R30."""
    play = Play(*interpreted_setup())
    play.to_exchange()
    play.do(RaisePoint(BR), seat(BR)), play.primary()
    assert project(*play.known).view("public")["point"]["clock"]["length_ms"] == 90_000
