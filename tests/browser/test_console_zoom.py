"""The console at 1366 px, zoomed and with larger letters: it reflows, nothing is out of reach (WCAG 1.4.4, 1.4.10)."""

import re
import time
from pathlib import Path
from typing import Final

import pytest
from playwright.async_api import ViewportSize, expect

from server.dialogue.model.ids import SeatId
from server.dialogue.model.state import Step
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.session import MoveStep, Suspend
from tests.support.client import client
from tests.support.faces import Hall
from tests.support.live_server import LiveServer
from tests.support.play import shipped_setup
from tests.support.words import CATALOGUES

SIZE: Final = (1366, 650)
FAULTS: Final = """
() => {
  const found = [];
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const controls = [...document.querySelectorAll(".console button, .console input")].filter(seen);
  const named = (element) => element.textContent.trim() || element.title || element.ariaLabel;
  if (document.documentElement.scrollWidth > innerWidth) found.push(`${document.documentElement.scrollWidth} px wide`);
  const context = document.querySelector("[data-context]").getBoundingClientRect();
  const inSight = context.top >= 0 && context.bottom <= innerHeight && context.width >= 60;
  if (!inSight) found.push("context button off the screen");
  const foot = document.querySelector("[data-context]").closest(".foot");
  const boxOf = (element) => element.getBoundingClientRect();
  const boxes = controls.filter((one) => !foot.contains(one)).map((one) => [named(one), one, boxOf(one)]);
  for (const [name, one, box] of boxes) {
    if (box.left < -1 || box.right > innerWidth + 1) found.push(`${name}: beyond the edge`);
    if (!one.closest("ol, ul") && one.scrollWidth > one.clientWidth) found.push(`${name}: cut`);
    if (box.width < 16 || box.height < 16) found.push(`${name}: ${box.width} x ${box.height}`);
    for (const [other, another, its] of boxes) {
      if (one === another || one.closest("ol, ul") || another.closest("ol, ul")) continue;
      const wide = Math.min(box.right, its.right) - Math.max(box.left, its.left);
      const high = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top);
      if (wide > 2 && high > 2 && name < other) found.push(`${name} lies over ${other}`);
    }
  }
  for (const card of document.querySelectorAll(".console .card"))
    if (boxOf(card).right > innerWidth + 1) found.push(`${card.textContent.trim().slice(0, 20)}: beyond the edge`);
  for (const title of [...document.querySelectorAll(".console h2")].filter(seen))
    if (title.scrollWidth > title.clientWidth + 1) found.push(`${title.textContent.trim()}: cut`);
  for (const one of controls.filter((control) => control.matches("button"))) {
    const style = getComputedStyle(one);
    const inside = one.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const range = document.createRange();
    range.selectNodeContents(one);
    if (!one.closest("ol, ul") && range.getBoundingClientRect().width > inside + 1)
      found.push(`${named(one)}: runs into its padding`);
  }
  // Whatever has words of its own: what people wrote may be cut where it can be read elsewhere, and rows of lists.
  const worded = [...document.querySelectorAll(".console *")].filter((element) => seen(element)
    && !element.closest("ol, ul, q, bdi, .unseen, option") && !element.closest("svg")
    && [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()));
  const cuts = (element) => getComputedStyle(element).overflow !== "visible";
  for (const element of worded) {
    const range = document.createRange();
    range.selectNodeContents(element);
    const text = range.getBoundingClientRect();
    for (let around = element; around && !around.matches(".console"); around = around.parentElement) {
      if (!cuts(around)) continue;
      const box = boxOf(around);
      const beyond = Math.max(text.right - box.right, box.left - text.left, text.bottom - box.bottom - 2);
      if (beyond > 1) found.push(`${element.textContent.trim().slice(0, 40)}: cut by ${Math.round(beyond)} px`);
      break;
    }
  }
  const list = document.querySelector(".console ol");
  if (list && list.clientHeight < 60) found.push(`the list is ${list.clientHeight} px high`);
  for (const row of document.querySelectorAll(".console ol .row")) {
    const cells = [...row.children].filter((cell) => cell.textContent.trim()).map(boxOf);
    for (let at = 1; at < cells.length; at += 1)
      if (cells[at].left < cells[at - 1].right - 1) found.push(`row: cells overlap`);
  }
  return found;
}
"""
"""What lies over something else, off the screen or out of reach."""


