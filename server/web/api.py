"""`/api`: the protocol by HTTP, for networks that let no socket through and for programs.

    GET  /api/view         query: a Poll; answers News
    POST /api/command      body: a CommandMessage; query: device; answers an Answer
    GET  /api/public/view  the public's ViewMessage, with an ETag: for caches, and for who wants nothing but that
    GET  /api/config/…     the Configuration of that hash, which a ViewMessage names: for ever the same; 404 if unknown

Status 200: the dialogue answered, be it by a refusal. Else it was not asked, and the body says why in the same words,
a NoEntry or a Refusal: 400 `bad_command`, 401 `revoked`, 403 `too_many_devices`, 409 `reload`. 503: it cannot
be shown now, or not here, for another node has shown more already; the next call may do better.
"""

import asyncio
import gzip
from collections.abc import Awaitable, Callable, Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

import msgspec
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from server.web.bearer import token_of
from server.wire.messages import Answer, NoEntry, Refusal

BODY_LIMIT: Final = 64 * 1024
"""Bytes of a command; the longest one that makes sense has a few thousand."""
BODY_S: Final = 10
"""… and how long it may take to arrive."""
STATUS: Final = {"bad_command": 400, "revoked": 401, "too_many_devices": 403, "reload": 409}
FRESH: Final = {"Cache-Control": "no-store"}
FOR_EVER: Final = "public, max-age=31536000, immutable"

encode = msgspec.json.Encoder().encode


class PublicSnapshot(NamedTuple):
    """The public view of one moment. `version` differs as soon as anything does."""

    version: str
    view: dict[str, Any]
    """A PublicView in plain objects; shared, not to be changed."""
    message: bytes
    """The same as a ViewMessage in JSON text."""


class Api(NamedTuple):
    """What answers. The token is empty for the public."""

    news: Callable[[str, Mapping[str, str]], Awaitable[bytes | NoEntry]]
    """Token and query to a News as JSON text."""
    command: Callable[[str, str, bytes], Awaitable[Answer]]
    """Token, device and body to an answer."""
    public: Callable[[], PublicSnapshot]
    configuration: Callable[[str], bytes | None]
    """Hash to a Configuration as JSON text."""


def routes(api: Api) -> list[BaseRoute]:
    """Return the routes."""

    async def view(request: Request) -> Response:
        news = await api.news(token_of(request), dict(request.query_params))
        return _told(news) if isinstance(news, NoEntry) else _json(news)

    async def command(request: Request) -> Response:
        try:
            async with asyncio.timeout(BODY_S):
                body = await body_of(request)
        except (ClientDisconnect, TimeoutError):
            return _told(Refusal(code="bad_command", about="the body did not come"))
        if body is None:
            return _told(Refusal(code="bad_command", about=f"more than {BODY_LIMIT} bytes"))
        return _told(await api.command(token_of(request), request.query_params.get("device", ""), body))

    async def public_view(request: Request) -> Response:
        snapshot = api.public()
        headers = {"Cache-Control": "no-cache", "ETag": f'"{snapshot.version}"'}
        if headers["ETag"] in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return _json(snapshot.message, headers=headers)

    async def config(request: Request) -> Response:
        name = str(request.path_params["hash"])
        return _lasting(request, name, api.configuration(name))

    return [
        Route("/api/view", view),
        Route("/api/command", command, methods=["POST"]),
        Route("/api/public/view", public_view),
        Route("/api/config/{hash}", config),
    ]


def _lasting(request: Request, name: str, body: bytes | None) -> Response:
    """Answer with what is named by its content."""
    if body is None:
        return Response(status_code=404, headers=dict(FRESH))
    headers = {"Cache-Control": FOR_EVER, "ETag": f'"{name}"', "Vary": "Accept-Encoding"}
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return _json(_zipped(body), headers=headers | {"Content-Encoding": "gzip"})
    return _json(body, headers=headers)


@lru_cache(8)
def _zipped(body: bytes) -> bytes:
    return gzip.compress(body, mtime=0)


async def body_of(request: Request) -> bytes | None:
    """Return the body. None: longer than it may be; the rest is not read."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > BODY_LIMIT:
            return None
    return body


def _told(answer: Answer | NoEntry) -> Response:
    code = "" if not isinstance(answer, Refusal | NoEntry) else answer.code
    status = STATUS.get(code, 200)
    # RFC 9110, section 11.6.1: a 401 says how to do better.
    headers = FRESH | ({"WWW-Authenticate": "Bearer"} if status == 401 else {})
    return _json(encode(answer), status, headers)


def _json(body: bytes, status: int = 200, headers: Mapping[str, str] = FRESH) -> Response:
    return Response(body, status, dict(headers), "application/json")
