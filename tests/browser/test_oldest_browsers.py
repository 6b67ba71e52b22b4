"""Browsers of a few years ago, and pages that meddle: each face comes up without what they lack, or says so."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any, Final

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
NO_FLEX_GAP: Final = """
const real = Object.getOwnPropertyDescriptor(Element.prototype, "scrollHeight").get;
Object.defineProperty(Element.prototype, "scrollHeight", {
  get() { return this.tagName === "DIV" && this.parentNode === document.documentElement ? 0 : real.call(this); },
});
"""
"""What startup.js measures is as in a browser where gap keeps nothing apart in a flexbox."""
STUCK: Final = """
() => {
  const items = (box) => [...box.childNodes].flatMap((node) => {
    if (node instanceof Element) {
      if (["absolute", "fixed"].includes(getComputedStyle(node).position)) return [];
    } else if (!node.data?.trim()) return [];
    const range = document.createRange();
    range.selectNode(node);
    const at = node instanceof Element ? node.getBoundingClientRect() : range.getBoundingClientRect();
    return at.width > 0 && at.height > 0 ? [{ at, text: node.textContent.trim().slice(0, 20) }] : [];
  });
  const distances = (box, column) => {
    const all = items(box);
    return all.slice(1).map(({ at, text }, n) => {
      const before = all[n].at;
      const below = column || at.top >= before.bottom - 1;
      return { below, by: below ? at.top - before.bottom : at.left - before.right, what: all[n].text + " | " + text };
    });
  };
  const boxes = [...document.querySelectorAll("body *")].flatMap((box) => {
    const { display, flexDirection, rowGap, columnGap } = getComputedStyle(box);
    const gap = { row: parseFloat(rowGap) || 0, column: parseFloat(columnGap) || 0 };
    if (!display.includes("flex") || gap.row + gap.column === 0) return [];
    const column = flexDirection.startsWith("column");
    return [{ box, gap, column, apart: distances(box, column) }];
  });
  for (const { box } of boxes) box.style.setProperty("gap", "0px", "important");
  const stuck = boxes.flatMap(({ box, gap, column, apart }) =>
    distances(box, column).flatMap(({ below, by, what }, n) => {
      const wanted = Math.min(below ? gap.row : gap.column, apart[n]?.below === below ? apart[n].by : 0);
      return by < 0.8 * wanted - 1 ? [`${box.tagName}.${box.className}: ${what}: ${by} of ${wanted}`] : [];
    }),
  );
  for (const { box } of boxes) box.style.removeProperty("gap");
  return { boxes: boxes.length, stuck };
}
"""
"""Children of flexboxes that stand closer together without the gap than the gap would have them; nearly as far apart
is enough, for a margin's em is that of the child."""
COMPATIBILITY: Final = REPOSITORY / "node_modules/@mdn/browser-compat-data/data.json"
FLOOR: Final = {"chrome": 79.0, "safari": 14.0, "firefox": 78.0}
WITHOUT_HARM: Final = {
    "accent-color": "a checkbox has the browser's own colour",
    "align-content: start": "known from grids, and only there",
    "align-items: start": "known from grids, and only there",
    "align-self: start": "known from grids, and only there",
    "align-self: end": "known from grids, and only there",
    "color-scheme": "scroll bars are light",
    "color-scheme: dark": "scroll bars are light",
    "color-scheme: light": "scroll bars are light",
    "outline": "its corners are not round",
    "overflow-wrap: anywhere": "a long word breaks all the same (break-word, tokens.css)",
    "overscroll-behavior": "the page behind a list moves, too",
    "overscroll-behavior: contain": "the page behind a list moves, too",
    "scroll-padding-bottom": "the focus may come to stand below the bar",
    "scrollbar-gutter": "a scroll bar takes its width when it comes",
    "scrollbar-gutter: stable": "a scroll bar takes its width when it comes",
    "text-size-adjust": "has a prefix, or is not needed",
    "text-underline-offset": "a line closer to its word",
    "text-wrap": "lines of unequal length",
    "text-wrap: balance": "lines of unequal length",
    ":backdrop": "what stands in for dialogs dims the page itself (tokens.css)",
    ":focus-visible": "the browser's own ring, in a rule of its own",
}
"""Younger than the floor, and what those see who lack it."""


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


