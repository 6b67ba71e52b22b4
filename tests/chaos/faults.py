"""What breaks. Each fault waits for a moment at which somebody it hits has an act in flight; only such ones count."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

import aiohttp

from tests.chaos.crowd import Crowd
from tests.chaos.face import Face
from tests.cluster.cluster import START_LIMIT_S, Cluster
from tests.cluster.node import Node
from tests.cluster.trio import Trio
from tests.cluster.waiting import until

MOMENT_S: Final = 5.0
STEADY_LIMIT_S: Final = 15.0
STEADY: Final = 0.8
"""Of those who act all the time so many are served before Redis is broken once more."""
SWITCH_LIMIT_S: Final = 30.0
"""How long Sentinel may take to name another master: mostly 3 s, on a busy machine many more."""


@dataclass(frozen=True)
class Fault:
    """Something that was broken at `at_s` (loop seconds), and who was served by it."""

    kind: str
    at_s: float
    affected: tuple[Face, ...]


class Breaker:
    """Breaks nodes, Redis and connections of a running cluster, and mends what does not mend itself."""

    def __init__(self, cluster: Cluster, crowd: Crowd, http: aiohttp.ClientSession) -> None:
        self.counts: Counter[str] = Counter()
        self.faults: list[Fault] = []
        self._cluster = cluster
        self._crowd = crowd
        self._http = http
        self._copies: set[asyncio.Task[None]] = set()

    # Nodes.

    async def node_kill(self, rng: random.Random) -> None:
        """`kill -9`; it is started again."""
        node = await self._spare(rng)
        await self._strike("node_kill", self._on_node(node))
        node.kill()

    async def node_stop(self, rng: random.Random) -> None:
        """It stands still for a while, longer than a proxy waits, and goes on."""
        await self._stand_still("node_stop", rng, rng.uniform(3.0, 6.0))

    async def node_pause(self, rng: random.Random) -> None:
        """It stands still so shortly that nobody leaves it."""
        await self._stand_still("node_pause", rng, rng.uniform(0.3, 0.9))

    async def _stand_still(self, kind: str, rng: random.Random, seconds: float) -> None:
        node = await self._spare(rng)
        await self._strike(kind, self._on_node(node))
        node.hang()
        try:
            await asyncio.sleep(seconds)
        finally:
            node.go_on()

    async def fresh_node(self, rng: random.Random) -> None:
        """A new one joins, with an empty data folder; an old one is stopped for good in its stead."""
        await self._strike("fresh_node", self._crowd.faces)
        joined = self._cluster.join()
        await until(lambda: self._cluster.is_well(joined), START_LIMIT_S)
        node = await self._spare(rng)
        await self._strike("node_retired", self._on_node(node))
        self._cluster.retire(node)

    # Redis.

    async def master_kill(self, _rng: random.Random) -> None:
        """The master dies; Sentinel promotes the replica."""
        trio = await self._whole_trio()
        before = trio.failovers
        await self._strike("redis_failover", self._crowd.faces)
        trio.master.kill()
        await self._switched(before)

    async def master_stop(self, rng: random.Random) -> None:
        """The master stands still until another is promoted, and wakes as one that does not know."""
        trio = await self._whole_trio()
        before, master = trio.failovers, trio.master
        await self._strike("redis_failover", self._crowd.faces)
        master.hang()
        try:
            await self._switched(before)
            await asyncio.sleep(rng.uniform(0.0, 0.5))
        finally:
            master.go_on()

    async def both_redis(self, rng: random.Random) -> None:
        """The replica stands still and dies with what it had not read; then the master dies, the replica takes over.

        What the master alone had is gone with it: an act that was acknowledged without the replica is lost.
        """
        trio = await self._whole_trio()
        before, replica = trio.failovers, trio.replica
        replica.hang()
        try:
            await asyncio.sleep(rng.uniform(0.5, 1.5))
            await self._strike("redis_failover", self._crowd.faces)
        except asyncio.CancelledError:  # the time for faults is over: what stands still is nobody's to wake
            replica.go_on()
            raise
        replica.kill()
        trio.master.kill()
        await self._switched(before)

    async def replica_kill(self, _rng: random.Random) -> None:
        """The replica dies, and with it the master's leave to write, until it is back."""
        trio = await self._whole_trio()
        await self._strike("replica_kill", self._crowd.faces)
        trio.replica.kill()

    async def master_restart(self, _rng: random.Random) -> None:
        """The master dies and is back before Sentinel acts."""
        trio = await self._whole_trio()
        patience_s, trio.patience_s = trio.patience_s, 0.1
        await self._strike("redis_restart", self._crowd.faces)
        trio.master.kill()
        try:
            await trio.ready()
        finally:
            trio.patience_s = patience_s

    async def _whole_trio(self) -> Trio:
        """Redis, once a failover is possible and most clients have recovered from what was before."""
        await self._cluster.trio.ready()
        loop, steady = asyncio.get_running_loop(), self._crowd.steady
        with suppress(TimeoutError):
            await until(
                lambda: sum(face.served_at(loop.time()) for face in steady) > STEADY * len(steady),
                STEADY_LIMIT_S,
            )
        return self._cluster.trio

    async def _switched(self, before: int) -> None:
        await until(lambda: self._cluster.trio.failovers > before, SWITCH_LIMIT_S, 0.02)

    # Single connections.

    async def cut(self, rng: random.Random) -> None:
        """A client's connection breaks."""
        face = await self._busy(rng)
        for connection in self._cluster.proxy.of_client(face.name):
            connection.cut()

    async def hang(self, rng: random.Random) -> None:
        """A client's connection lets nothing through any more."""
        face = await self._busy(rng, "hang")
        for connection in self._cluster.proxy.of_client(face.name):
            connection.hang()

    async def delay(self, rng: random.Random) -> None:
        """A client's connection is slow for as long as it lasts, at most some seconds."""
        face = await self._busy(rng, "delay")
        connections = list(self._cluster.proxy.of_client(face.name))
        for connection in connections:
            connection.delay(0.05, rng.choice((0.2, 0.6)))
        try:
            await asyncio.sleep(rng.uniform(0.5, 2.0))
        finally:
            for connection in connections:
                connection.delay(0, 0)

    async def duplicate(self, rng: random.Random) -> None:
        """Commands of a client arrive a second time by another way: those in flight, or one answered long ago."""
        face = await self._busy(rng, "duplicate")
        old = [sent for sent in face.diary.sent if sent.fate == "acked"]
        again = [*face.outbox, *rng.sample(old, min(1, len(old)))]
        for sent in again:
            task = asyncio.create_task(face.send_copy(self._http, sent))
            self._copies.add(task)
            task.add_done_callback(self._copies.discard)

    async def finish(self) -> None:
        """Wait for the answers to copies."""
        await asyncio.gather(*self._copies)

    # The moment.

    async def _spare(self, rng: random.Random) -> Node:
        """A node that may be broken: it is well, and so is another one."""
        while True:
            well = [node for node in self._cluster.nodes if self._cluster.is_well(node)]
            if len(well) > 1:
                return rng.choice(well)
            await asyncio.sleep(0.05)

    async def _busy(self, rng: random.Random, kind: str = "cut") -> Face:
        """Somebody who waits for an answer right now."""
        face = rng.choice(sorted(self._crowd.steady, key=lambda face: face.name))
        await self._strike(kind, (face,))
        return face

    async def _strike(self, kind: str, hit: Iterable[Face]) -> None:
        """Wait until one of them has an act in flight, and count the fault; where there is none, it is not counted."""
        faces = tuple(hit)
        try:
            await until(lambda: any(face.outbox for face in faces), MOMENT_S, 0.002)
        except TimeoutError:
            return
        self.counts[kind] += 1
        steady = tuple(face for face in faces if face in self._crowd.steady)
        self.faults.append(Fault(kind, asyncio.get_running_loop().time(), steady))

    def _on_node(self, node: Node) -> list[Face]:
        names = {link.who for link in self._cluster.proxy.of_node(node.name)}
        return [face for face in self._crowd.faces if face.name in names]
