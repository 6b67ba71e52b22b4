"""Enter twice, and Enter held, in every dialog of the console: at most its own act, and the focus is where it was."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Final, NamedTuple

import pytest
import pytest_asyncio
from playwright.async_api import Locator, expect

from server.dialogue.model.ids import PartyId, SeatId, ThemeId
from server.dialogue.model.state import Links, Step
from server.dialogue.rooms.actions import ProposeAction
from server.dialogue.rooms.floor import End
from server.dialogue.rooms.issues import RaiseIssue
from server.dialogue.rooms.points import RaisePoint, RecognisePoint
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.session import MoveStep, ResumeSession
from tests.support.chromium import REPOSITORY
from tests.support.face import LIMIT_MS
from tests.support.face_console import Console
from tests.support.faces import Hall
from tests.support.in_process_server import InProcessServer, in_process_server
from tests.support.incidents import Others
from tests.support.instruments import TAP

FACE: Final = REPOSITORY / "moderator_console/src/console/console_face.svelte.ts"
HELD_S: Final = 1.2
"""A key is held longer than any press has to wait after a change (0.7 s)."""


@pytest_asyncio.fixture(loop_scope="session")
async def server(tmp_path: Path) -> AsyncIterator[InProcessServer]:
    """A server on an empty journal."""
    async with in_process_server(tmp_path) as near:
        yield near


@pytest_asyncio.fixture(loop_scope="session")
async def others(server: InProcessServer) -> AsyncIterator[Others]:
    """In the interventions; the youth's first representative speaks, and has raised two issues."""
    async with AsyncExitStack() as stack:
        at = Others(server, stack)
        await at.line("console:chair")
        for _ in range(4):
            await at.press()
        youth = SeatId("youth-1")
        for title in ("Rural roads", "Safe streets"):
            await at.chair(RaiseIssue(youth, ThemeId("security"), at.floor, title=title))
        await at.chair(Ask(SeatId("MX"), links=Links(asks=(PartyId("workers"),))))
        yield at


class Opened(NamedTuple):
    """How a dialog is opened, from where; what is typed in it first; what it sends."""

    kind: str
    opener: Callable[[], Locator]
    sends: str
    entry: str = ""
    """Of the menu that the opener opens; none: it opens the dialog itself."""
    find: str = ""
    typed: str = ""
    choose: str = ""
    key: str = ""
    """That opens it, where no button does by itself."""
    before: Callable[[], Awaitable[object]] | None = None


async def two_actions(console: Console, at: Others) -> None:
    """The chair has proposed two joint actions, and the panel of issues shows them."""
    for what in ("A fund", "A register"):
        await at.chair(ProposeAction(what, (PartyId("MX"),)))
    await console.press_on(console.page.locator("[aria-labelledby=record-title] .line button"))


def dialogs(console: Console, at: Others) -> tuple[Opened, ...]:
    """Every dialog that the console can open (`DialogName` in console_face.svelte.ts)."""
    page, say = console.page, console.words

    def button(sentence: str) -> Callable[[], Locator]:
        return lambda: page.get_by_role("button", name=say(sentence)).first

    def opens(kind: str) -> Callable[[], Locator]:
        return lambda: page.locator(f"[data-opens~={kind}] button")

    def row(seat: str) -> Callable[[], Locator]:
        return lambda: console.row(seat).locator(".name > button")

    def issue() -> Locator:
        return page.locator("[aria-labelledby=record-title] li button").first

    async def recognised() -> None:
        await at.does("seat:CL", RaisePoint(SeatId("CL")))
        await at.chair(RecognisePoint(at.point("CL")))

    async def goes_on() -> None:
        if at.session.state.suspension:
            await at.chair(ResumeSession(at.session.state.suspension.since_ms))

    async def closed() -> None:
        await at.chair(End(at.floor))
        for phase in ("exchange", "closing", "closed"):
            step = at.session.state.step
            await at.chair(MoveStep(step, Step(phase, 1 if phase == "exchange" else 0)))

    mexico = row("MX")
    return (
        Opened("add", opens("add"), "ask", find="peru"),
        Opened("links", mexico, "change_request", entry="console-change-links"),
        Opened("links", button("console-links"), "link"),
        Opened("issue", button("console-raise"), "raise_issue", typed="Water"),
        Opened("issue", issue, "amend_issue", entry="console-issue-amend"),
        Opened("issue_act", issue, "mark_issue", entry="console-issue-mark", find="peru"),
        Opened("issue_act", issue, "split_issue", entry="console-issue-split", typed="Half"),
        Opened("issue_act", issue, "merge_issue", entry="console-issue-merge", choose="ArrowDown"),
        Opened(
            "action",
            button("console-propose"),
            "propose_action",
            typed="Water",
            before=lambda: two_actions(console, at),
        ),
        Opened("action", issue, "amend_action", entry="console-action-amend", typed="A larger fund"),
        Opened("action_act", issue, "answer_action", entry="console-action-answers", typed="No"),
        Opened("action_act", issue, "merge_action", entry="console-action-merge", choose="ArrowDown"),
        Opened("slot", row("workers-1"), "arrange_slot", entry="console-arrange"),
        Opened("guest", opens("guest"), "add_guest", typed="Ana", key="Shift+F9"),
        Opened(
            "preview", lambda: page.locator("[aria-labelledby=forecast-title] .acts button").first, "tighten"
        ),
        Opened("message", button("console-message"), "show_message", typed="Lunch"),
        Opened("suspend", button("console-suspend"), "suspend"),
        Opened("keys", button("console-keys"), "nothing"),
        Opened("point", opens("point"), "raise_point", find="urug", before=goes_on),
        Opened("rule", button("console-point-rule"), "rule_point", choose="ArrowDown", before=recognised),
        Opened("reopen", button("console-reopen"), "reopen", before=closed),
    )


