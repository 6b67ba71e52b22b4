"""A rehearsal that is played to its middle on a server of its own, and pages of it that are photographed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit, urlunsplit

from playwright.async_api import Browser, Page, ViewportSize, async_playwright

from server.rehearsal.client import Client
from server.rehearsal.narrator import Narrator
from server.rehearsal.play import Options, rehearse
from tests.support import chromium
from tests.support.live_server import LiveServer
from tests.support.program import REPOSITORY

SEED: Final = 7
SPEED: Final = 60.0
OBSERVERS: Final = 12
LIMIT_S: Final = 300.0
"""The middle of the session comes after a third of this."""
WAITING: Final = 5

View = dict[str, Any]


class Camera:
    """A server, whatever is played on it, and a browser that looks at it."""

    def __init__(self, browser: Browser, server: LiveServer) -> None:
        self._browser = browser
        self.server = server

    def client(self, name: str) -> Client:
        """A connection of this actor."""
        return Client(self.server.url, name, self.server.links[name].partition("#t=")[2])

    async def open(self, who: str, size: tuple[int, int], query: str) -> Page:
        """The page of this actor, by its link, once it has a view."""
        return await self.look(self.server.links[who], size, query)

    async def look(self, link: str, size: tuple[int, int], query: str) -> Page:
        """Any page, once it has settled."""
        width, height = size
        context = await self._browser.new_context(
            viewport=ViewportSize(width=width, height=height), locale="es", has_touch=width < 600
        )
        page = await context.new_page()
        await page.goto(urlunsplit(urlsplit(link)._replace(query=query)))
        await page.wait_for_selector("#face > *")
        await page.evaluate("document.fonts.ready.then(() => true)")
        return page


@asynccontextmanager
async def camera(folder: Path) -> AsyncIterator[Camera]:
    """Start server and browser, with the journal in `folder`."""
    server = LiveServer(folder, "--config", str(REPOSITORY / "config.toml"))
    await server.start()
    try:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(
                executable_path=chromium.executable(), args=chromium.ARGUMENTS, env=chromium.environment()
            )
            yield Camera(browser, server)
            await browser.close()
    finally:
        await server.stop()


@asynccontextmanager
async def played(camera: Camera) -> AsyncIterator[None]:
    """The dialogue is played while the block runs; afterwards it stays as it is, with nobody in the room."""
    narrator = Narrator(_silent, each_statement=False)
    options = Options(
        SPEED, SEED, OBSERVERS, REPOSITORY / "config.toml", camera.server.data, camera.server.url
    )
    play = asyncio.create_task(rehearse(options, narrator, _silent))
    try:
        yield
    finally:
        play.cancel()
        await asyncio.gather(play, return_exceptions=True)


async def until(client: Client, holds: Callable[[View], bool]) -> View:
    """Wait for a view of the console that is like this. Raises TimeoutError."""
    async with asyncio.timeout(LIMIT_S):
        while not holds(client.view):
            await client.told()
    return client.view


def is_middle(view: View) -> bool:
    """A State replies in the exchange, several wait, a reply is missing and an answer is due."""
    floor = view.get("floor", {})
    return (
        view["session"]["step"] == {"phase": "exchange", "round": 1}
        and floor.get("status") == "speaking"
        and any(relation["kind"] == "replies_to" for relation in floor["relations"])
        and len(view["order"]) >= WAITING
        and any(issue["open"] for issue in view["issues"].values())
        and any(not issue["open"] for issue in view["issues"].values())
        and any(due["status"] == "due" for due in view["dues"].values())
    )


def _silent(_line: str) -> None:
    pass
