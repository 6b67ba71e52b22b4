"""A whole cluster on loopback: Redis with replica and Sentinel, nodes, a proxy in front; each kept running."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Final

from server.access.links import Access
from server.access.secret import FILE_NAME
from server.access.secret import load as load_secret
from server.config import load as load_config
from server.dialogue.model.setup import Setup
from tests.cluster.node import Node
from tests.cluster.proxy import Proxy, serving
from tests.cluster.trio import Trio, redis_trio
from tests.cluster.waiting import ended, until
from tests.support.server import CONFIG

SERVE: Final = ("-m", "server", "run")
START_LIMIT_S: Final = 30.0


class Cluster:
    """Nodes on one journal, behind a proxy. Made by `cluster`."""

    def __init__(self, folder: Path, trio: Trio, proxy: Proxy, program: tuple[str, ...]) -> None:
        self.trio = trio
        self.proxy = proxy
        self.url = ""
        """The proxy's, without a slash at its end."""
        self.setup: Setup = load_config(CONFIG).setup
        self.access = Access(load_secret(folder))
        self.nodes: list[Node] = []
        """Those that are not retired."""
        self._folder = folder
        self._program = program
        self._all: list[tuple[Node, asyncio.Task[None]]] = []

    def join(self) -> Node:
        """Have one more node, with nothing but the secret in its data folder."""
        name = f"node-{len(self._all) + 1}"
        secret = self._folder / FILE_NAME
        node = Node(name, self._folder / name, secret, self.trio.url, self._program)
        self.proxy.add(name, node.port)
        self.nodes.append(node)
        self._all.append((node, asyncio.create_task(node.supervise(), name=name)))
        return node

    def retire(self, node: Node) -> None:
        """Stop a node as an operator does, and do not start it again."""
        self.nodes.remove(node)
        node.retired = True
        self.proxy.remove(node.name)
        node.terminate()

    async def well(self) -> None:
        """Wait until every node says that it is well. Raises TimeoutError."""
        await until(lambda: all(self.is_well(node) for node in self.nodes), START_LIMIT_S)

    def is_well(self, node: Node) -> bool:
        """Whether the proxy would send it clients."""
        return self.proxy.targets[node.name].state == "ok"

    async def close(self) -> None:
        """End all nodes."""
        for node, keeping in self._all:
            await ended([keeping])
            await node.end()


@asynccontextmanager
async def cluster(
    folder: Path, *, nodes: int = 3, port: int = 0, program: tuple[str, ...] = SERVE
) -> AsyncIterator[Cluster]:
    """Run Redis, nodes and the proxy until the block ends; yields them once all are well. Raises RuntimeError.

    `port`: the proxy's, 0 for any that is free. `program`: what a node runs, after the interpreter.
    """
    async with AsyncExitStack() as stack:
        trio = await stack.enter_async_context(redis_trio(folder))
        proxy = Proxy()
        running = Cluster(folder, trio, proxy, program)
        stack.push_async_callback(running.close)
        running.url = await stack.enter_async_context(serving(proxy, port))
        for _ in range(nodes):
            running.join()
        await running.well()
        yield running
