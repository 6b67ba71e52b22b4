"""The libraries' settings that the short cut, and a hall full of slow phones, ask for."""

import logging
import socket as sockets
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final

import orjson
import socketio

from server.live.fastpath import contract
from server.live.fastpath.engine import SocketServer
from server.live.fastpath.http import HttpProtocol
from server.live.fastpath.protocol import Turns, WebSocketProtocol
from server.live.limits import Tally
from server.live.places import Places

MAX_MESSAGE_BYTES: Final = 65_536
"""The largest message a client may send; a command takes a few hundred bytes."""

BACKLOG: Final = 128
"""Connections that wait to be accepted: all of them are in one turn of the loop, 0.1 ms each. More than that come again
within a second, by themselves (TCP)."""

SEND_BUFFER_BYTES: Final = 65_536
"""SO_SNDBUF of every connection. Linux keeps twice that for its own accounting (socket(7)). Left to itself it
lets the buffer of a client that reads nothing grow to 2.7 MB, and the stall shows only after that."""


class JsonText:
    """orjson in the shape of the standard module, as python-socketio wants it: text, and ``separators``."""

    @staticmethod
    def dumps(value: object, **_options: object) -> str:
        """Return compact JSON text. Raises TypeError for what has no JSON form."""
        return orjson.dumps(value).decode()

    @staticmethod
    def loads(text: str | bytes, **_options: object) -> Any:
        """Return the value. Raises ValueError for what is not JSON, and for nesting past 1,024 levels."""
        return orjson.loads(text)


def _is_no_clients_mistake(record: logging.LogRecord) -> bool:
    """Whether engine.io does not report a request that it refuses: the first of each kind as an error, in its words."""
    return "further occurrences of this error" not in str(record.msg)


def make_server(
    *,
    cors_allowed_origins: str | Sequence[str] | Callable[[str | None, Mapping[str, str]], bool] | None = None,
    ping_interval_s: float = 25,
    ping_timeout_s: float = 20,
    transports: Sequence[str] = ("polling", "websocket"),
) -> socketio.AsyncServer:
    """Return a Socket.IO server for JSON messages up to ``MAX_MESSAGE_BYTES``; origins as in python-socketio.

    ``async_handlers`` is off: with it every event runs in a task of its own, and two commands of one client
    could swap. Without, the next event of a client is read when the handler of the one before is done, which
    also bounds how much work one client can ask for at a time. (``sio.call`` needs it on and cannot be used.)
    """
    # python-socketio logs every packet at INFO, with its data, and at WARNING what clients do that they should not:
    # never, whatever level the rest logs at.
    logger = logging.getLogger("palabra.socketio")
    logger.setLevel(logging.ERROR)
    logger.addFilter(_is_no_clients_mistake)
    sio = SocketServer(
        async_mode="asgi",
        async_handlers=False,
        json=JsonText,
        transports=list(transports),
        cors_allowed_origins=cors_allowed_origins,
        ping_interval=ping_interval_s,
        ping_timeout=ping_timeout_s,
        max_http_buffer_size=MAX_MESSAGE_BYTES,
        logger=logger,
        engineio_logger=logger,
    )
    contract.use_parts(sio)
    return sio


def uvicorn_options(
    places: Places | None = None, tally: Tally | None = None, *, own: bool = True
) -> dict[str, Any]:
    """Return the arguments of ``uvicorn.Config`` that concern connections.

    ``places``: for how many, with the limits of ``HttpProtocol``; none for a server of tests. ``own``: our protocols,
    which stand on what ``contract`` names; else uvicorn's own.

    No compression: it doubles the memory of a connection, and frames that all share are not compressed. No
    pings: engine.io has its own, which clients answer to.
    """
    options: dict[str, Any] = {
        "backlog": BACKLOG,
        "ws": WebSocketProtocol if own else "websockets-sansio",
        "ws_per_message_deflate": False,
        "ws_max_size": MAX_MESSAGE_BYTES,
        "ws_ping_interval": None,
        "ws_ping_timeout": None,
    }
    if own and places is not None:
        options["http"] = partial(HttpProtocol, places, Turns(), tally or Tally())
    return options


def listening_socket(host: str, port: int) -> sockets.socket:
    """Return a bound socket for ``uvicorn.Server.serve(sockets=[…])``, port 0 for any that is free.

    Connections inherit SO_SNDBUF from it. Raises OSError if the host is unknown or the port is taken.
    """
    family, kind, proto, _, address = sockets.getaddrinfo(
        host, port, type=sockets.SOCK_STREAM, flags=sockets.AI_PASSIVE
    )[0]
    listener = sockets.socket(family, kind, proto)
    try:
        listener.setsockopt(sockets.SOL_SOCKET, sockets.SO_REUSEADDR, 1)
        listener.setsockopt(sockets.SOL_SOCKET, sockets.SO_SNDBUF, SEND_BUFFER_BYTES)
        listener.bind(address)
    except OSError:
        listener.close()
        raise
    return listener
