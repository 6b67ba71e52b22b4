"""Every face at its sizes, in the states that hurt, in two languages."""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from playwright.async_api import Page, expect

from server.dialogue.model.ids import ActionId, PartyId, ScreenId, SeatId, StatementId
from server.dialogue.rooms.actions import AnswerAction, ProposeAction
from server.dialogue.rooms.clock import AdjustTime
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.screens import SetScene
from server.rehearsal.client import Client
from tests.pictures.camera import Camera, View, camera, is_middle, played, until
from tests.support.words import words

LANGUAGES: Final = ("pt", "fr")
AT_ONCE: Final = 4
"""So many pages are drawn at the same time."""
LONGER_MS: Final = 50 * 60_000
"""Session time in which the pages are photographed: less than a minute, for the clock runs faster."""
LEFT: Final = ScreenId("hall-left")
LONG: Final = ("Grupo de trabajo para la conectividad rural " * 5)[:200].rstrip()
ALL: Final = 34
CUT: Final = ".offline, .stale, .cut, .trouble, [role=status]"
NOTICED_MS: Final = 30_000
PHONES: Final = ((360, 740), (412, 915))


class Face(NamedTuple):
    """A page: its name in the album, whose it is, and its sizes."""

    name: str
    who: str
    sizes: tuple[tuple[int, int], ...]
    drawn: str
    """What is there once it has a view."""
    second: str = ""


FACES: Final = (
    Face("console", "console:chair", ((1366, 768), (1920, 1080)), ".console"),
    Face("observer", "public", ((360, 740), (1366, 768)), "main section"),
    Face("podium", "podium", ((1024, 768), (768, 1024)), ".podium"),
    Face("stage", "stage", ((1366, 768),), ".stage"),
    Face("hall", "screen:hall-left", ((1920, 1080), (1024, 768), (1080, 1920)), ".screen"),
    Face("two", "screen:hall-left", ((1920, 1080),), ".screen", "&second=en"),
    Face("group", "seat:youth-1", PHONES, ".phone footer"),
)


class Album:
    """Where the pictures go."""

    def __init__(self, at: Camera, folder: Path) -> None:
        self._at = at
        self._folder = folder
        self._door = asyncio.Semaphore(AT_ONCE)

    async def state(self, name: str, faces: tuple[Face, ...]) -> None:
        """Each of the faces as it is now."""
        async with asyncio.TaskGroup() as group:
            for face in faces:
                for lang in LANGUAGES:
                    for size in face.sizes:
                        group.create_task(self._one(name, face, lang, size))

    async def _one(self, state: str, face: Face, lang: str, size: tuple[int, int]) -> None:
        async with self._door:
            page = await self._open(face, lang, size)
            await self._keep(page, f"{face.name}-{state}-{lang}-{size[0]}x{size[1]}")

    async def dialogs(self, waits: Face) -> None:
        """The longest of them: adding to the list, changing a request, filing an issue."""
        for lang in LANGUAGES:
            say = words(lang)
            console = await self._open(FACES[0], lang, FACES[0].sizes[0])
            await console.wait_for_selector("[data-ready=true]")
            await console.keyboard.press("F9")
            await console.keyboard.type("mx")
            await console.keyboard.press("Enter")
            await console.wait_for_selector("dialog fieldset")
            await self._keep(console, f"console-dialog-{lang}")
            for name, face, act in (("change", waits, "seat-do-change"), ("ask", FACES[-1], "seat-do-more")):
                phone = await self._open(face, lang, PHONES[0])
                await phone.get_by_role("button", name=say(act)).first.click()
                await phone.wait_for_selector("dialog h2")
                await self._keep(phone, f"phone-{name}-{lang}")

    async def actions(self, speaks: Face, waits: Face) -> None:
        """Joint actions (R37): the panel, a dialog, the two sheets of a phone, and the scene of a screen."""
        await self.state("actions", (FACES[1], FACES[4], FACES[5]))
        for lang in LANGUAGES:
            say = words(lang)
            console = await self._open(FACES[0], lang, FACES[0].sizes[0])
            await console.wait_for_selector("[data-ready=true]")
            await console.locator("[aria-labelledby=record-title] .line button").click()
            await self._shot(console, f"console-actions-{lang}")
            await console.wait_for_selector("[data-ready=true]")
            await console.get_by_role("button", name=say("console-propose")).click()
            await console.wait_for_selector("dialog h2")
            await self._keep(console, f"console-propose-{lang}")
            for face, act in ((speaks, "seat-do-propose"), (waits, "seat-do-actions-waiting")):
                phone = await self._open(face, lang, PHONES[0])
                await phone.get_by_role("button", name=say(act, count=2)).first.click()
                await phone.wait_for_selector("dialog h2")
                await self._keep(phone, f"phone-{act.removeprefix('seat-do-')}-{lang}")

    async def offline(self, faces: tuple[Face, ...]) -> None:
        """Each of them after the server has gone."""
        pages = [(face, await self._open(face, LANGUAGES[0], face.sizes[0])) for face in faces]
        self._at.server.kill()
        for face, page in pages:
            await page.wait_for_selector(CUT, timeout=NOTICED_MS)
            await self._keep(page, f"{face.name}-offline")

    async def _open(self, face: Face, lang: str, size: tuple[int, int]) -> Page:
        page = await self._at.open(face.who, size, f"lang={lang}{face.second}")
        await page.wait_for_selector(face.drawn)
        return page

    async def _keep(self, page: Page, name: str) -> None:
        await self._shot(page, name)
        await page.context.close()

    async def _shot(self, page: Page, name: str) -> None:
        await page.screenshot(path=self._folder / f"{name}.png")

    async def error(self) -> None:
        """Links that open nothing."""
        for page_name in ("console", "floor", "podium", "stage", "screen"):
            page = await self._at.look(f"{self._at.server.url}/{page_name}#t=wrong", (412, 915), "lang=fr")
            await expect(page.locator("#face")).to_contain_text(re.compile(r"\S.{8}"))
            await self._keep(page, f"{page_name}-error")


