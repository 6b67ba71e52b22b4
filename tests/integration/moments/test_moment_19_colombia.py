"""Moment 19: Colombia replies as a State."""

from server.dialogue.model.ids import SeatId
from server.dialogue.model.state import RemarksTarget, RequestTarget
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.chair import AnswerTakeOver, ChairTaken, TakeChair
from server.dialogue.rooms.floor import End, Ended, Start
from tests.support.room import Room


async def test_moment_19_colombia_replies_as_a_state(room: Room) -> None:
    """The deputy presides meanwhile and hands back; Colombia's time is Colombia's, the chair's is the chair's."""
    await room.to_exchange()
    request = await room.ask("CO")
    await room.hear(RemarksTarget(SeatId("chair")), 45_000)
    await room.do(TakeChair(), room.deputy)
    await room.do(AnswerTakeOver("console:deputy", consent=True))
    assert room.everywhere(lambda view: view["session"]["presiding"]) == "deputy"
    assert await room.refused(Call(RequestTarget(request))) == "not_active_console"

    await room.do(Call(RequestTarget(request)), room.deputy)
    statement = room.console["floor"]["statement"]
    await room.do(Start(statement), room.deputy)
    floor = room.everywhere(lambda view: view["floor"])
    assert (floor["seat"], floor["party"], floor["lane"]) == ("CO", "CO", "statement")
    assert (await room.phone("CO")).view["me"]["has_floor"] == statement
    room.clock.wait(100_000)
    await room.do(End(statement), room.deputy)

    await room.do(TakeChair())
    await room.do(AnswerTakeOver("console:chair", consent=True), room.deputy)
    assert room.everywhere(lambda view: view["session"]["presiding"]) == "chair"
    await room.hear(RemarksTarget(SeatId("chair")), 30_000)

    assert room.console["totals"] == {
        "chair": {"used_ms": 75_000, "turns": 2},
        "CO": {"used_ms": 100_000, "turns": 1},
    }
    heard = room.everywhere(lambda view: [(s["party"], s["used_ms"]) for s in view["statements"].values()])
    assert heard == [("chair", 45_000), ("CO", 100_000), ("chair", 30_000)]
    assert [e.console for e in await room.recorded(ChairTaken)] == ["console:deputy", "console:chair"]
    ended_by = [e.actor for e in await room.record() if any(isinstance(each, Ended) for each in e.events)]
    assert ended_by == ["console:chair", "console:deputy", "console:chair"]
