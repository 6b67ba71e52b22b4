"""The faces' pages and files, as the build left them."""

from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from server.web import drawn
from server.web.plain.document import FILES as PLAIN_FILES

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

NOT_BUILT: Final = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Palabra</title>
<h1>The pages have not been built yet</h1>
<p>The server is running. Stop it and run <code>make run</code>, or run <code>make build</code> beside it
and reload this page.</p></html>"""


class _Assets(StaticFiles):
    """Files whose names change with their content: a browser never needs to ask again."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """See StaticFiles."""
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response

    async def check_config(self) -> None:
        """No folder, no file: before the build that is a plain 404."""


class _Page:
    """Serves one page; looked for at each request, so that a build beside a running server counts."""

    def __init__(self, file: Path, page: drawn.DrawnPage | None) -> None:
        self._file = file
        self._drawn = page

    async def __call__(self, request: Request) -> Response:
        if not self._file.is_file():
            return HTMLResponse(NOT_BUILT, status_code=503)
        if self._drawn is not None:
            return self._drawn.answer(request)
        return FileResponse(self._file, headers={"Cache-Control": "no-cache"})


def routes(root: Path, stage: drawn.Stage) -> list[BaseRoute]:
    """Return the routes of pages and files built under `root`, the folder of the program.

    Those in `drawn.KINDS` come with what `stage` shows already drawn into them.
    """

    def page(path: str, file: Path) -> _Page:
        kind = drawn.KINDS.get(path)
        return _Page(file, None if kind is None else drawn.DrawnPage(file, kind, stage))

    folders = {path: root / folder for path, folder in FILES.items()} | {"/plain": PLAIN_FILES}
    return [
        *(Route(path, page(path, root / file).__call__) for path, file in PAGES.items()),
        *(Mount(path, _Assets(directory=folder, check_dir=False)) for path, folder in folders.items()),
    ]
