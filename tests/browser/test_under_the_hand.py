"""Under the chair's hand: what others do moves nothing on the console, and no press acts otherwise than it read."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, Final

import pytest
import pytest_asyncio
from playwright.async_api import Locator

from server.dialogue.model.ids import PartyId, RequestId, SeatId
from server.dialogue.model.state import Links, Step
from server.dialogue.registry import COMMANDS
from server.dialogue.rooms.calls import WithdrawCall
from server.dialogue.rooms.chair import AnswerTakeOver, TakeChair
from server.dialogue.rooms.clock import Hold
from server.dialogue.rooms.floor import End
from server.dialogue.rooms.points import RaisePoint, RulePoint, WithdrawPoint
from server.dialogue.rooms.requests import Ask, ChangeRequest, Withdraw
from server.dialogue.rooms.seats import Return, SetAway
from server.dialogue.rooms.session import MoveStep, Rehearse, ResumeSession, Suspend
from tests.support.cable import Cable, cable
from tests.support.face_console import Console
from tests.support.faces import Hall
from tests.support.in_process_server import InProcessServer
from tests.support.incidents import Incident, Others, quick_server, session_of
from tests.support.words import Words

WATCH: Final = """
(() => {
  const shifts = [];
  const rowOf = (node) => (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.("li");
  const isFree = (row) => row && !row.closest("section").matches(":hover");
  const note = (entries) => {
    for (const { sources } of entries) {
      for (const { node, previousRect: a, currentRect: b } of sources) {
        const here = a.x === b.x || a.width * a.height === 0 || b.width * b.height === 0;
        if (isFree(rowOf(node)) && here) continue;
        shifts.push(`${node?.outerHTML ?? node?.textContent ?? "?"}`.slice(0, 120) + ` ${a.x},${a.y} -> ${b.x},${b.y}`);
      }
    }
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: false });
  globalThis.shifted = () => {
    note(observer.takeRecords());
    return shifts.splice(0);
  };
  const seen = (button) => button.checkVisibility({ visibilityProperty: true });
  const places = () => new Map([...document.querySelectorAll("button")].filter(seen).map((button) => {
    const { x, y, width, height } = button.getBoundingClientRect();
    return [button, [x, isFree(rowOf(button)) ? 0 : y, width, height].map(Math.round).join()];
  }));
  let before;
  globalThis.standStill = () => {
    before = places();
    globalThis.shifted();
  };
  globalThis.moved = () => {
    const after = places();
    return [...before].filter(([button, box]) => after.has(button) && after.get(button) !== box)
      .map(([button, box]) => `${button.textContent.trim()}: ${box} -> ${after.get(button)}`);
  };
})();
"""
"""`standStill()` remembers where each button is; `moved()` and `shifted()` tell what no longer is where it was.

