"""A bad network: a TCP proxy that delays each chunk at random, each direction by its own measure, in order."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Final

CHUNK: Final = 65_536


@dataclass(frozen=True)
class Network:
    """What a way through the network costs, in milliseconds: mostly `slow`, now and then (`luck`) `fast`."""

    up_ms: tuple[float, float]
    down_ms: tuple[float, float]
    fast_ms: tuple[float, float] = (10, 12)
    luck: float = 0.25

    def delay_s(self, slow_ms: tuple[float, float], rng: random.Random) -> float:
        """How long one chunk takes one way."""
        return rng.uniform(*(self.fast_ms if rng.random() < self.luck else slow_ms)) / 1000


class Proxy:
    """Forwards connections to `target_port` on loopback; what is delayed never overtakes."""

    def __init__(self, network: Network, target_port: int, seed: int) -> None:
        self._network = network
        self._target_port = target_port
        self._rng = random.Random(seed)  # noqa: S311 (delays, not secrets)
        self._ways: set[asyncio.Task[None]] = set()

    async def forward(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection until either side ends it."""
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._target_port)
        for source, sink, slow_ms in (
            (reader, far_writer, self._network.up_ms),
            (far_reader, writer, self._network.down_ms),
        ):
            task = asyncio.create_task(self._way(source, sink, slow_ms))
            self._ways.add(task)
            task.add_done_callback(self._ways.discard)

    async def _way(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, slow_ms: tuple[float, float]
    ) -> None:
        loop = asyncio.get_running_loop()
        queue: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        delivery = asyncio.create_task(_deliver(queue, sink))
        due = 0.0
        try:
            with suppress(ConnectionError):
                while chunk := await source.read(CHUNK):
                    due = max(due, loop.time() + self._network.delay_s(slow_ms, self._rng))
                    queue.put_nowait((due, chunk))
            queue.put_nowait((due, b""))
            await delivery
        finally:
            delivery.cancel()
            sink.close()

    async def close(self) -> None:
        """Cut every connection."""
        ways = list(self._ways)
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)


async def _deliver(queue: asyncio.Queue[tuple[float, bytes]], sink: asyncio.StreamWriter) -> None:
    loop = asyncio.get_running_loop()
    with suppress(ConnectionError):
        while True:
            due, chunk = await queue.get()
            await asyncio.sleep(due - loop.time())
            if not chunk:
                return
            sink.write(chunk)
            await sink.drain()


@asynccontextmanager
async def through(network: Network, target_port: int, seed: int) -> AsyncIterator[int]:
    """A proxy before `target_port`; yields the port to use instead."""
    proxy = Proxy(network, target_port, seed)
    listener = await asyncio.start_server(proxy.forward, "127.0.0.1", 0)
    try:
        yield int(listener.sockets[0].getsockname()[1])
    finally:
        listener.close()
        await proxy.close()
