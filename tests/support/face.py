"""One page of a dialogue as somebody has it open, read as people read it."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Sequence
from typing import Any, Final, Literal

from playwright.async_api import Locator, Page, expect

from tests.support.words import words

LIMIT_MS: Final = 15_000
"""How long a face may take to show something on a busy machine. What is asserted to be quick is measured."""
DRAWN_LATE_S: Final = 0.5
"""A page may draw a new second so late."""
LOOK_S: Final = 0.02
MOST_TABS: Final = 120
"""So many presses of Tab go round any page."""
FIGURES: Final = re.compile(r"(\+?)(\d+):(\d\d)")
"""A speech clock: "1:58", "+0:04"."""


async def agree_on_the_clock(faces: Sequence[Face]) -> None:
    """All draw one clock, to within a second: there is an instant at which it ends that fits what each of them draws.

    It is read at another moment on each page; a busy machine takes seconds for it.
    """

    async def ends_between_s(face: Face) -> tuple[float, float]:
        before_s = time.monotonic()
        drawn_s = await face.left_s()  # a second that has begun counts
        return before_s + drawn_s - 1, time.monotonic() + drawn_s

    found = dict(zip((f.name for f in faces), await asyncio.gather(*map(ends_between_s, faces)), strict=True))
    earliest_s, latest_s = max(early for early, _ in found.values()), min(late for _, late in found.values())
    assert earliest_s - latest_s <= DRAWN_LATE_S, f"one clock on every face: {found}"


class Face:
    """One page. `lang` is the language it is shown in."""

    def __init__(self, page: Page, lang: str, name: str) -> None:
        self.page = page
        self.name = name
        self.words = words(lang)
        self.problems: list[str] = []
        """Exceptions on the page, and what its security policy blocked."""
        page.on("pageerror", lambda error: self.problems.append(f"{self.name}: {error}"))
        page.on("console", lambda message: self._hear(message.type, message.text))

    def _hear(self, kind: str, text: str) -> None:
        if kind == "error" and "Content Security Policy" in text:
            self.problems.append(f"{self.name}: {text}")

    def text(self, text: str) -> Locator:
        """The visible places where the page says this."""
        return self.page.get_by_text(text).filter(visible=True)

    async def shows(self, *texts: str) -> None:
        """It says all of these."""
        for text in texts:
            await expect(self.text(text).first, f"{self.name} says {text!r}").to_be_visible(timeout=LIMIT_MS)

    async def hides(self, *texts: str) -> None:
        """It says none of these."""
        for text in texts:
            await expect(self.text(text), f"{self.name} no longer says {text!r}").to_have_count(
                0, timeout=LIMIT_MS
            )

    async def says(self, *sentences: str) -> None:
        """It says all of these sentences of its catalogues, which need no arguments."""
        await self.shows(*(self.words(sentence) for sentence in sentences))

    async def shows_seat(self, seat: str) -> None:
        """It names this seat."""
        await self.shows(self.words.seat(seat))

    @property
    def clock(self) -> Locator:
        """The speech clock."""
        return self.page.get_by_role("timer").filter(visible=True).first

    async def left_s(self) -> int:
        """Seconds left on the speech clock as the page draws it; below 0 once it is over."""
        await expect(self.clock, f"{self.name} shows the clock").to_be_visible(timeout=LIMIT_MS)
        found = FIGURES.search(await self.clock.inner_text())
        assert found is not None
        sign, minutes, seconds = found.groups()
        return (-1 if sign else 1) * (60 * int(minutes) + int(seconds))

    async def ticks(self) -> None:
        """The speech clock runs."""
        since_s = time.monotonic()
        before = await self.left_s()
        await expect(self.clock, f"{self.name}: the clock runs").not_to_have_text(
            await self.clock.inner_text(), timeout=LIMIT_MS
        )
        left_s, lasted_s = await self.left_s(), time.monotonic() - since_s
        assert before - 2 - lasted_s <= left_s < before, (
            f"{self.name}: {before}, {lasted_s:.1f} s later {left_s}"
        )

    async def has_no_clock(self) -> None:
        """No speech clock is on show."""
        clocks = self.page.get_by_role("timer").filter(visible=True)
        await expect(clocks, f"{self.name} shows no clock").to_have_count(0, timeout=LIMIT_MS)

    async def shows_times(self, times: int, text: str) -> None:
        """It says this so many times."""
        await expect(self.text(text), f"{self.name} says {text!r}").to_have_count(times, timeout=LIMIT_MS)

    @property
    def cut_off(self) -> Locator:
        """Where it says that it has no connection, and since when what it shows is old."""
        sentences = (
            self.words(sentence, time="").strip()
            for sentence in ("connection-stale", "connection-offline", "hall-stale")
        )
        return self.page.get_by_text(re.compile("|".join(map(re.escape, sentences)), re.IGNORECASE)).filter(
            visible=True
        )

    async def is_cut_off(self) -> None:
        """It says that it has no connection."""
        await expect(self.cut_off.first, f"{self.name} says it is cut off").to_be_visible(timeout=LIMIT_MS)

    async def is_live(self) -> None:
        """It no longer says so."""
        await expect(self.cut_off, f"{self.name} is back").to_have_count(0, timeout=LIMIT_MS)

    async def key(self, key: str) -> None:
        """Press a key."""
        await self.page.keyboard.press(key)

    async def tab_to(
        self,
        role: Literal["button", "checkbox", "radio", "combobox", "textbox"],
        name: str | re.Pattern[str],
        inside: str = "body",
        *,
        back: bool = False,
    ) -> int:
        """Go on, or back, with Tab until something of this role and name, in this element, has the focus.

        Returns how many presses that took.
        """
        wanted = self.page.locator(inside).get_by_role(role, name=name, exact=True)
        await expect(wanted.last, f"{self.name} has {role} {name!r}").to_be_visible(timeout=LIMIT_MS)
        focused = wanted.and_(self.page.locator(":focus"))
        for pressed in range(MOST_TABS):
            if await focused.count():
                return pressed
            await self.key("Shift+Tab" if back else "Tab")
        raise AssertionError(f"{self.name}: the Tab key does not get to {name!r}")

    async def value(self, expression: str, argument: object = None, limit_ms: float = LIMIT_MS) -> Any:
        """What a script gives on the page, once that is something.

        Asked anew each time: what polls in the page itself (`wait_for_function`) does so with `eval`, which the page's
        policy forbids from the second look on. Raises AssertionError.
        """
        limit_s = time.monotonic() + limit_ms / 1000
        while not (found := await self.page.evaluate(expression, argument)):
            assert time.monotonic() < limit_s, (
                f"{self.name}: {expression} gives {found!r} (asked: {argument!r})"
            )
            await asyncio.sleep(LOOK_S)
        return found

    async def is_untouched(self) -> None:
        """Nobody, and nothing, has loaded the page again."""
        assert await self.page.evaluate("globalThis.openedBy") == "this test", f"{self.name} was loaded again"
