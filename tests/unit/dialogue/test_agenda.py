"""The agenda: who is still to be heard, as what, in which language, with how much time, and until when."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace

from server.dialogue.derived.agenda import Item, agenda, callable_now, reckoned
from server.dialogue.derived.clocks import elapsed_ms, free_at_ms, hard_stop_ms, own_day, used_ms
from server.dialogue.derived.dues import still_due
from server.dialogue.derived.forecast import forecast
from server.dialogue.derived.lengths import slots_for
from server.dialogue.derived.steps import drops
from server.dialogue.model.ids import DueId, PartyId, RequestId, SeatId, SlotId
from server.dialogue.model.state import AnswerTarget, Links, RequestTarget, SlotTarget, State, Step
from server.dialogue.rooms.answers import PromiseWritten, SetAnswers
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.floor import End, Start
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.seats import AddGuest
from server.dialogue.rooms.session import MoveStep
from tests.support.play import Play, seat, shipped_setup

YOUTH, WORKERS = PartyId("youth"), PartyId("workers")
HALF_A_DAY_MS = 12 * 3_600_000


@pytest.fixture
def play() -> Play:
    """In the first exchange; nobody was heard."""
    play = Play()
    play.to_exchange()
    return play


def row(state: State, key: str) -> Item:
    """The row of that key."""
    return next(item for item in reckoned(state) if item.key == key)


def ask(play: Play, name: str, *groups: PartyId) -> RequestId:
    """A State asks for the floor, to put questions to these groups."""
    return RequestId(play.ask(name, Links(asks=groups)))


def hear(play: Play, request: RequestId) -> None:
    """It is called, and speaks for a minute."""
    play.speak(RequestTarget(request))


def assert_whole(state: State) -> None:
    """Every row is what its type says, and has a key of its own."""
    rows = reckoned(state)
    assert len({item.key for item in rows}) == len(rows)
    for item in rows:
        assert msgspec.convert(msgspec.to_builtins(item), Item) == item


def test_every_row_is_whole_in_every_step() -> None:
    """Before the opening, in the line-up, with a list, with answers due and to come, and at the end."""
    play = Play()
    assert_whole(play.state)
    play.to_interventions()
    assert_whole(play.state)
    play.do(MoveStep(play.state.step, Step("exchange", 1)))
    first = ask(play, "BR", YOUTH, WORKERS)
    ask(play, "MX", YOUTH)
    assert_whole(play.state)
    play.do(Call(RequestTarget(first)))
    assert_whole(play.state)
    play.do(Start(play.floor.id))
    assert_whole(play.state)
    play.do(End(play.floor.id))
    play.do(Ask(SeatId("youth-1"), "answer", Links(answers=(DueId("s1.youth"),))), seat("youth-1"))
    play.do(Ask(SeatId("CL"), "right_of_reply", Links(replies_to=("s1",))), seat("CL"))
    assert_whole(play.state)


def test_a_slot_half_used_leaves_the_rest_to_the_other_seat() -> None:
    """R10: of six minutes the first took one; with and without anybody's factor the second has five."""
    play = Play()
    play.to_interventions()
    slot = play.state.slots[play.state.lineup[0]]
    play.speak(SlotTarget(slot.id, slot.seats[0]), 60_000)
    item = agenda(play.state)[0]
    assert (item.key, item.seat, item.party) == (f"{slot.id}.{slot.seats[1]}", slot.seats[1], slot.party)
    assert (item.length_ms, item.plain_ms, item.reason, item.lane) == (
        300_000,
        300_000,
        "lineup",
        "intervention",
    )
    assert (item.text, item.away, item.to_come) == ("", False, False)
    language = next(s.language for s in play.setup.seats if s.id == item.seat)
    assert item.language == language


def test_a_slot_overspent_leaves_nothing() -> None:
    """R10: never less than no time, reckoned with or without a factor."""
    play = Play()
    play.to_interventions()
    slot = play.state.slots[play.state.lineup[0]]
    play.speak(SlotTarget(slot.id, slot.seats[0]), 400_000)
    item = agenda(play.state)[0]
    assert (item.length_ms, item.plain_ms) == (0, 0)


def test_an_answer_due_has_a_row_of_its_own(play: Play) -> None:
    """R29: nobody said to be ready, so the seat that has spoken least is reckoned with, for 1:30."""
    play.do(SetAnswers("at_once"))
    hear(play, ask(play, "BR", YOUTH))
    item = row(play.state, "s1.youth")
    assert item.target == AnswerTarget(DueId("s1.youth"), SeatId("youth-1"))
    assert (item.lane, item.reason, item.party, item.text) == ("answer", "answer", YOUTH, "")
    assert item.links == Links(answers=(DueId("s1.youth"),))
    assert (item.length_ms, item.plain_ms, item.to_come, item.request) == (90_000, 90_000, False, None)
    language = next(s.language for s in play.setup.seats if s.id == "youth-1")
    assert item.language == language


def test_an_answer_that_is_being_given_is_not_listed(play: Play) -> None:
    """R29: it is settled by who has the floor; nor is one that was given, or promised in writing."""
    play.do(SetAnswers("at_once"))
    hear(play, ask(play, "BR", YOUTH, WORKERS))
    due = DueId("s1.youth")
    play.do(Call(AnswerTarget(due, SeatId("youth-1"))))
    assert [item.key for item in agenda(play.state)] == ["s1.workers"]
    play.do(Start(play.floor.id)), play.do(End(play.floor.id))
    assert [item.key for item in agenda(play.state)] == ["s1.workers"]
    play.do(PromiseWritten(DueId("s1.workers")))
    assert agenda(play.state) == ()
    assert still_due(play.state) == frozenset()


