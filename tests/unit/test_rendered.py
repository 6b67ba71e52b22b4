"""Rendered pages: once a second at most for each wish, at once after a change, whatever is asked for."""

from pathlib import Path
from typing import cast

import pytest
from markupsafe import Markup
from starlette.requests import Request

from server.web.api import PublicSnapshot
from server.web.noscript.fragments import Wish
from server.web.noscript.page import Kept, PageTemplate
from server.web.rendered import KINDS, PageKind, PageSource, RenderedPage
from server.wire.project import project
from server.wire.views.public import PublicView
from tests.support.play import Play

VIEW = project(*Play().known).view("public")


class Theatre:
    """A page with everything around it in hand."""

    def __init__(self, file: Path) -> None:
        file.write_text('<div id="face"></div>')
        self.file = file
        self.now_ms = 10_000
        self.version = "e-1"
        self.drawn: list[Wish] = []
        kind = PageKind(KINDS["/screen"].wish, cast("PageTemplate", self))
        self.page = RenderedPage(file, kind, PageSource(self._snapshot, lambda: self.now_ms))

    def _snapshot(self) -> PublicSnapshot:
        return PublicSnapshot(self.version, VIEW, b"")

    def draw(self, _view: PublicView, wish: Wish, now_ms: int, _kept: Kept) -> Markup:
        """See PageTemplate."""
        self.drawn.append(wish)
        return Markup("<p>{}</p>").format(now_ms)

    def ask(self, query: str = "") -> bytes:
        """Answer one request."""
        scope = {"type": "http", "method": "GET", "query_string": query.encode(), "headers": []}
        return bytes(self.page.answer(Request(scope)).body)


@pytest.fixture
def theatre(tmp_path: Path) -> Theatre:
    """One page."""
    return Theatre(tmp_path / "index.html")


def test_thousands_who_come_at_once_are_drawn_one_page(theatre: Theatre) -> None:
    """For each language and scene."""
    for _ in range(1_000):
        theatre.ask()
        theatre.ask("lang=en")
        theatre.ask("lang=en&scene=list")
    assert theatre.drawn == [Wish("es"), Wish("en"), Wish("en", "list")]


def test_a_page_is_never_more_than_a_second_old(theatre: Theatre) -> None:
    """It names the moment it was drawn at, and the time left at that."""
    theatre.ask()
    theatre.now_ms = 10_999
    assert b"<p>10000</p>" in theatre.ask()
    theatre.now_ms = 11_000
    assert b"<p>11000</p>" in theatre.ask()


def test_a_change_is_drawn_at_once(theatre: Theatre) -> None:
    """In the same second."""
    theatre.ask()
    theatre.version = "e-2"
    theatre.now_ms = 10_001
    assert b"<p>10001</p>" in theatre.ask()


def test_a_new_build_counts_at_once(theatre: Theatre) -> None:
    """Its files have other names, and the old ones may be gone."""
    theatre.ask()
    theatre.file.write_text('<i></i><div id="face"></div>')
    assert theatre.ask().startswith(b"<i>")


def test_what_nobody_knows_is_not_kept(theatre: Theatre) -> None:
    """Strange wishes are the ordinary ones: nobody fills the memory with them."""
    for number in range(100):
        theatre.ask(f"lang=x{number}&scene=y{number}&z={number}")
    assert theatre.drawn == [Wish("es")]
