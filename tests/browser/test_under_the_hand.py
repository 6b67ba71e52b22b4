"""Under the chair's hand: what others do moves nothing on the console, and no press acts otherwise than it read."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Final

import pytest
from playwright.async_api import Locator

from server.dialogue.model.ids import PartyId, PointId, SeatId, ThemeId
from server.dialogue.model.state import Links
from server.dialogue.rooms.chair import TakeChair
from server.dialogue.rooms.issues import RaiseIssue
from server.dialogue.rooms.points import RaisePoint, WithdrawPoint
from server.dialogue.rooms.requests import Ask, Withdraw
from server.dialogue.rooms.seats import Return, SetAway, Substitute
from server.dialogue.rooms.speakers import LastCall
from tests.support.client import Client, client
from tests.support.face_console import Console
from tests.support.faces import Hall
from tests.support.live_server import LiveServer

WATCH: Final = """
globalThis.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const what = entry.sources.map(({ node }) => node?.outerHTML ?? node?.textContent ?? "?");
    if (!entry.hadRecentInput) globalThis.shifts.push([entry.value, ...what.map((html) => html.slice(0, 160))]);
  }
}).observe({ type: "layout-shift", buffered: false });
"""
BOXES: Final = """
() => Object.fromEntries([...document.querySelectorAll("button")]
  .filter((button) => !button.closest("li") && button.checkVisibility({ visibilityProperty: true }))
  .map((button) => {
    const { x, y, width, height } = button.getBoundingClientRect();
    const panel = button.closest("section, header, footer")?.getAttribute("aria-labelledby") ?? "";
    const nth = [...(button.closest("section, header, footer")?.querySelectorAll("button") ?? [])]
      .filter((other) => !other.closest("li")).indexOf(button);
    return [`${panel} ${nth} ${Math.round(x)},${Math.round(y)}`, [x, y, width, height].map(Math.round).join()];
  }))
"""
NOTE_ACTS: Final = """
globalThis.acted = [];
const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (data) {
  if (typeof data === "string" && data.includes('"command"')) globalThis.acted.push(data);
  return send.call(this, data);
};
"""
DRAWN: Final = """
() => new Promise((drawn) => {
  const frames = (left) => left > 0 ? requestAnimationFrame(() => frames(left - 1)) : setTimeout(drawn, 300);
  frames(4);
})
"""
"""The page has heard of what the others did by its own line, has drawn it, and its observers were told."""
UNDER: Final = """
() => {
  const button = document.querySelector("button:hover");
  if (!button || button.ariaDisabled === "true") return "";
  return button.textContent.trim();
}
"""
"""What the button under the pointer reads, if it can be pressed."""
STEP_S: Final = 0.05
PRESSES: Final = 15
SETTLES_S: Final = 0.7
"""A press so soon after a change that the operator did not cause does not count."""


class Others:
    """The phones and the other console: what they do to the chair's."""

    def __init__(self, server: LiveServer, stack: AsyncExitStack) -> None:
        self._server = server
        self._stack = stack

    async def who(self, link: str) -> Client:
        """One more of them, connected."""
        token = self._server.links[link].partition("#t=")[2]
        return await self._stack.enter_async_context(client(self._server.url, token))

    async def incidents(self, chair: Client) -> dict[str, Callable[[], Awaitable[object]]]:
        """What may happen while a finger is on its way, in this order."""
        mexico, chile, youth = [await self.who(f"seat:{seat}") for seat in ("MX", "CL", "youth-1")]
        deputy = await self.who("console:deputy")
        cl = SeatId("CL")

        async def point_withdrawn() -> None:
            await chile.done(WithdrawPoint(PointId(chile.view["me"]["point"])))

        async def withdraws() -> None:
            await chile.done(Withdraw(next(iter(chile.view["me"]["requests"]))))

        async def comes() -> None:
            await self.who("seat:AR")

        return {
            "a point of order is raised": lambda: chile.done(RaisePoint(cl, "We cannot hear the speaker")),
            "it is withdrawn": point_withdrawn,
            "somebody asks": lambda: chile.done(Ask(cl, links=Links(asks=(PartyId("workers"),)))),
            "who was next moves away": lambda: mexico.done(SetAway(SeatId("MX"))),
            "and comes back": lambda: mexico.done(Return(SeatId("MX"))),
            "a substitute sits down": lambda: mexico.done(Substitute(SeatId("MX"), substitute=True)),
            "somebody withdraws": withdraws,
            "an issue is raised": lambda: youth.done(
                RaiseIssue(SeatId("youth-1"), ThemeId("integration"), title="Rural roads")
            ),
            "a phone connects": comes,
            "last call": lambda: chair.done(LastCall()),
            "the deputy asks to preside": lambda: deputy.done(TakeChair()),
        }


