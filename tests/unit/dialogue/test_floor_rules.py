"""The floor (R19-R25)."""

from __future__ import annotations

import pytest

from server.dialogue.derived.clocks import elapsed_ms, used_ms
from server.dialogue.derived.order import ranked, totals
from server.dialogue.model.ids import RequestId, SeatId, SlotId, StatementId
from server.dialogue.model.state import RemarksTarget, RequestTarget, SlotTarget, Step
from server.dialogue.rooms.calls import Call, MarkNotHere, WithdrawCall
from server.dialogue.rooms.clock import AdjustTime, Hold, Resume, StartEarlier
from server.dialogue.rooms.floor import End, Sign, Start, Void
from server.dialogue.rooms.issues import RaiseIssue
from server.dialogue.rooms.requests import Withdraw
from server.dialogue.rooms.seats import Return
from server.dialogue.rooms.session import MoveStep
from server.wire.project import project
from tests.support.play import Play, seat


@pytest.fixture
def play() -> Play:
    """In the first exchange; Brazil, Mexico, Chile, Peru and Argentina wait."""
    play = Play()
    play.to_exchange()
    for name in ("BR", "MX", "CL", "PE", "AR"):
        play.ask(name)
    play.wait(10_000)
    return play


def seats_in_order(play: Play) -> list[str]:
    """The list."""
    return [row.request.seat for row in ranked(play.state)]


def target(request: str) -> RequestTarget:
    """A call of a request."""
    return RequestTarget(RequestId(request))


def test_calling_starts_no_clock(play: Play) -> None:
    """R19: called is not speaking; the clock begins with the start."""
    play.do(Call(target("r1")))
    play.wait(60_000)
    assert (play.floor.status, elapsed_ms(play.floor, play.now_ms)) == ("called", 0)
    play.do(Start(play.floor.id))
    play.wait(5_000)
    assert elapsed_ms(play.floor, play.now_ms) == 5_000


def test_one_statement_at_a_time(play: Play) -> None:
    """R19."""
    play.do(Call(target("r1")))
    assert play.refused(Call(target("r2"))) == "floor_taken"


def test_an_act_names_what_it_acts_on(play: Play) -> None:
    """R5, moment 14: a second press of the same button skips nobody, it is overtaken."""
    play.do(Call(target("r1")))
    s1 = play.floor.id
    assert play.refused(End(s1)) == "overtaken"
    play.do(Start(s1))
    assert play.refused(Start(s1)) == "overtaken"
    play.do(End(s1, target("r2")))
    assert play.refused(End(s1, target("r2"))) == "overtaken"
    assert play.floor.seat == "MX"
    assert play.refused(End(StatementId("s99"))) == "unknown"


def test_end_and_call_is_one_act(play: Play) -> None:
    """F4: if the next can't be called, the speaker is not ended either."""
    play.do(Call(target("r1"))), play.primary()
    play.do(Withdraw(RequestId("r2")), seat("MX"))
    assert play.refused(End(play.floor.id, target("r2"))) == "overtaken"
    assert play.floor.status == "speaking"


def test_a_held_clock_stands(play: Play) -> None:
    """R23: what is held is not counted; the reason is known."""
    play.do(Call(target("r1"))), play.primary()
    play.wait(20_000)
    play.do(Hold(play.floor.id, "interpretation"))
    play.wait(45_000)
    assert elapsed_ms(play.floor, play.now_ms) == 20_000
    assert project(*play.known).view("public")["floor"]["hold_reason"] == "interpretation"
    assert play.refused(Hold(play.floor.id, "technical")) == "overtaken"
    play.do(Resume(play.floor.id))
    play.wait(10_000)
    play.do(End(play.floor.id))
    assert used_ms(play.state.statements[StatementId("s1")]) == 30_000


def test_a_statement_ended_while_held_keeps_its_time(play: Play) -> None:
    """R23: the hold that runs is not counted when the chair ends the statement in it."""
    play.do(Call(target("r1"))), play.primary()
    play.wait(20_000)
    play.do(Hold(play.floor.id, "medical"))
    play.wait(60_000)
    play.do(End(play.floor.id))
    assert used_ms(play.state.statements[StatementId("s1")]) == 20_000


def test_only_the_chair_ends_a_statement(play: Play) -> None:
    """R22: the speaker signals, however long over; the statement goes on until the chair ends it."""
    play.do(Call(target("r1"))), play.primary()
    play.wait(600_000)
    assert play.refused(End(play.floor.id), seat("BR")) == "not_allowed"
    play.do(Sign(play.floor.id, "finished"), seat("BR"))
    assert (play.floor.status, play.floor.signal) == ("speaking", "finished")
    assert play.refused(Sign(play.floor.id, "finished"), seat("MX")) == "not_yours"
    play.primary()
    assert totals(play.state)["BR"].used_ms == 600_000  # type: ignore[index]


