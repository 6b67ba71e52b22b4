"""The browser that other tests rely on."""

from playwright.async_api import Browser


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
