"""The cable of one device: it can be pulled, or hang, which is worse, for then nobody is told; and be put back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from tests.cluster.proxied import ProxiedConnection


class Cable:
    """Forwards connections to `target_port` on loopback. `port`: what the device connects to."""

    def __init__(self, target_port: int) -> None:
        self.port = 0
        self.connected: asyncio.Queue[float] = asyncio.Queue()
        """When each connection was made, by the loop's clock."""
        self._target_port = target_port
        self._connections: set[ProxiedConnection] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._hangs = False
        self._pulled = False
        self._delay_s = (0.0, 0.0)

    def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection until either side ends it."""
        self.connected.put_nowait(asyncio.get_running_loop().time())
        # A task of our own: asyncio logs the cancelling of the one it would make as an error.
        task = asyncio.create_task(self._serve(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._pulled:
            writer.transport.abort()
            return
        try:
            far = await asyncio.open_connection("127.0.0.1", self._target_port)
        except ConnectionError:  # the server is not there: nor is it for whoever connects to it
            writer.transport.abort()
            return
        connection = ProxiedConnection("", (reader, writer), far)
        if self._hangs:
            connection.hang()
        connection.delay(*self._delay_s)
        self._connections.add(connection)
        try:
            await connection.forward()
        finally:
            self._connections.discard(connection)

    @property
    def up_bytes(self) -> int:
        """What the server has been sent on the connections there are."""
        return sum(connection.up_bytes for connection in self._connections)

    def pull(self) -> None:
        """End every connection, and let none through."""
        self._pulled = True
        self.cut()

    def cut(self) -> None:
        """End every connection; new ones get through."""
        for connection in self._connections:
            connection.cut()

    def hang(self) -> None:
        """Nothing passes any more, on old connections and on new ones, and neither side is told."""
        self._hangs = True
        for connection in self._connections:
            connection.hang()

    def lose(self) -> None:
        """Nothing passes any more on old connections, for good, and neither side is told; new ones get through."""
        for connection in self._connections:
            connection.hang()
        self._connections = set()

    def put_back(self) -> None:
        """As it was before; what hung goes on where it stood."""
        self._hangs = self._pulled = False
        for connection in self._connections:
            connection.go_on()

    def delay(self, least_s: float, most_s: float) -> None:
        """From now on each chunk takes so much longer, each way."""
        self._delay_s = (least_s, most_s)
        for connection in self._connections:
            connection.delay(least_s, most_s)

    async def close(self) -> None:
        """Cut every connection for good."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@asynccontextmanager
async def cable(url: str) -> AsyncIterator[Cable]:
    """A cable to the server at `url`, until the block ends."""
    target_port = urlsplit(url).port
    assert target_port is not None
    opened = Cable(target_port)
    listener = await asyncio.start_server(opened.accept, "127.0.0.1", 0)
    opened.port = int(listener.sockets[0].getsockname()[1])
    try:
        yield opened
    finally:
        listener.close()
        await opened.close()
