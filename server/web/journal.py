"""`/api/journal`: the whole journal as JSON lines, for consoles. Each line is an entry's bytes, as they were hashed."""

from collections.abc import AsyncIterator, Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from server.dialogue.model.ids import Actor
from server.journal.port import Journal
from server.web.bearer import token_of


def route(
    journal: Journal, actor_of: Callable[[str], Actor | None], count_stranger: Callable[[], None]
) -> Route:
    """Return the route. Only a console's token opens the journal; one that is nobody's is counted."""

    async def read(request: Request) -> Response:
        token = token_of(request)
        actor = actor_of(token) if token else None
        if actor is None:
            if token:
                count_stranger()
            return PlainTextResponse("A console's token is needed.\n", 401, {"WWW-Authenticate": "Bearer"})
        if actor.role != "console":
            return PlainTextResponse("Only consoles may read the journal.\n", 403)
        return StreamingResponse(_lines(journal), 200, {"Cache-Control": "no-store"}, "application/jsonl")

    return Route("/api/journal", read)


async def _lines(journal: Journal) -> AsyncIterator[bytes]:
    async for saved in journal.read():
        yield saved.body + b"\n"