@pytest.mark.parametrize("by", ["zoom", "text"])
@pytest.mark.parametrize("lang", ["pt", "fr", "es", "en"])
@pytest.mark.timeout(120)
async def test_the_console_reflows(
    hall: Hall, server: LiveServer, by: str, lang: str, tmp_path: Path
) -> None:
    """At 100, 125, 150 and 200 % nothing overlaps, and the context button is in sight and takes Enter."""
    console = await hall.console(lang=lang)
    async with client(server.url, server.links["console:chair"].partition("#t=")[2]) as chair:
        for act in ("open", "start_round"):
            assert await chair.press() == act
        if by == "zoom":  # with the panels of the exchange; else with those of the interventions
            await chair.done(MoveStep(chair.step, Step("exchange", 1)))
        for seat in ("BR", "MX", "CL"):
            async with client(server.url, server.links[f"seat:{seat}"].partition("#t=")[2]) as phone:
                await phone.done(Ask(SeatId(seat)))
        assert await chair.press() == "call"
        assert await chair.press() == "start"
        width, height = SIZE
        for percent in (100, 125, 150, 200):
            if by == "zoom":
                scaled = ViewportSize(width=width * 100 // percent, height=height * 100 // percent)
                await console.page.set_viewport_size(scaled)
            else:
                browser = await console.page.context.new_cdp_session(console.page)
                sizes = {"standard": 16 * percent // 100, "fixed": 13 * percent // 100}
                await browser.send("Page.setFontSizes", {"fontSizes": sizes})
            await console.page.screenshot(path=tmp_path / f"{by}-{lang}-{percent}.png")
            assert await console.page.evaluate(FAULTS) == [], f"{by} {percent} %"
        await console.enter("do-end", chair.view["floor"]["seat"])
        await chair.until(lambda: "floor" not in chair.view)


UNDO: Final = """
(labels) => {
  const act = document.querySelector(".undo .act");
  const bar = act.closest("header").getBoundingClientRect();
  return labels.filter((label) => {
    act.textContent = label;
    const button = act.closest("button").getBoundingClientRect();
    const cut = act.scrollHeight > act.clientHeight + 1 || act.scrollWidth > act.clientWidth + 1;
    return cut || button.bottom > bar.bottom || button.top < bar.top;
  });
}
"""
"""Which of these labels the undo button shows a part of only."""


@pytest.mark.parametrize("lang", ["pt", "fr", "es", "en"])
async def test_undo_names_any_act_whole(hall: Hall, server: LiveServer, lang: str) -> None:
    """Of whomever it is: nobody undoes what they could read the half of."""
    console = await hall.console(lang=lang)
    async with client(server.url, server.links["console:chair"].partition("#t=")[2]) as chair:
        assert await chair.press() == "open"
    say = console.words
    states = [str(seat.id) for seat in shipped_setup().seats if str(seat.id) == str(seat.party)]
    assert len(states) > 30
    about = max(map(say.seat, states), key=len)
    acts = re.findall(r"^(act-\w+)", (CATALOGUES / lang / "console.ftl").read_text("utf-8"), re.MULTILINE)
    assert len(acts) > 30
    labels = [say("console-undo", act=say(act, about=about)) for act in acts]
    await console.page.locator(".undo .act").wait_for()
    assert await console.page.evaluate(UNDO, labels) == []


@pytest.mark.parametrize("lang", ["pt", "fr", "es", "en"])
async def test_a_suspension_that_holds_a_speaker_says_until_when(
    hall: Hall, server: LiveServer, lang: str
) -> None:
    """Beside the clock (R3), whole, in the height of a small screen too; nothing else is cut for it."""
    console = await hall.console(lang=lang)
    async with client(server.url, server.links["console:chair"].partition("#t=")[2]) as chair:
        for act in ("open", "start_round", "call", "start"):
            assert await chair.press() == act
        until_ms = time.time_ns() // 1_000_000 + 3_600_000
        await chair.done(Suspend("technical", until_ms))
    await console.page.set_viewport_size(ViewportSize(width=SIZE[0], height=SIZE[1]))
    floor = console.page.get_by_role("region", name=console.words("console-floor"))
    said = console.words("console-resumes-at", time=console.words.time(until_ms))
    await expect(floor.get_by_text(said)).to_be_visible()
    assert await console.page.evaluate(FAULTS) == []
