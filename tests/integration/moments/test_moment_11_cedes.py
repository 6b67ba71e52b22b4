"""Moment 11: a representative cedes the rest of the time."""

from server.dialogue.model.ids import DueId, PartyId, SeatId, SlotId, StatementId
from server.dialogue.model.state import AnswerTarget, Links, RequestTarget, SlotTarget
from server.dialogue.rooms.calls import Called
from server.dialogue.rooms.floor import Cede, End
from tests.support.room import Room

SLOT = SlotId("1.youth")


async def test_moment_11_a_representative_cedes_the_rest(room: Room) -> None:
    """By one act of the speaker's phone the colleague has what is left; the group's total stays six minutes."""
    first, second, waiting = [await room.phone(each) for each in ("youth-1", "youth-2", "workers-1")]
    await room.to_interventions()
    statement = await room.start(SlotTarget(SLOT, SeatId("youth-1")))
    room.clock.wait(140_000)
    assert first.view["me"]["colleague"] == "youth-2"
    assert await room.refused(Cede(statement), second) == "not_yours"

    await room.do(Cede(statement), first)
    floor = room.everywhere(lambda view: view["floor"])
    assert (floor["seat"], floor["status"], floor["clock"]["length_ms"]) == ("youth-2", "called", 220_000)
    assert second.view["me"]["has_floor"] == floor["statement"]
    assert "has_floor" not in first.view["me"]
    assert len((await room.record())[-1].events) == 2

    await room.primary("start")
    room.clock.wait(220_000)
    assert room.left_ms() == 0
    await room.do(End(StatementId(floor["statement"])))
    slot = room.console["slots"][SLOT]
    assert (slot["budget_ms"], slot["used_ms"], slot["status"]) == (360_000, 360_000, "heard")
    for phone in (first, second):
        assert phone.view["me"]["slot"]["budget_ms"] == 360_000
        assert phone.view["me"]["slot"]["used_ms"] == 360_000
        assert phone.view["me"]["slot"]["heard"] == ["youth-1", "youth-2"]
    assert room.console["totals"]["youth"]["used_ms"] == 360_000
    assert waiting.view["me"]["slot"]["budget_ms"] == 360_000
    assert [e.statement.allotted_ms for e in await room.recorded(Called)] == [360_000, 220_000]


async def test_moment_11_both_representatives_take_an_answer(room: Room) -> None:
    """R29: of an answer's minute and a half the colleague has the rest; the question is answered once."""
    first, second = [await room.phone(each) for each in ("youth-1", "youth-2")]
    await room.to_exchange()
    question = await room.hear(RequestTarget(await room.ask("BR", Links(asks=(PartyId("youth"),)))))
    due = DueId(f"{question}.youth")
    statement = await room.start(AnswerTarget(due, SeatId("youth-1")))
    room.clock.wait(35_000)
    assert first.view["me"]["colleague"] == "youth-2"

    await room.do(Cede(statement), first)
    floor = room.everywhere(lambda view: view["floor"])
    assert (floor["seat"], floor["lane"], floor["clock"]["length_ms"]) == ("youth-2", "answer", 55_000)
    answered = [{"kind": "answers", "party": "BR", "statement": question, "due": due}]
    assert floor["relations"] == answered
    assert second.view["me"]["has_floor"] == floor["statement"]
    await room.primary("start")
    room.clock.wait(55_000)
    assert room.left_ms() == 0
    await room.primary("end")
    parts = room.everywhere(lambda view: list(view["statements"].values())[-2:])
    assert [(part["relations"], part["used_ms"]) for part in parts] == [
        (answered, 35_000),
        (answered, 55_000),
    ]
    assert room.console["dues"][due]["status"] == "answered"
    assert room.console["order"] == []
