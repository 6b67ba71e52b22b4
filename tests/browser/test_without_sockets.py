"""Where no socket gets through, and where no script runs: the faces go on by calls, the pages by themselves."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import aiohttp
from playwright.async_api import Browser, expect

from server.dialogue.model.state import Step
from server.dialogue.rooms.session import AnnounceResumption, MoveStep, Suspend
from tests.support.caller import Caller
from tests.support.face import LIMIT_MS, Face
from tests.support.faces import Hall
from tests.support.live_server import LiveServer
from tests.support.strict_proxy import StrictProxy, refusing

BEAT_S = 6
"""How often an observer calls."""


@asynccontextmanager
async def chair_of(server: LiveServer) -> AsyncIterator[Caller]:
    """The chair, who conducts by calls too."""
    async with aiohttp.ClientSession(server.url) as http:
        yield Caller(http, server.links["console:chair"].partition("#t=")[2])


@asynccontextmanager
async def behind(
    browser: Browser, server: LiveServer, *forbidden: str
) -> AsyncIterator[tuple[Hall, StrictProxy]]:
    """A hall whose network refuses these paths."""
    port = urlsplit(server.url).port
    assert port is not None
    async with refusing(port, *forbidden) as (proxy, proxied):
        links = {who: link.replace(f":{port}/", f":{proxied}/") for who, link in server.links.items()}
        hall = Hall(browser, links)
        yield hall, proxy
        await hall.close()
        assert [problem for face in hall.faces for problem in face.problems] == []


async def to_exchange(chair: Caller) -> None:
    """Open, and go to the exchange without hearing the groups."""
    for before, after in (
        (Step("scheduled"), Step("opening")),
        (Step("opening"), Step("interventions", 1)),
        (Step("interventions", 1), Step("exchange", 1)),
    ):
        answer = await chair.do(MoveStep(before, after))
        assert answer["answer"] == "accepted", answer


async def test_faces_go_on_without_sockets(browser: Browser, server: LiveServer) -> None:
    """A seat asks for the floor and speaks, an observer follows: all by calls, no more than a beat late."""
    async with behind(browser, server, "/socket.io") as (hall, proxy), chair_of(server) as chair:
        await to_exchange(chair)
        brazil, observer = await hall.phone("BR"), await hall.observer()
        await observer.says("observer-live")
        await observer.shows(observer.words("connection-polls", seconds=BEAT_S))
        await brazil.ask()
        await brazil.says("seat-next")
        assert "POST /api/command" in proxy.asked

        assert [await chair.press() for _ in range(2)] == ["call", "start"]
        began = time.monotonic()
        await brazil.says("seat-speaking")
        await observer.shows_seat("BR")
        assert time.monotonic() - began < BEAT_S + 2
        for face in (brazil, observer):
            await face.ticks()
        await chair.call()
        assert chair.view["floor"]["seat"] == "BR"


async def test_a_page_without_scripts_renews_itself(browser: Browser, server: LiveServer) -> None:
    """The public's view in words, in the browser's language, a few seconds old at most."""
    context = await browser.new_context(java_script_enabled=False, locale="en")
    page = await context.new_page()
    face = Face(page, "en", "public without scripts")
    async with chair_of(server) as chair:
        await page.goto(server.links["public"])
        await face.shows("The session")
        await to_exchange(chair)
        await face.says("floor-chair")
        await page.goto(f"{server.url}/screen?lang=en&scene=list")
        await face.says("hall-list", "hall-list-empty")
        resumes_ms = round(time.time() * 1000) + 1_200_000
        await chair.do(Suspend("break", resumes_ms))
        await chair.call()
        anew_ms = resumes_ms + 600_000
        await chair.do(AnnounceResumption(chair.view["session"]["suspension"]["since_ms"], anew_ms))
        await face.says("suspended-break")
        await face.shows(face.words("say-resumes-anew", time=face.words.time(anew_ms)))
    assert face.problems == []
    await context.close()


async def test_the_live_face_takes_the_drawn_pages_place(browser: Browser, server: LiveServer) -> None:
    """And says what the page said."""
    async with chair_of(server) as chair:
        await to_exchange(chair)
    context = await browser.new_context(java_script_enabled=False, locale="en")
    drawn = await context.new_page()
    live = Hall(browser, server.links)
    for path, who in (("/", "public"), ("/screen", "screen:hall-left")):
        await drawn.goto(f"{server.url}{path}?lang=en")
        face = await (live.observer() if who == "public" else live.screen())
        said = await drawn.locator("h2").first.inner_text()
        await face.shows(said)
        await expect(face.page.locator(".noscript")).to_have_count(0, timeout=LIMIT_MS)
        assert face.problems == []
    await live.close()
    await context.close()


async def test_a_browser_too_old_for_the_live_face_renews_the_page(
    browser: Browser, server: LiveServer
) -> None:
    """Scripts run, but not ours: it is as good as a browser without."""
    async with behind(browser, server, "/assets") as (hall, proxy), chair_of(server) as chair:
        observer = await hall.observer()
        await to_exchange(chair)
        await observer.says("floor-chair")
        assert proxy.asked.count("GET /") > 1
