"""A network that lets no socket through: an HTTP proxy that forwards ordinary calls and refuses all of Socket.IO.

Or lets it through for a while: what is forbidden can be changed, and connections cut.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final

REFUSED: Final = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
KEEP_ALIVE: Final = re.compile(rb"\r\nconnection:[^\r]*", re.IGNORECASE)
UPGRADE: Final = re.compile(rb"\r\nupgrade:", re.IGNORECASE)


class StrictProxy:
    """Forwards to `target_port` on loopback, but for paths that begin as forbidden; `forbidden` may be changed.

    One request for each connection, unless it becomes a WebSocket.
    """

    def __init__(self, target_port: int, *forbidden: str) -> None:
        self.forbidden = forbidden
        self.asked: list[str] = []
        """Method and path of each request, without its query; those refused, too."""
        self._target_port = target_port
        self._open: set[asyncio.StreamWriter] = set()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection."""
        self._open.add(writer)
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError):
                await self._pass_on(reader, writer)
        finally:
            self._open.discard(writer)
            writer.close()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        method, address, _ = head.split(b"\r\n", 1)[0].decode("ascii").split(" ")
        path = address.partition("?")[0]
        self.asked.append(f"{method} {path}")
        if path.startswith(self.forbidden):
            writer.write(REFUSED)
            return
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._target_port)
        if not UPGRADE.search(head):
            head = KEEP_ALIVE.sub(b"", head[:-4]) + b"\r\nConnection: close\r\n\r\n"
        self._open.add(far_writer)
        up = asyncio.create_task(_pour(reader, far_writer))
        try:
            far_writer.write(head)
            await _pour(far_reader, writer)
        finally:
            up.cancel()
            self._open.discard(far_writer)
            far_writer.close()

    def cut(self) -> None:
        """End every connection."""
        for writer in self._open:
            writer.transport.abort()


async def _pour(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        while chunk := await source.read(65_536):
            sink.write(chunk)
            await sink.drain()


@asynccontextmanager
async def refusing(target_port: int, *forbidden: str) -> AsyncIterator[tuple[StrictProxy, int]]:
    """A proxy before `target_port`; yields it, and the port to use instead."""
    proxy = StrictProxy(target_port, *forbidden)
    listener = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    try:
        yield proxy, int(listener.sockets[0].getsockname()[1])
    finally:
        listener.close()
        proxy.cut()
