"""The phone of a seat, by touch or by keyboard."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from playwright.async_api import Locator, expect

from tests.support.face import FIGURES, LIMIT_MS, Face

FRONT: Final = "dialog[open], body:not(:has(dialog[open]))"


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
        """The button that says this sentence: in the sheet, while one is open."""
        front = self.page.locator(FRONT)
        return front.get_by_role("button", name=self.words(sentence, **args), exact=True)

    async def press(self, sentence: str, **args: str | int) -> None:
        """Tap the button that says this."""
        await self.button(sentence, **args).tap(timeout=LIMIT_MS)

    async def tick(self, *names: str | re.Pattern[str]) -> None:
        """Tap these boxes of a sheet."""
        for name in names:
            box = self.page.get_by_role("checkbox", name=name, exact=True)
            await box.tap(timeout=LIMIT_MS)
            await expect(box, f"{self.name} has {name!r} ticked").to_be_checked(timeout=LIMIT_MS)

    async def choose(self, name: str | re.Pattern[str]) -> None:
        """Tap one of the things in a sheet of which one is chosen."""
        await self.page.get_by_role("radio", name=name).tap(timeout=LIMIT_MS)

    async def about(self, *, replies_to: Sequence[str] = (), asks: Sequence[str] = ()) -> None:
        """In a sheet, say what the statement is about: issues, by their codes, and groups."""
        await self.tick(*(re.compile(f"{re.escape(code)} ·") for code in replies_to))
        await self.tick(*(self.words.party(group) for group in asks))

    async def ask(self, *, replies_to: Sequence[str] = (), asks: Sequence[str] = ()) -> None:
        """Ask for the floor: just that, or to reply to issues and ask groups."""
        await self.press("seat-do-ask")
        await self.about(replies_to=replies_to, asks=asks)
        await self.press("seat-form-ask-so" if replies_to or asks else "seat-form-just")

    async def file(self, theme: str, title: str) -> None:
        """File an issue of the group beforehand; from the second on, by way of the list of its own."""
        filed = self._filed
        if filed:
            await self.press("seat-do-issues", count=filed)
        await self.press("seat-do-issue")
        await self.choose(self.words.theme(theme))
        await self.page.get_by_role(
            "textbox", name=re.compile(re.escape(self.words("seat-issue-title")))
        ).fill(title)
        await self.press("seat-issue-do")
        await expect(self.page.get_by_role("dialog")).to_have_count(0, timeout=LIMIT_MS)
        self._filed = filed + 1

    async def waits_as(self, rank: int) -> None:
        """It shows this place in the list."""
        await self.shows(self.words.ordinal(rank))
