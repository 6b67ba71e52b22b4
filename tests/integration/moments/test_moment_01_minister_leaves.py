"""Moment 1: a minister leaves while in the list."""

from server.dialogue.model.ids import SeatId
from server.dialogue.rooms.screens import ShowMessage
from server.dialogue.rooms.seats import LeftHall, SetAway, Substitute, SubstituteSet
from tests.support.room import Room

MEXICO = SeatId("MX")


async def test_moment_01_a_minister_leaves_while_in_the_list(room: Room) -> None:
    """Away keeps the place; one act hands it to a substitute, one act gives it back; each is on record."""
    await room.to_exchange()
    asked = {name: await room.ask(name) for name in ("BR", "MX", "CL")}
    mine = asked["MX"]
    mexico = await room.phone("MX")

    await room.do(SetAway(MEXICO), mexico)
    assert room.in_list() == ["BR", "MX", "CL"]
    assert room.console["agenda"][mine]["away"]
    assert room.console["away"] == ["MX"]
    assert room.next() == ["BR", "CL"]
    assert mexico.view["me"]["away"]
    assert mexico.view["me"]["requests"][mine]["rank"] == 2

    await room.do(Substitute(MEXICO, substitute=True))
    assert room.next() == ["BR", "MX", "CL"]
    assert room.everywhere(lambda view: view["seats"]["MX"]["substitute"])
    assert not mexico.view["me"]["away"]
    assert list(mexico.view["me"]["requests"]) == [mine]

    await room.do(Substitute(MEXICO, substitute=False), mexico)
    assert room.next() == ["BR", "MX", "CL"]
    assert not room.everywhere(lambda view: view["seats"]["MX"]["substitute"])
    assert await room.recorded(LeftHall) == [LeftHall(MEXICO)]
    assert [e.substitute for e in await room.recorded(SubstituteSet)] == [True, False]


async def test_moment_01_a_blip_of_the_wifi_changes_nothing(room: Room) -> None:
    """A phone that is cut off and comes back is where it was; nobody else sees anything, nothing is recorded."""
    await room.to_exchange()
    for name in ("BR", "MX"):
        await room.ask(name)
    mexico = await room.phone("MX")
    before, entries = dict(mexico.view), await room.record()
    for _, face in room.faces.values():
        face.log.clear()

    await mexico.close()
    await mexico.got("cut")
    await mexico.connect()
    await room.do(ShowMessage("Coffee at 11:30"))

    assert mexico.view == before | {"message": "Coffee at 11:30"}
    assert mexico.of("view") == []
    assert room.in_list() == ["BR", "MX"]
    assert len(room.observer.of("change")) == 1
    assert (await room.record())[:-1] == entries
