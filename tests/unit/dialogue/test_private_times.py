"""R21: what others could compute of a seat's factor. Two sessions, alike but for it, are compared field by field."""

from __future__ import annotations

from typing import Any

import pytest

from server.dialogue.derived.seats import all_seats
from server.dialogue.model.ids import RequestId, SeatId, SlotId
from server.dialogue.model.state import RequestTarget, SlotTarget, Step
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.points import RaisePoint
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.session import MoveStep
from server.wire.project import project
from tests.support.differences import differences
from tests.support.play import Play, seat, shipped, with_people

INDIGENOUS, HAITI = SeatId("indigenous-1"), SeatId("HT")
PRIVATE = ({"consecutive": True}, {"time_factor": 1.5})


def plays(privately: dict[str, Any]) -> tuple[Play, Play]:
    """The session as shipped, and with an interpreted or slower representative, and Haiti's delegate too."""
    return Play(), Play(*with_people(shipped(), {INDIGENOUS: privately, HAITI: privately}))


def told(pair: tuple[Play, Play]) -> set[str]:
    """The fields, of whatever audience but the chair and the two themselves, that give the factor away."""
    others = [f"seat:{s.id}" for s in all_seats(pair[0].state) if s.id not in (INDIGENOUS, HAITI)]
    one, other = (project(*play.known) for play in pair)
    audiences = ("public", "screens", "stage", *others)
    return {path for a in audiences for path in differences(one.view(a), other.view(a))}


@pytest.mark.parametrize("privately", PRIVATE)
def test_before_the_call_nobody_can_tell(privately: dict[str, Any]) -> None:
    """The line-up, the list, the answers to come and everybody's span are the same, step by step."""
    pair = plays(privately)
    for play in pair:
        play.to_interventions()
    assert told(pair) == set()
    for play in pair:
        play.do(MoveStep(play.state.step, Step("exchange", 1)))
        play.ask("HT")
        play.ask("BR")
        play.do(Ask(HAITI, "right_of_reply"), seat("HT"))
        play.do(Ask(SeatId("MX"), "right_of_reply"), seat("MX"))
    assert told(pair) == set()
    spans = [project(*p.known).view("seat:BR")["me"]["requests"]["r2"] for p in pair]
    ahead = [p.setup.lengths.hand_over_ms * 2 + 120_000 for p in pair]
    assert [span["eta_limits_ms"] for span in spans] == ahead


@pytest.mark.parametrize("privately", PRIVATE)
def test_from_the_call_on_only_the_clock_tells(privately: dict[str, Any]) -> None:
    """The time left and used is everybody's to see; nothing but that length differs, nor why it does."""
    pair = plays(privately)
    for play in pair:
        play.to_interventions()
        play.do(Call(SlotTarget(SlotId("1.indigenous"), INDIGENOUS)))
    assert told(pair) == {".floor.clock.length_ms"}
    for play in pair:
        play.primary()
        play.wait(180_000)
        play.primary()
    group = {".me.slot.used_ms"}  # the colleague's own budget
    assert told(pair) - group == {".statements.s1.length_ms"}


@pytest.mark.parametrize("privately", PRIVATE)
def test_a_point_of_order_tells_its_clock_alone(privately: dict[str, Any]) -> None:
    """R30."""
    pair = plays(privately)
    for play in pair:
        play.to_exchange()
        play.do(RaisePoint(HAITI), seat("HT"))
    assert told(pair) == set()
    for play in pair:
        play.primary()
    assert told(pair) == {".point.clock.length_ms"}


@pytest.mark.parametrize("privately", PRIVATE)
def test_the_chair_reckons_with_it(privately: dict[str, Any]) -> None:
    """R33: the console's forecast is the true one, though it says of nobody why."""
    pair = plays(privately)
    for play in pair:
        play.to_exchange()
        play.ask("HT"), play.ask("BR")
    rows = [project(*play.known).view("console")["agenda"]["r2"]["eta_limits_ms"] for play in pair]
    assert rows[1] > rows[0]
    view = str(project(*pair[1].known).view("console"))
    assert not any(word in view for word in ("factor", "consecutive"))


def test_the_sessions_compared_do_differ() -> None:
    """Without a factor that counts, the comparisons above would find nothing to give away."""
    one, other = plays(PRIVATE[0])
    for play in (one, other):
        play.to_exchange()
        play.do(Call(RequestTarget(RequestId(play.ask("HT")))))
    assert one.floor.allotted_ms * 2 == other.floor.allotted_ms
