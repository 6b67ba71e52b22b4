"""The session: steps, planned end, suspension, who presides (R1-R5)."""

from __future__ import annotations

import pytest

from server.dialogue.derived.clocks import elapsed_ms
from server.dialogue.model.ids import Actor, RequestId, SeatId
from server.dialogue.model.state import RequestTarget, SlotTarget, Step
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.chair import AnswerTakeOver, TakeChair
from server.dialogue.rooms.clock import Resume
from server.dialogue.rooms.issues import RaiseIssue
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.seats import AddGuest
from server.dialogue.rooms.session import Extend, MoveStep, ResumeSession, Suspend
from server.dialogue.rooms.speakers import CloseList
from server.wire.project import project
from tests.support.play import CHAIR, DEPUTY, OBSERVER, Play, seat

DAY_MS = 86_400_000


@pytest.fixture
def play() -> Play:
    """The shipped dialogue at its planned start."""
    return Play()


def test_steps_follow_one_another(play: Play) -> None:
    """R1: from scheduled over opening, rounds and closing to closed, each step by the chair."""
    seen = [play.state.step]
    for step in (
        Step("opening"),
        Step("interventions", 1),
        Step("exchange", 1),
        Step("interventions", 2),
        Step("exchange", 2),
        Step("closing"),
        Step("closed"),
    ):
        play.do(MoveStep(seen[-1], step))
        seen.append(play.state.step)
    assert seen[-1] == Step("closed")


@pytest.mark.parametrize(
    "to", [Step("exchange", 1), Step("interventions", 2), Step("closing"), Step("closed")]
)
def test_no_step_is_skipped(play: Play, to: Step) -> None:
    """R1: from the opening only the first round follows."""
    play.do(MoveStep(Step(), Step("opening")))
    assert play.refused(MoveStep(Step("opening"), to)) == "not_now"


def test_a_step_moves_only_with_the_floor_free(play: Play) -> None:
    """R1: while somebody is called or speaks, no step moves."""
    play.to_interventions()
    play.primary()
    assert play.refused(MoveStep(play.state.step, Step("exchange", 1))) == "floor_taken"


def test_what_a_move_drops_is_listed_first(play: Play) -> None:
    """R1: before the exchange, the slots not heard are named; after the move, just these have lapsed."""
    play.to_interventions()
    play.speak(SlotTarget(play.state.lineup[0], SeatId("youth-1")))
    play.speak(SlotTarget(play.state.lineup[0], SeatId("youth-2")))
    listed = project(*play.known).view("console")["moves"][0]["slots"]
    play.do(MoveStep(play.state.step, Step("exchange", 1)))
    lapsed = [s for s, slot in play.state.slots.items() if slot.lapsed]
    assert list(listed) == lapsed == list(play.state.lineup[1:])


def test_the_close_lapses_what_is_open(play: Play) -> None:
    """R39 as far as the close goes: open requests and issues without reply are listed, then the requests lapse."""
    play.to_interventions()
    play.primary(), play.primary()
    theme = play.setup.themes[0].id
    play.do(RaiseIssue(play.floor.seat, theme, play.floor.id))
    play.primary()
    play.do(MoveStep(play.state.step, Step("exchange", 1)))
    request = play.ask("BR")
    play.do(MoveStep(play.state.step, Step("closing")))
    move = project(*play.known).view("console")["moves"][0]
    assert (list(move["requests"]), list(move["issues"])) == ([request], ["i1"])
    play.do(MoveStep(play.state.step, Step("closed")))
    assert play.state.requests[request].status == "lapsed"


def test_a_late_opening_on_the_day_keeps_the_planned_end(play: Play) -> None:
    """R2: opened at 10:52, the dialogue still ends at 13:00."""
    play.wait(22 * 60_000)
    play.do(MoveStep(Step(), Step("opening")))
    assert play.state.planned_end_ms == play.setup.planned_end_ms


def test_on_another_day_the_window_counts_from_the_opening(play: Play) -> None:
    """R2: on any other day the 150 minutes run from the opening act."""
    play.wait(3 * DAY_MS)
    play.do(MoveStep(Step(), Step("opening")))
    assert play.state.planned_end_ms == play.now_ms + 150 * 60_000


def test_an_extension_names_the_end_it_saw(play: Play) -> None:
    """R2, R5: two consoles extending at once extend once; the second act is overtaken."""
    play.to_interventions()
    seen = play.state.planned_end_ms
    play.do(Extend(seen, 900_000))
    assert play.state.planned_end_ms == seen + 900_000
    assert play.refused(Extend(seen, 900_000)) == "overtaken"
    assert play.refused(Extend(play.state.planned_end_ms, 0)) == "time_out_of_range"


