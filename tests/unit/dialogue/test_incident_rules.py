"""What interrupts: points of order, guests, substitutes, people who leave (R7, R17, R22, R30, R32)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from server.dialogue.derived.agenda import callable_now, next_up
from server.dialogue.derived.clocks import elapsed_ms
from server.dialogue.derived.order import ranked, totals
from server.dialogue.model.ids import PartyId, PointId, RequestId, SeatId
from server.dialogue.model.state import RemarksTarget, RequestTarget
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.chair import AnswerTakeOver, TakeChair
from server.dialogue.rooms.clock import Hold, Resume
from server.dialogue.rooms.floor import Cede, End, Start
from server.dialogue.rooms.points import RaisePoint, RecognisePoint, RulePoint, WithdrawPoint
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.seats import AddGuest, Return, SetAway, Substitute
from server.dialogue.rooms.session import Suspend
from server.dialogue.rooms.undo import Undo
from server.wire.project import project
from tests.support.play import CHAIR, DEPUTY, Play, seat

P1 = PointId("p1")


@pytest.fixture
def play() -> Play:
    """In the first exchange; Brazil speaks since 20 s, Mexico and Chile wait."""
    play = Play()
    play.to_exchange()
    for name in ("BR", "MX", "CL"):
        play.ask(name)
    play.wait(10_000)
    play.primary(), play.primary()
    play.wait(20_000)
    return play


def list_now(play: Play) -> list[str]:
    """The seats of the list."""
    return [row.request.seat for row in ranked(play.state)]


def raise_point(play: Play, name: str = "CL") -> None:
    """A State raises a point of order from its phone."""
    play.do(RaisePoint(SeatId(name)), seat(name))


def test_a_point_freezes_the_clock_back_to_when_it_was_raised(play: Play) -> None:
    """R30, moment 5: the same speaker resumes with the time that was left; the list is untouched."""
    raise_point(play)
    play.wait(8_000)
    before = list_now(play)
    assert play.primary() == "recognise"
    play.wait(60_000)
    assert (play.floor.status, elapsed_ms(play.floor, play.now_ms)) == ("held", 20_000)
    play.do(RulePoint(P1, "upheld"))
    assert play.primary() == "resume"
    play.wait(5_000)
    assert (play.floor.seat, elapsed_ms(play.floor, play.now_ms)) == ("BR", 25_000)
    assert list_now(play) == before


def test_every_ruling_can_be_corrected(play: Play) -> None:
    """R30, R6: from each of the three into each other one; the same once more is no correction."""
    raise_point(play)
    play.primary()
    for ruling in ("upheld", "dismissed", "noted", "dismissed", "upheld", "noted", "upheld"):
        play.do(RulePoint(P1, ruling))
        assert (play.state.points[P1].status, play.refused(RulePoint(P1, ruling))) == (ruling, "overtaken")


def test_a_point_raised_long_ago_freezes_from_now(play: Play) -> None:
    """R30: more than 30 s ago is too long to give back."""
    raise_point(play)
    play.wait(30_001)
    play.do(RecognisePoint(P1))
    assert elapsed_ms(play.floor, play.now_ms) == 50_001


def test_a_point_never_freezes_before_the_speech_or_its_last_hold(play: Play) -> None:
    """R30: time that was held already is not given back twice."""
    raise_point(play)
    play.do(Hold(play.floor.id, "technical"))
    play.wait(10_000)
    play.do(Resume(play.floor.id))
    play.wait(3_000)
    play.do(RecognisePoint(P1))
    assert elapsed_ms(play.floor, play.now_ms) == 20_000
    assert play.floor.held_ms == 10_000


def test_a_point_is_private_until_recognised(play: Play) -> None:
    """R30: only the console and the seat itself know of it."""
    raise_point(play)
    for audience in ("public", "screens", "seat:MX"):
        assert "p1" not in str(project(*play.known).view(audience)), audience
    assert project(*play.known).view("console")["points"]["p1"]["status"] == "raised"
    assert project(*play.known).view("seat:CL")["me"]["point"] == "p1"
    play.do(RecognisePoint(P1))
    shown = project(*play.known).view("public")["point"]
    assert shown == {"seat": "CL", "party": "CL", "clock": shown["clock"]}


def test_nothing_runs_while_a_point_is_decided(play: Play) -> None:
    """R30: ruled on at once; nobody is called, started or resumed before, and no second point is taken."""
    raise_point(play)
    raise_point(play, "MX")
    play.do(RecognisePoint(P1))
    assert play.refused(Resume(play.floor.id)) == "not_now"
    assert play.refused(RecognisePoint(PointId("p2"))) == "floor_taken"
    assert play.refused(Suspend("break")) == "not_now"
    assert play.primary() == "rule"
    assert play.primary() == "recognise"


def test_who_may_raise_a_point(play: Play) -> None:
    """R30: States, one at a time each; groups only if configured; the chair may note one on behalf."""
    assert play.refused(RaisePoint(SeatId("youth-1")), seat("youth-1")) == "not_allowed"
    assert play.refused(RaisePoint(SeatId("MX")), seat("CL")) == "not_yours"
    raise_point(play)
    assert play.refused(RaisePoint(SeatId("CL")), seat("CL")) == "already_asked"
    play.do(RaisePoint(SeatId("MX")))
    setup = replace(play.setup, rules=replace(play.setup.rules, groups_raise_points=True))
    other = Play(setup=setup)
    other.to_exchange()
    other.do(RaisePoint(SeatId("youth-1")), seat("youth-1"))


def test_a_point_is_withdrawn_until_recognised(play: Play) -> None:
    """R30."""
    raise_point(play)
    assert play.refused(WithdrawPoint(P1), seat("MX")) == "not_yours"
    play.do(WithdrawPoint(P1), seat("CL"))
    assert play.refused(RecognisePoint(P1)) == "overtaken"
    assert play.refused(RecognisePoint(PointId("p9"))) == "unknown"


def test_a_ruling_is_corrected_not_undone(play: Play) -> None:
    """R6, R30: the console does not offer to undo it; a second ruling replaces the first, an appeal is noted."""
    raise_point(play)
    play.do(RecognisePoint(P1)), play.do(RulePoint(P1, "upheld"))
    ruled = play.state.seq
    assert play.refused(Undo(ruled)) == "overtaken"
    assert play.refused(RulePoint(P1, "upheld")) == "overtaken"
    play.do(RulePoint(P1, "dismissed", appealed=True))
    assert (play.state.points[P1].status, play.state.points[P1].appealed) == ("dismissed", True)


def test_undoing_a_recognition_lets_the_clock_have_run(play: Play) -> None:
    """R6: as if it had not been recognised; the point waits again."""
    raise_point(play)
    play.do(RecognisePoint(P1))
    play.wait(5_000)
    play.do(Undo(play.state.seq))
    assert (play.floor.status, elapsed_ms(play.floor, play.now_ms)) == ("speaking", 25_000)
    assert play.state.points[P1].status == "raised"


def test_who_leaves_keeps_the_place(play: Play) -> None:
    """R7, moment 1: away is an act; the request keeps its place and is passed over; back by one act."""
    play.do(SetAway(SeatId("MX")), seat("MX"))
    assert list_now(play) == ["MX", "CL"]
    play.primary()
    assert next_up(play.state).seat == "CL"  # type: ignore[union-attr]
    play.do(Return(SeatId("MX")), seat("MX"))
    assert next_up(play.state).seat == "MX"  # type: ignore[union-attr]
    assert play.refused(SetAway(SeatId("MX")), seat("CL")) == "not_yours"


def test_a_substitute_takes_over_in_one_act(play: Play) -> None:
    """R7, moment 1: the request keeps its place, somebody sits there again; the minister comes back by one act."""
    play.do(SetAway(SeatId("MX")))
    play.do(Substitute(SeatId("MX"), substitute=True))
    assert (list_now(play), play.state.away) == (["MX", "CL"], ())
    assert project(*play.known).view("public")["seats"]["MX"]["substitute"] is True
    assert play.refused(Substitute(SeatId("MX"), substitute=True)) == "overtaken"
    play.do(Substitute(SeatId("MX"), substitute=False))
    assert play.state.substitutes == ()


def test_a_guest_comes_on_top(play: Play) -> None:
    """R32, moment 12: with a chosen time; the forecast grows by it, nobody's request is lost."""
    before = project(*play.known).view("console")["forecast"]["tail_limits_ms"]
    play.do(AddGuest("Secretaría General", "Organismo invitado", "es", 240_000))
    assert list_now(play) == ["guest-1", "MX", "CL"]
    told = project(*play.known).view("console")["forecast"]
    assert told["tail_limits_ms"] - before == 240_000 + told["hand_over_ms"]
    play.primary(), play.primary()
    assert (play.floor.seat, play.floor.allotted_ms) == ("guest-1", 240_000)


