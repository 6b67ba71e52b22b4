"""Texts as people write them: each stands whole on every face, over nothing else, and turns nothing around."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from server.dialogue.model.ids import ActionId, PartyId, ScreenId, SeatId
from server.dialogue.model.state import Links, Step
from server.dialogue.model.text import cleaned
from server.dialogue.rooms.actions import AnswerAction, ProposeAction
from server.dialogue.rooms.issues import RaiseIssue
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.screens import SetScene, ShowMessage
from server.dialogue.rooms.seats import AddGuest
from server.dialogue.rooms.session import MoveStep
from server.wire.messages import Refusal
from tests.support.client import Client
from tests.support.face import LIMIT_MS
from tests.support.faces import Hall
from tests.support.in_process_server import InProcessServer, in_process_server

GUEST_MS: Final = 120_000
WORD: Final = "Rindfleischetikettierungsüberw"
"""Thirty letters without a place to break."""
NAMES: Final = {
    "83 letters": "María de los Ángeles Fernández-Echeverría y Quispe Mamani de la Santísima Trinidade",
    "200 letters": ("Secretaría Técnica Permanente de la Conferencia de Ministros " * 4)[:200].strip(),
    "one long word": WORD,
    "the longest word": "W" * 200,
    "right to left": "שרת החינוך והתרבות",
    "reversing": "Ana\u202eoñeuqeP",
    "accents": "Z" + "\u0302\u0323" * 60,
}
FACES: Final = (
    (("public", (320, 568)), ("seat:BR", (320, 568)), ("seat:workers-1", None)),
    (
        ("screen:hall-left", (1280, 1024)),
        ("screen:hall-right", (1024, 768)),
        ("screen:lobby", (1024, 768)),
        ("console:chair", None),
        ("podium", None),
        ("stage", None),
    ),
)
"""On a phone, on a machine with a pointer; in the window each has, and in a smaller one."""

EMPTY: Final = {
    "no width": "\u200b\u2060\ufeff\u00ad",
    "joiners": "\u200c\u200d\u200d",
    "fillers": "\u3164\u115f\u1160\uffa0\u2800",
    "spaces": "\u2003\u00a0\u202f\u3000\t\n",
    "turning": "\u202e\u2066\u200f\u061c",
    "tags and private": "\U000e0041\U000e007f\ue000\U000f0000",
    "marks without a letter": "\u0301\u034f\ufe0f\u180b",
}
"""Texts that look empty."""

MEASURE: Final = """
() => {
  const faults = [];
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 1) faults.push(`the page is ${wide} px wider than its window`);
  const open = document.querySelector("dialog[open]");
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
    if (element.closest(".unseen, noscript, option, [aria-hidden=true]")) continue;
    if (open && !open.contains(element)) continue; // it lies over all of it
    const range = document.createRange();
    range.selectNodeContents(node);
    let clip = { left: -1e9, right: 1e9, top: -1e9, bottom: 1e9 };
    let block;
    let fixed = false;
    for (let each = element; each && each !== document.documentElement; each = each.parentElement) {
      const style = getComputedStyle(each);
      const box = each.getBoundingClientRect();
      if (!block && style.display !== "inline" && style.display !== "contents") block = box;
      if (["fixed", "sticky"].includes(style.position) || each.matches("dialog")) fixed = true;
      if (style.overflowX !== "visible" && each !== document.body) {
        clip = { left: Math.max(clip.left, box.left), right: Math.min(clip.right, box.right),
                 top: Math.max(clip.top, box.top), bottom: Math.min(clip.bottom, box.bottom) };
      }
    }
    for (const r of range.getClientRects()) {
      const quarter = r.height / 4;
      const line = { left: Math.max(r.left, clip.left), right: Math.min(r.right, clip.right),
                     top: Math.max(r.top + quarter, clip.top), bottom: Math.min(r.bottom - quarter, clip.bottom) };
      if (line.right - line.left < 1 || line.bottom - line.top < 1) continue;
      if (block && !fixed && (line.right > block.right + 2 || line.left < block.left - 2))
        faults.push(`sticks out: ${node.data.trim()}`);
      if (line.right > innerWidth + 1) faults.push(`beyond the edge: ${node.data.trim()}`);
      lines.push({ ...line, node, fixed, text: node.data.trim() });
    }
  }
  for (const [at, a] of lines.entries())
    for (const b of lines.slice(at + 1)) {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (a.node !== b.node && a.fixed === b.fixed && across > 2 && down > 2)
        faults.push(`over each other: ${a.text} | ${b.text}`);
    }
  return [...new Set(faults)].map((each) => each.slice(0, 160));
}
"""


@pytest_asyncio.fixture(loop_scope="session")
async def server(tmp_path: Path) -> AsyncIterator[InProcessServer]:
    """A server on an empty journal."""
    async with in_process_server(tmp_path) as near:
        yield near


@pytest_asyncio.fixture(loop_scope="session")
async def chair(server: InProcessServer) -> AsyncIterator[Client]:
    """A console of the chair's without a page."""
    async with server.client("console:chair") as opened:
        yield opened


async def say_everywhere(chair: Client, text: str) -> None:
    """The text as guests' name and function, an issue's title, what requests say, a message, all of a joint action."""
    assert [await chair.press(), await chair.press()] == ["open", "start_round"]
    theme = next(iter(chair.view["themes"]))
    await chair.done(RaiseIssue(SeatId("youth-1"), theme, title=text))
    await chair.done(MoveStep(chair.step, Step("exchange", 1)))
    for seat in ("BR", "VC"):
        await chair.done(Ask(SeatId(seat), links=Links(asks=(PartyId("workers"),)), text=text))
    for function in (text, ""):
        await chair.done(AddGuest(text, function, "en", GUEST_MS))
    assert [await chair.press(), await chair.press()] == ["call", "start"]
    await chair.done(ShowMessage(text))
    await chair.done(SetScene(ScreenId("hall-right"), "list"))
    asked = (PartyId("BR"), PartyId("workers"))
    await chair.done(ProposeAction(text, asked, others=text, by_when=text, mandate=text))
    await chair.done(AnswerAction(ActionId("a1"), 1, asked[1], "declined", text))
    await chair.done(SetScene(ScreenId("lobby"), "actions"))


