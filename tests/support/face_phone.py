"""The phone of a seat, by touch or by keyboard."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from playwright.async_api import Locator, expect

from tests.support.face import FIGURES, LIMIT_MS, Face

MOST_TABS: Final = 60
"""So many presses of Tab go round any phone."""


class Phone(Face):
    """The phone of a seat."""

    _filed = 0
    """How many issues it has filed."""

    @property
    def clock(self) -> Locator:
        """The speech clock; next in the list, the time that the speaker before has left."""
        sentence = re.escape(self.words("seat-next-left", name="@", time="#"))
        told = re.compile(
            sentence.replace("@", ".*").replace(r"\#", FIGURES.pattern).replace("#", FIGURES.pattern)
        )
        return super().clock.or_(self.page.get_by_text(told).filter(visible=True)).first

    def button(self, sentence: str, **args: str | int) -> Locator:
        """The button that says this sentence."""
        return self.page.get_by_role("button", name=self.words(sentence, **args), exact=True)

    async def press(self, sentence: str, **args: str | int) -> None:
        """Press the button that says this."""
        await self.button(sentence, **args).click(timeout=LIMIT_MS)

    async def ask(self, *, replies_to: Sequence[str] = (), asks: Sequence[str] = ()) -> None:
        """Ask for the floor: just that, or to reply to issues (by their codes) and ask groups."""
        await self.press("seat-do-ask")
        for code in replies_to:
            await self.page.get_by_role("checkbox", name=f"{code} ·").check(timeout=LIMIT_MS)
        for group in asks:
            name = self.words.party(group)
            await self.page.get_by_role("checkbox", name=name, exact=True).check(timeout=LIMIT_MS)
        await self.press("seat-form-ask-so" if replies_to or asks else "seat-form-just")

    async def file(self, theme: str, title: str) -> None:
        """File an issue of the group beforehand; from the second on, by way of the list of its own."""
        filed = self._filed
        if filed:
            await self.press("seat-do-issues", count=filed)
        await self.press("seat-do-issue")
        await self.page.get_by_role("radio", name=self.words.theme(theme)).check(timeout=LIMIT_MS)
        await self.page.get_by_role(
            "textbox", name=re.compile(re.escape(self.words("seat-issue-title")))
        ).fill(title)
        await self.press("seat-issue-do")
        await expect(self.page.get_by_role("dialog")).to_have_count(0, timeout=LIMIT_MS)
        self._filed = filed + 1

    async def tab_to(self, role: Literal["button", "checkbox"], name: str, inside: str = "body") -> None:
        """Go on with the Tab key until something of this role and name, in this element, has the focus."""
        scope = self.page.locator(inside)
        wanted = scope.get_by_role(role, name=name, exact=True)
        await expect(wanted.last).to_be_visible(timeout=LIMIT_MS)
        for _ in range(MOST_TABS):
            if await wanted.and_(self.page.locator(":focus")).count():
                return
            await self.page.keyboard.press("Tab")
        raise AssertionError(f"{self.name}: the Tab key does not get to {name!r}")

    async def waits_as(self, rank: int) -> None:
        """It shows this place in the list."""
        await self.shows(self.words.ordinal(rank))
