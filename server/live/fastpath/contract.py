"""The private attributes that the short cut stands on, and the places where it is tied in.

All of them were read in uvicorn 0.54, websockets 17, python-engineio 4.15 and python-socketio 5.18. A check
says whether they are still there; whether they still *mean* the same is for ``selftest.py`` to find out.
"""

import inspect
from collections.abc import Callable, Iterator
from functools import partial
from types import CodeType
from typing import Final, cast

import socketio
from engineio.async_drivers import asgi
from engineio.async_server import AsyncServer
from engineio.async_socket import AsyncSocket
from engineio.base_server import BaseServer
from engineio.base_socket import BaseSocket
from socketio.base_manager import BaseManager
from socketio.base_server import BaseServer as SocketServer
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.protocol import Protocol
from websockets.streams import StreamReader

from server.live.fastpath.direct_queue import EngineSocket
from server.live.fastpath.environ import environ_of
from server.live.fastpath.websocket import DirectWebSocket

SIGNATURES: Final = (
    (WebSocketsSansIOProtocol, "handle_connect", ("self", "event")),
    (WebSocketsSansIOProtocol, "pause_writing", ("self",)),
    (WebSocketsSansIOProtocol, "resume_writing", ("self",)),
    (WebSocketsSansIOProtocol, "connection_lost", ("self", "exc")),
    (WebSocketsSansIOProtocol, "data_received", ("self", "data")),
    (WebSocketsSansIOProtocol, "receive", ("self",)),
    (WebSocketsSansIOProtocol, "send", ("self", "message")),
    (WebSocketsSansIOProtocol, "handle_cont", ("self", "event")),
    (WebSocketsSansIOProtocol, "handle_ping", ("self",)),
    (WebSocketsSansIOProtocol, "on_task_complete", ("self", "task")),
    (HttpToolsProtocol, "connection_made", ("self", "transport")),
    (HttpToolsProtocol, "connection_lost", ("self", "exc")),
    (HttpToolsProtocol, "data_received", ("self", "data")),
    (HttpToolsProtocol, "on_message_begin", ("self",)),
    (HttpToolsProtocol, "on_headers_complete", ("self",)),
    (HttpToolsProtocol, "on_body", ("self", "body")),
    (HttpToolsProtocol, "on_message_complete", ("self",)),
    (HttpToolsProtocol, "on_response_complete", ("self",)),
    (HttpToolsProtocol, "send_400_response", ("self", "msg")),
    (HttpToolsProtocol, "handle_websocket_upgrade", ("self",)),
    (HttpToolsProtocol, "pause_writing", ("self",)),
    (HttpToolsProtocol, "resume_writing", ("self",)),
    (HttpToolsProtocol, "_start_asgi_task", ("self", "cycle", "app")),
    (HttpToolsProtocol, "_unset_keepalive_if_required", ("self",)),
    (RequestResponseCycle, "run_asgi", ("self", "app")),
    (Protocol, "send_text", ("self", "data", "fin")),
    (Protocol, "send_binary", ("self", "data", "fin")),
    (Protocol, "data_to_send", ("self",)),
    (asgi.WebSocket, "__init__", ("self", "handler", "server")),
    (asgi.WebSocket, "__call__", ("self", "environ")),
    (AsyncSocket, "receive", ("self", "pkt")),
    (AsyncSocket, "close", ("self", "wait", "abort", "reason")),
    (AsyncSocket, "_websocket_handler", ("self", "ws")),
    (AsyncServer, "disconnect", ("self", "sid")),
    (AsyncServer, "start_background_task", ("self", "target", "args", "kwargs")),
    (AsyncServer, "_trigger_event", ("self", "event", "args", "kwargs")),
    (SocketServer, "_engineio_server_class", ("self",)),
    (BaseManager, "eio_sid_from_sid", ("self", "sid", "namespace")),
)