async def measure(page: Page, name: str) -> list[str]:
    """What stands where it should not, once all is drawn."""
    await page.evaluate("document.fonts.ready")
    await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    found: list[str] = await page.evaluate(MEASURE)
    return [f"{name}: {fault}" for fault in found]


@pytest.mark.parametrize("text", NAMES.values(), ids=NAMES)
async def test_any_text_fits_every_face(text: str, chair: Client, hall: Hall) -> None:
    """Nothing sticks out or lies over something else, no page scrolls sideways: names, functions, titles, message."""
    await say_everywhere(chair, text)
    found: list[str] = []
    for device in FACES:
        face = await hall.open(device[0][0])
        for who, smaller in device:
            if who != face.name:
                await hall.turn(face, who)
            await expect(face.page.locator("body")).to_contain_text(cleaned(text)[:20], timeout=LIMIT_MS)
            found += await measure(face.page, who)
            if who == "seat:BR":
                await face.page.locator(
                    "footer button", has_text=face.words("seat-do-actions-waiting", count=1)
                ).click()
                await expect(face.page.get_by_role("dialog")).to_be_visible(timeout=LIMIT_MS)
                found += await measure(face.page, f"{who}, joint actions")
                await face.page.keyboard.press("Escape")
            if smaller:
                width, height = smaller
                await face.page.set_viewport_size({"width": width, "height": height})
                found += await measure(face.page, f"{who} {width}x{height}")
    assert not found, "\n".join(found)


BLANKS: Final = """
() => [...document.querySelectorAll("q, bdi, .text, .message, h1, h2, strong, b, li, dd, button")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.style.left)
  .filter((element) => element.getBoundingClientRect().width > 0)
  .filter((element) => /^[\\s«»“”"·,()-]*$/.test(element.innerText))
  .filter((element) => !element.querySelector("svg, input, select, iframe"))
  .map((element) => element.outerHTML.slice(0, 160))
"""
"""Places for a text with nothing to read in them, but for marks around it."""


@pytest.mark.parametrize("text", EMPTY.values(), ids=EMPTY)
async def test_a_text_that_looks_empty_is_none(text: str, chair: Client, hall: Hall) -> None:
    """A name is refused; where a text is not needed it is as if none had been written, and no face has a blank."""
    assert [await chair.press(), await chair.press()] == ["open", "start_round"]
    theme = next(iter(chair.view["themes"]))
    await chair.done(RaiseIssue(SeatId("youth-1"), theme, title=text))
    await chair.done(MoveStep(chair.step, Step("exchange", 1)))
    for seat in ("BR", "VC"):
        await chair.done(Ask(SeatId(seat), links=Links(asks=(PartyId("workers"),)), text=text))
    for command in (AddGuest(text, "Director", "en", GUEST_MS), ShowMessage(text)):
        refusal = await chair.do(command)
        assert isinstance(refusal, Refusal), command
        assert refusal.code == "no_text", command
    await chair.done(AddGuest("Ana", text, "en", GUEST_MS))
    assert [await chair.press(), await chair.press()] == ["call", "start"]
    blank: list[str] = []
    for who in ("public", "screen:hall-left", "seat:BR", "console:chair", "podium", "stage"):
        face = await hall.open(who)
        await expect(face.page.locator("body")).to_contain_text("Ana", timeout=LIMIT_MS)
        blank += [f"{who}: {each}" for each in await face.page.evaluate(BLANKS)]
    assert "\n".join(blank) == ""


@pytest.mark.parametrize("text", NAMES.values(), ids=NAMES)
async def test_any_text_fits_the_script_free_pages(
    text: str, chair: Client, browser: Browser, server: InProcessServer
) -> None:
    """The same where the server draws the page."""
    await say_everywhere(chair, text)
    found: list[str] = []
    for path, width in (("/", 320), ("/", 1366), ("/screen", 1280), ("/screen?scene=list", 1280)):
        page = await browser.new_page(viewport={"width": width, "height": 720})
        await page.route("**/assets/**", lambda route: route.abort())
        await page.goto(server.url + path)
        await expect(page.locator(".noscript")).to_contain_text(cleaned(text)[:20])
        found += await measure(page, f"{path} {width}")
        await page.close()
    assert not found, "\n".join(found)


async def test_thirteen_names_fit_where_one_speaks_for_all(chair: Client, hall: Hall) -> None:
    """R17: whoever is spoken for is named, on the screen, on phones and on the console, and nothing lies over it."""
    assert [await chair.press(), await chair.press()] == ["open", "start_round"]
    await chair.done(MoveStep(chair.step, Step("exchange", 1)))
    bloc = [PartyId(code) for code in "AG BS BB BZ DM GD GY HT KN LC VC SR TT".split()]  # noqa: SIM905 - read as a list
    await chair.done(Ask(SeatId("JM"), on_behalf=tuple(bloc)))
    assert [await chair.press(), await chair.press()] == ["call", "start"]
    await chair.done(ShowMessage("Please leave your headphones on the seats"))
    found: list[str] = []
    for face in (await hall.screen(), await hall.observer(), await hall.console()):
        for party in bloc:
            await face.shows(face.words.party(party))
        found += await measure(face.page, face.name)
    assert not found, "\n".join(found)