def test_a_ripe_answer_is_still_due(play: Play) -> None:
    """R29: ripe says when it is taken; until then it is due, and the close lists it (R39)."""
    hear(play, ask(play, "BR", YOUTH))
    assert still_due(play.state) == {"s1.youth"}
    play.do(SetAnswers("at_once"))
    assert still_due(play.state) == {"s1.youth"}
    assert drops(play.state, Step("closed")).dues == ("s1.youth",)


def test_answers_of_every_full_batch_are_ripe(play: Play) -> None:
    """R29: those of the first five States, and those of the next five, when neither was answered."""
    for name in ("BR", "MX", "CL", "PE", "AR", "CO", "CR", "UY", "PY", "EC"):
        hear(play, ask(play, name, *((YOUTH,) if name in ("BR", "CO") else ())))
    assert [item.key for item in agenda(play.state)] == ["s1.youth", "s6.youth"]


def test_the_third_right_of_reply_is_as_short_as_the_second(play: Play) -> None:
    """R31: two minutes, then one; while one is at the floor the next that waits is the second."""
    hear(play, ask(play, "BR"))
    for name in ("MX", "MX"):
        play.do(Ask(SeatId(name), "right_of_reply", Links(replies_to=("s1",))), seat(name))
        request = list(play.state.requests)[-1]
        length_ms = row(play.state, request).length_ms
        play.do(Call(RequestTarget(RequestId(request))))
        assert play.floor.allotted_ms == length_ms
        play.do(Start(play.floor.id)), play.do(End(play.floor.id))
    lengths = [s.allotted_ms for s in play.state.statements.values() if s.lane == "right_of_reply"]
    assert lengths == [120_000, 60_000]


def test_nobody_is_called_before_the_opening_or_after_the_close(play: Play) -> None:
    """R1: in between, a guest and the line-up are; after the close nobody is expected, nor any time."""
    assert callable_now(Play().state) == ()
    ask(play, "BR")
    play.do(MoveStep(play.state.step, Step("closing")))
    assert [item.key for item in callable_now(play.state)] == ["r1"]
    assert forecast(play.state).tail_limits_ms == 20_000 + 120_000 + 480_000
    play.do(MoveStep(play.state.step, Step("closed")))
    assert (callable_now(play.state), reckoned(play.state)) == ((), ())
    assert (forecast(play.state).tail_limits_ms, forecast(play.state).tail_pace_ms) == (0, 0)


def test_the_close_says_what_it_drops(play: Play) -> None:
    """R39: requests, rights of reply, and who said to be ready to answer, each under its own name."""
    hear(play, ask(play, "BR", YOUTH))
    ready = Ask(SeatId("youth-1"), "answer", Links(answers=(DueId("s1.youth"),)))
    play.do(ready, seat("youth-1"))
    play.do(Ask(SeatId("MX"), "right_of_reply", Links(replies_to=("s1",))), seat("MX"))
    play.ask("CL")
    dropped = drops(play.state, Step("closed"))
    assert (dropped.ready, dropped.rights, dropped.requests) == (("r2",), ("r3",), ("r4",))


def test_a_guest_is_on_top_in_any_step() -> None:
    """R32: also between the groups, and may be called there, as the line-up may; the list waits."""
    play = Play()
    play.to_interventions()
    play.ask("BR")
    play.do(AddGuest("Ana", "Mediator", "es", 90_000))
    keys = [item.key for item in callable_now(play.state)]
    assert keys[:2] == ["r2", "1.youth.youth-1"]
    assert "r1" not in keys
    assert [item.key for item in agenda(play.state)][-1] == "r1"


def test_groups_keep_their_order_where_they_do_not_rotate() -> None:
    """R9 (C): each later round starts one group later, or it does not."""
    state = Play().state
    order = [slot.party for slot in slots_for(state, 1)]
    assert [slot.party for slot in slots_for(state, 2)] == [*order[1:], order[0]]
    setup = shipped_setup()
    fixed = replace(state, setup=replace(setup, rules=replace(setup.rules, rotate_groups=False)))
    assert [slot.party for slot in slots_for(fixed, 2)] == order
    assert slots_for(state, 2)[0].id == SlotId(f"2.{order[1]}")


def test_at_its_start_a_speech_has_taken_no_time(play: Play) -> None:
    """R19: nor does one that was called only, or has not ended, count as used."""
    play.do(Call(RequestTarget(ask(play, "BR"))))
    assert (elapsed_ms(play.floor, play.now_ms), used_ms(play.floor), free_at_ms(play.floor)) == (0, 0, 0)
    play.do(Start(play.floor.id))
    assert (elapsed_ms(play.floor, play.now_ms), used_ms(play.floor)) == (0, 0)
    play.do(End(play.floor.id))
    ended = play.state.statements.values()[-1]
    assert (elapsed_ms(ended, play.now_ms + 5_000), used_ms(ended)) == (0, 0)
    assert free_at_ms(ended) == play.now_ms


def test_the_planned_window_holds_to_half_a_day_before_and_after() -> None:
    """R2: to the millisecond; on any other day the interpreters' hard stop counts from the opening act."""
    setup = shipped_setup()
    first, last = setup.planned_start_ms - HALF_A_DAY_MS, setup.planned_end_ms + HALF_A_DAY_MS
    assert [own_day(setup, at) for at in (first - 1, first, last, last + 1)] == [False, True, True, False]
    state = Play().state
    assert hard_stop_ms(state) == setup.hard_stop_ms
    assert hard_stop_ms(replace(state, opened_at_ms=last)) == setup.hard_stop_ms
    other = last + HALF_A_DAY_MS
    meant_ms = setup.hard_stop_ms - setup.planned_start_ms
    assert hard_stop_ms(replace(state, opened_at_ms=other)) == other + meant_ms
