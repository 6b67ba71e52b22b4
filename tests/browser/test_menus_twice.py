"""Enter twice, and Enter held, in every menu of the console: the first press only opens it, an entry acts once."""

from __future__ import annotations

import re
from collections import Counter
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
from server.dialogue.rooms.clock import Resume
from server.dialogue.rooms.floor import End
from server.dialogue.rooms.issues import RaiseIssue
from server.dialogue.rooms.points import RaisePoint, WithdrawPoint
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.session import MoveStep
from server.dialogue.rooms.speakers import OpenList
from tests.browser.test_dialogs_twice import enter_again_and_again
from tests.support.chromium import REPOSITORY
from tests.support.face import LIMIT_MS
from tests.support.face_console import Console
from tests.support.faces import Hall
from tests.support.in_process_server import InProcessServer, in_process_server
from tests.support.incidents import Others
from tests.support.instruments import TAP

CONSOLE: Final = REPOSITORY / "moderator_console/src"


@pytest_asyncio.fixture(loop_scope="session")
async def server(tmp_path: Path) -> AsyncIterator[InProcessServer]:
    """A server on an empty journal."""
    async with in_process_server(tmp_path) as near:
        yield near


@pytest_asyncio.fixture(loop_scope="session")
async def others(server: InProcessServer) -> AsyncIterator[Others]:
    """In the interventions; the youth's first representative speaks, an issue was raised, two points of order wait."""
    async with AsyncExitStack() as stack:
        at = Others(server, stack)
        await at.line("console:chair")
        for _ in range(4):
            await at.press()
        await at.chair(RaiseIssue(SeatId("youth-1"), ThemeId("security"), at.floor, title="Rural roads"))
        await at.chair(Ask(SeatId("MX"), links=Links(asks=(PartyId("workers"),))))
        for seat in ("CL", "AR", "UY"):
            await at.does(f"seat:{seat}", RaisePoint(SeatId(seat)))
        yield at


class Chosen(NamedTuple):
    """A menu by the file that it stands in; its button; the entry that is chosen, and what that sends."""

    file: str
    opener: Callable[[], Locator]
    entry: str
    sends: str
    """Nothing: it shows a move, which the context button, that has the focus then, confirms (R1)."""
    before: Callable[[], Awaitable[object]] | None = None


def menus(console: Console, at: Others) -> tuple[Chosen, ...]:
    """Every menu that the console has."""
    page, say = console.page, console.words

    def titled(sentence: str, **args: str | int) -> Callable[[], Locator]:
        return lambda: page.locator(f'button[aria-haspopup=menu][title="{say(sentence, **args)}"]').first

    def inside(place: str) -> Callable[[], Locator]:
        return lambda: page.locator(f"{place} [aria-haspopup=menu]").first

    async def goes_on() -> None:
        await at.chair(Resume(at.floor))

    async def proposed() -> None:
        await at.chair(ProposeAction("A fund", (PartyId("MX"),)))
        await console.press_on(page.locator("[aria-labelledby=record-title] .line button"))

    async def asked() -> None:
        """The State that asks something has spoken: an answer is due, and nobody has the floor."""
        for point in [one.id for one in at.session.state.points.values() if one.status == "raised"]:
            await at.chair(WithdrawPoint(point))
        await at.chair(End(at.floor))
        await at.chair(MoveStep(at.session.state.step, Step("exchange", 1)))
        await at.chair(OpenList())
        await at.chair(Ask(SeatId("BR")))
        for _ in range(3):
            await at.press()

    seat = say("console-seat-acts", name=say.seat("youth-1"))
    return (
        Chosen("floor/HoldMenu.svelte", titled("console-hold-why"), say("hold-technical"), "hold"),
        Chosen(
            "floor/SmallActs.svelte",
            titled("console-began-earlier"),
            say("console-earlier-by", seconds=5),
            "start_earlier",
            before=goes_on,
        ),
        Chosen(
            "floor/SmallActs.svelte",
            lambda: page.locator(f'[title="{seat}"]'),
            say("console-substitute"),
            "substitute",
        ),
        Chosen(
            "agenda/ListControl.svelte", titled("console-list-acts"), say("console-list-close"), "close_list"
        ),
        Chosen(
            "agenda/RowMenu.svelte",
            lambda: console.row("workers-1").locator(".name > button"),
            say("console-is-away"),
            "set_away",
        ),
        Chosen("hall/ScreenCard.svelte", inside(".screen"), say("scene-list"), "set_scene"),
        Chosen(
            "points/OtherPoints.svelte",
            inside("section.band"),
            say("console-point-withdraw-of", name=say.seat("AR")),
            "withdraw_point",
        ),
        Chosen(
            "side/IssueMenu.svelte",
            inside("[aria-labelledby=record-title] li"),
            say("console-issue-withdraw"),
            "withdraw_issue",
        ),
        Chosen(
            "actions/ActionMenu.svelte",
            inside("[aria-labelledby=record-title] li"),
            say("console-action-withdraw"),
            "withdraw_action",
            before=proposed,
        ),
        Chosen(
            "side/SlotMenu.svelte",
            inside("[aria-labelledby=lineup-title] li"),
            say("console-not-ready"),
            "defer_slot",
        ),
        Chosen(
            "side/Dues.svelte",
            titled("console-answers-mode"),
            say("answers-at_end"),
            "set_answers",
            before=asked,
        ),
        Chosen(
            "side/Dues.svelte",
            inside("[aria-labelledby=dues-title] li"),
            say("console-written"),
            "promise_written",
        ),
        Chosen("top/StepMenu.svelte", inside("header"), "", ""),
    )


