"""Somebody without manners: raw WebSockets and raw bytes to a running server."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.frames import Frame, Opcode

from server.dialogue.rooms.screens import ShowMessage
from server.wire.messages import WIRE
from tests.support.client import Client

LIMIT_S = 30.0

BUSY = 20
"""So much longer than alone an answer may take where that is more: alone some 15 ms, where both processors are free."""


def frames(packets: Iterable[str], opcode: Opcode = Opcode.TEXT) -> bytes:
    """Packets as WebSocket frames of a client, in one piece."""
    return b"".join(Frame(opcode, packet.encode()).serialize(mask=True) for packet in packets)


class Stranger:
    """One WebSocket on which anything may be sent."""

    def __init__(self, ws: ClientConnection) -> None:
        self.ws = ws

    async def hello(self, token: str = "") -> str:
        """Say who it is, and return how the server answers: "40…", or "44…" for no."""
        await self.ws.send("40" + json.dumps({"wire": WIRE, "token": token}))
        return await self.answer("4")

    async def answer(self, start: str) -> str:
        """The next packet that begins so; pings are answered."""
        async with asyncio.timeout(LIMIT_S):
            while not (text := str(await self.ws.recv())).startswith(start):
                if text == "2":
                    await self.ws.send("3")
        return text

    async def asked(self, event: str, *args: Any) -> Any:
        """What an event is answered."""
        await self.ws.send("4299" + json.dumps([event, *args]))
        return json.loads((await self.answer("4399"))[4:])[0]

    def write(self, data: bytes) -> None:
        """Write bytes as they are."""
        self.ws.transport.write(data)

    async def ended(self, limit_s: float = LIMIT_S) -> bool:
        """Whether the server ends the connection within the limit; what comes meanwhile is read."""
        try:
            async with asyncio.timeout(limit_s):
                while True:
                    await self.ws.recv()
        except ConnectionClosed:
            return True
        except TimeoutError:
            return False


@asynccontextmanager
async def stranger(url: str, query: str = "") -> AsyncIterator[Stranger]:
    """A connected WebSocket that has not said who it is; cut off at the end."""
    address = f"{url.replace('http', 'ws', 1)}/socket.io/?EIO=4&transport=websocket{query}"
    ws = await connect(address, compression=None, ping_interval=None, proxy=None, max_queue=None)
    try:
        yield Stranger(ws)
    finally:
        ws.transport.abort()


async def said(url: str, data: bytes, limit_s: float = LIMIT_S) -> bytes:
    """Send bytes on a new connection, and return all that is answered until the server closes it."""
    parts = urlsplit(url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    try:
        async with asyncio.timeout(limit_s):
            writer.write(data)
            return await reader.read()
    finally:
        writer.transport.abort()


async def during(chair: Client) -> float:
    """Let the chair act while something else goes on; return the longest that an answer took, seconds."""
    longest_s = 0.0
    for number in range(20):
        began_s = time.monotonic()
        await chair.do(ShowMessage(str(number)))
        longest_s = max(longest_s, time.monotonic() - began_s)
        await asyncio.sleep(0.005)
    return longest_s


async def does_not_notice(chair: Client, alone_s: float, soon_s: float) -> None:
    """She is answered soon, whatever strangers send meanwhile; or, on a machine that is busy, as soon as may be."""
    assert await during(chair) < max(soon_s, BUSY * alone_s)
