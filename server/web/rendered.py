"""Pages that are rendered on the server: once a second at most for each language, however many come at once."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from server.dialogue.model.setup import LANGUAGES, Language
from server.web.api import PublicSnapshot
from server.web.noscript.fragments import SCENES, Wish
from server.web.noscript.page import OBSERVER_PAGE, SCREEN_PAGE, Kept, PageTemplate, complete
from server.wire.views.public import PublicView

DEFAULT: Final[Language] = "es"
TAG: Final = re.compile(r"\s*([A-Za-z]{2})(?:-[\w-]+)?\s*(?:;\s*q=([\d.]{1,5}))?\s*")
RANGES: Final = 20
"""So many languages of a header are looked at."""
LEVEL: Final = 5
"""Of compression: 12 kB become 3 in less than a millisecond."""


class PageKind(NamedTuple):
    """How a page is drawn: what a request wishes for, and the page itself."""

    wish: Callable[[Request, PublicView], Wish]
    page: PageTemplate


class PageSource(NamedTuple):
    """What pages are drawn from: the public's view, and session time in milliseconds."""

    snapshot: Callable[[], PublicSnapshot]
    now_ms: Callable[[], int]


class _Copy(NamedTuple):
    stamp: tuple[object, ...]
    plain: bytes
    zipped: bytes


class RenderedPage:
    """One page. The document is looked for at each request, so that a build beside a running server counts."""

    def __init__(self, file: Path, kind: PageKind, source: PageSource) -> None:
        self._file = file
        self._kind = kind
        self._source = source
        self._document: tuple[int, str] = (0, "")
        """The built page as it was when last read, and its time of change."""
        self._seen: tuple[str, PublicView] | None = None
        self._copies: dict[Wish, _Copy] = {}
        self._kept: Kept = {}

    def answer(self, request: Request) -> Response:
        """Return the page. Raises OSError if the document cannot be read."""
        snapshot = self._source.snapshot()
        view = self._view(snapshot)
        wish = self._kind.wish(request, view)
        now_ms = self._source.now_ms()
        changed_ns = self._file.stat().st_mtime_ns
        stamp = (snapshot.version, now_ms // 1000, changed_ns)
        copy = self._copies.get(wish)
        if copy is None or copy.stamp != stamp:
            drawn = self._kind.page.draw(view, wish, now_ms, self._kept)
            if self._document[0] != changed_ns:
                self._document = (changed_ns, self._file.read_text("utf-8"))
            page = complete(self._document[1], drawn, wish.lang).encode()
            copy = self._copies[wish] = _Copy(stamp, page, gzip.compress(page, LEVEL, mtime=0))
        headers = {
            "Cache-Control": "no-cache",
            "Content-Language": wish.lang,
            "Vary": "Accept-Language, Accept-Encoding",
        }
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(copy.zipped, 200, headers | {"Content-Encoding": "gzip"}, "text/html")
        return Response(copy.plain, 200, headers, "text/html")

    def _view(self, snapshot: PublicSnapshot) -> PublicView:
        if self._seen is None or self._seen[0] != snapshot.version:
            self._seen = (snapshot.version, msgspec.convert(snapshot.view, PublicView))
        return self._seen[1]


def _observers_wish(request: Request, _view: PublicView) -> Wish:
    asked = known(request.query_params.get("lang", ""))
    return Wish(asked or preferred(request.headers.get("accept-language", "")) or DEFAULT)


def _screens_wish(request: Request, view: PublicView) -> Wish:
    """The hall's language counts, not that of the machine behind the screen."""
    asked = known(request.query_params.get("lang", ""))
    scene = next((scene for scene in SCENES if scene == request.query_params.get("scene")), SCENES[0])
    return Wish(asked or view.dialogue.languages[0], scene)


def known(tag: str) -> Language | None:
    """Return the language of a tag such as "pt-BR", None if it is none of ours."""
    return next((lang for lang in LANGUAGES if lang == tag[:2].lower()), None)


def preferred(accept_language: str) -> Language | None:
    """Return the first of ours in an Accept-Language header (RFC 9110, section 12.5.4), by weight."""
    wanted: list[tuple[float, Language]] = []
    for item in accept_language.split(",")[:RANGES]:
        found = TAG.fullmatch(item)
        lang = known(found[1]) if found else None
        weight = _weight(found[2]) if found else 0
        if lang is not None and weight > 0:
            wanted.append((-weight, lang))
    return min(wanted, key=lambda pair: pair[0], default=(0, None))[1]  # of equals, the one named first


def _weight(q: str | None) -> float:
    try:
        return 1 if q is None else float(q)
    except ValueError:  # "1.2.3"
        return 0


KINDS: Final = {
    "/": PageKind(_observers_wish, OBSERVER_PAGE),
    "/screen": PageKind(_screens_wish, SCREEN_PAGE),
}
