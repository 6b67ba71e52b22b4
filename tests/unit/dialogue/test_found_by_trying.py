"""Small inputs that once had a wrong answer, each with the right one (R6, R10, R12, R26, R28, R32, R33, R35, R39)."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from server.dialogue.derived.clocks import elapsed_ms
from server.dialogue.derived.forecast import forecast
from server.dialogue.derived.issues import facts, unanswered
from server.dialogue.derived.order import ranked
from server.dialogue.model.ids import (
    ActionId,
    IssueId,
    PartyId,
    PointId,
    RequestId,
    SeatId,
    SlotId,
    StatementId,
)
from server.dialogue.model.state import RequestTarget, SlotTarget, Step
from server.dialogue.registry import AnyCommand
from server.dialogue.rooms.actions import AnswerAction, ProposeAction
from server.dialogue.rooms.calls import Call, WithdrawCall
from server.dialogue.rooms.clock import Hold, Resume, StartEarlier
from server.dialogue.rooms.floor import Cede, End, Void
from server.dialogue.rooms.issues import MarkIssue, MergeIssue, RaiseIssue, WithdrawIssue
from server.dialogue.rooms.points import RaisePoint, WithdrawPoint
from server.dialogue.rooms.requests import Ask, RequestAdded, Withdraw
from server.dialogue.rooms.screens import ShowMessage
from server.dialogue.rooms.seats import AddGuest, SetAway, Substitute
from server.dialogue.rooms.session import MoveStep
from server.dialogue.rooms.speakers import Tighten
from server.dialogue.rooms.undo import Undo
from server.wire.project import project
from tests.support.play import Play, seat, shipped_setup

I1, I2 = IssueId("i1"), IssueId("i2")


@pytest.fixture
def play() -> Play:
    """In the first exchange; Brazil and Mexico wait."""
    play = Play()
    play.to_exchange()
    play.ask("BR"), play.ask("MX")
    return play


def speaking(play: Play, request: str = "r1") -> None:
    """Call a request and start."""
    play.do(Call(RequestTarget(RequestId(request)))), play.primary()


def undo(play: Play) -> None:
    """Undo the act that the console offers."""
    play.do(Undo(project(*play.known).view("console")["undo"]["seq"]))


@pytest.mark.parametrize("started", [False, True], ids=["called", "speaking"])
def test_a_slots_budget_is_counted_once_while_its_first_seat_has_the_floor(*, started: bool) -> None:
    """R10, R33: what the running speech may take is reckoned with it; the colleague has what it leaves."""
    play = Play()
    play.to_interventions()
    play.do(Call(SlotTarget(SlotId("1.youth"), SeatId("youth-1"))))
    if started:
        play.primary()
        play.wait(20_000)
    rows = project(*play.known).view("console")["agenda"]
    assert play.floor.allotted_ms == 360_000
    assert rows["1.youth.youth-2"]["length_ms"] == 0
    gap = forecast(play.state).hand_over_ms
    assert rows["1.civil_society.civil_society-1"]["eta_limits_ms"] == gap + gap
    assert project(*play.known).view("seat:civil_society-1")["me"]["slot"]["eta_limits_ms"] == gap + gap


def test_the_gap_after_a_false_end_is_never_spoken_time(play: Play) -> None:
    """R6, R24: the end is undone after 90 s, then the earlier start: only what was spoken counts."""
    play.wait(20_000)
    speaking(play)
    play.wait(20_000)
    play.do(StartEarlier(play.floor.id, 15_000))
    play.do(End(play.floor.id))
    play.wait(90_000)
    undo(play)
    assert elapsed_ms(play.floor, play.now_ms) == 35_000
    undo(play)
    assert elapsed_ms(play.floor, play.now_ms) == 20_000


def test_nor_is_it_when_the_speech_was_held(play: Play) -> None:
    """R6, R23: held, ended by mistake, the end undone, then the hold: the hold's own time is spoken, the gap is not."""
    speaking(play)
    play.wait(20_000)
    play.do(Hold(play.floor.id, "technical"))
    play.wait(5_000)
    play.do(End(play.floor.id))
    play.wait(90_000)
    undo(play)
    assert (play.floor.status, elapsed_ms(play.floor, play.now_ms)) == ("held", 20_000)
    undo(play)
    assert (play.floor.status, elapsed_ms(play.floor, play.now_ms)) == ("speaking", 25_000)


