"""The pages / and /screen as the server sends them: drawn in the visitor's language, and drawn once for many."""

import gzip
import re
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio

from server import app
from server.app import Running
from server.dialogue.model.state import Step
from server.dialogue.rooms.screens import ShowMessage
from server.dialogue.rooms.session import MoveStep
from server.web import pages
from server.web.rendered import KINDS
from tests.support.play import CHAIR
from tests.support.server import serving
from tests.support.words import words

DOCUMENT = '<!doctype html><html lang="es"><head><title>Palabra</title></head><body><div id="face"></div></body></html>'
OPEN = MoveStep(Step("scheduled"), Step("opening"))


@pytest_asyncio.fixture
async def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Running]:
    """A server on an empty journal, whose pages were built."""
    for path in KINDS:
        file = tmp_path / pages.PAGES[path]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(DOCUMENT)
    monkeypatch.setattr(app, "ROOT", tmp_path)
    async with serving(tmp_path / "data") as running:
        yield running


@pytest_asyncio.fixture
async def http(server: Running) -> AsyncIterator[aiohttp.ClientSession]:
    """A browser that says nothing of languages."""
    async with aiohttp.ClientSession(server.url) as session:
        yield session


async def text_of(http: aiohttp.ClientSession, path: str, accept: str = "") -> str:
    """A page as text."""
    async with http.get(path, headers={"Accept-Language": accept}) as response:
        assert response.status == 200
        assert response.content_type == "text/html"
        assert response.headers["Cache-Control"] == "no-cache"
        return await response.text()


@pytest.mark.parametrize(
    ("path", "accept", "lang"),
    [
        ("/", "", "es"),
        ("/", "pt-BR,pt;q=0.9,en;q=0.8", "pt"),
        ("/", "de", "es"),
        ("/?lang=fr", "pt", "fr"),
        ("/?lang=xx", "pt", "pt"),
        ("/screen", "fr", "es"),
        ("/screen?lang=en", "fr", "en"),
        ("/screen?scene=list&lang=en", "", "en"),
        ("/screen?scene=nothing", "", "es"),
    ],
)
async def test_a_page_speaks_its_visitors_language(
    server: Running, http: aiohttp.ClientSession, path: str, accept: str, lang: str
) -> None:
    """The one asked for, else the browser's, else Spanish; a screen speaks the hall's."""
    await server.session.submit(CHAIR, "open-it-1", OPEN)
    page = await text_of(http, path, accept)
    assert f'<html lang="{lang}">' in page
    assert words(lang)("hall-list" if "scene=list" in path else "floor-chair") in page


async def test_a_page_shows_what_is_true_now(server: Running, http: aiohttp.ClientSession) -> None:
    """The act that was just acknowledged is in it; the live face's place is around it."""
    await text_of(http, "/")
    await server.session.submit(CHAIR, "message-1", ShowMessage("Coffee <at> 11:30"))
    page = await text_of(http, "/")
    assert re.search(
        r'<div id="face"><div class="noscript .*Coffee &lt;at&gt; 11:30.*</div></div></body>', page
    )
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in page
    assert re.search(r"Actualizado: \d\d:\d\d:\d\d", page)


async def test_what_it_needs_is_there(http: aiohttp.ClientSession) -> None:
    """Style and script come from this origin, for the security policy allows no other, and none within the page."""
    page = await text_of(http, "/")
    assert "<style" not in page
    assert not re.search(r"<script(?! src=)", page)
    for address in re.findall(r'(?:href|src)="(/[^"]+)"', page):
        async with http.get(address) as response:
            assert response.status == 200
            assert "immutable" in response.headers["Cache-Control"]


async def test_what_a_browser_can_unpack_comes_packed(server: Running) -> None:
    """And is the same page; who cannot unpack gets it plain."""
    async with aiohttp.ClientSession(server.url, auto_decompress=False) as http:
        async with http.get("/", headers={"Accept-Encoding": "identity"}) as response:
            plain = await response.read()
            assert "Content-Encoding" not in response.headers
        async with http.get("/", headers={"Accept-Encoding": "gzip, br"}) as response:
            packed = await response.read()
            assert response.headers["Content-Encoding"] == "gzip"
            assert "Accept-Encoding" in response.headers["Vary"]
    clock = rb"\d\d:\d\d:\d\d"
    assert re.sub(clock, b"", gzip.decompress(packed)) == re.sub(clock, b"", plain)
    assert len(packed) < len(plain)
