"""Moment 14: two consoles act at once; and how the chair changes hands, for only one of them presides."""

import asyncio

from server.dialogue.model.ids import RequestId, StatementId
from server.dialogue.model.state import RequestTarget
from server.dialogue.rooms.calls import Called
from server.dialogue.rooms.chair import AnswerTakeOver, ChairAsked, ChairRefused, ChairTaken, TakeChair
from server.dialogue.rooms.floor import End, Ended
from server.wire.messages import Accepted, Refusal
from tests.support.play import CHAIR
from tests.support.room import Room


async def brazil_speaks(room: Room) -> tuple[StatementId, RequestId]:
    """Brazil has the floor, Mexico and Chile wait; the statement, and Mexico's request."""
    await room.to_exchange()
    brazil, mexico = await room.ask("BR"), await room.ask("MX")
    await room.ask("CL")
    return await room.start(RequestTarget(brazil)), mexico


async def test_moment_14_two_consoles_act_at_once(room: Room) -> None:
    """A double "next" from two desks counts once; the second sees the first's act before its answer."""
    statement, mexico = await brazil_speaks(room)
    aide = await room.enter("console", CHAIR, "aide")
    following = End(statement, then=RequestTarget(mexico))

    answers = await asyncio.gather(room.chair.do(following), aide.do(following))
    for desk, answer in zip((room.chair, aide), answers, strict=True):
        assert desk.view["floor"]["seat"] == "MX", answer
    await room.settled()
    assert sorted(type(answer).__name__ for answer in answers) == [Accepted.__name__, Refusal.__name__]
    assert [answer.code for answer in answers if isinstance(answer, Refusal)] == ["overtaken"]
    assert room.everywhere(lambda view: view["floor"]["seat"]) == "MX"
    assert await room.refused(End(statement), aide) == "overtaken"
    assert room.everywhere(lambda view: view["floor"]["seat"]) == "MX"
    assert room.next() == ["CL"]
    assert await room.recorded(Ended) == [Ended(statement)]
    assert [e.statement.seat for e in await room.recorded(Called)] == ["BR", "MX"]


async def test_moment_14_the_deputy_watches_until_it_presides(room: Room) -> None:
    """Both consoles see a take-over coming, and the chair can refuse it; after the delay it counts, on every face."""
    statement, mexico = await brazil_speaks(room)
    room.clock.wait(20_000)
    assert await room.refused(End(statement), room.deputy) == "not_active_console"

    await room.do(TakeChair(), room.deputy)
    now_ms = room.clock.now_ms()
    asked = {"console": "console:deputy", "asked_at_ms": now_ms, "from_ms": now_ms + 10_000}
    assert room.console["take_over"] == room.deputy.view["take_over"] == asked
    await room.do(AnswerTakeOver("console:deputy", consent=False))
    assert "take_over" not in room.console
    assert room.everywhere(lambda view: view["session"]["presiding"]) == "chair"

    await room.do(TakeChair(), room.deputy)
    room.clock.wait(9_999)
    assert await room.refused(TakeChair(), room.deputy) == "take_over_waits"
    room.clock.wait(1)
    await room.do(TakeChair(), room.deputy)
    assert room.everywhere(lambda view: view["session"]["presiding"]) == "deputy"
    assert room.console["console"] == "console:deputy"
    assert room.left_ms() == 90_000

    queued = End(statement, then=RequestTarget(mexico))
    assert await room.refused(queued) == "not_active_console"
    assert room.everywhere(lambda view: view["floor"]["seat"]) == "BR"
    await room.do(queued, room.deputy)
    assert room.everywhere(lambda view: view["floor"]["seat"]) == "MX"
    changes = (ChairAsked, ChairRefused, ChairTaken)
    made = [e for entry in await room.record() for e in entry.events if isinstance(e, changes)]
    assert [type(e) for e in made] == [ChairAsked, ChairRefused, ChairAsked, ChairTaken]
