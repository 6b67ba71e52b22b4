"""The stage technician's desk, worked by keyboard, and the pictures on it."""

from __future__ import annotations

from typing import Final

from playwright.async_api import FrameLocator, Locator, expect

from tests.support.face import LIMIT_MS, Face

TABS: Final = 80
"""More than there are things to focus on the page."""


class Stage(Face):
    """The stage. Everything is pressed by keyboard alone: Tab to it, Enter."""

    def monitor(self, screen: str) -> Locator:
        """The part of the desk that is about one screen, by its name."""
        return self.page.get_by_role("region", name=screen)

    def picture(self, screen: str) -> FrameLocator:
        """What the desk shows of a screen."""
        return self.page.frame_locator(f'iframe[title="{self.words("stage-picture-of", screen=screen)}"]')

    @property
    def preview(self) -> FrameLocator:
        """What would be taken."""
        return self.page.frame_locator(f'iframe[title="{self.words("stage-preview")}"]')

    async def press(self, sentence: str, screen: str = "") -> None:
        """Press the button of this name, of one screen or of the desk."""
        label = self.words(sentence)
        button = (self.monitor(screen) if screen else self.page).get_by_role("button", name=label, exact=True)
        await expect(button.first).to_be_visible(timeout=LIMIT_MS)
        for _ in range(TABS):
            if await button.first.evaluate("(button) => button === document.activeElement"):
                await self.page.keyboard.press("Enter")
                return
            await self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {label!r}")