async def test_nothing_sticks_together_without_gaps_in_flexboxes(chair: Client, hall: Hall) -> None:
    """On every face and in dialogs, neighbours in a flexbox are as far apart where its gap does nothing."""
    assert chair.view["floor"]
    console = await hall.console(scripts=[NO_FLEX_GAP])
    phone = await hall.phone("MX", scripts=[NO_FLEX_GAP])
    others = [
        await hall.open(who, scripts=[NO_FLEX_GAP])
        for who in ("public", "screen:hall-left", "podium", "stage", "seat:MX")
    ]
    seen = []
    for face in (console, phone, *others):
        await face.shows_seat("BR")
        assert await face.page.evaluate("document.documentElement.classList.contains('no-flex-gap')")
        seen.append(await face.page.evaluate(STUCK))
    for key in ("F9", "F2"):
        await console.key(key)
        await expect(console.page.locator("dialog, [role=menu]").first).to_be_visible()
        seen.append(await console.page.evaluate(STUCK))
        await console.page.keyboard.press("Escape")
    await phone.page.get_by_role("button", name=phone.words("seat-do-change"), exact=True).click()
    await expect(phone.page.get_by_role("dialog")).to_be_visible()
    seen.append(await phone.page.evaluate(STUCK))
    assert "\n".join(stuck for one in seen for stuck in one["stuck"]) == ""
    assert sum(one["boxes"] for one in seen) > 100


async def test_a_browser_that_knows_gaps_has_no_margins_instead(chair: Client, hall: Hall) -> None:
    """What stands in for gaps would double them."""
    assert chair.view["floor"]
    face = await hall.open("public")
    await face.shows_seat("BR")
    assert not await face.page.evaluate("document.documentElement.classList.contains('no-flex-gap')")


STYLES: Final = ["web_client/dist/assets", "moderator_console/dist/console-assets"]


def _rules(folder: str) -> list[tuple[str, dict[str, list[str]]]]:
    """Each rule of the built styles: its selectors, and by property the values it is given."""
    text = "".join(path.read_text("utf-8") for path in (REPOSITORY / folder).glob("*.css"))
    text = re.sub(r'/\*.*?\*/|url\([^)]*\)|"[^"]*"', "", text)
    rules = []
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
        said: dict[str, list[str]] = {}
        for prop, value in re.findall(r"(?:^|;)([a-z-]+):([^;]*)", body):
            said.setdefault(prop, []).append(value)
        rules.append((selector, said))
    assert len(rules) > 100
    return rules


@pytest.mark.parametrize("folder", STYLES)
def test_each_gap_of_a_flexbox_has_its_margins(folder: str) -> None:
    """Whichever rule of the built styles sets one; and no margin stands in for what is not there."""
    rules = _rules(folder)
    spaced = {
        one
        for selector, said in rules
        if "flex" in "".join(said.get("display", []))
        if said.keys() & {"gap", "row-gap", "column-gap"}
        for one in selector.split(",")
    }
    stood_in = {
        found[1]
        for selector, _ in rules
        for one in selector.split(",")
        if (found := re.match(r"\.no-flex-gap (.*?)>(?:\*\+\*|\*|:not\(:last-child\))$", one))
    }
    assert len(spaced) > 15
    assert spaced == stood_in


@pytest.mark.parametrize("folder", STYLES)
def test_the_styles_need_nothing_younger(folder: str) -> None:
    """Each property, value, selector and function is one of the oldest browsers, or is done without (MDN's tables)."""
    known = json.loads(COMPATIBILITY.read_bytes())["css"]
    rules = _rules(folder)
    found = {name for name, compat in _used(rules, known) if _younger(compat)}
    assert found - WITHOUT_HARM.keys() == set()
    for selector, said in rules:
        for prop, values in said.items():
            young = [value for value in values if re.search(r"\d[dsl]v[hw]\b", value)]
            assert not young or len(values) > len(young), (
                f"{selector}: {prop} has no length for browsers without dvh"
            )
        if ":focus-visible" in selector:
            assert "," not in selector, f"{selector}: the others would be lost with it"


def _used(
    rules: list[tuple[str, dict[str, list[str]]]], known: dict[str, Any]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """What the rules use: as it is written, with what is known of it. What is not known is not asked for."""
    for selector, said in rules:
        for name in re.findall(r":([a-z-]+)", selector) if not selector.startswith("@") else ():
            if name in known["selectors"]:
                yield f":{name}", known["selectors"][name]
        for prop, values in said.items():
            of_property = known["properties"].get(prop, {})
            yield prop, of_property
            for value in values:
                for word in re.findall(r"[a-z-]{3,}", re.sub(r"var\(--[a-z-]+", "", value)):
                    yield f"{prop}: {word}", of_property.get(word, {})
                for function in re.findall(r"([a-z-]+)\(", value):
                    yield f"{function}()", known["types"].get(function, {})


def _younger(compat: dict[str, Any]) -> bool:
    """Whether one of the oldest browsers lacks it."""
    if "__compat" not in compat:
        return False
    support = compat["__compat"]["support"]
    return any(not _had(support.get(browser, []), version) for browser, version in FLOOR.items())


def _had(statements: Any, version: float) -> bool:
    for one in statements if isinstance(statements, list) else [statements]:
        added = re.match(r"≤?([\d.]+)$", str(one.get("version_added")))
        if added and float(added[1]) <= version and not one.get("flags") and not one.get("version_removed"):
            return True
    return False
