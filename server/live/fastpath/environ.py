"""What engine.io is told of a request: what its own driver tells it, without the class that it makes for each one.

A class refers to itself, so only a walk through the whole heap finds that it is no longer needed: some 1.6 kB for every
request that ever was, while such walks are rare (`server.collector`).
"""

from typing import Any, Final

from starlette.types import Message, Receive, Scope, Send

OPENINGS: Final = frozenset({"http.request", "websocket.connect"})
WITHOUT_PREFIX: Final = frozenset({"CONTENT_TYPE", "CONTENT_LENGTH"})
"""Headers that CGI, and so WSGI, names without HTTP_."""


class RequestBody:
    """The body of a request, of which `first` was heard already."""

    __slots__ = ("_message", "_receive", "_unread")

    def __init__(self, first: Message, receive: Receive) -> None:
        self._message, self._receive = first, receive
        self._unread: bytearray | None = None

    async def read(self, length: int | None = None) -> bytes:
        """Return what is left of it, or `length` bytes of that. It is heard to its end before."""
        if self._unread is None:
            self._unread = bytearray(self._message.get("body", b""))
            while self._message.get("more_body"):  # a message that the client is gone says no more
                self._message = await self._receive()
                self._unread += self._message.get("body", b"")
        size = len(self._unread) if length is None else length
        read = bytes(self._unread[:size])
        del self._unread[:size]
        return read


async def environ_of(scope: Scope, receive: Receive, send: Send) -> dict[str, Any]:
    """Return a request as a WSGI environment, as far as engine.io reads it; empty if the client is gone already."""
    first = await receive()
    if first["type"] not in OPENINGS:
        return {}
    client = scope.get("client")
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope.get("method", "GET"),
        "PATH_INFO": scope["path"],
        "QUERY_STRING": scope.get("query_string", b"").decode("latin-1"),
        "REMOTE_ADDR": client[0] if client else "",
        "wsgi.input": RequestBody(first, receive),
        "asgi.scope": scope,
        "asgi.receive": receive,
        "asgi.send": send,
    }
    for name, value in scope["headers"]:
        key = name.decode("latin-1").upper().replace("-", "_")
        key = key if key in WITHOUT_PREFIX else f"HTTP_{key}"
        text = value.decode("latin-1")
        environ[key] = f"{environ[key]},{text}" if key in environ else text
    environ["wsgi.url_scheme"] = environ.get("HTTP_X_FORWARDED_PROTO", "http")
    return environ
