"""What ASGI's scopes and messages say of a client, and how a request is passed on as another. Knows no lane."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import Message, Receive, Scope, Send

from server.live.fastpath import EXTENSION, PLACE
from server.live.line import Place
from server.live.packets import SEPARATOR

POLICY_VIOLATION: Final = 1008
"""RFC 6455, 7.4.1."""
BODY_LIMIT: Final = 64 * 1024
"""Bytes of a polling client's request; as much as engine.io is told."""


def below(prefix: str, scope: Scope) -> Scope:
    """Return the scope of a request as if the server had its host for itself.

    `prefix`: what stands before all its addresses in public, "/dialogue" say, whether the proxy takes it away or not.
    """
    path: str = scope["path"]
    return {**scope, "path": path.removeprefix(prefix)} if path.startswith(f"{prefix}/") and prefix else scope


def token_of(scope: Scope) -> str:
    """Return what a request shows as a bearer token, "" if nothing."""
    return Headers(scope=scope).get("authorization", "").rpartition(" ")[2]


def closing(send: Send) -> Send:
    """Return a `send` with whose answer the connection ends."""

    async def ending(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message)["Connection"] = "close"
        await send(message)

    return ending


def address_of(scope: Scope) -> str:
    """Return from where a request comes."""
    client = scope.get("client")
    return str(client[0]) if client else ""


def place_of(scope: Scope) -> Place | None:
    """Return the place of a scope's connection: a WebSocket's protocol has it, else it stands in the scope."""
    protocol = scope.get("extensions", {}).get(EXTENSION)
    place: Place | None = scope.get(PLACE) if protocol is None else protocol.place
    return place


def query_of(scope: Scope) -> dict[str, str]:
    """Return a request's query; of what stands there twice the first, as engine.io takes it."""
    parsed = parse_qs(scope["query_string"].decode("ascii", "replace"))
    return {name: values[0] for name, values in parsed.items()}


async def packets_of(receive: Receive) -> list[str]:
    """Return the packets of a polling client's request; none where it is too long, no text, or does not come whole."""
    body = b""
    more = True
    while more and len(body) <= BODY_LIMIT:
        message = await receive()
        if message["type"] != "http.request":
            return []
        body += message.get("body", b"")
        more = message.get("more_body", False)
    try:
        return body.decode().split(SEPARATOR) if not more and len(body) <= BODY_LIMIT else [""]
    except UnicodeDecodeError:
        return [""]


def with_body(scope: Scope, body: bytes) -> tuple[Scope, Receive]:
    """Return a request with another body."""
    others = [(name, value) for name, value in scope["headers"] if name != b"content-length"]

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return {**scope, "headers": [*others, (b"content-length", b"%d" % len(body))]}, receive


async def cut_off(scope: Scope, send: Send) -> dict[str, Any]:
    """End a WebSocket, and return what says so to the application."""
    with suppress(Exception):  # it may be closing already, by either end
        await send({"type": "websocket.close", "code": POLICY_VIOLATION})
    if (place := place_of(scope)) is not None:
        place.close()
    return {"type": "websocket.disconnect", "code": POLICY_VIOLATION}


class LettingGo:
    """Calls another, an ASGI `receive` or `send`, until it is told to refer to it no more."""

    __slots__ = ("_call",)

    def __init__(self, call: Callable[..., Any]) -> None:
        self._call: Callable[..., Any] | None = call

    async def __call__(self, *args: Any) -> Any:  # noqa: ANN401 - whatever the other takes
        """See the other."""
        if self._call is None:
            raise RuntimeError("the connection is over")
        return await self._call(*args)

    def let_go(self) -> None:
        """Refer to it no more."""
        self._call = None