def test_a_guest_may_speak_in_any_step() -> None:
    """R32: also before the first intervention."""
    play = Play()
    play.to_interventions()
    play.do(AddGuest("Invitada", "", "es", 60_000))
    assert [item.seat for item in callable_now(play.state)][:2] == ["guest-1", "youth-1"]
    play.primary()
    assert play.floor.seat == "guest-1"


@pytest.mark.parametrize(
    ("name", "ms", "code"),
    [(" ", 60_000, "no_text"), ("X", 0, "time_out_of_range"), ("X", 10**8, "time_out_of_range")],
)
def test_a_guest_has_a_name_and_a_time(play: Play, name: str, ms: int, code: str) -> None:
    """R32."""
    assert play.refused(AddGuest(name, "", "es", ms)) == code


def test_speaking_for_a_bloc(play: Play) -> None:
    """R17: a minute more; the turn counts for the speaker only; the others are offered to withdraw, never removed."""
    play.do(Ask(SeatId("JM"), on_behalf=(PartyId("MX"), PartyId("BB"))), seat("JM"))
    request = list(play.state.requests)[-1]
    mine = project(*play.known).view("seat:MX")["me"]["requests"]
    assert [m["offer"] for m in mine.values()] == ["JM"]
    play.primary()
    play.do(Call(RequestTarget(request)))
    assert play.floor.allotted_ms == 180_000
    play.primary()
    play.wait(60_000)
    play.primary()
    assert {p for p, t in totals(play.state).items() if t.turns} == {"BR", "JM"}
    assert "MX" in list_now(play)


