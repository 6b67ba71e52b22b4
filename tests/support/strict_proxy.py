"""HTTP proxies. One of a network that lets no socket through: it forwards ordinary calls and refuses all of Socket.IO.

Or lets it through for a while: what is forbidden can be changed, and connections cut. And one before a server, as
operators set them up: the server stands under a prefix, and is told nothing of how it was reached.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final, TypeVar

REFUSED: Final = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
KEEP_ALIVE: Final = re.compile(rb"\r\nconnection:[^\r]*", re.IGNORECASE)
HOST: Final = re.compile(rb"\r\nhost:[^\r]*", re.IGNORECASE)
UPGRADE: Final = re.compile(rb"\r\nupgrade:", re.IGNORECASE)


P = TypeVar("P", bound="StrictProxy")


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
        head = self.passed_on(head)
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

    def passed_on(self, head: bytes) -> bytes:
        """What the server is sent for a request's line and headers."""
        return head

    def cut(self) -> None:
        """End every connection."""
        for writer in self._open:
            writer.transport.abort()


class ReverseProxy(StrictProxy):
    """Everything under `prefix` is the server's: what it is asked under another address is not.

    `strips`: the server is asked without the prefix. It is asked by its own address (nginx' proxy_pass does so), and
    no header says by which one it was reached.
    """

    def __init__(self, target_port: int, prefix: str, *, strips: bool) -> None:
        super().__init__(target_port)
        self.elsewhere: list[str] = []
        """Paths that were asked for beside the prefix."""
        self._prefix = prefix.encode()
        self._strips = strips
        self._host = b"\r\nHost: 127.0.0.1:%d" % target_port

    def passed_on(self, head: bytes) -> bytes:
        """As an operator's configuration has it."""
        path = head.split(b" ", 2)[1]
        if not path.startswith(self._prefix + b"/"):
            self.elsewhere.append(path.decode())
            return head.replace(path, b"/not-of-this-server", 1)
        if self._strips:
            head = head.replace(self._prefix, b"", 1)
        return HOST.sub(self._host, head, count=1)


async def _pour(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        while chunk := await source.read(65_536):
            sink.write(chunk)
            await sink.drain()


@asynccontextmanager
async def refusing(target_port: int, *forbidden: str) -> AsyncIterator[tuple[StrictProxy, int]]:
    """A proxy before `target_port`; yields it, and the port to use instead."""
    async with _serving(StrictProxy(target_port, *forbidden)) as (proxy, port):
        yield proxy, port


@asynccontextmanager
async def before(target_port: int, prefix: str, *, strips: bool) -> AsyncIterator[tuple[ReverseProxy, int]]:
    """A proxy of an operator before `target_port`; yields it, and its port."""
    async with _serving(ReverseProxy(target_port, prefix, strips=strips)) as (proxy, port):
        yield proxy, port


@asynccontextmanager
async def _serving(proxy: P) -> AsyncIterator[tuple[P, int]]:
    listener = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    try:
        yield proxy, int(listener.sockets[0].getsockname()[1])
    finally:
        listener.close()
        proxy.cut()
