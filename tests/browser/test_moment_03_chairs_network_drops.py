"""Moment 3: the chair's network drops with a speech running. Clocks go on; what was clicked before skips nobody."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from playwright.async_api import expect

from server.dialogue.rooms.calls import Called
from server.dialogue.rooms.chair import ChairTaken
from server.dialogue.rooms.floor import Ended
from tests.cluster.waiting import until
from tests.support.cable import Cable, cable
from tests.support.face import LIMIT_MS, agree_on_the_clock
from tests.support.face_console import Console
from tests.support.faces import Hall
from tests.support.instruments import TAP
from tests.support.live_server import LiveServer

SENT = "tap.commands.at(-1)?.command.type === 'end'"
SILENCE_MS = 25_000
"""The chair may be silent for 10 s before the deputy presides at once (R4), counted from its last word."""


async def brazil_speaks(hall: Hall, way: Cable) -> Console:
    """The chair at a console on that cable; Brazil has the floor, Mexico and Chile wait; everybody watches."""
    console = await hall.console(scripts=[TAP], port=way.port)
    for seat in ("BR", "MX", "CL"):
        await (await hall.phone(seat)).ask()
    await hall.observer()
    await hall.screen()
    await console.enter("do-open")
    await console.enter("do-start_round", round=1)
    await console.move_to("exchange", 1)
    await console.enter("console-confirm-exchange", round=1)
    await console.enter("do-call", "BR")
    await console.enter("do-start", "BR")
    await console.finds_f4("MX")
    await console.says("console-saved")  # nothing is on its way: what is sent next goes out at once
    return console


async def click_into_a_dead_cable(hall: Hall, server: LiveServer, way: Cable, console: Console) -> None:
    """F4 just as the network drops: the console says that it waits, later that it is cut off, and sends no more."""
    before = await server.seq()
    way.hang()
    await send_f4(console)
    way.pull()
    await console.offers("console-not-sent")
    await console.is_cut_off()
    for key in ("Enter", "F4", "Control+z"):
        await console.key(key)
    await asyncio.gather(*(face.ticks() for face in hall.faces))
    assert await server.seq() == before


async def send_f4(console: Console) -> None:
    """Press F4; the page has sent what it does."""
    await console.key("F4")
    await console.value(SENT)


async def sent(console: Console) -> list[dict[str, Any]]:
    """What this console sent last, as often as it was sent: the same, but that it says so from the second time on."""
    commands: list[dict[str, Any]] = await console.page.evaluate("tap.commands")
    same = [each for each in commands if each["id"] == commands[-1]["id"]]
    assert same[1:] == [same[0] | {"again": True}] * (len(same) - 1)
    return same


async def is_refused(console: Console, code: str) -> None:
    """The queued act went out again with the same id, and a sentence says why it was not done.

    More than once where a line broke again before the answer came: then it is sent again, and does nothing twice.
    """
    await expect(console.refusal.filter(has_text=console.words(f"refusal-{code}"))).to_be_visible(
        timeout=LIMIT_MS
    )
    same = await sent(console)
    # Into the dead cable; then by calls, by a socket, or by both, and once more by each whose answer is late.
    assert 2 <= len(same) <= 5, same
    assert same[0]["command"]["type"] == "end"


@pytest.mark.timeout(300)
async def test_moment_3_the_deputy_took_the_chair(hall: Hall, server: LiveServer) -> None:
    """By an explicit act; clocks ran on everywhere; the chair's queued click comes too late, and says so."""
    deputy = await hall.console("deputy")
    async with cable(server.url) as way:
        chair = await brazil_speaks(hall, way)
        await click_into_a_dead_cable(hall, server, way, chair)

        await deputy.press("console-take")
        take = deputy.page.get_by_role("button", name=deputy.words("console-take-now"))
        presides = deputy.page.get_by_role(
            "button", name=deputy.words("do-end", name=deputy.words.seat("BR"))
        )
        await expect(take.or_(presides).first).to_be_visible(timeout=SILENCE_MS)
        if await take.count():
            await deputy.press_on(take)
        await deputy.key("Escape")
        await deputy.is_ready_to("do-end", "BR")  # it presides by now
        await deputy.end_and_call("MX")
        await deputy.enter("do-start", "MX")

        way.put_back()
        await is_refused(chair, "not_active_console")
        await chair.is_live()
        await chair.offers("console-watching")
        await asyncio.gather(*(face.ticks() for face in hall.faces))
        await agree_on_the_clock(hall.faces)  # Mexico's
        await deputy.offers("do-end", "MX")
        await chair.is_untouched()
    assert [called.statement.seat for called in await server.events(Called)] == ["BR", "MX"]
    assert len(await server.events(Ended)) == 1
    assert [taken.console for taken in await server.events(ChairTaken)] == ["console:deputy"]


async def test_moment_3_the_chair_went_on_at_another_laptop(hall: Hall, server: LiveServer) -> None:
    """The same click, done there meanwhile: the queued one is overtaken, and does not end the next speech."""
    async with cable(server.url) as way:
        first = await brazil_speaks(hall, way)
        second = await hall.console()
        await second.finds_f4("MX")
        await click_into_a_dead_cable(hall, server, way, first)

        await second.end_and_call("MX")
        await second.enter("do-start", "MX")
        way.put_back()
        await is_refused(first, "overtaken")
        await first.offers("do-end", "MX")
        await asyncio.gather(*(face.ticks() for face in hall.faces))
        await first.end_and_call("CL")
        await second.offers("do-start", "CL")
    assert [called.statement.seat for called in await server.events(Called)] == ["BR", "MX", "CL"]


async def test_moment_3_the_click_was_done_and_only_its_answer_was_lost(
    hall: Hall, server: LiveServer
) -> None:
    """Sent again with its id it gets the first answer: done once, nobody skipped, nothing to explain."""
    async with cable(server.url) as way:
        console = await brazil_speaks(hall, way)
        before = await server.seq()
        server.hang()
        up_bytes = way.up_bytes
        await send_f4(console)
        click_bytes = len(json.dumps((await sent(console))[0]))
        await until(
            lambda: way.up_bytes >= up_bytes + click_bytes, LIMIT_MS / 1000
        )  # it lies before the server
        way.hang()
        server.go_on()
        await server.reached(before + 1)
        way.cut()
        way.put_back()
        await console.offers("do-start", "MX")
        await expect(console.refusal).to_have_count(0)
        assert 2 <= len(await sent(console)) <= 5
    assert [called.statement.seat for called in await server.events(Called)] == ["BR", "MX"]
    assert len(await server.events(Ended)) == 1
