"""Answers shared by two seats, and readiness that goes away (R22, R29)."""

from __future__ import annotations

import pytest

from server.dialogue.derived.agenda import agenda, next_up
from server.dialogue.derived.dues import dues
from server.dialogue.derived.forecast import forecast
from server.dialogue.model.ids import DueId, PartyId, RequestId, SeatId
from server.dialogue.model.state import AnswerTarget, Links, RequestTarget, Statement
from server.dialogue.rooms.answers import SetAnswers
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.floor import Cede
from server.dialogue.rooms.requests import Ask, Withdraw
from server.dialogue.rooms.seats import Return, SetAway
from server.dialogue.rooms.undo import Undo
from server.wire.project import project
from tests.support.play import Play, seat, shipped, with_people

FIRST, SECOND = SeatId("youth-1"), SeatId("youth-2")


@pytest.fixture
def play() -> Play:
    """In the exchange; Canada has asked youth."""
    return asked(Play())


def asked(play: Play) -> Play:
    """Canada asks youth."""
    play.to_exchange()
    play.speak(RequestTarget(RequestId(play.ask("CA", Links(asks=(PartyId("youth"),))))))
    return play


def due(play: Play) -> DueId:
    """The answer that youth owes."""
    return next(iter(dues(play.state)))


def answering(play: Play, ms: int) -> Statement:
    """Youth's first seat has answered for so long."""
    play.do(Call(AnswerTarget(due(play), FIRST))), play.primary()
    play.wait(ms)
    return play.floor


def ready(play: Play, name: SeatId) -> RequestId:
    """A seat says that it is ready to answer."""
    play.do(Ask(name, "answer", Links(answers=(due(play),))), seat(name))
    return list(play.state.requests)[-1]


def test_both_seats_take_an_answer(play: Play) -> None:
    """R29, R22: the rest goes to the colleague by one act; the total is 1:30, and the answer is given once."""
    first = answering(play, 50_000)
    assert project(*play.known).view("seat:youth-1")["me"]["colleague"] == SECOND
    assert play.refused(Cede(first.id), seat(SECOND)) == "not_yours"
    play.do(Cede(first.id), seat(FIRST))
    assert (play.floor.seat, play.floor.allotted_ms, play.floor.links) == (SECOND, 40_000, first.links)
    assert (play.floor.shares, play.floor.lane) == (first.id, "answer")
    assert agenda(play.state) == ()
    play.primary()
    play.wait(40_000)
    play.primary()
    assert [d.status for d in dues(play.state).values()] == ["answered"]
    assert project(*play.known).view("console")["totals"]["youth"] == {"used_ms": 90_000, "turns": 2}
    assert play.refused(Call(AnswerTarget(due(play), SECOND))) == "overtaken"


def test_the_chair_cedes_for_the_seat_and_takes_it_back(play: Play) -> None:
    """R6: undone, the first goes on with what it had, and the gap counts as held."""
    first = answering(play, 50_000)
    play.do(Cede(first.id))
    play.wait(9_000)
    play.do(Undo(play.state.seq))
    assert (play.floor.id, play.floor.status, play.floor.held_ms) == (first.id, "speaking", 9_000)
    assert [d.status for d in dues(play.state).values()] == ["due"]
    play.do(Cede(first.id))
    assert play.floor.allotted_ms == 40_000


def test_an_answer_is_ceded_once_and_within_the_hall(play: Play) -> None:
    """R29: who had a part gets no second one, and who left the hall gets none; a State's time is its own."""
    first = answering(play, 10_000)
    play.do(Cede(first.id)), play.primary()
    assert play.refused(Cede(play.floor.id)) == "overtaken"
    assert "colleague" not in project(*play.known).view("seat:youth-2")["me"]
    play.do(Undo(play.state.seq)), play.do(Undo(play.state.acts[-1].seq))
    play.do(SetAway(SECOND))
    assert play.refused(Cede(first.id)) == "overtaken"
    play.primary()
    play.do(Call(RequestTarget(RequestId(play.ask("MX"))))), play.primary()
    assert play.refused(Cede(play.floor.id)) == "not_now"