def test_nor_when_the_hold_was_over(play: Play) -> None:
    """R6, R23: resumed, ended by mistake, both undone: it is held again, as from the beginning of the hold."""
    speaking(play)
    play.wait(20_000)
    play.do(Hold(play.floor.id, "technical"))
    play.wait(5_000)
    play.do(Resume(play.floor.id))
    play.do(End(play.floor.id))
    play.wait(90_000)
    undo(play)
    undo(play)
    assert (play.floor.status, elapsed_ms(play.floor, play.now_ms)) == ("held", 20_000)


def test_a_seat_never_has_two_open_requests(play: Play) -> None:
    """R12, R24: end, ask again, undo the end, void: one request is left, in the place of the first."""
    speaking(play)
    play.wait(20_000)
    play.do(End(play.floor.id))
    ended = play.state.seq
    play.do(Ask(SeatId("BR")), seat("BR"))
    play.do(Undo(ended))
    play.do(Void(play.floor.id))
    assert [row.request.id for row in ranked(play.state)] == ["r1", "r2"]  # r2 is Mexico's


def test_asking_again_does_not_take_the_chairs_undo_away(play: Play) -> None:
    """R6: the end was a mistake, whatever the speaker's phone did since; undone once more, the speech can end again."""
    speaking(play)
    play.do(End(play.floor.id))
    play.do(Ask(SeatId("BR")), seat("BR"))
    assert project(*play.known).view("console")["undo"]["kind"] == "ended"
    undo(play)
    play.do(End(play.floor.id))
    assert play.do(Ask(SeatId("BR")), seat("BR"))


def test_a_guest_is_not_put_off(play: Play) -> None:
    """R32, R35: neither by the preview nor by hand."""
    play.do(AddGuest("Invitada", "Organismo", "es", 60_000))
    assert play.refused(Tighten(written=(RequestId("r1"), RequestId("r3")))) == "bad_links"


def raised(play: Play) -> None:
    """Brazil speaks and raises i1 and i2."""
    speaking(play)
    for title in ("Conectividad", "Caminos"):
        play.do(RaiseIssue(SeatId("BR"), play.setup.themes[0].id, play.floor.id, title))


def test_a_promise_stands_when_its_issue_becomes_part_of_another(play: Play) -> None:
    """R26, R28: it counts for the whole, and can be taken back there."""
    raised(play)
    play.do(MarkIssue(I2, PartyId("MX"), "written"))
    play.do(MergeIssue(I2, I1))
    shown = project(*play.known).view("public")["issues"][I1]
    assert (shown["facts"], shown["open"]) == ({"MX": "written"}, False)
    assert shown["record"] == ({"say": "written", "parties": ("MX",)},)
    assert I1 not in unanswered(play.state)
    assert play.refused(MarkIssue(I1, PartyId("MX"), "written")) == "overtaken"
    play.do(MarkIssue(I1, PartyId("MX"), None))
    assert facts(play.state) == {I1: {}}
    undo(play)
    play.do(MergeIssue(I2, None))
    assert facts(play.state) == {I1: {}, I2: {"MX": "written"}}


def test_a_part_that_was_withdrawn_is_no_part_any_more(play: Play) -> None:
    """R26: what would stand on its own again is shown, and a withdrawn issue would not."""
    raised(play)
    play.do(MergeIssue(I2, I1))
    assert [*project(*play.known).view("public")["issues"][I1]["merged"]] == [I2]
    play.do(WithdrawIssue(I2))
    assert project(*play.known).view("public")["issues"][I1]["merged"] == {}


