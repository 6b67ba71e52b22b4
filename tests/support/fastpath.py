"""A Socket.IO server with the fan-out short cut, on a real port, and clients that speak its wire format."""

import asyncio
import functools
import socket
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Self

import orjson
import pytest
import socketio
import uvicorn
import uvloop
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from server.live.fastpath import Broadcaster, CatchUp, listening_socket, make_server, uvicorn_options
from server.live.fastpath.contract import socket_of
from server.live.fastpath.direct_queue import EngineSocket

Body = Callable[[], Coroutine[Any, Any, None]]
ROOM = "all"


def on_both_loops(test: Body) -> Callable[[Callable[[], asyncio.AbstractEventLoop]], None]:
    """Run a test on uvloop, as the server does, and on asyncio's own loop, as it does where uvloop is not."""

    def run(loop_factory: Callable[[], asyncio.AbstractEventLoop]) -> None:
        with asyncio.Runner(loop_factory=loop_factory) as runner:
            runner.run(test())

    functools.update_wrapper(run, test)
    del run.__wrapped__  # type: ignore[attr-defined] # pytest would look for its arguments there
    loops = pytest.mark.parametrize(
        "loop_factory", [uvloop.new_event_loop, asyncio.new_event_loop], ids=["uvloop", "asyncio"]
    )
    return loops(run)


async def until(condition: Callable[[], object], *, limit_s: float = 30) -> None:
    """Wait for a condition that nothing signals. Raises TimeoutError."""
    async with asyncio.timeout(limit_s):
        while not condition():  # noqa: ASYNC110 -- nothing signals it
            await asyncio.sleep(0.002)


@dataclass
class Rig:
    """A running server. Clients that say "join" are put into ROOM; "ask" is answered with its argument."""

    sio: socketio.AsyncServer
    broadcaster: Broadcaster
    port: int
    left: list[str] = field(default_factory=list)
    opened: list[ClientConnection] = field(default_factory=list)

    async def connect(self, query: str, **options: Any) -> ClientConnection:
        """Open a WebSocket with this query; it is closed with the server."""
        url = f"ws://127.0.0.1:{self.port}/socket.io/?EIO=4&transport=websocket{query}"
        options = {"compression": None, "ping_interval": None, "proxy": None} | options
        self.opened.append(await connect(url, **options))
        return self.opened[-1]

    @property
    def url(self) -> str:
        """For python-socketio's client."""
        return f"http://127.0.0.1:{self.port}"

    def engine_socket(self, sid: str) -> EngineSocket:
        """The engine.io socket of a connected client."""
        found = socket_of(self.sio, sid)
        assert found is not None
        return found

    def transport(self, sid: str) -> asyncio.Transport:
        """The server's end of a client's WebSocket."""
        transport: asyncio.Transport = self.engine_socket(sid).queue._protocol.transport
        return transport

    def say(self, value: object) -> asyncio.Future[int]:
        """Broadcast event "n" to ROOM."""
        return self.broadcaster.broadcast(ROOM, "n", orjson.dumps(value))


def _no_view(_sid: str) -> list[tuple[str, bytes]]:
    return []


@asynccontextmanager
async def serving(
    *,
    catch_up: CatchUp = _no_view,
    chunk: int = 256,
    stall_ms: int = 15_000,
    ping_s: float = 25,
    **uvicorn_args: Any,
) -> AsyncIterator[Rig]:
    """Serve on a free port of loopback until the block ends. ``uvicorn_args`` win over ``uvicorn_options``."""
    sio = make_server(ping_interval_s=ping_s, ping_timeout_s=ping_s)
    broadcaster = Broadcaster(sio, catch_up, chunk=chunk, stall_ms=stall_ms)
    listener = listening_socket("127.0.0.1", 0)
    rig = Rig(sio, broadcaster, listener.getsockname()[1])
    sio.on("join", functools.partial(_join, rig))
    sio.on("ask", _ask)
    sio.on("disconnect", functools.partial(_gone, rig))
    options = uvicorn_options() | {"log_config": None, "lifespan": "off", "timeout_graceful_shutdown": 1}
    config = uvicorn.Config(socketio.ASGIApp(sio), **(options | uvicorn_args))
    server = uvicorn.Server(config)
    serving_task = asyncio.create_task(server.serve(sockets=[listener]))
    await until(lambda: server.started)
    try:
        yield rig
    finally:
        for client in rig.opened:
            client.transport.abort()  # a stalled one would not notice that the server is gone
        await sio.shutdown()
        server.should_exit = True
        await serving_task
        await _end_pings()


async def _end_pings() -> None:
    """End engine.io's ping timers, which outlive their clients: a test leaves nothing behind."""
    others = [task for task in asyncio.all_tasks() if "_send_ping" in repr(task)]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


def _join(rig: Rig, sid: str) -> str:
    rig.broadcaster.join(sid, ROOM)
    return sid


def _ask(_sid: str, value: object) -> object:
    return value


def _gone(rig: Rig, sid: str, _reason: str) -> None:
    rig.broadcaster.leave(sid)
    rig.left.append(sid)


class WireClient:
    """A WebSocket client that reads only when told to: one text message at a time, as it came."""

    def __init__(self, ws: ClientConnection) -> None:
        self.ws = ws
        self.sid = ""

    @classmethod
    async def join(cls, rig: Rig, **options: Any) -> Self:
        """Connect by WebSocket alone and enter ROOM."""
        client = cls(await rig.connect("", **options))
        await client.enter()
        return client

    async def enter(self) -> None:
        """Connect to the default namespace and enter ROOM."""
        await self.ws.send("40")
        await self.ws.send('420["join"]')
        while not (text := await self.read()).startswith("430"):
            pass
        (self.sid,) = orjson.loads(text[3:])

    async def read(self) -> str:
        """The next message, within 10 s; pings are answered, not returned. Raises ConnectionClosed."""
        async with asyncio.timeout(30):
            while (text := await self.ws.recv()) == "2":
                await self.ws.send("3")
        assert isinstance(text, str)
        return text

    async def numbers(self, *, until_value: int) -> list[int]:
        """The arguments of the events "n" up to this one."""
        found: list[int] = []
        while not found or found[-1] != until_value:
            text = await self.read()
            if text.startswith('42["n",'):
                found.append(orjson.loads(text[2:])[1])
        return found

    async def is_cut_off(self, *, limit_s: float) -> bool:
        """Read what is left, and whether the connection then ends within the limit."""
        try:
            async with asyncio.timeout(limit_s):
                while True:
                    await self.ws.recv()
        except ConnectionClosed:
            return True
        except TimeoutError:
            return False


def small_receive_buffer(port: int) -> socket.socket:
    """A connection to this port of loopback whose client side takes few bytes before it is read."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16_384)
    connection.connect(("127.0.0.1", port))
    return connection
