"""Moment 9: a speaker overruns."""

import pytest

from server.dialogue.model.ids import StatementId
from server.dialogue.model.state import RequestTarget
from server.dialogue.rooms.floor import End, Ended
from tests.support.room import Room


async def test_moment_09_a_speaker_overruns(room: Room) -> None:
    """The clock counts up, nothing ends by itself, only the chair can end it, and the excess is on record."""
    await room.to_exchange()
    await room.ask("MX")
    statement = await room.start(RequestTarget(await room.ask("BR")))
    sent = {name: len(face.of("change")) for name, (_, face) in room.faces.items()}
    room.clock.wait(150_000)
    assert room.left_ms() == -30_000
    assert room.everywhere(lambda view: view["floor"]["status"]) == "speaking"
    assert room.next() == ["MX"]

    holders = [name for name, (_, face) in room.faces.items() if "has_floor" in face.view.get("me", {})]
    assert holders == ["seat:BR"]
    for name in ("BR", "MX"):
        assert await room.refused(End(statement), await room.phone(name)) == "not_allowed"
    assert await room.refused(End(statement), room.observer) == "not_allowed"
    assert await room.refused(End(statement), room.screen) == "not_allowed"
    assert await room.refused(End(statement), room.deputy) == "not_active_console"
    room.clock.wait(10_000)
    assert {name: len(face.of("change")) for name, (_, face) in room.faces.items()} == sent

    await room.do(End(statement))
    heard = room.everywhere(lambda view: view["statements"][statement])
    assert (heard["length_ms"], heard["used_ms"]) == (120_000, 160_000)
    assert room.console["totals"]["BR"] == {"used_ms": 160_000, "turns": 1}
    assert await room.recorded(Ended) == [Ended(statement)]


@pytest.mark.parametrize("over_ms", [-1, 0, 1])
async def test_moment_09_the_second_at_which_time_is_up_is_no_event(room: Room, over_ms: int) -> None:
    """Around zero nothing is sent and nothing recorded: faces draw the warning from the clock alone."""
    await room.to_exchange()
    await room.start(RequestTarget(await room.ask("BR")))
    entries = len(await room.record())
    room.clock.wait(120_000 + over_ms)
    assert room.left_ms() == -over_ms
    assert len(await room.record()) == entries
    await room.do(End(StatementId(room.console["floor"]["statement"])))
    assert room.everywhere(lambda view: [s["used_ms"] for s in view["statements"].values()]) == [
        120_000 + over_ms
    ]