def test_what_the_issue_itself_was_told_comes_first(play: Play) -> None:
    """R26, R28: of two facts of one State, that of the issue which stands."""
    raised(play)
    play.do(ProposeAction("Fondo común", (PartyId("MX"),), issue=I1))
    play.do(AnswerAction(ActionId("a1"), 1, PartyId("MX"), "acknowledged"))
    play.do(MarkIssue(I2, PartyId("MX"), "written"))
    play.do(MergeIssue(I2, I1))
    assert facts(play.state) == {I1: {"MX": "acknowledged"}}


def test_an_issue_that_nobody_raises_any_more_is_not_on_the_closing_sheet(play: Play) -> None:
    """R24, R39: its statement was voided."""
    raised(play)
    play.do(Void(play.floor.id))
    play.do(MoveStep(play.state.step, Step("closing")))
    assert project(*play.known).view("podium")["closing"]["issues"] == ()


def test_guests_are_heard_as_they_were_announced(play: Play) -> None:
    """R32: on top of the list, the first one first, and no hall has too many."""
    for n in range(25):
        play.do(AddGuest(f"Invitada {n}", "Organismo", "es", 60_000))
    assert [row.request.seat for row in ranked(play.state)] == [
        *(f"guest-{n}" for n in range(1, 26)),
        "BR",
        "MX",
    ]


def test_a_guest_has_a_name_of_its_own() -> None:
    """R32: neither that of a configured seat nor that of a guest who was taken back."""
    setup = shipped_setup()
    first = next(one for one in setup.seats if one.id == "workers-2")
    seats = tuple(replace(one, id=SeatId("guest-1")) if one is first else one for one in setup.seats)
    play = Play(msgspec.structs.replace(setup, seats=seats))
    play.to_interventions()
    play.do(AddGuest("Invitada", "Organismo", "es", 60_000))
    play.do(Undo(play.state.seq))
    play.do(AddGuest("Invitado", "Organismo", "es", 60_000))
    assert [guest.seat.id for guest in play.state.guests] == ["guest-3"]
    assert project(*play.known).view("seat:guest-1")["me"]["seat"] == "guest-1"


# What a phone does, and the chair's undo (R6)


def slot_speaking(play: Play) -> None:
    """Youth's first representative speaks in the line-up."""
    play.do(Call(SlotTarget(SlotId("1.youth"), SeatId("youth-1"))))
    play.primary()
    play.wait(30_000)


def test_a_cede_by_phone_is_undone_by_the_chair() -> None:
    """R6, R22: it moved the floor, which is the chair's; the act before it can then be undone as well."""
    play = Play()
    play.to_interventions()
    slot_speaking(play)
    play.do(Cede(play.floor.id), seat("youth-1"))
    assert (play.floor.seat, play.floor.status) == ("youth-2", "called")
    undo(play)
    assert (play.floor.seat, play.floor.status) == ("youth-1", "speaking")
    undo(play)
    assert (play.state.floor, play.state.statements[StatementId("s1")].status) == (None, "voided")


@pytest.mark.parametrize("own", [Substitute(SeatId("MX"), substitute=True), SetAway(SeatId("MX"))])
def test_who_sits_on_a_seat_takes_no_act_of_the_chair_out_of_reach(play: Play, own: AnyCommand) -> None:
    """R6, R7: after "end and call" the phone that was called says who is there; the chair's undo stays."""
    speaking(play)
    play.do(End(play.floor.id, RequestTarget(RequestId("r2"))))
    if isinstance(own, SetAway):
        play.do(WithdrawCall(play.floor.id))
        undo(play)
    else:
        play.do(own, seat("MX"))
    assert project(*play.known).view("console")["undo"]["kind"] == "ended"
    undo(play)
    assert (play.floor.seat, play.floor.status) == ("BR", "speaking")