@pytest.mark.timeout(240)
async def test_enter_twice_in_every_menu_does_its_one_act(hall: Hall, others: Others) -> None:
    """Twice and held on its button: it is open and nothing is sent; on an entry: that, once, and nothing behind it."""
    console = await hall.console(scripts=[TAP])
    page = console.page
    for chosen in menus(console, others):
        if chosen.before:
            await chosen.before()
        opener = chosen.opener()
        await expect(opener, chosen.file).to_have_attribute("aria-disabled", "false", timeout=LIMIT_MS)
        await console.is_settled()
        await opener.focus()
        await console.is_settled()
        assert await enter_again_and_again(console) == [], f"{chosen.file}: its button sends"
        menu = page.get_by_role("menu")
        await expect(menu, f"{chosen.file} is open").to_be_visible(timeout=LIMIT_MS)
        entry = menu.get_by_role("menuitem", disabled=False)
        if chosen.entry:
            entry = entry.get_by_text(chosen.entry, exact=True)
        await entry.first.focus()
        await opener.evaluate("(opener) => { globalThis.opener = opener; }")
        await console.is_settled()
        assert await enter_again_and_again(console) == [chosen.sends] * bool(chosen.sends), chosen.file
        await expect(menu).to_have_count(0, timeout=LIMIT_MS)
        back = "!globalThis.opener.isConnected || document.activeElement === globalThis.opener"
        if not chosen.sends:
            back = "document.activeElement.matches('[data-context]')"
        assert await page.evaluate(back), f"{chosen.file}: the focus is not on what opened it"
        await console.go_home()


async def test_every_menu_is_among_them(hall: Hall, others: Others) -> None:
    """A menu that the console gets needs an entry above, and is the one kind of menu there is."""
    console = await hall.console()
    found: Counter[str] = Counter()
    for path in CONSOLE.rglob("*.svelte"):
        text = path.read_text("utf-8")
        found[path.relative_to(CONSOLE / "console").as_posix() if "console" in path.parts else path.name] += (
            len(re.findall(r"<Menu\b", text))
        )
        if path.name != "Menu.svelte":
            assert not re.search(r'aria-haspopup|role="menu"|popover=', text), (
                f"{path.name} has a menu of its own"
            )
    assert +found == Counter(chosen.file for chosen in menus(console, others))
