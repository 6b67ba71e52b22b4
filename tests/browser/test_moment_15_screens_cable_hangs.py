"""Moment 15: the cable of a hall screen hangs. The screen says so itself, the console names it, and it heals alone."""

from __future__ import annotations

import asyncio
import re
import time

from playwright.async_api import expect

from server.dialogue.rooms.calls import Called
from tests.support.cable import cable
from tests.support.face import LIMIT_MS, Face, agree_on_the_clock
from tests.support.faces import Hall
from tests.support.instruments import SAYS_SINCE
from tests.support.live_server import LiveServer

SAYS_MS = 5_000
NAMED_MS = 8_000
"""Silent for 5 s counts as gone, looked at once a second; the rest is for a busy machine."""
RIGHT_S = 6.0
"""After the cable is back: a screen tries about every second, and gives a line that hangs 4 s."""


async def said_at(face: Face, text: str) -> float:
    """When the page began to say this, epoch ms; from `SAYS_SINCE`."""
    return float(await face.value("(text) => saidAt[text]", text, 2 * LIMIT_MS))


async def test_moment_15_a_screens_cable_hangs(hall: Hall, server: LiveServer) -> None:
    """It says "last updated" within 5 s by itself, clock running; the console names it; it heals in seconds."""
    console, brazil, mexico = await hall.console(), await hall.phone("BR"), await hall.phone("MX")
    other = await hall.screen("hall-right")
    async with cable(server.url) as way:
        screen = await hall.screen(port=way.port)
        await brazil.ask()
        await mexico.ask()
        await console.enter("do-open")
        await console.enter("do-start_round", round=1)
        await console.move_to("exchange", 1)
        await console.enter("console-confirm-exchange", round=1)
        await console.enter("do-call", "BR")
        await console.enter("do-start", "BR")
        await screen.ticks()
        stale = screen.words("hall-stale", time="").strip()
        await screen.page.evaluate(SAYS_SINCE, stale)
        card = console.page.get_by_role("button").filter(has_text="left")
        gone = re.compile(re.escape(console.words("screen-gone", time="").strip()))
        await expect(card.filter(has_text=gone)).to_have_count(0)

        hung_ms = time.time() * 1000
        way.hang()
        await console.end_and_call("MX")
        await console.enter("do-start", "MX")
        assert await said_at(screen, stale) - hung_ms <= SAYS_MS
        await expect(card.filter(has_text=gone)).to_have_count(1, timeout=NAMED_MS)
        await screen.shows_seat("BR")
        await screen.ticks()  # what it shows is old, and goes on: it says since when
        await other.shows_seat("MX")
        await other.is_live()

        back_s = time.monotonic()
        way.put_back()
        await screen.shows_seat("MX")
        await screen.is_live()
        assert time.monotonic() - back_s < RIGHT_S
        await asyncio.gather(screen.ticks(), other.ticks())
        await agree_on_the_clock([screen, other])
        await expect(card.filter(has_text=gone)).to_have_count(0, timeout=NAMED_MS)
        await screen.is_untouched()
    assert len(await server.events(Called)) == 2