def test_the_chairs_own_word_on_a_seat_still_comes_after_its_call(play: Play) -> None:
    """R6, R7: away, then called: that it was away is not undone under its call."""
    play.do(SetAway(SeatId("MX")))
    away = play.state.seq
    play.do(Call(RequestTarget(RequestId("r2"))))
    assert play.refused(Undo(away)) == "overtaken"


def test_a_substitute_who_sits_there_is_not_away(play: Play) -> None:
    """R7: called while away, a substitute taps, the call is taken back: somebody is there."""
    play.do(SetAway(SeatId("MX")), seat("MX"))
    play.do(Call(RequestTarget(RequestId("r2"))))
    play.do(Substitute(SeatId("MX"), substitute=True), seat("MX"))
    play.do(WithdrawCall(play.floor.id))
    assert play.state.away == ()


def test_who_said_nothing_is_away_again(play: Play) -> None:
    """R7: the call is taken back, and nothing was heard of the seat."""
    play.do(SetAway(SeatId("MX")), seat("MX"))
    play.do(Call(RequestTarget(RequestId("r2"))))
    play.do(WithdrawCall(play.floor.id))
    assert play.state.away == ("MX",)


def test_a_statement_that_does_not_count_is_on_nobodys_behalf(play: Play) -> None:
    """R17, R24: while Chile speaks, Peru's phone says that it does so on its behalf; once that is void, it does not."""
    play.do(Ask(SeatId("CL"), on_behalf=(PartyId("PE"),)), seat("CL"))
    play.do(Ask(SeatId("PE")), seat("PE"))
    speaking(play, "r3")
    assert mine(play, "PE")["r4"]["offer"] == "CL"
    play.do(Void(play.floor.id))
    play.do(Withdraw(RequestId("r3")), seat("CL"))
    assert "offer" not in mine(play, "PE")["r4"]


def mine(play: Play, name: str) -> dict[str, Any]:
    """The requests that a seat's phone shows."""
    shown: dict[str, Any] = project(*play.known).view(f"seat:{name}")["me"]["requests"]
    return shown


# What is withdrawn leaves no trace that would make later acts slower (R13, R30)


def test_asking_and_withdrawing_all_day_leaves_nothing_behind(play: Play) -> None:
    """R13: once no act that may be undone names it, it leaves the state; its number is never given again."""
    size = len(msgspec.json.encode(project(*play.known).view("console")))
    for n in range(3, 203):
        asked = play.do(Ask(SeatId("CL")), seat("CL"))[0]
        assert isinstance(asked, RequestAdded)
        assert asked.request.id == f"r{n}"
        play.do(Withdraw(asked.request.id), seat("CL"))
        play.do(RaisePoint(SeatId("CL")), seat("CL"))
        play.do(WithdrawPoint(PointId(f"p{n - 2}")), seat("CL"))
    assert ([*play.state.requests], [*play.state.points], play.state.taken_back) == (["r1", "r2"], [], ())
    assert len(msgspec.json.encode(project(*play.known).view("console"))) < size + 10
    assert play.refused(Withdraw(RequestId("r3")), seat("CL")) == "overtaken"
    assert play.refused(Withdraw(RequestId("r999")), seat("CL")) == "unknown"
    assert play.refused(WithdrawPoint(PointId("p1")), seat("CL")) == "overtaken"
    play.assert_replayed()


def test_what_the_chair_withdrew_can_come_back_as_long_as_undo_reaches(play: Play) -> None:
    """R6, R13: the eleventh act after it, it is gone."""
    play.do(Withdraw(RequestId("r1")))
    withdrawn = play.state.seq
    for n in range(9):
        play.do(ShowMessage(f"Aviso {n}"))
    before = play.bookmark()
    play.do(Undo(withdrawn))
    assert ([row.request.id for row in ranked(play.state)], play.state.taken_back) == (["r1", "r2"], ())
    play.back_to(before)
    play.do(ShowMessage("Aviso"))
    assert [*play.state.requests] == ["r2"]