@pytest.mark.parametrize(
    ("who", "others", "code"),
    [
        ("JM", ("JM",), "bad_links"),
        ("JM", ("youth",), "bad_links"),
        ("JM", ("MX", "MX"), "bad_links"),
        ("JM", ("nobody",), "unknown"),
    ],
)
def test_a_bloc_is_of_other_states(play: Play, who: str, others: tuple[PartyId, ...], code: str) -> None:
    """R17."""
    assert play.refused(Ask(SeatId(who), on_behalf=others), seat(who)) == code


def test_the_rest_is_ceded_to_the_colleague() -> None:
    """R22, moment 11: one act, inside the slot; the group's total is what it was, and visible."""
    play = Play()
    play.to_interventions()
    play.primary(), play.primary()
    play.wait(100_000)
    assert project(*play.known).view("seat:youth-1")["me"]["colleague"] == "youth-2"
    assert play.refused(Cede(play.floor.id), seat("youth-2")) == "not_yours"
    play.do(Cede(play.floor.id), seat("youth-1"))
    assert (play.floor.seat, play.floor.status, play.floor.allotted_ms) == ("youth-2", "called", 260_000)
    assert project(*play.known).view("console")["slots"]["1.youth"]["used_ms"] == 100_000
    play.primary()
    assert play.refused(Cede(play.floor.id), seat("youth-2")) == "overtaken"


def test_only_a_slot_is_ceded(play: Play) -> None:
    """R22: a State's reply is nobody else's."""
    assert play.refused(Cede(play.floor.id), CHAIR) == "not_now"


def test_the_chair_speaks_for_colombia_under_the_deputy() -> None:
    """R8, moment 19: the deputy presides meanwhile; Colombia's time is Colombia's, the chair's the chair's."""
    play = Play()
    play.to_exchange()
    play.ask("CO")
    play.do(TakeChair(), DEPUTY)
    play.do(AnswerTakeOver("console:deputy", consent=True))
    assert project(*play.known).view("public")["session"]["presiding"] == "deputy"
    play.do(Call(RequestTarget(RequestId("r1"))), DEPUTY)
    play.do(Start(play.floor.id), DEPUTY)
    play.wait(50_000)
    play.do(End(play.floor.id), DEPUTY)
    play.do(TakeChair(), CHAIR)
    play.do(AnswerTakeOver("console:chair", consent=True), DEPUTY)
    play.speak(RemarksTarget(SeatId("chair")), 30_000)
    assert {p: t.used_ms for p, t in totals(play.state).items()} == {"CO": 50_000, "chair": 30_000}
