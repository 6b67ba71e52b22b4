"""Moment 4: the booth asks for a pause."""

from server.dialogue.model.state import RequestTarget
from server.dialogue.rooms.clock import Held, Hold, Resumed
from server.dialogue.rooms.floor import End
from tests.support.room import Room


async def test_moment_04_the_booth_asks_for_a_pause(room: Room) -> None:
    """The speech clock is held, session time runs on, every face says why, and nothing of the speech is lost."""
    await room.to_exchange()
    await room.ask("MX")
    await room.ask("CL")
    statement = await room.start(RequestTarget(await room.ask("BR")))
    room.clock.wait(30_000)
    planned_end_ms, ends_ms = room.console["session"]["planned_end_ms"], room.end_ms()

    await room.do(Hold(statement, "interpretation"))
    room.clock.wait(45_000)
    assert room.everywhere(lambda view: view["floor"]["status"]) == "held"
    assert room.everywhere(lambda view: view["floor"]["hold_reason"]) == "interpretation"
    assert room.left_ms() == 90_000
    assert not room.everywhere(lambda view: "suspension" in view["session"])
    assert room.everywhere(lambda view: view["session"]["planned_end_ms"]) == planned_end_ms
    assert room.end_ms() == ends_ms + 45_000

    await room.primary("resume")
    assert room.left_ms() == 90_000
    room.clock.wait(10_000)
    assert room.left_ms() == 80_000
    await room.do(End(statement))
    assert room.everywhere(lambda view: view["statements"][statement]["used_ms"]) == 40_000
    assert room.next() == ["MX", "CL"]
    assert await room.recorded(Held) == [Held(statement, "interpretation")]
    assert await room.recorded(Resumed) == [Resumed(statement)]
