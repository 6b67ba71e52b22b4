"""Moment 18: the session opens at 10:52, is extended at 12:58, the booths leave at 13:10."""

from server.dialogue.model.state import RequestTarget, Step
from server.dialogue.rooms.floor import End
from server.dialogue.rooms.session import Extend, Extended, MoveStep
from tests.support.room import Room

CLOSING_MS, GAP_MS = 480_000, 20_000


def window(room: Room) -> tuple[int, int]:
    """Planned end and hard stop, as every face shows them."""
    session = room.everywhere(lambda view: view["session"])
    return session["planned_end_ms"], session["hard_stop_ms"]


async def test_moment_18_opens_late_runs_long_and_the_booths_leave(room: Room) -> None:
    """Planned end, hard stop and forecast are right at each of the three hours, and nothing ends by itself."""
    at = room.clock.at
    room.clock.wait_until("10:52")
    await room.primary("open")
    assert room.everywhere(lambda view: view["session"]["opened_at_ms"]) == at("10:52")
    assert window(room) == (at("13:00"), at("13:10"))
    slots_ms = sum(4 * [360_000]) + 8 * GAP_MS
    assert room.end_ms() == at("10:52") + slots_ms + CLOSING_MS

    await room.primary("start_round")
    await room.do(MoveStep(room.chair.step, Step("exchange", 1)))
    room.clock.wait_until("12:57")
    for name in ("MX", "CL"):
        await room.ask(name)
    statement = await room.start(RequestTarget(await room.ask("BR")))
    room.clock.wait_until("12:58")
    waiting_ms = 2 * (120_000 + GAP_MS) + CLOSING_MS
    ends_ms = at("12:59") + waiting_ms
    assert room.end_ms() == ends_ms > window(room)[0]

    extend = Extend(room.console["session"]["planned_end_ms"], room.console["extend_ms"])
    await room.do(extend)
    assert window(room) == (at("13:15"), at("13:10"))
    assert room.end_ms() == ends_ms
    assert await room.refused(extend) == "overtaken"
    assert await room.recorded(Extended) == [Extended(at("13:15"))]
    assert (await room.record())[-1].at_ms == at("12:58")

    room.clock.wait_until("13:10")
    assert room.everywhere(lambda view: view["floor"]["status"]) == "speaking"
    assert room.left_ms() == -(at("13:10") - at("12:59"))
    assert window(room) == (at("13:15"), at("13:10"))
    assert room.end_ms() == at("13:10") + waiting_ms
    await room.do(End(statement))
    assert room.end_ms() == at("13:10") + 2 * (120_000 + GAP_MS) + CLOSING_MS
    await room.do(MoveStep(room.chair.step, Step("closing")))
    assert room.everywhere(lambda view: "closed_at_ms" in view["session"]) is False
