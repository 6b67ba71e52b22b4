"""Pages that are drawn on the server: once a second at most for each language, however many come at once."""

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from server.dialogue.model.setup import Language
from server.web.plain.fragments import SCENES, Wish
from server.web.plain.language import known, preferred
from server.web.plain.page import OBSERVER_PAGE, SCREEN_PAGE, Kept, PageTemplate, complete
from server.web.showing import Showing
from server.wire.views import PublicView

DEFAULT: Final[Language] = "es"
LEVEL: Final = 5
"""Of compression: 12 kB become 3 in less than a millisecond."""


class Kind(NamedTuple):
    """How a page is drawn: what a request wishes for, and the page itself."""

    wish: Callable[[Request, PublicView], Wish]
    page: PageTemplate


class Stage(NamedTuple):
    """What pages are drawn from: the public's view, and session time in milliseconds."""

    showing: Callable[[], Showing]
    now_ms: Callable[[], int]


class _Copy(NamedTuple):
    stamp: tuple[object, ...]
    plain: bytes
    zipped: bytes


class DrawnPage:
    """One page. The document is looked for at each request, so that a build beside a running server counts."""

    def __init__(self, file: Path, kind: Kind, stage: Stage) -> None:
        self._file = file
        self._kind = kind
        self._stage = stage
        self._seen: tuple[str, PublicView] | None = None
        self._copies: dict[Wish, _Copy] = {}
        self._kept: Kept = {}

    def answer(self, request: Request) -> Response:
        """Return the page. Raises OSError if the document cannot be read."""
        showing = self._stage.showing()
        view = self._view(showing)
        wish = self._kind.wish(request, view)
        now_ms = self._stage.now_ms()
        stamp = (showing.version, now_ms // 1000, self._file.stat().st_mtime_ns)
        copy = self._copies.get(wish)
        if copy is None or copy.stamp != stamp:
            drawn = self._kind.page.draw(view, wish, now_ms, self._kept)
            page = complete(self._file.read_text("utf-8"), drawn, wish.lang).encode()
            copy = self._copies[wish] = _Copy(stamp, page, gzip.compress(page, LEVEL, mtime=0))
        headers = {
            "Cache-Control": "no-cache",
            "Content-Language": wish.lang,
            "Vary": "Accept-Language, Accept-Encoding",
        }
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(copy.zipped, 200, headers | {"Content-Encoding": "gzip"}, "text/html")
        return Response(copy.plain, 200, headers, "text/html")

    def _view(self, showing: Showing) -> PublicView:
        if self._seen is None or self._seen[0] != showing.version:
            self._seen = (showing.version, msgspec.convert(showing.view, PublicView))
        return self._seen[1]


def _observers_wish(request: Request, _view: PublicView) -> Wish:
    asked = known(request.query_params.get("lang", ""))
    return Wish(asked or preferred(request.headers.get("accept-language", "")) or DEFAULT)


def _screens_wish(request: Request, view: PublicView) -> Wish:
    """The hall's language counts, not that of the machine behind the screen."""
    asked = known(request.query_params.get("lang", ""))
    scene = next((scene for scene in SCENES if scene == request.query_params.get("scene")), SCENES[0])
    return Wish(asked or view.dialogue.languages[0], scene)


KINDS: Final = {
    "/": Kind(_observers_wish, OBSERVER_PAGE),
    "/screen": Kind(_screens_wish, SCREEN_PAGE),
}
