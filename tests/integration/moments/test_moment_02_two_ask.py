"""Moment 2: two ask at the same instant."""

import asyncio

from server.dialogue.model.ids import RequestId, SeatId
from server.dialogue.model.state import RequestTarget, Step
from server.dialogue.rooms.requests import Ask, MoveRequest, RequestAdded, RequestMoved
from server.dialogue.rooms.session import MoveStep
from server.dialogue.rooms.speakers import OrderSet, SetOrder
from tests.support.room import Room


async def both_ask(room: Room) -> dict[str, RequestId]:
    """Brazil, then Mexico, in the same millisecond; the requests in the order the server gave them."""
    phones = {name: await room.phone(name) for name in ("BR", "MX")}
    await asyncio.gather(*(phone.done(Ask(SeatId(name))) for name, phone in phones.items()))
    await room.settled()
    added = (await room.recorded(RequestAdded))[-2:]
    assert added[0].request.arrived_at_ms == added[1].request.arrived_at_ms
    return {each.request.seat: each.request.id for each in added}


async def test_moment_02_two_ask_at_the_same_instant(room: Room) -> None:
    """The server's order stands; with balance the party heard least leads, the reason shown; the chair overrides."""
    await room.to_exchange()
    await room.hear(RequestTarget(await room.ask("BR")))
    await room.do(MoveStep(room.chair.step, Step("interventions", 2)))
    await room.do(MoveStep(room.chair.step, Step("exchange", 2)))

    asked = await both_ask(room)
    arrived = list(asked)
    assert room.in_list() == room.next() == arrived
    assert {row["reason"] for row in room.console["agenda"].values()} == {"arrival"}

    await room.do(SetOrder("balanced"))
    assert room.in_list() == room.next() == ["MX", "BR"]
    reasons = {row["seat"]: row["reason"] for row in room.console["agenda"].values()}
    assert reasons == {"MX": "first_time", "BR": "fewer_turns"}
    mexico, brazil = await room.phone("MX"), await room.phone("BR")
    assert mexico.view["me"]["is_next"]
    assert brazil.view["me"]["requests"][asked["BR"]]["rank"] == 2

    await room.do(MoveRequest(asked["BR"], before=asked["MX"]))
    assert room.in_list() == room.next() == ["BR", "MX"]
    assert room.console["agenda"][asked["BR"]]["reason"] == "moved"
    assert brazil.view["me"]["is_next"]
    assert await room.recorded(OrderSet) == [OrderSet("balanced")]
    assert [e.pin.request for e in await room.recorded(RequestMoved)] == [asked["BR"]]
