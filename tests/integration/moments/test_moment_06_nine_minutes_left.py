"""Moment 6: nine minutes left, seven waiting."""

import msgspec

from server.dialogue.model.ids import RequestId, SeatId
from server.dialogue.registry import AnyCommand
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.speakers import (
    LastCall,
    LastCallMade,
    ListClosed,
    StatementsShortened,
    Tighten,
    WrittenAsked,
)
from server.dialogue.rooms.undo import Undo
from tests.support.gathering import PlainView
from tests.support.room import Room

SEVEN = ("BR", "MX", "CL", "HT", "US", "CA", "PE")
GAP_MS, CLOSING_MS = 20_000, 480_000


async def seven_wait(room: Room) -> dict[str, RequestId]:
    """It is 12:51 in the exchange; by seat, the requests that wait."""
    await room.to_exchange()
    room.clock.wait_until("12:51")
    return {name: await room.ask(name) for name in SEVEN}


def preview(room: Room, kind: str) -> PlainView:
    """One of the ways of saving time that the console offers."""
    found: PlainView = next(each for each in room.console["previews"] if each["kind"] == kind)
    return found


def command_of(offered: PlainView) -> AnyCommand:
    """What applies it."""
    command: AnyCommand = msgspec.convert(offered["command"], AnyCommand)
    return command


async def test_moment_06_nine_minutes_left_seven_waiting(room: Room) -> None:
    """What does not fit is shown; "shorten" does what its preview said; each phone learns its old and new time."""
    asked = await seven_wait(room)
    now_ms = room.clock.now_ms()
    assert room.end_ms() == now_ms + 7 * (120_000 + GAP_MS) + CLOSING_MS
    assert room.end_ms() > room.console["session"]["planned_end_ms"] == now_ms + 540_000

    shorten = preview(room, "shorten")
    assert shorten["requests"] == list(asked.values())
    assert shorten["to_ms"] == 60_000
    await room.do(command_of(shorten))

    tail_ms = 7 * (60_000 + GAP_MS) + CLOSING_MS
    assert room.console["forecast"]["tail_limits_ms"] == tail_ms == shorten["tail_limits_ms"]
    for rank, (name, request) in enumerate(asked.items(), start=1):
        mine = (await room.phone(name)).view["me"]["requests"][request]
        assert (mine["rank"], mine["was_ms"], mine["length_ms"]) == (rank, 120_000, 60_000)
        assert mine["eta_limits_ms"] == GAP_MS + (rank - 1) * (60_000 + GAP_MS)
    assert room.next() == list(SEVEN[:3])
    assert await room.recorded(StatementsShortened) == [StatementsShortened(60_000)]


async def test_moment_06_written_replies_and_a_closed_list_in_one_act(room: Room) -> None:
    """One act, one entry: the waiting are asked to write, their phones say so, the list is closed."""
    asked = await seven_wait(room)
    written = preview(room, "written")
    assert written["tail_limits_ms"] == CLOSING_MS
    last_four = tuple(list(asked.values())[3:])
    seq = await room.do(Tighten(close_list=True, written=last_four))

    assert room.in_list() == room.next() == list(SEVEN[:3])
    assert not room.everywhere(lambda view: view["session"]["list_open"])
    assert room.everywhere(lambda view: view["waiting"]) == 3
    for name in SEVEN[3:]:
        me = (await room.phone(name)).view["me"]
        assert (me["requests"], me["asked_written"]) == ({}, asked[name])
        assert (me["may_ask"], me["why_not"]) == (False, "list_closed")
    assert room.console["forecast"]["tail_limits_ms"] == 3 * (120_000 + GAP_MS) + CLOSING_MS
    assert set((await room.record())[-1].events) == {ListClosed(), WrittenAsked(last_four)}

    await room.do(Undo(seq))
    assert room.in_list() == list(SEVEN)
    assert room.everywhere(lambda view: view["session"]["list_open"])


async def test_moment_06_a_last_call_closes_the_list_for_all(room: Room) -> None:
    """Every face shows when the list closes; who asks later is refused, who waits loses nothing."""
    await seven_wait(room)
    late = await room.phone("CO")
    await room.do(LastCall())
    ends_ms = room.clock.now_ms() + 120_000
    assert room.everywhere(lambda view: view["session"]["last_call_ends_ms"]) == ends_ms
    room.clock.wait(120_000)
    assert await room.refused(Ask(SeatId("CO")), late) == "list_closed"
    assert room.in_list() == list(SEVEN)
    assert await room.recorded(LastCallMade) == [LastCallMade(ends_ms)]
