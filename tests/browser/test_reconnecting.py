"""Devices that sleep, networks that change their mind, a hall that comes back: nobody has to touch a page."""

from __future__ import annotations

import asyncio
import time
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Browser, expect

from server.dialogue.model.ids import SeatId, StatementId
from server.dialogue.model.state import Step
from server.dialogue.rooms.clock import AdjustTime
from server.dialogue.rooms.floor import End
from server.dialogue.rooms.requests import Ask, RequestAdded
from server.dialogue.rooms.session import AnnounceResumption, MoveStep, Suspend
from tests.support.cable import Cable, cable
from tests.support.client import Client, client
from tests.support.face import LIMIT_MS, Face
from tests.support.faces import Hall
from tests.support.in_process_server import InProcessServer, in_process_server
from tests.support.instruments import SAYS_SINCE, TIMERS
from tests.support.live_server import LiveServer
from tests.support.strict_proxy import refusing
from tests.support.suspended_device import LeapingClock, clocks, device

RIGHT_MS: Final = 2_000
MORE_THAN_TWO_MINUTES: Final = "2:5"
"""What every clock shows first of Mexico's speech, and none of Brazil's."""
OBSERVERS: Final = 8
SOON_S: Final = 1.5
"""A phone, console or screen draws its pause from 0 to 0.2 s; the rest is for a busy machine."""
LATEST_S: Final = 10.0 + SOON_S
SPREAD_S: Final = 2.0
"""Eight that come back within ten seconds do so within two once in ten thousand times."""
IMPATIENT: Final = "Math.random = () => 0.85"
"""A draw by which a page that calls looks for a socket after 4.5 s, instead of up to 30 s."""


async def brazil_speaks(near: InProcessServer, chair: Client) -> StatementId:
    """In the exchange; the statement."""
    for step in (Step("opening"), Step("interventions", 1), Step("exchange", 1)):
        await chair.done(MoveStep(chair.step, step))
    async with near.client("seat:BR") as brazil, near.client("seat:MX") as mexico:
        await brazil.done(Ask(SeatId("BR")))
        await mexico.done(Ask(SeatId("MX")))
    await chair.until(lambda: chair.view["waiting"] == 2)
    assert [await chair.press() for _ in range(2)] == ["call", "start"]
    return StatementId(chair.view["floor"]["statement"])


async def said_ms(face: Face, text: str) -> float:
    """Since when the page says this, epoch ms; from `SAYS_SINCE`."""
    return float(await face.value("(text) => saidAt[text]", text, 3 * LIMIT_MS))


@pytest.mark.parametrize("counts", [True, False], ids=["clock counts sleep", "clock stands still"])
async def test_a_device_that_slept_an_hour(browser: Browser, tmp_path: Path, *, counts: bool) -> None:
    """Its connections died unnoticed: phone, observer and screen are right within 2 s of waking, clocks too."""
    clock = LeapingClock()
    async with in_process_server(tmp_path, clock) as near, cable(near.url) as way, device(browser) as slept:
        hall = Hall(slept.browser, near.links)
        scripts = [clocks(counts=counts)]
        async with near.client("console:chair") as chair:
            speech = await brazil_speaks(near, chair)
            await hall.phone("MX", scripts=scripts, port=way.port)
            await hall.observer(scripts=scripts, port=way.port)
            await hall.screen(scripts=scripts, port=way.port)
            for face in hall.faces:
                await face.ticks()
                await face.page.evaluate(SAYS_SINCE, MORE_THAN_TWO_MINUTES)
                await face.page.evaluate("asleep.armed = true")
            await slept.fall_asleep()
            clock.leap()
            way.lose()
            await chair.done(End(speech))
            assert [await chair.press() for _ in range(2)] == ["call", "start"]
            await chair.done(AdjustTime(StatementId(chair.view["floor"]["statement"]), 60_000))
            woke_ms = await slept.wake()

            late_ms = {face.name: await said_ms(face, MORE_THAN_TWO_MINUTES) - woke_ms for face in hall.faces}
            assert max(late_ms.values()) <= RIGHT_MS, late_ms
            started_ms = chair.view["floor"]["clock"]["started_at_ms"]
            for face in hall.faces:
                await face.ticks()
                left_s = 180 - (clock.now_ms() - started_ms) / 1000
                assert abs(await face.left_s() - left_s) <= 1.5, face.name
                await face.is_untouched()
                assert face.problems == []
        await hall.close()


EVERY_FACE: Final = ("seat:BR", "public", "screen:hall-left", "console:deputy", "podium")
UNKNOWN: Final = "–:––"
DRAWN: Final = "timersSeen.at(-1)[1]"
LOOKED_MS: Final = 500
"""A page looks at its clocks five times a second; the rest is for a busy machine."""