NAMES: Final = (
    (
        WebSocketsSansIOProtocol,
        "__init__",
        {
            "conn",
            "transport",
            "writable",
            "loop",
            "queue",
            "read_paused",
            "handshake_initiated",
            "handshake_complete",
            "frames",
        },
    ),
    (WebSocketsSansIOProtocol, "receive", {"queue", "read_paused", "resume_reading"}),
    (
        HttpToolsProtocol,
        "__init__",
        {"logger", "loop", "transport", "cycle", "pipeline", "scope", "headers", "parser", "flow", "client"},
    ),
    (RequestResponseCycle, "__init__", {"disconnected", "message_event", "response_started"}),
    (RequestResponseCycle, "send", {"disconnected", "response_complete"}),
    (HttpToolsProtocol, "handle_websocket_upgrade", {"set_protocol", "ws_protocol_class"}),
    (WebSocketsSansIOProtocol, "handle_connect", {"scope"}),
    (WebSocketsSansIOProtocol, "handle_cont", {"frames"}),
    (Protocol, "__init__", {"state", "reader", "parser"}),
    (StreamReader, "__init__", {"buffer"}),
    (BaseSocket, "__init__", {"server", "sid", "queue", "connected", "upgrading", "upgraded", "closed"}),
    (AsyncSocket, "_upgrade_websocket", {"_async", "_websocket_handler"}),
    (AsyncSocket, "_websocket_handler", {"max_http_buffer_size", "ping_interval", "ping_timeout", "reason"}),
    (AsyncSocket, "send", {"queue", "put"}),
    (AsyncSocket, "schedule_ping", {"start_background_task", "_send_ping"}),
    (AsyncSocket, "close", {"_trigger_event"}),
    (AsyncServer, "handle_request", {"_async"}),
    (BaseServer, "__init__", {"_async", "sockets"}),
    (AsyncServer, "disconnect", {"_get_socket", "close", "reason", "SERVER_DISCONNECT", "sockets"}),
    (SocketServer, "__init__", {"eio", "manager"}),
)
"""Attributes that only instances have, looked for in the code that sets or uses them."""


OF_CONNECTIONS: Final = ("uvicorn", "websockets")
"""The libraries that the protocols stand on, which hold each connection to its limits; the rest is the fan-out's."""


def breaches() -> list[str]:
    """Return, in words, what is not as the short cut needs it; nothing if all is well."""
    return [*_changed_signatures(), *_missing_names(), *_changed_wiring()]


def breaches_of_connections() -> list[str]:
    """Return, of these, what is not as the protocols need it."""
    return [*_changed_signatures(OF_CONNECTIONS), *_missing_names(OF_CONNECTIONS)]


def _is_of(owner: type, libraries: tuple[str, ...]) -> bool:
    return not libraries or owner.__module__.partition(".")[0] in libraries


def _changed_signatures(libraries: tuple[str, ...] = ()) -> Iterator[str]:
    for owner, name, expected in SIGNATURES:
        if not _is_of(owner, libraries):
            continue
        function = getattr(owner, name, None)
        found = None if function is None else tuple(inspect.signature(function).parameters)
        if found != expected:
            yield f"{owner.__name__}.{name} takes {found}, not {expected}"


def _missing_names(libraries: tuple[str, ...] = ()) -> Iterator[str]:
    for owner, name, expected in NAMES:
        if not _is_of(owner, libraries):
            continue
        function = getattr(owner, name, None)
        missing = expected.difference(() if function is None else _names_in(function.__code__))
        if missing:
            yield f"{owner.__name__}.{name} does not know {sorted(missing)}"


def _names_in(code: CodeType) -> Iterator[str]:
    """Yield the attribute names in a function and the functions within."""
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names_in(constant)


def _changed_wiring() -> Iterator[str]:
    if asgi._async.get("websocket") is not asgi.WebSocket:
        yield "engine.io makes its WebSockets in another way"
    if asgi._async.get("translate_request") is not asgi.translate_request:
        yield "engine.io reads its requests in another way"


_PARTS: Final = {**asgi._async, "translate_request": environ_of}
"""engine.io's own parts for ASGI, a table that all servers share, with another way to read a request."""


def use_parts(sio: socketio.AsyncServer) -> None:
    """Have this server's requests read by `environ_of`, and its WebSockets served as engine.io does."""
    sio.eio._async = _PARTS


def install(sio: socketio.AsyncServer, stall_ms: int, on_resume: Callable[[str], None]) -> None:
    """Have this server's WebSockets served by DirectWebSocket."""
    direct = partial(DirectWebSocket, stall_ms, on_resume)
    sio.eio._async = {**_PARTS, "websocket": direct}


def socket_of(sio: socketio.AsyncServer, sid: str) -> EngineSocket | None:
    """Return the engine.io socket of a client in the default namespace, if it is connected."""
    return cast("EngineSocket | None", sio.eio.sockets.get(sio.manager.eio_sid_from_sid(sid, "/")))