Rows of a list may take other places, up and down, where no hand is in that list.
"""
DRAWN: Final = """
() => new Promise((drawn) => {
  const frames = (left) => left > 0 ? requestAnimationFrame(() => frames(left - 1)) : setTimeout(drawn, 30);
  frames(3);
})
"""
"""The page has heard of what the others did by its own line, and has drawn it."""
SEEN: Final = tuple((lang, height) for lang in ("en", "fr", "pt") for height in (768, 650))
HANDS: Final = {"en 650": (1150, 190), "fr 650": (640, 170), "pt 650": (1150, 330)}
"""Where the pointer rests: on the line-up, on the list, on the issues."""
BEFORE_ANYTHING: Final = {Rehearse}
"""Said once, before the first act: the page then has a line more."""
AWAY: Final = (700, 60)


@pytest_asyncio.fixture(loop_scope="session")
async def server(tmp_path: Path) -> AsyncIterator[InProcessServer]:
    """A server on an empty journal, whose clocks run out soon."""
    async with quick_server(tmp_path) as near:
        yield near


@pytest_asyncio.fixture(loop_scope="session")
async def others(server: InProcessServer) -> AsyncIterator[Others]:
    """Everybody but the operator; the first speaker is called."""
    async with AsyncExitStack() as stack:
        yield Others(server, stack)


@pytest_asyncio.fixture(loop_scope="session")
async def way(server: InProcessServer) -> AsyncIterator[Cable]:
    """The cable of the consoles."""
    async with cable(server.url) as laid:
        yield laid


def on_the_cable(way: Cable, pages: list[Console]) -> tuple[Incident, ...]:
    """It is pulled, and put back."""

    async def cut() -> None:
        way.pull()
        await asyncio.gather(*(console.is_cut_off() for console in pages))

    async def mended() -> None:
        way.put_back()
        await asyncio.gather(*(console.is_live() for console in pages))

    return Incident("the line is cut", cut), Incident("and is back", mended)


async def what_moved(pages: list[Console], incident: Incident) -> list[str]:
    """Let it happen; what is no longer where it was, on any of the pages."""

    async def stand_still(console: Console) -> None:
        if console.name in HANDS:  # it shows what came meanwhile; then the hand is back
            await console.page.mouse.move(*AWAY)
            await console.page.mouse.move(*HANDS[console.name])
        await console.page.evaluate(DRAWN)
        await console.page.evaluate("standStill()")

    async def look(console: Console) -> list[str]:
        await console.page.evaluate(DRAWN)
        found: list[str] = await console.page.evaluate("[...moved(), ...shifted()]")
        return [f"{incident.what}, {console.name}: {each}" for each in found]

    await asyncio.gather(*map(stand_still, pages))
    await incident.happens()
    return [each for found in await asyncio.gather(*map(look, pages)) for each in found]


@pytest.mark.timeout(240)
async def test_nothing_moves_because_of_anothers_act(hall: Hall, others: Others, way: Cable) -> None:
    """Through every incident the layout shifts by nothing, and each button that stands stays where it was."""
    for _ in range(3):
        await others.line("console:chair")
        await others.press()
    pages = []
    for lang, height in SEEN:
        console = await hall.console(lang=lang, scripts=[WATCH], port=way.port)
        console.name = f"{lang} {height}"
        await console.page.set_viewport_size({"width": 1366, "height": height})
        pages.append(console)
    await asyncio.gather(*(console.is_settled() for console in pages))
    found: list[str] = []
    happen = session_of(others)
    assert {kind for incident in happen for kind in incident.kinds} == set(COMMANDS) - BEFORE_ANYTHING
    for incident in (*happen, *on_the_cable(way, pages)):
        found += await what_moved(pages, incident)
    assert not found, "\n".join(found)


NOTE: Final = """
(() => {
  const noted = { presses: [], acts: [], readings: [] };
  globalThis.noted = noted;
  const readingOf = (target) => {
    const button = target?.closest?.("button");
    if (!button || button.getAttribute("aria-disabled") === "true") return "";
    const about = button.closest("li, [role=menu], section.band");
    const said = about?.getAttribute("aria-label") ?? about?.innerText ?? "";
    return `${button.innerText} ${button.title} | ${said}`.replace(/\\s+/g, " ");
  };
  const begins = ({ target }) => noted.presses.push({ at: performance.now(), reads: readingOf(target) });
  addEventListener("pointerdown", begins, true);
  addEventListener("keydown", (event) => event.key === "Enter" && begins(event), true);
  new MutationObserver(() => {
    const at = performance.now();  // to read a text makes the page lay itself out first
    const reads = readingOf(document.querySelector("button:hover"));
    if (reads !== noted.readings.at(-1)?.reads) noted.readings.push({ at, reads });
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    const [, command] = /^42\\d+(\\["command",.*)$/s.exec(String(data)) ?? [];
    const act = command && JSON.parse(command)[1].command;
    if (act) noted.acts.push({ at: performance.now(), act, read: noted.presses.at(-1)?.reads ?? "" });
    return send.call(this, data);
  };
})();
"""
"""Each press, with what its button read when it began; each act that was sent, and after which press; and from when on
the button under the pointer reads what it reads.
"""
SEAT_ACTS: Final = {
    ("set_away", None): "console-is-away",
    ("return", None): "console-is-back",
    ("substitute", True): "console-substitute",
    ("substitute", False): "console-substitute-ends",
}
PLAIN: Final = {"adjust_time": "console-more-time", "resume_session": "do-resume_session"}
"""Acts, and the sentences of their buttons."""
SETTLES_MS: Final = 700
"""A press so soon after a change that the operator did not cause does not count."""
STEP_S: Final = 0.05
PRESSES: Final = 16


def meaning_of(noted: dict[str, Any], at: Others, say: Words) -> list[str]:
    """What a button must have read for this act: the verb's sentence, and of whom or what."""
    state, act = at.session.state, noted["act"]

    def name(seat: str) -> str:
        return say.seat(seat)

    kind = act["type"]
    if kind == "call":
        target = act["target"]
        seat = target.get("seat") or state.requests[target["request"]].seat
        in_menu = say("console-call-now", name=say.short_seat(seat))
        return [name(seat), in_menu if in_menu in noted["read"] else say("do-call", name=name(seat))]
    if kind in ("start", "end", "resume"):
        seat = state.statements[act["statement"]].seat
        if act.get("then"):
            then = state.requests[act["then"]["request"]].seat
            return [say("do-end_and_call", name="", then=say.short_seat(then))]
        return [say(f"do-{kind}", name=name(seat))]
    if kind in ("recognise_point", "withdraw_point"):
        return [name(state.points[act["point"]].seat)]
    if kind == "withdraw":
        return [name(state.requests[act["request"]].seat), say("console-withdraw")]
    if "seat" in act:
        return [name(act["seat"]), say(SEAT_ACTS[kind, act.get("substitute")])]
    if kind == "answer_take_over":
        return [say("console-consent" if act["consent"] else "console-refuse")]
    if kind in PLAIN:
        return [say(PLAIN[kind])]
    raise AssertionError(f"no button of these sends {act}")


async def nothing_is_open(at: Others) -> None:
    """In the exchange: the floor is free, no point of order waits, nobody asks to preside, everybody is there."""
    chair, state = await at.line("console:chair"), at.session.state
    if state.step.phase == "scheduled":
        await at.press()
        await at.press()
        await at.chair(MoveStep(chair.step, Step("exchange", 1)))
    if state.suspension:
        await at.chair(ResumeSession(state.suspension.since_ms))
    if state.take_over:
        await at.chair(AnswerTakeOver(state.take_over.console, consent=False))
    if state.point:
        await at.chair(RulePoint(state.point, "noted"))
    for point in [point.id for point in state.points.values() if point.status == "raised"]:
        await at.chair(WithdrawPoint(point))
    if at.session.state.floor:
        on_floor = at.session.state.statements[at.session.state.floor]
        await at.chair(WithdrawCall(on_floor.id) if on_floor.status == "called" else End(on_floor.id))
    for seat in at.session.state.away:
        await at.chair(Return(seat))


async def three_wait(at: Others, *, speaks: bool = False, called: bool = False) -> None:
    """Mexico, Uruguay and Chile are on the list, or the first of them is called, or speaks."""
    await nothing_is_open(at)
    for seat in ("MX", "UY", "CL"):
        if not any(one.seat == seat and one.status == "open" for one in at.session.state.requests.values()):
            await at.chair(Ask(SeatId(seat)))
    if called or speaks:
        await at.press()
    if speaks:
        await at.press()


def trials(
    console: Console, at: Others
) -> tuple[tuple[str, dict[str, Any], Callable[[], Locator], Any], ...]:
    """What is arranged, which button the hand is on, and what happens meanwhile."""
    page, say = console.page, console.words
    band = page.get_by_role("region", name=say("console-point-title"))

    def context() -> Locator:
        return console.context

    def second() -> Locator:
        return page.locator(".second button")

    def recognise() -> Locator:
        return band.get_by_role("button", name=say("console-point-recognise"))

    def longer() -> Locator:
        return page.get_by_title(say("console-more-time"))

    def consent() -> Locator:
        return page.get_by_role("button", name=say("console-consent"), include_hidden=True)

    speaks, called = {"speaks": True}, {"called": True}

    async def next_away() -> None:
        row = at.view["agenda"][at.view["order"][0]]
        await at.chair(SetAway(SeatId(row["seat"])))

    async def next_withdraws() -> None:
        await at.chair(Withdraw(RequestId(at.view["order"][0])))

    async def first_point_goes() -> None:
        await at.chair(WithdrawPoint(at.point("CL")))

    def raised(seat: str = "CL") -> Awaitable[None]:
        return at.does(f"seat:{seat}", RaisePoint(SeatId(seat)))

    return (
        ("who is next goes away", {}, context, next_away),
        ("who is next withdraws", {}, context, next_withdraws),
        ("the session is suspended", {}, context, lambda: at.chair(Suspend("break"))),
        ("a point is raised at a call", called, context, raised),
        ("the call is withdrawn", called, context, lambda: at.chair(WithdrawCall(at.floor))),
        ("the speech is held", speaks, context, lambda: at.chair(Hold(at.floor, "technical"))),
        ("the speech ends", speaks, context, lambda: at.chair(End(at.floor))),
        ("F4: who is next goes away", speaks, second, next_away),
        ("F4: who is next withdraws", speaks, second, next_withdraws),
        ("a point comes to life", speaks, recognise, raised),
        ("two points, the first goes", {**speaks, "points": True}, recognise, first_point_goes),
        ("a point beside the small acts", speaks, longer, raised),
        ("somebody asks beside them", speaks, longer, lambda: at.ask("AR")),
        ("the deputy asks to preside", speaks, consent, lambda: at.does("console:deputy", TakeChair())),
    )


def trials_over_rows(
    console: Console, at: Others
) -> tuple[tuple[str, dict[str, Any], Callable[[], Locator], Any], ...]:
    """The same with the hand on a row of the list, or in a menu."""
    page, say = console.page, console.words

    def row() -> Locator:
        return console.row("UY").locator(".name > button")

    def others() -> Locator:
        return page.locator("section.band [aria-haspopup=menu]")

    def entry(sentence: str, **args: str | int) -> Callable[[], Locator]:
        return lambda: page.get_by_role("menuitem", name=say(sentence, **args), exact=True)

    async def first_withdraws() -> None:
        await at.chair(Withdraw(RequestId(at.view["order"][0])))

    async def uruguay_away() -> None:
        await at.chair(SetAway(SeatId("UY")))

    async def first_point_goes() -> None:
        await at.chair(WithdrawPoint(at.point("CL")))

    in_row, in_points = {"menu": row}, {"points": True, "menu": others}
    of_argentina = entry("console-point-withdraw-of", name=say.seat("AR"))
    return (
        ("the row above goes", {}, row, first_withdraws),
        ("its request goes", {}, row, lambda: at.chair(Withdraw(at.request("UY")))),
        ("somebody comes below the row", {}, row, lambda: at.ask("AR")),
        ("menu: the floor is taken", in_row, entry("console-call-now", name=say.seat("UY")), at.press),
        ("menu: another goes", in_row, entry("console-withdraw"), first_withdraws),
        ("menu: it goes away", in_row, entry("console-is-away"), uruguay_away),
        ("menu of points: the first goes", in_points, of_argentina, first_point_goes),
    )


@pytest.mark.timeout(240)
async def test_a_press_acts_as_it_read_or_not_at_all(hall: Hall, others: Others) -> None:
    """One that began before the incident, then one each 50 ms, by pointer and by Enter: each act was read before."""
    await others.line("console:chair")
    await three_wait(others)
    console = await hall.console(scripts=[NOTE])
    acted = 0
    for what, arranged, button, happens in (*trials_over_rows(console, others), *trials(console, others)):
        points, menu = arranged.get("points", False), arranged.get("menu")
        await three_wait(others, speaks=arranged.get("speaks", False), called=arranged.get("called", False))
        if points:
            for seat in ("CL", "AR"):
                await others.does(f"seat:{seat}", RaisePoint(SeatId(seat)))
        await console.page.evaluate(DRAWN)
        await console.is_settled()
        if menu:
            await console.press_on(menu())
        noted = await presses_around(console, button(), happens)
        await console.page.evaluate(DRAWN)
        for act in noted["acts"]:
            for meant in meaning_of(act, others, console.words):
                assert meant in act["read"], f"{what}: {act}"
        if what == "a point comes to life":
            comes_to_life(noted)
        await console.go_home()
        acted += len(noted["acts"])
        assert len(noted["acts"]) <= 4, f"{what}: {noted['acts']}"
    assert acted > 5


def comes_to_life(noted: dict[str, Any]) -> None:
    """Whoever pressed before the button could be pressed has time to see that it can."""
    (since_ms,) = [reading["at"] for reading in noted["readings"] if reading["reads"]][:1]
    assert all(act["at"] >= since_ms + SETTLES_MS for act in noted["acts"]), noted


async def presses_around(
    console: Console, button: Locator, happens: Callable[[], Awaitable[object]]
) -> dict[str, Any]:
    """Press while it happens; what was pressed and what was sent."""
    page = console.page
    box = await button.bounding_box()
    assert box is not None
    await page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    await button.evaluate("(button) => button.focus()")
    await console.is_settled()
    await page.evaluate("noted.presses.length = noted.acts.length = noted.readings.length = 0")
    await page.mouse.down()
    await happens()
    await page.evaluate(DRAWN)
    await page.mouse.up()
    started = time.monotonic()
    for step in range(PRESSES):
        if step % 2:
            await page.keyboard.press("Enter")
        else:
            await page.mouse.down()
            await page.mouse.up()
        await asyncio.sleep(max(0, started + (step + 1) * STEP_S - time.monotonic()))
    noted: dict[str, Any] = await page.evaluate("noted")
    return noted


READ_ROWS: Final = """
() => [...document.querySelectorAll("main li")].filter((row) => row.checkVisibility()).map((row) => {
  const copy = row.cloneNode(true);
  for (const menu of copy.querySelectorAll("[role=menu]")) menu.remove();
  return copy.textContent.replace(/[\\d:]+/g, "#").replace(/\\s+/g, " ").trim();
})
"""
"""What the rows of all lists say, but for times and ranks."""


@pytest.mark.timeout(120)
@pytest.mark.parametrize("hand", ["pointer", "menu"])
async def test_a_row_never_changes_under_pointer_or_menu(hand: str, hall: Hall, others: Others) -> None:
    """Whoever comes, goes, changes a request or is away meanwhile: the list says what it said under the hand."""
    await others.line("console:chair")
    await three_wait(others)
    console = await hall.console()
    await console.lists("MX", "UY", "CL")
    row = console.row("UY").locator(".name > button")
    if hand == "menu":
        await console.press_on(row)
    else:
        await row.hover()
    await console.page.evaluate(DRAWN)
    before = await console.page.evaluate(READ_ROWS)
    asks = Links(asks=(PartyId("workers"),))
    happen: tuple[Callable[[], Awaitable[None]], ...] = (
        lambda: others.ask("AR"),
        lambda: others.chair(SetAway(SeatId("UY"))),
        lambda: others.does("seat:CL", ChangeRequest(others.request("CL"), 1, asks, "es", "Roads")),
        lambda: others.chair(Withdraw(others.request("MX"))),
        lambda: others.chair(Withdraw(others.request("UY"))),
    )
    for happens in happen:
        await happens()
        await console.page.evaluate(DRAWN)
        assert await console.page.evaluate(READ_ROWS) == before
    if hand == "menu":
        await console.page.keyboard.press("Escape")
    else:
        await console.page.mouse.move(*AWAY)
    await console.lists("CL", "AR")
