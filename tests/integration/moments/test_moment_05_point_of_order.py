"""Moment 5: a point of order during a reply."""

from server.dialogue.model.ids import PointId, SeatId
from server.dialogue.model.state import RequestTarget
from server.dialogue.rooms.points import PointRecognised, PointRuled, RaisePoint, RulePoint
from tests.support.room import Room


async def test_moment_05_point_of_order_during_a_reply(room: Room) -> None:
    """Private until recognised; then the clock goes back to when it was raised, and runs on from there afterwards."""
    await room.to_exchange()
    request = await room.ask("BR")
    await room.ask("MX")
    chile = await room.phone("CL")
    await room.ask("CL")
    await room.start(RequestTarget(request))
    room.clock.wait(20_000)
    seen = len(room.observer.log)

    await room.do(RaisePoint(SeatId("CL"), "Quorum"), chile)
    point = PointId(chile.view["me"]["point"])
    raised_ms = room.clock.now_ms()
    assert room.console["points"][point]["text"] == "Quorum"
    for face in (room.observer, room.screen, await room.phone("MX"), await room.phone("BR")):
        assert "Quorum" not in str(face.view)
    assert [name for name, _ in room.observer.log[seen:] if name == "change"] == []

    room.clock.wait(8_000)
    await room.primary("recognise")
    room.clock.wait(60_000)
    clock = {"length_ms": 60_000, "held_for_ms": 0, "started_at_ms": raised_ms + 8_000}
    assert room.everywhere(lambda view: view["point"]) == {"seat": "CL", "party": "CL", "clock": clock}
    assert room.everywhere(lambda view: view["floor"]["clock"]["held_at_ms"]) == raised_ms
    assert room.everywhere(lambda view: view["floor"]["hold_reason"]) == "point_of_order"
    assert room.left_ms() == 100_000
    assert "Quorum" not in str(room.observer.view)

    await room.do(RulePoint(point, "dismissed"))
    assert not room.everywhere(lambda view: "point" in view)
    await room.primary("resume")
    room.clock.wait(5_000)
    assert room.everywhere(lambda view: view["floor"]["seat"]) == "BR"
    assert room.left_ms() == 95_000
    assert room.in_list() == room.next() == ["MX", "CL"]
    assert [e.held_at_ms for e in await room.recorded(PointRecognised)] == [raised_ms]
    assert [e.ruling for e in await room.recorded(PointRuled)] == ["dismissed"]
