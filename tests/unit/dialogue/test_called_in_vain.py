"""A seat that was called in vain is told why it has another place (R11, R20), until that no longer holds."""

from __future__ import annotations

import pytest
from msgspec import UNSET

from server.dialogue.model.ids import RequestId, SeatId
from server.dialogue.model.state import RequestTarget
from server.dialogue.rooms.calls import Call, MarkNotHere, WithdrawCall
from server.dialogue.rooms.lineup import RestoreSlot
from server.dialogue.rooms.requests import Withdraw
from server.dialogue.rooms.seats import Return
from server.dialogue.rooms.undo import Undo
from server.wire.views.seat import InVain, me
from tests.support.play import Play, seat

BRAZIL = RequestTarget(RequestId("r1"))


@pytest.fixture
def play() -> Play:
    """In the exchange; Brazil and four others wait."""
    play = Play()
    play.to_exchange()
    for state in ("BR", "MX", "CL", "PE", "AR"):
        play.ask(state)
    return play


def told(play: Play, who: str = "BR") -> str:
    """What came of it, as the seat's own view has it; empty: nothing is said."""
    said = me(play.state, SeatId(who)).in_vain
    return said.then if isinstance(said, InVain) else ""


def in_vain(play: Play) -> None:
    """Brazil is called; nobody comes."""
    play.do(Call(BRAZIL))
    play.do(MarkNotHere(play.floor.id))


def test_who_goes_down_in_the_list_is_told_why_until_called_again(play: Play) -> None:
    """R20: with the instant of the call; nobody else is told anything, and an ordinary recall says nothing."""
    called_at_ms = play.now_ms
    in_vain(play)
    said = me(play.state, SeatId("BR")).in_vain
    assert isinstance(said, InVain)
    assert (said.then, said.called_at_ms) == ("down", called_at_ms)
    assert told(play, "MX") == ""
    play.do(Call(BRAZIL))
    assert told(play) == ""
    play.do(WithdrawCall(play.floor.id))
    assert told(play) == ""


def test_who_is_away_the_second_time_is_told_until_back(play: Play) -> None:
    """R20: then away; "I'm back" ends it."""
    in_vain(play)
    in_vain(play)
    assert told(play) == "away"
    play.do(Return(SeatId("BR")), seat("BR"))
    assert told(play) == "down"
    play.do(Withdraw(RequestId("r1")), seat("BR"))
    assert told(play) == ""


def test_an_undone_absence_was_none(play: Play) -> None:
    """R6: the call goes on, and if it is withdrawn then, nobody was missing."""
    in_vain(play)
    play.do(Undo(play.state.seq))
    assert me(play.state, SeatId("BR")).in_vain is UNSET
    play.do(WithdrawCall(play.floor.id))
    assert told(play) == ""


def test_a_representative_is_told_what_became_of_the_group() -> None:
    """R11: the colleague first; with nobody there the slot goes last, then lapses, until the chair brings it back."""
    play = Play()
    play.to_interventions()

    def missed() -> str:
        assert play.primary() == "call"
        who = play.floor.seat
        play.do(MarkNotHere(play.floor.id))
        return who

    assert missed() == "youth-1"
    assert told(play, "youth-1") == "after_colleague"
    assert missed() == "youth-2"
    assert {told(play, "youth-1"), told(play, "youth-2")} == {"slot_last"}
    slot = next(one for one in play.state.slots.values() if one.party == "youth")
    for _ in range(40):
        if play.state.slots[slot.id].lapsed:
            break
        missed()
    assert told(play, "youth-1") == "slot_lapsed"
    play.do(RestoreSlot(slot.id))
    assert told(play, "youth-1") != "slot_lapsed"