async def test_a_clock_that_stood_still_in_sleep_draws_no_wrong_time(
    browser: Browser, tmp_path: Path
) -> None:
    """From its first look until the server has answered, no face draws a running time, and none draws nonsense."""
    clock = LeapingClock()
    async with in_process_server(tmp_path, clock) as near, cable(near.url) as way, device(browser) as slept:
        hall = Hall(slept.browser, near.links)
        async with near.client("console:chair") as chair:
            await brazil_speaks(near, chair)
            for who in EVERY_FACE:
                face = await hall.open(who, scripts=[clocks(counts=False)], port=way.port)
                await face.ticks()
                await face.page.evaluate("asleep.armed = true")
                await face.page.evaluate(TIMERS)
            stage = await hall.open("stage", scripts=[clocks(counts=False)], port=way.port)
            picture = stage.page.locator("iframe").last.content_frame.get_by_role("timer")
            await expect(picture).to_contain_text(":", timeout=LIMIT_MS)
            hall.faces.remove(stage)  # its clocks are in pictures of screens, which it tells the time
            await stage.page.evaluate("asleep.armed = true")
            await slept.fall_asleep()
            clock.leap()
            way.hang()
            woke_ms = await slept.wake()
            for face in hall.faces:
                await face.value(f"{DRAWN}.some((text) => text.startsWith('{UNKNOWN}'))")
                await face.is_cut_off()
            await expect(picture).to_contain_text(UNKNOWN, timeout=LIMIT_MS)
            way.put_back()
            await expect(picture).to_contain_text("+58:", timeout=3 * LIMIT_MS)
            for face in hall.faces:
                await face.value(f"{DRAWN}.some((text) => text.startsWith('+58:'))", None, 3 * LIMIT_MS)
                frames = await face.page.evaluate("timersSeen")
                drawn = {
                    text[:4] for at_ms, texts, _ in frames if at_ms - woke_ms > LOOKED_MS for text in texts
                }
                assert drawn <= {UNKNOWN[:4], "+58:"}, face.name
                assert not any(nonsense for _, _, nonsense in frames), face.name
                assert face.problems == []
        await hall.close()


async def test_a_network_that_lets_sockets_through_no_more_and_then_again(
    browser: Browser, server: LiveServer
) -> None:
    """After three attempts calls take over by themselves, with what was asked meanwhile; later a socket again."""
    port = urlsplit(server.url).port
    assert port is not None
    async with refusing(port) as (proxy, proxied):
        hall = Hall(browser, server.links)
        phone = await hall.phone("BR", scripts=[IMPATIENT], port=proxied)
        await phone.is_live()
        assert "GET /api/view" not in proxy.asked

        proxy.forbidden = ("/socket.io",)
        proxy.asked.clear()
        proxy.cut()
        await phone.ask()
        await phone.waits_as(1)
        await phone.is_live()
        calls = proxy.asked.index("GET /api/view")
        assert proxy.asked[:calls].count("GET /socket.io/") >= 3
        assert proxy.asked.count("POST /api/command") == 1

        proxy.forbidden = ()
        proxy.asked.clear()
        await phone.page.wait_for_event("websocket", timeout=3 * LIMIT_MS)
        async with client(server.url, server.links["console:chair"].partition("#t=")[2]) as chair:
            await chair.done(MoveStep(chair.step, Step("opening")))
            resumes_ms = round(time.time() * 1000) + 1_200_000
            await chair.shows(await chair.done(Suspend("break", resumes_ms)))
            await phone.says("suspended-break")
            await phone.shows(phone.words("say-resumes-at", time=phone.words.time(resumes_ms)))
            anew_ms = resumes_ms + 600_000
            await chair.done(AnnounceResumption(chair.view["session"]["suspension"]["since_ms"], anew_ms))
        await phone.shows(phone.words("say-resumes-anew", time=phone.words.time(anew_ms)))
        calls = len(proxy.asked)
        await asyncio.sleep(3)  # one beat and a half: a page that calls would have called
        assert "GET /api/view" not in proxy.asked[calls:]
        await phone.is_untouched()
        await hall.close()
    assert len(await server.events(RequestAdded)) == 1


async def first_after(way: Cable, cut_s: float) -> float:
    """How long after that instant a device connected again, seconds."""
    async with asyncio.timeout(2 * LATEST_S):
        while (at_s := await way.connected.get()) <= cut_s:
            continue  # one of before
    return at_s - cut_s


async def test_a_hall_comes_back_and_does_not_storm_the_server(hall: Hall, server: LiveServer) -> None:
    """Console, phone and screen at once; observers spread over ten seconds, each drawing its own pause."""
    async with AsyncExitStack() as stack:
        ways = [await stack.enter_async_context(cable(server.url)) for _ in range(3 + OBSERVERS)]
        await hall.console(port=ways[0].port)
        await hall.phone("BR", port=ways[1].port)
        await hall.screen(port=ways[2].port)
        for way in ways[3:]:
            await hall.observer(port=way.port)
        for face in hall.faces:
            await face.value("palabra.errorMs() < Infinity")
        cut_s = asyncio.get_running_loop().time()
        for way in ways:
            way.cut()
        back_s = await asyncio.gather(*(first_after(way, cut_s) for way in ways))
        await asyncio.gather(*(face.is_live() for face in hall.faces))
    soon, spread = back_s[:3], back_s[3:]
    assert max(soon) <= SOON_S, soon
    assert max(spread) <= LATEST_S, spread
    assert max(spread) - min(spread) >= SPREAD_S, spread
