"""Browsers of a few years ago, and pages that meddle: each face comes up without what they lack, or says so."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import pytest
import pytest_asyncio
from playwright.async_api import expect

from server.dialogue.model.ids import SeatId
from server.dialogue.model.state import Step
from server.dialogue.rooms.floor import End
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.session import MoveStep
from tests.support.chromium import REPOSITORY
from tests.support.client import Client
from tests.support.face import LIMIT_MS
from tests.support.faces import Hall
from tests.support.in_process_server import InProcessServer, in_process_server
from tests.support.words import words

LACKING: Final = {
    "Array.prototype.at": "delete Array.prototype.at",
    "Array.prototype.findLast": "delete Array.prototype.findLast; delete Array.prototype.findLastIndex",
    "String.prototype.at": "delete String.prototype.at",
    "String.prototype.replaceAll": "delete String.prototype.replaceAll",
    "Object.hasOwn": "delete Object.hasOwn",
    "structuredClone": "delete globalThis.structuredClone",
    "crypto.randomUUID": "delete Crypto.prototype.randomUUID",
    "Promise.any": "delete Promise.any; delete Promise.withResolvers; delete Promise.try",
    "toSorted and its kind": "for (const n of ['toSorted','toReversed','toSpliced','with']) delete Array.prototype[n]",
    "Object.groupBy": "delete Object.groupBy; delete Map.groupBy",
    "iterators' helpers": "delete globalThis.Iterator; const p = Object.getPrototypeOf(Object.getPrototypeOf("
    "[][Symbol.iterator]())); for (const n of ['map','filter','toArray','some','find','forEach']) delete p[n]",
    "sets' helpers": "for (const n of ['union','difference','intersection']) delete Set.prototype[n]",
    "Element.replaceChildren": "delete Element.prototype.replaceChildren; delete Element.prototype.checkVisibility",
    "showModal": "delete HTMLDialogElement.prototype.showModal; delete HTMLDialogElement.prototype.close",
    "popovers": "for (const n of ['showPopover','hidePopover','togglePopover','popover'])"
    " delete HTMLElement.prototype[n]",
    "userActivation": "delete Navigator.prototype.userActivation",
    "Intl.ListFormat": "delete Intl.ListFormat; delete Intl.Segmenter",
    "WeakRef": "delete globalThis.WeakRef; delete globalThis.FinalizationRegistry",
    "AbortSignal.timeout": "delete AbortSignal.timeout; delete AbortSignal.any",
    "wakeLock": "delete Navigator.prototype.wakeLock; delete Navigator.prototype.vibrate",
}
"""Built-ins younger than Chrome 79, Safari 14 or Firefox 78."""
LATER: Final = ("UY", "AR", "PE", "CL", "CO")
"""Who asks for the floor, one on each face."""
PHONE: Final = "seat:CO"
FACES: Final = (("screen:hall-left", "podium", "stage", "console:chair"), ("public", PHONE))
"""On a machine with a pointer, and on a phone."""
BROKEN: Final = "Object.defineProperty(globalThis, 'WeakMap', { value: undefined })"
"""No browser that can run the faces lacks it: they do not come up."""
YOUNG: Final = frozenset(
    {
        "at",
        "findLast",
        "findLastIndex",
        "replaceAll",
        "hasOwn",
        "structuredClone",
        "any",
        "withResolvers",
        "toSorted",
        "toReversed",
        "toSpliced",
        "groupBy",
        "fromAsync",
        "randomUUID",
        "replaceChildren",
        "checkVisibility",
        "showModal",
        "showPopover",
        "hidePopover",
        "togglePopover",
        "WeakRef",
        "FinalizationRegistry",
        "AggregateError",
        "ListFormat",
        "isWellFormed",
        "toWellFormed",
        "union",
        "intersection",
        "symmetricDifference",
        "isSubsetOf",
        "isSupersetOf",
        "isDisjointFrom",
        "requestIdleCallback",
        "canParse",
        "requestSubmit",
        "moveBefore",
        "setHTML",
        "waitAsync",
        "getOrInsert",
        "Segmenter",
        "toArray",
    }
)
"""Methods and classes younger than Chrome 79, Safari 14 or Firefox 78 (MDN's compatibility tables)."""
GUARDED: Final = frozenset({"ListFormat"})
"""Used only where it is there."""
POLYFILLS: Final = REPOSITORY / "web_client/shared/polyfills.ts"
TRANSLATE: Final = """
() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
  for (const text of texts) {
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    inner.textContent = "traducido";
    outer.append(inner);
    text.replaceWith(outer);
  }
}
"""
"""As Google's translator does it."""


@pytest_asyncio.fixture(loop_scope="session")
async def server(tmp_path: Path) -> AsyncIterator[InProcessServer]:
    """A server on an empty journal."""
    async with in_process_server(tmp_path) as near:
        yield near


@pytest_asyncio.fixture(loop_scope="session")
async def chair(server: InProcessServer) -> AsyncIterator[Client]:
    """A console of the chair's without a page, in the exchange; Brazil speaks."""
    async with server.client("console:chair") as opened:
        assert [await opened.press(), await opened.press()] == ["open", "start_round"]
        await opened.done(MoveStep(opened.step, Step("exchange", 1)))
        for seat in ("BR", "MX"):
            await opened.done(Ask(SeatId(seat)))
        assert [await opened.press(), await opened.press()] == ["call", "start"]
        yield opened


@pytest.mark.parametrize("script", LACKING.values(), ids=LACKING)
async def test_every_face_does_without(script: str, chair: Client, hall: Hall) -> None:
    """Each is drawn, follows, and opens a dialog where it has one."""
    on_floor, waits = "BR", "MX"
    asks = iter(LATER)
    for device in FACES:
        face = await hall.open(device[0], scripts=[script])
        for who in device:
            if who != face.name:
                await hall.turn(face, who)
            await face.shows_seat(on_floor)
            await expect(face.page.locator(".noscript")).to_have_count(0)
            if who == device[-1] == PHONE:
                break
            newcomer = next(asks)
            await face.hides(face.words.seat(newcomer))
            await chair.done(Ask(SeatId(newcomer)))
            await chair.done(End(chair.view["floor"]["statement"]))
            assert [await chair.press(), await chair.press()] == ["call", "start"]
            on_floor, waits = waits, newcomer
            await face.shows_seat(waits)
    phone = hall.faces[-1]
    await phone.page.get_by_role("button", name=phone.words("seat-do-change"), exact=True).click()
    await expect(phone.page.get_by_role("dialog")).to_be_visible()
    await phone.key("Escape")
    await expect(phone.page.get_by_role("dialog")).to_have_count(0)
    await chair.done(End(chair.view["floor"]["statement"]))
    assert await chair.press() == "call"
    await phone.says("seat-say-called")


@pytest.mark.parametrize("who", ["seat:BR", "podium", "console:chair", "stage"])
async def test_a_face_that_does_not_come_up_says_so(who: str, chair: Client, hall: Hall) -> None:
    """In words, in every language, with a way to follow all the same."""
    assert chair.view["floor"]
    face = await hall.open(who, scripts=[BROKEN])
    said = face.page.get_by_role("alert")
    await expect(said).to_contain_text("cannot be shown in this browser", timeout=LIMIT_MS)
    for sentence in ("no puede mostrarse", "não pode ser mostrada", "ne peut pas s’afficher"):
        await expect(said).to_contain_text(sentence)
    face.problems.clear()  # that is what it is about


@pytest.mark.parametrize("who", ["public", "screen:hall-left"])
async def test_what_the_server_drew_stays_where_the_face_does_not_come_up(
    who: str, chair: Client, hall: Hall
) -> None:
    """And it is fetched anew by itself: the next speaker is shown."""
    face = await hall.open(who, scripts=[BROKEN])
    await expect(face.page.locator(".noscript")).to_be_visible()
    await face.shows_seat("BR")
    await chair.done(End(chair.view["floor"]["statement"]))
    assert [await chair.press(), await chair.press()] == ["call", "start"]
    await expect(face.page.locator("h2").first).to_contain_text(words("en").seat("MX"), timeout=2 * LIMIT_MS)
    face.problems.clear()


async def test_a_translated_page_goes_on(chair: Client, hall: Hall) -> None:
    """Every text is wrapped as translators do; the next change is shown all the same, and nothing of before stays."""
    faces = [
        await hall.open(who) for who in ("seat:MX", "public", "screen:hall-left", "podium", "console:chair")
    ]
    for face in faces:
        await face.shows_seat("BR")
        await face.page.evaluate(TRANSLATE)
    await chair.done(End(chair.view["floor"]["statement"]))
    assert [await chair.press(), await chair.press()] == ["call", "start"]
    phone, *others = faces
    await phone.says("seat-say-speaking")
    await phone.hides(phone.words("seat-say-next"))
    for face in others:
        await face.shows_seat("MX")
        assert await face.page.evaluate("document.documentElement.translate") is False
        assert await face.page.locator("font").count() == 0


@pytest.mark.parametrize("folder", ["web_client/dist/assets", "moderator_console/dist/console-assets"])
def test_the_pages_use_nothing_younger(folder: str) -> None:
    """Each built-in that the oldest browsers lack is filled in (polyfills.ts) or not used at all."""
    built = [path.read_text("utf-8") for path in (REPOSITORY / folder).glob("*.js")]
    assert len(built) > 3
    found = {name for text in built for name in re.findall(r"\.(\w+)\(", text) if name in YOUNG}
    found |= {name for text in built for name in re.findall(r"\bnew (\w+)\b", text) if name in YOUNG}
    filled = re.findall(
        r"core-js/actual/\w+/([\w-]+)|\b(?:elements|dialogs|popovers)\.(\w+) ", POLYFILLS.read_text("utf-8")
    )
    names = {re.sub(r"-(\w)", lambda match: match[1].upper(), core) or own for core, own in filled}
    assert names >= {"at", "replaceAll", "showModal"}
    assert found - names - GUARDED == set()