def test_time_is_added_and_taken_within_limits(play: Play) -> None:
    """±0:30, never below nothing."""
    play.do(Call(target("r1")))
    play.do(AdjustTime(play.floor.id, 30_000))
    assert play.floor.allotted_ms == 150_000
    for by_ms in (0, -150_001, 3_600_000):
        assert play.refused(AdjustTime(play.floor.id, by_ms)) == "time_out_of_range"
    play.do(AdjustTime(play.floor.id, -150_000))


def test_a_start_is_back_dated_not_before_the_previous_end(play: Play) -> None:
    """R24."""
    play.speak(target("r1"))
    play.wait(40_000)
    play.do(Call(target("r2"))), play.primary()
    play.wait(5_000)
    assert play.refused(StartEarlier(play.floor.id, 40_001)) == "time_out_of_range"
    assert play.refused(StartEarlier(play.floor.id, -1)) == "time_out_of_range"
    play.do(StartEarlier(play.floor.id, 40_000))
    assert elapsed_ms(play.floor, play.now_ms) == 45_000


def test_a_voided_start_gives_everything_back(play: Play) -> None:
    """R24: not counted, the request is back in its place, its issues are visibly detached."""
    play.do(Call(target("r2"))), play.primary()
    play.do(RaiseIssue(SeatId("MX"), play.setup.themes[0].id, play.floor.id))
    play.wait(30_000)
    play.do(Void(play.floor.id))
    assert seats_in_order(play) == ["BR", "MX", "CL", "PE", "AR"]
    assert "MX" not in totals(play.state)
    assert project(*play.known).view("public")["issues"]["i1"]["detached"] is True


def test_a_voided_slot_gives_its_budget_back() -> None:
    """R24, R10."""
    play = Play()
    play.to_interventions()
    first = SlotTarget(SlotId("1.youth"), SeatId("youth-1"))
    play.do(Call(first)), play.primary()
    play.wait(100_000)
    play.do(Void(play.floor.id))
    play.do(Call(first))
    assert play.floor.allotted_ms == 360_000


def test_a_call_is_withdrawn_before_the_start_only(play: Play) -> None:
    """R19, R24: the row is back in its place; once started, it is voided instead."""
    play.do(Call(target("r3")))
    play.do(WithdrawCall(play.floor.id))
    assert seats_in_order(play) == ["BR", "MX", "CL", "PE", "AR"]
    play.do(Call(target("r3"))), play.primary()
    assert play.refused(WithdrawCall(play.floor.id)) == "overtaken"


def test_not_here_goes_three_down_then_away(play: Play) -> None:
    """R20: the next speaker is not affected; who is away keeps the place and is passed over until back."""
    play.do(Call(target("r1")))
    play.do(MarkNotHere(play.floor.id))
    assert seats_in_order(play) == ["MX", "CL", "PE", "BR", "AR"]
    play.do(Call(target("r1")))
    play.do(MarkNotHere(play.floor.id))
    assert play.state.away == ("BR",)
    assert seats_in_order(play) == ["MX", "CL", "PE", "BR", "AR"]
    for request in ("r2", "r3", "r4"):
        play.speak(target(request))
    assert play.primary() == "call"
    assert play.floor.seat == "AR"
    play.do(WithdrawCall(play.floor.id))
    play.do(Return(SeatId("BR")), seat("BR"))
    play.primary()
    assert play.floor.seat == "BR"


def test_the_chairs_remarks_are_timed_if_she_starts_them(play: Play) -> None:
    """R25, R8: remarks are the chair's, never Colombia's."""
    play.speak(RemarksTarget(SeatId("chair")), 40_000)
    assert {p: t.used_ms for p, t in totals(play.state).items()} == {"chair": 40_000}
    assert play.refused(Call(RemarksTarget(SeatId("CO")))) == "not_allowed"


def test_calls_wait_for_their_step() -> None:
    """R1: slots are called in interventions, requests in the exchange."""
    play = Play()
    request = play.ask("BR")
    play.to_interventions()
    assert play.refused(Call(target(request))) == "not_now"
    play.primary()
    play.do(WithdrawCall(play.floor.id))
    slot = play.state.lineup[0]
    play.do(MoveStep(play.state.step, Step("exchange", 1)))
    assert play.refused(Call(SlotTarget(slot, SeatId("youth-1")))) == "not_now"