async def open_and_fill(console: Console, opened: Opened) -> None:
    """By keyboard: the button, the entry of its menu, what is typed or chosen; then a press counts again."""
    page = console.page
    if opened.before:
        await opened.before()
    await expect(opened.opener()).to_have_attribute("aria-disabled", "false", timeout=LIMIT_MS)
    await console.is_settled()
    await opened.opener().evaluate("(opener) => { globalThis.opener = opener; }")
    if opened.key:
        await console.key(opened.key)
    else:
        await console.press_on(opened.opener())
    if opened.entry:
        await console.press_on(page.get_by_role("menuitem", name=console.words(opened.entry), exact=True))
    dialog = page.get_by_role("dialog")
    await expect(dialog, f"{opened.kind} is open").to_be_visible(timeout=LIMIT_MS)
    if opened.find:
        await console.find(opened.find)
    if opened.typed:
        await dialog.locator("input[type=text], textarea").first.fill(opened.typed)
    if opened.choose:
        await dialog.locator("select, input[type=radio]").first.focus()
        await page.keyboard.press(opened.choose)
    await console.is_settled()


async def enter_again_and_again(console: Console) -> list[str]:
    """Enter, and Enter held down until a press would count again; which acts were sent."""
    page = console.page
    before = await page.evaluate("tap.commands.length")
    await page.keyboard.press("Enter", delay=40)
    until_s = time.monotonic() + HELD_S
    while time.monotonic() < until_s:
        await page.keyboard.down("Enter")  # from the second on these are repeats
        await asyncio.sleep(0.03)
    await page.keyboard.up("Enter")
    await console.is_settled()
    sent: list[str] = await page.evaluate(
        f"tap.commands.slice({before}).map(({{ command }}) => command.type)"
    )
    return sent


@pytest.mark.timeout(240)
async def test_enter_twice_in_every_dialog_does_its_one_act(hall: Hall, others: Others) -> None:
    """Twice and held: its own act once at most, nothing of what lies behind it, and the focus is on what opened it."""
    console = await hall.console(scripts=[TAP])
    done = []
    for opened in dialogs(console, others):
        await open_and_fill(console, opened)
        sent = await enter_again_and_again(console)
        assert sent in ([], [opened.sends]), f"{opened.kind}: {sent}"
        done += sent
        if await console.page.get_by_role("dialog").count():
            await console.key_at_once("Escape")
        await expect(console.page.get_by_role("dialog")).to_have_count(0, timeout=LIMIT_MS)
        back = "!globalThis.opener.isConnected || document.activeElement === globalThis.opener"
        assert await console.page.evaluate(back), f"{opened.kind}: the focus is not on what opened it"
        assert not await console.page.evaluate("document.activeElement.matches('[data-context]')"), (
            opened.kind
        )
    assert set(done) >= {
        "ask",
        "raise_issue",
        "mark_issue",
        "split_issue",
        "add_guest",
        "raise_point",
        "rule_point",
    }


async def test_every_dialog_is_among_them(hall: Hall, others: Others) -> None:
    """A dialog that the console gets needs an entry above."""
    console = await hall.console()
    kinds = set(re.findall(r'\| \{ kind: "(\w+)"', FACE.read_text("utf-8")))
    assert len(kinds) > 10
    assert {opened.kind for opened in dialogs(console, others)} == kinds
