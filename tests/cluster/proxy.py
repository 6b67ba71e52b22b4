"""The proxy in front of the nodes: asks each whether it is well, sends new connections to one that is, and cuts those
of a node found dead. And a network that can be made bad, one connection at a time.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Final, Literal

from tests.cluster.proxied import ProxiedConnection

LOOK_S: Final = 0.3
ANSWER_S: Final = 1.0
"""A node that does not say within that time how it is counts as silent …"""
SILENT: Final = 2
"""… and so often in a row as dead."""
SICK_S: Final = 3.0
"""A node that is not well for so long, while another one is, loses its clients to that one."""

State = Literal["ok", "sick", "dead"]


@dataclass
class Target:
    """A node, as the proxy sees it."""

    name: str
    port: int
    state: State = "dead"
    silent: int = 0
    sick_since: float = 0.0


class Proxy:
    """Forwards connections to nodes on loopback."""

    def __init__(self, seed: int = 0) -> None:
        self.targets: dict[str, Target] = {}
        self.connections: set[ProxiedConnection] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._rng = random.Random(seed)  # noqa: S311 (which of two nodes, not secrets)

    def add(self, name: str, port: int) -> None:
        """Send connections to this node as well, once it says that it is well."""
        self.targets[name] = Target(name, port)

    def remove(self, name: str) -> None:
        """Send no more connections to this node."""
        self.targets.pop(name, None)

    def of_node(self, name: str) -> Iterator[ProxiedConnection]:
        """The connections that end at this node."""
        return (connection for connection in list(self.connections) if connection.node == name)

    def of_client(self, who: str) -> Iterator[ProxiedConnection]:
        """The connections of the client that says `?who=` in the address it opens."""
        return (connection for connection in list(self.connections) if connection.who == who)

    async def watch(self) -> None:
        """Ask every node how it is, again and again, until cancelled."""
        while True:
            await asyncio.gather(
                *(self._look_at(target) for target in list(self.targets.values())), asyncio.sleep(LOOK_S)
            )

    async def _look_at(self, target: Target) -> None:
        status = await _health(target.port)
        now = asyncio.get_running_loop().time()
        if status == 0:
            target.silent += 1
            if target.silent >= SILENT:
                self._bury(target)
            return
        target.silent = 0
        if status == 200:
            target.state, target.sick_since = "ok", 0.0
            return
        target.state = "sick"
        target.sick_since = target.sick_since or now
        others_well = any(t.state == "ok" for t in self.targets.values())
        if others_well and now - target.sick_since > SICK_S:
            self._cut(target)

    def _bury(self, target: Target) -> None:
        target.state = "dead"
        self._cut(target)

    def _cut(self, target: Target) -> None:
        for connection in self.of_node(target.name):
            connection.cut()

    def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection until either side ends it."""
        # A task of our own: asyncio logs the cancelling of the one it would make as an error.
        task = asyncio.create_task(self._serve(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Cut every connection."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for target in self._candidates():
            try:
                async with asyncio.timeout(ANSWER_S):
                    far = await asyncio.open_connection("127.0.0.1", target.port)
            except (OSError, TimeoutError):
                self._bury(target)
                continue
            connection = ProxiedConnection(target.name, (reader, writer), far)
            self.connections.add(connection)
            try:
                await connection.forward()
            finally:
                self.connections.discard(connection)
            return
        writer.transport.abort()

    def _candidates(self) -> list[Target]:
        """Those that are well, the least busy first; where none is, those that live."""
        known = list(self.targets.values())
        self._rng.shuffle(known)
        busy = {target.name: sum(1 for _ in self.of_node(target.name)) for target in known}
        known.sort(key=lambda target: busy[target.name])
        return [t for t in known if t.state == "ok"] or [t for t in known if t.state == "sick"]


async def _health(port: int) -> int:
    """The HTTP status of /healthz; 0 for no answer."""
    try:
        async with asyncio.timeout(ANSWER_S):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            try:
                writer.write(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                line = await reader.readline()
            finally:
                writer.transport.abort()
    except (OSError, TimeoutError):
        return 0
    words = line.split()
    return int(words[1]) if len(words) > 1 else 0


@asynccontextmanager
async def serving(proxy: Proxy, port: int = 0) -> AsyncIterator[str]:
    """Serve on loopback until the block ends; yields the URL. Port 0: any that is free."""
    listener = await asyncio.start_server(proxy.accept, "127.0.0.1", port)
    watching = asyncio.create_task(proxy.watch(), name="proxy")
    try:
        yield f"http://127.0.0.1:{listener.sockets[0].getsockname()[1]}"
    finally:
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching
        listener.close()
        await proxy.close()
