"""Proves at start-up, over a real socket and in some milliseconds, that the short cut does what it should."""

import asyncio
import logging
import socket as sockets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

import socketio
import uvicorn
from uvicorn.server import ServerState
from websockets.asyncio.client import ClientConnection, connect

from server.live.fastpath import contract
from server.live.fastpath.broadcaster import Broadcaster
from server.live.fastpath.direct_queue import DirectQueue
from server.live.fastpath.protocol import PIECE_BYTES
from server.live.fastpath.setup import make_server, uvicorn_options
from server.live.limits import Tally
from server.live.places import Places

EXPECTED: Final = ['42["n",1]', '42["n",2]', '42["n",3]', '42["n",4]', '437["done"]']
"""On the wire, as Engine.IO 4 and Socket.IO 5 have it: four events, then the answer to event 7."""
CLOSE_S: Final = 0.5
"""So long the client waits for the other end to say goodbye: one that fails may never do."""
PAD: Final = "x" * (2 * PIECE_BYTES)
"""Makes of that event a frame that is read in pieces."""

log = logging.getLogger(__name__)


async def self_test(broadcaster: Broadcaster, *, timeout_ms: int = 3_000) -> str | None:
    """Try the short cut on a server and a client of its own; if it fails, have the broadcaster fall back.

    For start-up, before clients are let in. Returns the reason why the short cut is not in use, or None.
    """
    if broadcaster.fast():
        try:
            async with asyncio.timeout(timeout_ms / 1000):
                await _converse()
        except Exception as error:  # noqa: BLE001 -- whatever it is, plain emits are better than no start
            broadcaster.fall_back(f"self-test failed: {error!r}")
    return broadcaster.reason


async def limits_hold(*, timeout_ms: int = 3_000) -> bool:
    """Try the protocols, which hold each connection to its limits, without the fan-out: they need less to be as it was.

    For start-up, where the fan-out has fallen back. False: uvicorn's own have to do.
    """
    if contract.breaches_of_connections():
        return False
    try:
        async with asyncio.timeout(timeout_ms / 1000):
            await _converse_plainly()
    except Exception:
        log.exception("connections are without their limits")
        return False
    return True


async def _converse_plainly() -> None:
    """Mix emits and an answer, as engine.io writes them. Raises RuntimeError if they do not come as they should."""
    sio = make_server()

    async def mix(sid: str, _pad: str) -> str:
        for number in range(1, 5):
            await sio.emit("n", number, to=sid)
        return "done"

    sio.on("mix", mix)
    found = await _told(sio)
    if found != EXPECTED:
        message = f"got {found}"
        raise RuntimeError(message)


async def _converse() -> None:
    """Mix emits, a fan-out and an answer. Raises RuntimeError if they do not come as they should."""
    sio = make_server()
    broadcaster = Broadcaster(sio, lambda _: ())
    direct: list[bool] = []

    async def mix(sid: str, _pad: str) -> str:
        socket = contract.socket_of(sio, sid)
        direct.append(socket is not None and type(socket.queue) is DirectQueue)
        broadcaster.join(sid, "room")
        await sio.emit("n", 1, to=sid)
        await broadcaster.broadcast("room", "n", b"2")
        broadcaster.broadcast("room", "n", b"3")
        await broadcaster.send(sid, "n", b"4")
        return "done"

    sio.on("mix", mix)
    found = await _told(sio)
    if found != EXPECTED or direct != [True]:
        message = f"got {found}, direct: {direct}"
        raise RuntimeError(message)


async def _told(sio: socketio.AsyncServer) -> list[str | bytes]:
    """Return what a client is told that asks for a mix."""
    async with _client_of(sio) as client:
        await client.recv()  # engine.io's OPEN
        await client.send("40")
        await client.recv()
        await client.send(f'427["mix","{PAD}"]')
        return [await client.recv() for _ in EXPECTED]


@asynccontextmanager
async def _client_of(sio: socketio.AsyncServer) -> AsyncIterator[ClientConnection]:
    """Connect a WebSocket client to this server over a pair of sockets: no port, no listener."""
    app: Any = socketio.ASGIApp(sio)
    config = uvicorn.Config(app, **uvicorn_options(Places(1, Tally())), log_config=None, lifespan="off")
    config.load()
    protocol: Any = config.http_protocol_class
    state = ServerState()
    ours, theirs = sockets.socketpair()
    loop = asyncio.get_running_loop()
    transport, _ = await loop.connect_accepted_socket(
        lambda: protocol(config=config, server_state=state, app_state={}), ours
    )
    url = "ws://localhost/socket.io/?EIO=4&transport=websocket"
    try:
        async with connect(url, sock=theirs, compression=None, proxy=None, close_timeout=CLOSE_S) as client:
            yield client
    finally:
        await sio.shutdown()
        transport.abort()  # a server that fails may have stopped reading: it would never hear that the client is gone
        if state.tasks:
            await asyncio.wait(state.tasks)
