"""The browser that other tests rely on."""

import pytest
from playwright.async_api import Browser

from tests.support.faces import Hall


async def test_text_takes_room(browser: Browser) -> None:
    """There are fonts: without them a line of text is zero pixels wide, and every screenshot empty."""
    context = await browser.new_context()
    page = await context.new_page()
    await page.set_content("<span id=text>Tiene la palabra</span>")
    box = await page.locator("#text").bounding_box()
    await context.close()

    assert box is not None
    assert box["width"] > 50
    assert box["height"] > 10


async def test_a_page_that_is_turned_knows_nothing_of_the_face_before(hall: Hall) -> None:
    """Another face stands on it, in that one's window, and finds nothing stored; a phone turns into no console."""
    face = await hall.open("screen:hall-left", "fr")
    await face.page.evaluate("localStorage.mark = sessionStorage.mark = 'of the screen'")
    for who in ("screen:hall-right", "podium"):
        await hall.turn(face, who)
        await face.is_untouched()
        assert await face.page.evaluate("[localStorage.mark, sessionStorage.mark]") == [None, None]
        assert await face.page.evaluate("document.documentElement.lang") == "fr"
    assert await face.page.evaluate("[innerWidth, innerHeight]") == [1024, 768]
    with pytest.raises(AssertionError, match="no face for this device"):
        await hall.turn(face, "seat:BR")
