"""A representative who was called in vain: the colleague in the hall speaks, and nobody else moves (R11, R20)."""

from __future__ import annotations

import msgspec
import pytest

from server.dialogue.derived.agenda import next_up
from server.dialogue.model.ids import PartyId, SeatId, SlotId
from server.dialogue.model.setup import Setup
from server.dialogue.rooms.calls import MarkNotHere
from server.dialogue.rooms.lineup import RestoreSlot
from server.dialogue.rooms.seats import Return, SetAway
from server.dialogue.rooms.undo import Undo
from tests.support.play import Play, seat, shipped_setup

YOUTH = SlotId("1.youth")


@pytest.fixture
def play() -> Play:
    """The first round begins; youth is first."""
    play = Play()
    play.to_interventions()
    return play


def large_group(size: int) -> Setup:
    """Youth with that many representatives."""
    setup = shipped_setup()
    first = next(one for one in setup.seats if one.id == "youth-1")
    others = tuple(one for one in setup.seats if one.party != "youth")
    group = tuple(msgspec.structs.replace(first, id=SeatId(f"p{n}")) for n in range(1, size + 1))
    return msgspec.structs.replace(setup, seats=(*others, *group))


def called(play: Play) -> SeatId:
    """Press the context button: who is called."""
    assert play.primary() == "call"
    return play.floor.seat


def in_vain(play: Play) -> SeatId:
    """Call who is next; nobody comes."""
    who = called(play)
    play.do(MarkNotHere(play.floor.id))
    return who


def hear(play: Play) -> SeatId:
    """Call who is next, and hear a short intervention."""
    who = called(play)
    play.primary()
    play.wait(5_000)
    play.primary()
    return who


def test_the_colleague_in_the_hall_is_next(play: Play) -> None:
    """R11: one of two is missing; the line-up stays, and the colleague has the group's whole time."""
    lineup = play.state.lineup
    assert in_vain(play) == "youth-1"
    assert (play.state.lineup, play.state.away) == (lineup, ())
    assert called(play) == "youth-2"
    assert play.floor.allotted_ms == play.setup.lengths.slot_first_round_ms


def test_who_came_late_is_called_after_the_colleague_and_then_no_more(play: Play) -> None:
    """R11, R20: a second time in vain, the seat is away; it may come back, and the next group is not kept waiting."""
    in_vain(play)
    assert hear(play) == "youth-2"
    assert in_vain(play) == "youth-1"
    assert play.state.away == ("youth-1",)
    upcoming = next_up(play.state)
    assert upcoming is not None
    assert upcoming.party != "youth"
    play.do(Return(SeatId("youth-1")), seat("youth-1"))
    assert hear(play) == "youth-1"


def test_a_slot_goes_last_once_nobody_of_the_group_is_there_and_then_lapses(play: Play) -> None:
    """R11: both are called, then the others, then both again."""
    assert [in_vain(play), in_vain(play)] == ["youth-1", "youth-2"]
    assert play.state.lineup[-1] == YOUTH
    assert [hear(play) for _ in range(6)] == [
        f"{group}-{n}" for group in ("civil_society", "workers", "indigenous") for n in (1, 2)
    ]
    assert sorted([in_vain(play), in_vain(play)]) == ["youth-1", "youth-2"]
    assert play.state.slots[YOUTH].lapsed
    assert next_up(play.state) is None
    play.do(RestoreSlot(YOUTH))
    play.do(Return(SeatId("youth-2")), seat("youth-2"))
    assert called(play) == "youth-2"


def test_with_the_colleague_away_the_slot_is_not_ready(play: Play) -> None:
    """R11, R7: who said that it left the hall is not waited for."""
    play.do(SetAway(SeatId("youth-2")), seat("youth-2"))
    assert in_vain(play) == "youth-1"
    assert play.state.lineup[-1] == YOUTH


def test_in_a_group_of_forty_everybody_after_who_is_missing_speaks() -> None:
    """R11: p3 and p7 are not there; the other 38 are heard, in their order, and the group's slot stays where it is."""
    play = Play(large_group(40))
    play.to_interventions()
    heard: list[str] = []
    while (upcoming := next_up(play.state)) is not None and upcoming.party == PartyId("youth"):
        if upcoming.seat in ("p3", "p7"):
            in_vain(play)
        else:
            heard.append(hear(play))
    assert heard == [f"p{n}" for n in range(1, 41) if n not in (3, 7)]
    assert play.state.lineup[0] == YOUTH


def test_undoing_not_here_calls_the_seat_again(play: Play) -> None:
    """R6: as if it had never been said, whoever of the group it was, the last one too."""
    for who in ("youth-1", "youth-2"):
        before = play.state.slots, play.state.lineup, play.state.away
        assert in_vain(play) == who
        play.do(Undo(play.state.seq))
        assert (play.floor.seat, play.floor.status) == (who, "called")
        assert (play.state.slots, play.state.lineup, play.state.away) == before
        play.do(MarkNotHere(play.floor.id))