async def fill(folder: Path) -> None:
    """Play to the middle, and photograph on the way and afterwards."""
    with tempfile.TemporaryDirectory(prefix="palabra-pictures-") as data:
        async with camera(Path(data)) as at:
            album = Album(at, folder)
            await album.state("empty", FACES)
            await album.error()
            chair = at.client("console:chair")
            await chair.connect()
            async with played(at):
                view = await until(chair, is_middle)
            await _longer(chair, view)
            phones = _phones(view)
            await album.state("speaking", (*FACES, *phones))
            await album.dialogs(_phones(view)[1])
            await _proposed(chair, phones[2])
            await album.actions(phones[0], phones[2])
            await chair.do(SetScene(LEFT, "speaker"))
            await _everybody_asks(at, view)
            await until(chair, lambda now: len(now["order"]) >= ALL - 1)
            await album.state("full", (*FACES, *phones))
            await _over(chair)
            await album.state("over", (*FACES, *phones))
            await album.offline((*FACES, *phones))
            await chair.close()


def _phones(view: View) -> tuple[Face, ...]:
    """Whoever speaks, is next, and waits."""
    waiting = [view["agenda"][key]["seat"] for key in view["order"]]
    who = {"speaks": view["floor"]["seat"], "next": waiting[0], "waits": waiting[-1]}
    return tuple(Face(name, f"seat:{seat}", PHONES, ".phone footer") for name, seat in who.items())


async def _longer(chair: Client, view: View) -> None:
    await chair.do(AdjustTime(StatementId(view["floor"]["statement"]), LONGER_MS))


async def _proposed(chair: Client, waits: Face) -> None:
    """Two joint actions that name who waits: one in a few words, one in 200 letters."""
    party = chair.view["seats"][waits.who.removeprefix("seat:")]["party"]
    named = tuple(dict.fromkeys(PartyId(one) for one in (party, "BR", "youth", "workers")))
    issue = next(iter(chair.view["issues"]))
    await chair.do(ProposeAction("Un fondo común", named[:1], issue=issue))
    await chair.do(
        ProposeAction(LONG, named, others="CEPAL", by_when="2015", mandate="Mandato 3", issue=issue)
    )
    await chair.do(AnswerAction(ActionId(list(chair.view["actions"])[-1]), 1, named[1], "declined", LONG))
    await chair.do(SetScene(LEFT, "actions"))


async def _over(chair: Client) -> None:
    floor = chair.view["floor"]
    await chair.do(AdjustTime(StatementId(floor["statement"]), -floor["clock"]["length_ms"]))


async def _everybody_asks(at: Camera, view: View) -> None:
    """Every State that is not on the list."""
    on_list = {view["agenda"][key]["seat"] for key in view["order"]}
    for seat, shown in view["seats"].items():
        if view["parties"][shown["party"]]["kind"] == "state" and seat not in on_list:
            client = at.client(f"seat:{seat}")
            await client.connect()
            await client.do(Ask(SeatId(seat), text=words("es")("say-next-none")))
            await client.close()
