"""`/api/operator`: acts of whoever looks after the server, from its own machine and with the operator's key.

    POST /api/operator    body: a CommandMessage; answers an Answer

For `python -m server …` on a dialogue that runs: the server alone writes its journal. Status 200: it was asked; 400:
what came is no CommandMessage; 403: not from this machine, or not with that key.
"""

import hmac
from collections.abc import Awaitable, Callable

import msgspec
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from server.web.api import body_of, encode
from server.web.bearer import is_from_here, token_of
from server.wire.messages import Answer, Refusal


def route(key: str, answer: Callable[[object], Awaitable[Answer]]) -> Route:
    """Return the route. `answer` is given what a CommandMessage should be."""

    async def act(request: Request) -> Response:
        if not is_from_here(request) or not hmac.compare_digest(token_of(request).encode(), key.encode()):
            return PlainTextResponse("Only an operator on the server's own machine may do this.\n", 403)
        body = await body_of(request)
        try:
            message = msgspec.json.decode(body or b"")
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            message = None  # not JSON: no CommandMessage either
        told = await answer(message)
        status = 400 if isinstance(told, Refusal) and told.code == "bad_command" else 200
        return Response(encode(told), status, {"Cache-Control": "no-store"}, "application/json")

    return Route("/api/operator", act, methods=["POST"])
