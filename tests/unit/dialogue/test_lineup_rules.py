"""The line-up of the groups (R9-R11)."""

from __future__ import annotations

import pytest

from server.dialogue.model.ids import SeatId, SlotId
from server.dialogue.model.state import SlotTarget, Step
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.lineup import ArrangeSlot, DeferSlot, OrderSlot, RestoreSlot
from server.dialogue.rooms.session import MoveStep
from tests.support.play import Play, seat

YOUTH, CIVIL, WORKERS, INDIGENOUS = "youth", "civil_society", "workers", "indigenous"


@pytest.fixture
def play() -> Play:
    """In the interventions of the first round."""
    play = Play()
    play.to_interventions()
    return play


def parties(play: Play) -> list[str]:
    """The groups in the order of the line-up."""
    return [play.state.slots[s].party for s in play.state.lineup]


def test_groups_speak_in_configured_order_and_rotate(play: Play) -> None:
    """R9: the first round in the configured order; the second begins one group later."""
    assert parties(play) == [YOUTH, CIVIL, WORKERS, INDIGENOUS]
    play.do(MoveStep(play.state.step, Step("exchange", 1)))
    play.do(MoveStep(play.state.step, Step("interventions", 2)))
    assert parties(play) == [CIVIL, WORKERS, INDIGENOUS, YOUTH]


def test_the_chair_reorders_slots_not_yet_called(play: Play) -> None:
    """R9: a slot of which somebody was called stays."""
    play.do(OrderSlot(SlotId("1.workers"), SlotId("1.youth")))
    assert parties(play) == [WORKERS, YOUTH, CIVIL, INDIGENOUS]
    play.speak(SlotTarget(SlotId("1.workers"), SeatId("workers-1")))
    assert play.refused(OrderSlot(SlotId("1.workers"), None)) == "overtaken"


def test_a_slot_is_a_budget_for_both_seats(play: Play) -> None:
    """R10: six minutes in the first round; the second seat has what the first left."""
    first = play.speak(SlotTarget(SlotId("1.youth"), SeatId("youth-2")), 200_000)
    assert first.allotted_ms == 360_000
    play.do(Call(SlotTarget(SlotId("1.youth"), SeatId("youth-1"))))
    assert play.floor.allotted_ms == 160_000


def test_later_rounds_have_three_minutes(play: Play) -> None:
    """R10."""
    play.do(MoveStep(play.state.step, Step("exchange", 1)))
    play.do(MoveStep(play.state.step, Step("interventions", 2)))
    assert play.state.slots[SlotId("2.youth")].budget_ms == 180_000


def test_an_overrun_leaves_nothing_but_takes_nothing(play: Play) -> None:
    """R10: when the first used more than the whole slot, the second is called with 0:00, not with less."""
    play.speak(SlotTarget(SlotId("1.youth"), SeatId("youth-1")), 400_000)
    play.do(Call(SlotTarget(SlotId("1.youth"), SeatId("youth-2"))))
    assert play.floor.allotted_ms == 0


def test_a_seat_speaks_once_in_its_slot(play: Play) -> None:
    """R10, R5: a seat that was heard is not called again from the same slot."""
    target = SlotTarget(SlotId("1.youth"), SeatId("youth-1"))
    play.speak(target)
    assert play.refused(Call(target)) == "overtaken"


def test_the_group_arranges_its_seats_until_called(play: Play) -> None:
    """R10: in the order they choose; who has spoken stays first; another group's slot is not theirs."""
    slot = SlotId("1.youth")
    play.do(ArrangeSlot(slot, (SeatId("youth-2"), SeatId("youth-1"))), seat("youth-1"))
    assert play.state.slots[slot].seats == ("youth-2", "youth-1")
    assert play.refused(ArrangeSlot(slot, (SeatId("youth-1"),)), seat("workers-1")) == "not_yours"
    play.speak(SlotTarget(slot, SeatId("youth-2")))
    assert play.refused(ArrangeSlot(slot, (SeatId("youth-1"),)), seat("youth-1")) == "overtaken"
    play.do(ArrangeSlot(slot, (SeatId("youth-2"),)), seat("youth-2"))
    assert play.primary() == "call"
    assert play.floor.party == CIVIL


@pytest.mark.parametrize("seats", [(), ("youth-1", "youth-1"), ("BR",), ("nobody",)])
def test_a_slot_takes_only_its_own_seats(play: Play, seats: tuple[SeatId, ...]) -> None:
    """R10."""
    code = play.refused(ArrangeSlot(SlotId("1.youth"), seats))
    assert code in {"bad_links", "not_yours", "unknown"}


def test_not_ready_goes_last_once_then_lapses(play: Play) -> None:
    """R11: and the chair may bring it back."""
    slot = SlotId("1.youth")
    play.do(DeferSlot(slot))
    assert parties(play) == [CIVIL, WORKERS, INDIGENOUS, YOUTH]
    play.do(DeferSlot(slot))
    assert play.state.slots[slot].lapsed
    assert play.refused(Call(SlotTarget(slot, SeatId("youth-1")))) == "overtaken"
    play.do(RestoreSlot(slot))
    play.do(Call(SlotTarget(slot, SeatId("youth-1"))))
    assert play.floor.party == YOUTH


def test_a_slot_of_a_past_round_is_overtaken(play: Play) -> None:
    """R5."""
    play.do(MoveStep(play.state.step, Step("exchange", 1)))
    play.do(MoveStep(play.state.step, Step("interventions", 2)))
    assert play.refused(Call(SlotTarget(SlotId("1.youth"), SeatId("youth-1")))) == "overtaken"
