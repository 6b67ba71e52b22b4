"""Personal links as people come by them: through mail, typed over another one, with a part missing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.support.face import LIMIT_MS
from tests.support.faces import Hall
from tests.support.in_process_server import InProcessServer, in_process_server


@pytest_asyncio.fixture(loop_scope="session")
async def server(tmp_path: Path) -> AsyncIterator[InProcessServer]:
    """A server on an empty journal."""
    async with in_process_server(tmp_path) as near:
        yield near


@pytest.mark.parametrize("who", ["seat:BR", "console:chair", "podium", "screen:hall-left"])
async def test_another_link_in_the_same_tab_counts(who: str, hall: Hall, server: InProcessServer) -> None:
    """The page is whose link is in the bar, at once and after a reload, and back again."""
    first = await hall.open(who)
    await first.page.wait_for_function("globalThis.palabraIsUp")
    other = {"seat:BR": "seat:MX", "console:chair": "console:deputy", "screen:hall-left": "screen:hall-right"}
    fragment = server.links[other.get(who, "stage")].partition("#")[2]
    async with first.page.expect_request(lambda request: request.is_navigation_request()):
        await first.page.evaluate("(fragment) => { location.hash = fragment; }", fragment)
    if who == "seat:BR":
        await first.shows_seat("MX")
        await first.page.reload()
        await first.shows_seat("MX")
        await first.page.go_back()
        await first.shows_seat("BR")


@pytest.mark.parametrize("end", [".", "%20", "%0D%0A", ")", "\u201d.", "\u200b", ". Gracias"])
async def test_what_mail_puts_after_a_link_does_not_matter(
    end: str, hall: Hall, server: InProcessServer
) -> None:
    """The link opens the seat."""
    phone = await hall.phone("BR")
    await phone.page.goto("about:blank")
    await phone.page.goto(server.links["seat:BR"] + end)
    await phone.says("seat-say-idle")


async def test_what_is_said_of_a_bad_link_is_true(hall: Hall, server: InProcessServer) -> None:
    """A part missing: incomplete. Nobody's: not known here. None was replaced by a newer one."""
    phone = await hall.phone("BR")
    link = server.links["seat:BR"]
    token = link.partition("=")[2]
    for shown, sentence in ((link[:-3], "link-incomplete"), (link.replace(token, "x" * 24), "link-unknown")):
        await phone.page.goto("about:blank")
        await phone.page.goto(shown)
        await expect(phone.page.get_by_text(phone.words(sentence))).to_be_visible(timeout=LIMIT_MS)


async def test_tabs_of_one_browser_are_one_device_and_another_browser_is_another(hall: Hall) -> None:
    """R7: four tabs count once; a third browser comes in, a fourth one is told why not, until one is closed."""
    first = await hall.phone("BR")
    tabs = [await first.page.context.new_page() for _ in range(3)]
    for tab in tabs:
        await tab.goto(first.page.url)
        await expect(tab.get_by_role("heading", name=first.words.seat("BR"))).to_be_visible(timeout=LIMIT_MS)
    second, third = await hall.phone("BR"), await hall.phone("BR")
    for phone in (first, second, third):
        await phone.is_live()
    fourth = await hall.open("seat:BR")
    await fourth.says("seat-devices")
    for tab in tabs:
        await expect(tab.get_by_role("heading", name=first.words.seat("BR"))).to_be_visible()
    await third.page.close()
    await fourth.page.reload()
    await fourth.shows_seat("BR")