async def prepare(console: Console, others: Others) -> Client:
    """Brazil speaks in the exchange, Mexico and Uruguay wait. Returns the chair's own line."""
    chair = await others.who("console:chair")
    for act in ("open", "start_round"):
        assert await chair.press() == act
    await console.move_to("exchange", 1)
    await console.enter("console-confirm-exchange")
    for seat in ("BR", "MX", "UY"):
        await (await others.who(f"seat:{seat}")).done(Ask(SeatId(seat)))
    await console.enter("do-call", "BR")
    await console.enter("do-start", "BR")
    return chair


@pytest.mark.timeout(240)
async def test_nothing_moves_because_of_anothers_act(hall: Hall, server: LiveServer) -> None:
    """Through every incident the layout shifts by nothing, and each button that stands stays where it was."""
    console = await hall.console(scripts=[WATCH])
    async with AsyncExitStack() as stack:
        others = Others(server, stack)
        chair = await prepare(console, others)
        for what, happens in (await others.incidents(chair)).items():
            await console.is_settled()
            before = await console.page.evaluate(BOXES)
            await console.page.evaluate("globalThis.shifts.length = 0")
            await happens()
            await console.page.evaluate(DRAWN)
            await console.is_settled()
            after = await console.page.evaluate(BOXES)
            moved = {key: (box, after.get(key)) for key, box in before.items() if after.get(key) != box}
            assert moved == {}, f"{what}: buttons moved"
            assert await console.page.evaluate("globalThis.shifts") == [], what


@pytest.mark.timeout(240)
async def test_a_press_acts_as_it_read_or_not_at_all(hall: Hall, server: LiveServer) -> None:
    """A press every 50 ms around each incident, on a button that a band which opened would have pushed away."""
    console = await hall.console(scripts=[NOTE_ACTS])
    async with AsyncExitStack() as stack:
        others = Others(server, stack)
        chair = await prepare(console, others)
        await point_at(console, console.page.get_by_title(console.words("console-more-time")))
        for what, happens in (await others.incidents(chair)).items():
            await console.is_settled()
            presses, acted = await presses_around(console, happens)
            assert all(reading.startswith("+0:30") for _, reading in presses), what
            assert 1 <= len(acted) <= len(presses), f"{what}: {acted}"
            assert all('"by_ms":30000' in act for _, act in acted), f"{what}: {acted}"


@pytest.mark.timeout(120)
async def test_a_button_that_comes_to_life_under_the_finger_waits(hall: Hall, server: LiveServer) -> None:
    """Presses that were under way when the point of order came in do not recognise it; one that read it does."""
    console = await hall.console(scripts=[NOTE_ACTS])
    async with AsyncExitStack() as stack:
        others = Others(server, stack)
        chair = await prepare(console, others)
        band = console.page.get_by_role("region", name=console.words("console-point-title"))
        await point_at(console, band.get_by_role("button", name=console.words("console-point-recognise")))
        incidents = await others.incidents(chair)
        presses, acted = await presses_around(console, incidents["a point of order is raised"])
        came = next(at for at, reading in presses if reading == "Recognise")
        assert [act for at, act in acted if at < came + SETTLES_S * 0.8] == []
        assert len([act for _, act in acted if "recognise_point" in act]) <= 1
        await console.is_settled()
        await console.on_point("console-point-recognise")
        await chair.until(lambda: chair.view.get("point"))


async def point_at(console: Console, button: Locator) -> None:
    """The pointer rests on it from now on."""
    box = await button.bounding_box()
    assert box is not None
    await console.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


Noted = list[tuple[float, str]]


async def presses_around(console: Console, happens: Callable[[], Awaitable[object]]) -> tuple[Noted, Noted]:
    """Press while it happens: when, and what the button under the pointer read; what was sent, and when."""
    await console.page.evaluate("globalThis.acted.length = 0")
    presses: Noted = []
    acted: Noted = []
    started = time.monotonic()
    happening: asyncio.Task[None] | None = None

    async def happen() -> None:
        await happens()

    for step in range(PRESSES):
        if step == PRESSES // 3:
            happening = asyncio.create_task(happen())
        presses.append((time.monotonic(), await console.page.evaluate(UNDER)))
        await console.page.mouse.down()
        await console.page.mouse.up()
        sent = await console.page.evaluate("globalThis.acted")
        acted += [(presses[-1][0], act) for act in sent[len(acted) :]]
        await asyncio.sleep(max(0, started + (step + 1) * STEP_S - time.monotonic()))
    assert happening is not None
    await happening
    return presses, acted
