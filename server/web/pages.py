"""The faces' pages and files, as the build left them."""

from contextlib import suppress
from pathlib import Path
from typing import Final

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from server.web import rendered
from server.web.noscript.page import FILES as NOSCRIPT_FILES

WEB_CLIENT: Final = "web_client/dist"
CONSOLE: Final = "moderator_console/dist"

PAGES: Final = {
    "/": f"{WEB_CLIENT}/index.html",
    "/floor": f"{WEB_CLIENT}/floor.html",
    "/screen": f"{WEB_CLIENT}/screen.html",
    "/podium": f"{WEB_CLIENT}/podium.html",
    "/console": f"{CONSOLE}/console.html",
    "/stage": f"{CONSOLE}/stage.html",
}
FILES: Final = {"/assets": f"{WEB_CLIENT}/assets", "/console-assets": f"{CONSOLE}/console-assets"}

ENDINGS: Final = {"br": ".br", "gzip": ".gz"}
"""How the build names what it compressed (web_client/shared/build/compress.ts), by encoding; the smaller first."""

NOT_BUILT: Final = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Palabra</title>
<h1>The pages have not been built yet</h1>
<p>The server is running. Stop it and run <code>make run</code>, or run <code>make build</code> beside it
and reload this page.</p></html>"""


class _Assets(StaticFiles):
    """Files whose names change with their content: a browser never needs to ask again.

    The build leaves most of them compressed as well, beside the plain one; each has an ETag of its own.
    """

    async def get_response(self, path: str, scope: Scope) -> Response:
        """See StaticFiles."""
        for encoding in accepted(Headers(scope=scope).get("accept-encoding", "")):
            with suppress(HTTPException):  # there is none like that
                response = await super().get_response(path + ENDINGS[encoding], scope)
                response.headers["Content-Encoding"] = encoding
                return _kept(response)
        return _kept(await super().get_response(path, scope))

    async def check_config(self) -> None:
        """No folder, no file: before the build that is a plain 404."""


def accepted(header: str) -> list[str]:
    """Return which of our encodings a client takes, the best first (RFC 9110, section 12.5.3)."""
    weights: dict[str, float] = {}
    for part in header.lower().split(","):
        name, _, weight = part.partition(";")
        try:
            weights[name.strip()] = float(weight.partition("q=")[2] or 1)
        except ValueError:
            weights[name.strip()] = 0
    return [encoding for encoding in ENDINGS if weights.get(encoding, weights.get("*", 0)) > 0]


def _kept(response: Response) -> Response:
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    response.headers["Vary"] = "Accept-Encoding"
    return response


class _Page:
    """Serves one page; looked for at each request, so that a build beside a running server counts."""

    def __init__(self, file: Path, page: rendered.RenderedPage | None) -> None:
        self._file = file
        self._rendered = page

    async def __call__(self, request: Request) -> Response:
        if not self._file.is_file():
            return HTMLResponse(NOT_BUILT, status_code=503)
        if self._rendered is not None:
            return self._rendered.answer(request)
        return FileResponse(self._file, headers={"Cache-Control": "no-cache"})


def unavailable(_request: Request, _error: Exception) -> Response:
    """Answer what cannot be shown now: the reason is in the log, and the next attempt may do better."""
    return PlainTextResponse("Not available at the moment.\n", 503, {"Retry-After": "2"})


def routes(root: Path, source: rendered.PageSource) -> list[BaseRoute]:
    """Return the routes of pages and files built under `root`, the folder of the program.

    Those in `rendered.KINDS` come with what `source` has already rendered into them.
    """

    def page(path: str, file: Path) -> _Page:
        kind = rendered.KINDS.get(path)
        return _Page(file, None if kind is None else rendered.RenderedPage(file, kind, source))

    folders = {path: root / folder for path, folder in FILES.items()} | {"/noscript": NOSCRIPT_FILES}
    return [
        *(Route(path, page(path, root / file).__call__) for path, file in PAGES.items()),
        *(Mount(path, _Assets(directory=folder, check_dir=False)) for path, folder in folders.items()),
    ]
