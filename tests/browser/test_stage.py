"""The stage technician at work, by keyboard, with real screens of the hall beside the desk."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest_asyncio
from playwright.async_api import Locator, expect

from server.wire.views.acts import Suggestion
from tests.support.client import Client
from tests.support.face import LIMIT_MS, Face, agree_on_the_clock
from tests.support.face_stage import Stage
from tests.support.faces import Hall
from tests.support.in_process_server import InProcessServer, in_process_server
from tests.support.play import shipped_setup

LEFT, RIGHT = (str(screen.id) for screen in shipped_setup().screens[:2])
NAMED_WITHIN_MS = 6_000


@pytest_asyncio.fixture(loop_scope="session")
async def server(tmp_path: Path) -> AsyncIterator[InProcessServer]:
    """A server on an empty journal."""
    async with in_process_server(tmp_path) as near:
        yield near


@pytest_asyncio.fixture(loop_scope="session")
async def chair(server: InProcessServer) -> AsyncIterator[Client]:
    """A console of the chair's without a page; the first representative is speaking."""
    async with server.client("console:chair") as opened:
        for act in ("open", "start_round", "call", "start"):
            await press(opened, act)
        yield opened


async def press(chair: Client, act: str) -> None:
    """Press the context button, which must be about this act."""
    suggestion = msgspec.convert(chair.view["primary"], Suggestion)
    assert suggestion.act == act
    await chair.done(suggestion.command)


async def hear_next(chair: Client) -> None:
    """The speaker ends, the next one begins."""
    for act in ("end", "call", "start"):
        await press(chair, act)


def name(stage: Stage, screen: str) -> str:
    """What the desk calls a screen."""
    return next(stage.words.of(one.name) for one in shipped_setup().screens if str(one.id) == screen)


def heading(page: Locator) -> Locator:
    """Who has the floor, as a screen shows it."""
    return page.locator("h2").first


async def names(screen: Face, seat: str) -> None:
    """The screen shows who has the floor."""
    await expect(heading(screen.page.locator("body"))).to_have_text(screen.words.seat(seat), timeout=LIMIT_MS)


async def test_what_is_taken_is_what_the_screen_shows(hall: Hall, chair: Client) -> None:
    """The preview changes no screen; taking it does, on all or on one; blank is dark."""
    stage = await hall.stage()
    left, right = await asyncio.gather(hall.screen(LEFT), hall.screen(RIGHT))
    await asyncio.gather(names(left, "youth-1"), names(right, "youth-1"))
    seq = chair.seq

    await stage.press("scene-list")
    listed = stage.preview.locator("h1").first
    await expect(listed).to_contain_text(left.words("hall-list"), timeout=LIMIT_MS)
    await names(left, "youth-1")
    assert chair.seq == seq, "choosing a preview is nobody else's business"

    await stage.press("stage-take-here", name(stage, LEFT))
    await left.shows(left.words("hall-list"))
    rows = await left.page.locator("li b").all_inner_texts()
    assert len(rows) == 4
    await expect(stage.preview.locator("li b")).to_have_text(rows, timeout=LIMIT_MS)
    await names(right, "youth-1")

    await stage.press("stage-blank-all")
    for screen in (left, right):
        await expect(screen.page.locator("#face")).to_have_text("", timeout=LIMIT_MS)
    await stage.press("scene-speaker")
    await stage.press("stage-take-here", name(stage, RIGHT))
    await names(right, "youth-1")
    await expect(left.page.locator("#face")).to_have_text("")


async def test_a_frozen_screen_stands_still_until_it_is_thawed(hall: Hall, chair: Client) -> None:
    """The floor moves on, the picture does not: neither when the page is loaded anew, nor on a desk opened since."""
    stage = await hall.stage()
    left, right = await asyncio.gather(hall.screen(LEFT), hall.screen(RIGHT))
    await asyncio.gather(names(left, "youth-1"), names(right, "youth-1"))
    await stage.press("stage-freeze", name(stage, LEFT))
    await expect(stage.monitor(name(stage, LEFT))).to_contain_text(
        stage.words("stage-frozen"), timeout=LIMIT_MS
    )
    frozen = left.page.locator("#face")
    await right.ticks()
    kept = await frozen.inner_text()

    await hear_next(chair)
    await names(right, "youth-2")
    assert await frozen.inner_text() == kept, "not even the clock has moved"

    await left.page.reload()
    await names(left, "youth-1")
    await right.ticks()
    assert await frozen.inner_text() == kept
    later = await hall.stage()
    for desk in (stage, later):
        picture = heading(desk.picture(name(desk, LEFT)).locator("body"))
        await expect(picture).to_have_text(left.words.seat("youth-1"), timeout=LIMIT_MS)

    await stage.press("stage-take-here", name(stage, LEFT))
    await names(left, "youth-2")
    await agree_on_the_clock([left, right])


async def test_a_screen_that_dies_is_named_within_seconds(hall: Hall, chair: Client) -> None:
    """The desk says which screen is well, which has gone, and which never came (moment 15)."""
    stage = await hall.stage()
    left = await hall.screen(LEFT)
    await names(left, "youth-1")
    well, gone = stage.monitor(name(stage, LEFT)), stage.words("screen-gone", time="").strip()
    await expect(well).to_contain_text(stage.words("screen-well"), timeout=LIMIT_MS)
    await expect(stage.monitor(name(stage, RIGHT))).to_contain_text(stage.words("screen-never"))
    await left.page.close()
    hall.faces.remove(left)
    await expect(well).to_contain_text(gone, timeout=NAMED_WITHIN_MS)
    assert chair.view["floor"]["seat"] == "youth-1"


async def test_the_desk_shows_a_screen_in_its_own_languages(hall: Hall, chair: Client) -> None:
    """The address of a screen chooses them; the desk learns of it from the screen."""
    stage = await hall.stage()
    left = await hall.screen(LEFT, lang="fr")
    await names(left, "youth-1")
    picture = heading(stage.picture(name(stage, LEFT)).locator("body"))
    await expect(picture).to_have_text(left.words.seat("youth-1"), timeout=LIMIT_MS)
    await expect(heading(stage.preview.locator("body"))).to_have_text(
        left.words.seat("youth-1"), timeout=LIMIT_MS
    )
    assert "floor" in chair.view