def test_a_suspension_holds_the_speech(play: Play) -> None:
    """R3: the running speech is held, requests stay open, and nothing is called until the session resumes."""
    play.to_exchange()
    play.speak(RequestTarget(play.ask("BR")))  # type: ignore[arg-type]
    play.ask("MX")
    play.primary(), play.primary()
    play.wait(30_000)
    play.do(Suspend("technical", play.now_ms + 600_000))
    play.wait(600_000)
    assert elapsed_ms(play.floor, play.now_ms) == 30_000
    assert play.refused(Resume(play.floor.id)) == "not_now"
    assert play.ask("CL") in play.state.requests
    assert play.primary() == "resume_session"
    assert play.primary() == "resume"
    play.wait(10_000)
    assert elapsed_ms(play.floor, play.now_ms) == 40_000


def test_suspending_twice_or_into_the_past_is_refused(play: Play) -> None:
    """R3, R5."""
    play.to_exchange()
    assert play.refused(Suspend("break", play.now_ms)) == "time_out_of_range"
    play.do(Suspend("break"))
    assert play.refused(Suspend("break")) == "overtaken"
    assert play.refused(ResumeSession(1)) == "overtaken"


def test_only_the_active_console_acts(play: Play) -> None:
    """R4: another console watches."""
    assert play.refused(MoveStep(Step(), Step("opening")), DEPUTY) == "not_active_console"


def test_a_silent_console_is_taken_over_at_once(play: Play) -> None:
    """R4: after ten seconds of silence the deputy takes the chair with one act."""
    play.silent_ms = {"console:chair": 9_999}
    play.do(TakeChair(), DEPUTY)
    assert play.state.console == "console:chair"
    play.silent_ms = {"console:chair": 10_000}
    play.do(TakeChair(), DEPUTY)
    assert play.state.console == "console:deputy"
    assert play.refused(CloseList(), CHAIR) == "not_active_console"


def test_a_take_over_is_visible_for_ten_seconds(play: Play) -> None:
    """R4: without consent it takes a visible ten seconds, and the active console may refuse."""
    play.do(TakeChair(), DEPUTY)
    play.wait(9_999)
    assert play.refused(TakeChair(), DEPUTY) == "take_over_waits"
    play.do(AnswerTakeOver("console:deputy", consent=False))
    play.do(TakeChair(), DEPUTY)
    play.wait(10_000)
    play.do(TakeChair(), DEPUTY)
    assert play.state.console == "console:deputy"


def test_consent_hands_the_chair_over_at_once(play: Play) -> None:
    """R4."""
    play.do(TakeChair(), DEPUTY)
    play.do(AnswerTakeOver("console:deputy", consent=True))
    assert play.state.console == "console:deputy"


@pytest.mark.parametrize("actor", [OBSERVER, seat("BR"), Actor("screen", "lobby")])
def test_only_the_chair_moves_the_dialogue(play: Play, actor: Actor) -> None:
    """R1, R14, R22: observers, screens and seats move no step and call nobody."""
    assert play.refused(MoveStep(Step(), Step("opening")), actor) == "not_allowed"
    play.to_exchange()
    assert play.refused(Call(RequestTarget(play.ask("MX"))), actor) == "not_allowed"  # type: ignore[arg-type]


@pytest.mark.parametrize("actor", [OBSERVER, Actor("screen", "lobby")])
def test_observers_have_no_request_of_any_kind(play: Play, actor: Actor) -> None:
    """R14, moment 13: a hand-made message of an observer is refused."""
    play.to_exchange()
    assert play.refused(Ask(SeatId("BR")), actor) == "not_allowed"


def test_in_the_closing_nobody_is_next_but_may_be_called(play: Play) -> None:
    """R1, R39: the chair chose to leave the rest of the list; it stands there, and one of it may be heard after all."""
    play.to_exchange()
    request = play.ask("BR")
    play.do(MoveStep(play.state.step, Step("closing")))
    views = project(*play.known)
    assert views.view("public")["next"] == ()
    assert views.view("seat:BR")["me"]["is_next"] is False
    assert list(views.view("seat:BR")["me"]["requests"]) == [request]
    assert views.view("console")["primary"]["act"] == "close"
    play.speak(RequestTarget(RequestId(request)))
    assert play.primary() == "close"


def test_a_guest_is_next_in_the_closing_too(play: Play) -> None:
    """R32: who was let in by the chair is heard."""
    play.to_exchange()
    play.ask("BR")
    play.do(MoveStep(play.state.step, Step("closing")))
    play.do(AddGuest("Guest", "Guest of honour", "es", 120_000))
    assert project(*play.known).view("console")["primary"]["act"] == "call"
