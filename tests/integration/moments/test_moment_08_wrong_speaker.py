"""Moment 8: the wrong speaker was started."""

from server.dialogue.model.state import RequestTarget
from server.dialogue.rooms.floor import End, Voided
from server.dialogue.rooms.undo import Undo
from tests.support.room import Room


async def test_moment_08_wrong_speaker_started(room: Room) -> None:
    """One undo: the false start is void, its time and place given back, every face corrected, both acts on record."""
    await room.to_exchange()
    brazil, mexico = await room.ask("BR"), await room.ask("MX")
    await room.ask("CL")
    phone = await room.phone("MX")
    false = await room.start(RequestTarget(mexico))
    room.clock.wait(12_000)
    assert phone.view["me"]["has_floor"] == false
    assert room.console["undo"]["kind"] == "started"

    await room.do(Undo(room.console["undo"]["seq"]))
    assert not room.everywhere(lambda view: "floor" in view)
    assert room.everywhere(lambda view: view["statements"]) == {}
    assert room.in_list() == room.next() == ["BR", "MX", "CL"]
    assert "has_floor" not in phone.view["me"]
    assert phone.view["me"]["requests"][mexico]["rank"] == 2
    assert "MX" not in room.console["totals"]
    assert await room.recorded(Voided) == [Voided(false)]

    await room.start(RequestTarget(brazil))
    assert room.everywhere(lambda view: view["floor"]["seat"]) == "BR"
    assert room.left_ms() == 120_000
    await room.do(End(room.console["floor"]["statement"]))
    await room.start(RequestTarget(mexico))
    assert room.left_ms() == 120_000
