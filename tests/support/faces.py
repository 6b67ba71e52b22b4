"""The faces of one dialogue as people have them open: a page each, with storage and a language of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, TypeVar
from urllib.parse import urljoin, urlsplit, urlunsplit

from playwright.async_api import Browser, ViewportSize

from tests.support.face import Face
from tests.support.face_console import Console
from tests.support.face_phone import Phone
from tests.support.face_stage import Stage

CONSOLE_SIZE: Final = ViewportSize(width=1366, height=768)
PHONE_SIZE: Final = ViewportSize(width=390, height=844)
PODIUM_SIZE: Final = ViewportSize(width=1024, height=768)
SCREEN_SIZE: Final = ViewportSize(width=1920, height=1080)
OWN: Final = "globalThis.openedBy = 'this test'"
"""A mark on the page that a reload takes away."""

F = TypeVar("F", bound=Face)


class Hall:
    """All pages that a test opened on one server."""

    def __init__(self, browser: Browser, links: dict[str, str]) -> None:
        self._browser = browser
        self._links = links
        self.faces: list[Face] = []

    async def console(
        self,
        name: str = "chair",
        lang: str = "en",
        *,
        scripts: Sequence[str] = (),
        port: int | None = None,
    ) -> Console:
        """Open a console, after these scripts, by way of another port; the focus is on its context button."""
        console = await self._open(Console, f"console:{name}", lang, CONSOLE_SIZE, scripts, port)
        await console.says("console-title")
        return console

    async def phone(
        self, seat: str, lang: str = "en", *, scripts: Sequence[str] = (), port: int | None = None
    ) -> Phone:
        """Open a seat's phone, after these scripts, by way of another port."""
        phone = await self._open(Phone, f"seat:{seat}", lang, PHONE_SIZE, scripts, port)
        await phone.shows_seat(seat)
        return phone

    async def observer(
        self, lang: str = "en", *, scripts: Sequence[str] = (), port: int | None = None
    ) -> Face:
        """Open the public page, after these scripts, by way of another port."""
        return await self._open(Face, "public", lang, PHONE_SIZE, scripts, port)

    async def screen(
        self,
        name: str = "hall-left",
        lang: str = "en",
        *,
        scripts: Sequence[str] = (),
        port: int | None = None,
    ) -> Face:
        """Open a projection screen, after these scripts, by way of another port."""
        return await self._open(Face, f"screen:{name}", lang, SCREEN_SIZE, scripts, port)

    async def open(
        self, who: str, lang: str = "en", *, scripts: Sequence[str] = (), port: int | None = None
    ) -> Face:
        """Open whichever face it is by the name of its link, as the others are; nothing is waited for."""
        return await self._open(Face, who, lang, _size(who), scripts, port)

    async def turn(self, face: Face, who: str) -> None:
        """Leave a face and open another on its page, as if for the first time; nothing is waited for.

        That costs half of what a page of its own does. Both must be of the same kind: touched, or pointed at.
        """
        size = _size(who)
        assert (size is PHONE_SIZE) == (_size(face.name) is PHONE_SIZE), f"{who} is no face for this device"
        await face.page.goto(urljoin(self._links[who], "/healthz"))
        await face.page.evaluate("localStorage.clear(); sessionStorage.clear()")
        face.name = who
        await face.page.set_viewport_size(size)
        await face.page.goto(_address(self._links[who], face.words.lang, None))
        await face.page.evaluate(OWN)

    async def podium(self, lang: str = "en") -> Face:
        """Open what the Minister in the chair reads."""
        return await self._open(Face, "podium", lang, PODIUM_SIZE)

    async def stage(self, lang: str = "en") -> Stage:
        """Open the stage technician's desk."""
        stage = await self._open(Stage, "stage", lang, CONSOLE_SIZE)
        await stage.says("stage-preview")
        return stage

    async def _open(
        self,
        kind: type[F],
        who: str,
        lang: str,
        size: ViewportSize,
        scripts: Sequence[str] = (),
        port: int | None = None,
    ) -> F:
        context = await self._browser.new_context(viewport=size, locale=lang, has_touch=size is PHONE_SIZE)
        for script in scripts:
            await context.add_init_script(script)
        page = await context.new_page()
        face = kind(page, lang, who)
        self.faces.append(face)
        await page.goto(_address(self._links[who], lang, port))
        await page.evaluate(OWN)
        return face

    async def photograph(self, folder: Path) -> None:
        """A picture of every page that is still open."""
        for number, face in enumerate(self.faces):
            if face.page.is_closed():
                continue
            await face.page.screenshot(path=folder / f"{number}-{face.name.replace(':', '-')}.png")

    async def close(self) -> None:
        """Close every page."""
        for face in self.faces:
            await face.page.context.close()


def _size(who: str) -> ViewportSize:
    """Of the window that a face is looked at in, by the name of its link."""
    sizes = {"public": PHONE_SIZE, "seat": PHONE_SIZE, "screen": SCREEN_SIZE, "podium": PODIUM_SIZE}
    return sizes.get(who.partition(":")[0], CONSOLE_SIZE)


def _address(link: str, lang: str, port: int | None) -> str:
    parts = urlsplit(link)
    place = parts.netloc if port is None else f"{parts.hostname}:{port}"
    return urlunsplit(parts._replace(netloc=place, query=f"lang={lang}"))