def test_either_seats_factor_costs_the_answer_nothing() -> None:
    """R21, R29: half the answer is used, so half is left, whatever the multiplier of who used it."""
    play = asked(Play(*with_people(shipped(), {FIRST: {"time_factor": 2.0}})))
    first = answering(play, 90_000)
    play.do(Cede(first.id))
    assert (first.allotted_ms, play.floor.allotted_ms) == (180_000, 45_000)


def test_shared_time_counts_once_in_the_pace(play: Play) -> None:
    """R33: the parts of an answer, and those of a slot, are one turn."""
    first = answering(play, 30_000)
    play.do(Cede(first.id))
    play.primary()
    play.wait(15_000)
    play.primary()
    told = forecast(play.state)
    assert (told.samples, told.pace) == (2, 0.5)


def test_who_was_ready_and_leaves_makes_way_for_the_colleague(play: Play) -> None:
    """R29, R7: away, the row passes to the group; back, it is the seat's again; withdrawn, it is the group's."""
    request = ready(play, FIRST)
    assert [item.key for item in agenda(play.state)] == [request]
    play.do(SetAway(FIRST), seat(FIRST))
    upcoming = next_up(play.state)
    assert upcoming is not None
    assert (upcoming.key, upcoming.seat) == (due(play), SECOND)
    mine = project(*play.known).view("seat:youth-2")["me"]
    assert ("ready" in mine["dues"][due(play)], mine["is_next"]) == (False, True)
    assert list(project(*play.known).view("seat:youth-1")["me"]["requests"]) == [request]
    play.do(Return(FIRST), seat(FIRST))
    assert [item.key for item in agenda(play.state)] == [request]
    play.do(Withdraw(request), seat(FIRST))
    assert [item.key for item in agenda(play.state)] == [due(play)]


def test_the_second_who_is_ready_steps_in(play: Play) -> None:
    """R29: both said so; the second sees that it waits, and answers when the first leaves."""
    ready(play, FIRST)
    second = ready(play, SECOND)
    assert project(*play.known).view("seat:youth-2")["me"]["requests"][second]["rank"] == 1
    play.do(SetAway(FIRST))
    assert [(item.key, item.seat) for item in agenda(play.state)] == [(second, SECOND)]


def test_the_answers_of_who_speaks_come_next_in_their_place(play: Play) -> None:
    """R29, R33: taken at once, they stand before the list while the question is put; in a batch, after it."""
    play.do(SetAnswers("at_once"))
    play.primary(), play.primary(), play.primary()
    play.do(Call(RequestTarget(RequestId(play.ask("BR", Links(asks=(PartyId("workers"),)))))))
    play.ask("MX")
    assert [item.seat for item in agenda(play.state)] == ["MX"]
    assert forecast(play.state).etas["r3"].limits_ms == 2 * forecast(play.state).hand_over_ms + 90_000
    play.primary()
    assert [item.party for item in agenda(play.state)] == ["workers", "MX"]
    assert project(*play.known).view("console")["secondary"]["then"] == "workers-1"
    play.do(SetAnswers("at_end"))
    assert [item.party for item in agenda(play.state)] == ["MX", "workers"]


def test_the_fifth_state_of_a_batch_hands_over_to_the_answers(play: Play) -> None:
    """R29: by "end and call" as by the context button; the list does not slip in between."""
    for name in ("BR", "MX", "CL"):
        play.speak(RequestTarget(RequestId(play.ask(name))))
    play.do(Call(RequestTarget(RequestId(play.ask("PE"))))), play.primary()
    play.ask("AR")
    assert [item.party for item in agenda(play.state)] == ["youth", "AR"]
    end = project(*play.known).view("console")["secondary"]
    assert end["then"] == "youth-1"


def test_the_forecast_knows_who_needs_more_time() -> None:
    """R21, R33: an answer to come is reckoned with the factor of the seat that would take it."""
    interpreted = {f"youth-{number}": {"consecutive": True} for number in (1, 2)}
    tails = []
    for each in (shipped(), with_people(shipped(), interpreted)):
        play = Play(*each)
        play.to_exchange()
        play.ask("CA", Links(asks=(PartyId("youth"),)))
        tails.append(forecast(play.state).tail_limits_ms)
    assert tails[1] - tails[0] == 90_000
