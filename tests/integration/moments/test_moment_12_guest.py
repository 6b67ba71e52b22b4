"""Moment 12: an unplanned guest of honour arrives."""

from server.dialogue.model.ids import RequestId
from server.dialogue.model.state import RequestTarget
from server.dialogue.rooms.floor import End
from server.dialogue.rooms.requests import RequestWithdrawn
from server.dialogue.rooms.seats import AddGuest, GuestAdded
from tests.support.room import Room


async def test_moment_12_an_unplanned_guest_of_honour_arrives(room: Room) -> None:
    """On top with a time of its own; the forecast grows by exactly that; nobody's request is lost."""
    await room.to_exchange()
    asked = {name: await room.ask(name) for name in ("MX", "CL")}
    statement = await room.start(RequestTarget(await room.ask("BR")))
    mexico = await room.phone("MX")
    ends_ms = room.end_ms()
    eta_ms = mexico.view["me"]["requests"][asked["MX"]]["eta_limits_ms"]

    await room.do(AddGuest("Guest of honour", "Regional bank", "en", 240_000))
    guest = room.next()[0]
    assert room.everywhere(lambda view: view["parties"][guest]["kind"]) == "guest"
    assert room.everywhere(lambda view: view["seats"][guest]["name"]["fr"]) == "Guest of honour"
    assert room.next() == room.in_list() == [guest, "MX", "CL"]
    assert room.everywhere(lambda view: view["floor"]["seat"]) == "BR"
    assert room.end_ms() == ends_ms + 240_000 + 20_000
    mine = mexico.view["me"]["requests"][asked["MX"]]
    assert (mine["rank"], mine["eta_limits_ms"]) == (2, eta_ms + 260_000)

    await room.do(End(statement))
    await room.hear(RequestTarget(RequestId(room.console["order"][0])), 200_000)
    assert room.everywhere(lambda view: [s["seat"] for s in view["statements"].values()]) == ["BR", guest]
    assert room.next() == room.in_list() == ["MX", "CL"]
    assert mexico.view["me"]["is_next"]
    assert [e.guest.seat.id for e in await room.recorded(GuestAdded)] == [guest]
    assert await room.recorded(RequestWithdrawn) == []
