"""A master, a replica and a Sentinel, kept running as systemd or an orchestrator would.

Whoever starts a Redis again first asks Sentinel who the master is. One that was the master and comes back as such
is left so for 8 s and more before Sentinel makes it a replica; meanwhile the new master has none: no writes.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Final

from tests.cluster.redis_member import MASTER, Member, Sentinel
from tests.cluster.waiting import until, until_async

LOOK_S: Final = 0.1
READY_LIMIT_S: Final = 40.0


class Trio:
    """Two Redis and a Sentinel on loopback. Made by `redis_trio`."""

    def __init__(self, folder: Path) -> None:
        self.members = (Member(folder / "redis-1"), Member(folder / "redis-2"))
        self.sentinel = Sentinel(folder / "sentinel", self.members[0])
        self.failovers = 0
        """How often Sentinel has named another master."""
        self.master = self.members[0]
        """The one that Sentinel named last."""
        self.patience_s = 6.0
        """So long a master that is gone is left to Sentinel; then it is started again as what it was."""
        self._deposed: set[Member] = set()

    @property
    def url(self) -> str:
        """For `--journal`."""
        return f"redis+sentinel://127.0.0.1:{self.sentinel.port}/{MASTER}/0"

    @property
    def replica(self) -> Member:
        """The one that is not the master."""
        return next(member for member in self.members if member is not self.master)

    async def start(self) -> None:
        """Start all three and wait until a failover would be possible. Raises RuntimeError."""
        await self.master.follow(None)
        await self.replica.follow(self.master)
        await asyncio.to_thread(self.sentinel.start)
        await self.ready()

    async def ready(self) -> None:
        """Wait until the replica follows the master and Sentinel would promote it. Raises TimeoutError."""
        await until_async(self._whole, READY_LIMIT_S, LOOK_S)

    async def _whole(self) -> bool:
        follower = await self.replica.info()
        in_sync = follower.get("role") == "slave" and follower.get("master_link_status") == "up"
        return in_sync and await self.sentinel.knows_replica()

    async def supervise(self) -> None:
        """Start again what ends, as what Sentinel says it is; until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._listen())
            for member in self.members:
                group.create_task(self._keep(member))

    async def _listen(self) -> None:
        while True:
            port = await self.sentinel.named()
            if port not in {None, self.master.port}:
                self._deposed.add(self.master)
                self.master = next(member for member in self.members if member.port == port)
                self._deposed.discard(self.master)
                self.failovers += 1
            await asyncio.sleep(LOOK_S)

    async def _keep(self, member: Member) -> None:
        while True:
            if not member.runs:
                with suppress(TimeoutError):
                    await until(lambda: self.master is not member, self.patience_s)
                await member.follow(self.master)
            elif member in self._deposed and (await member.info()).get("role") == "master":
                member.kill()  # it was hung, and does not know yet
            elif member in self._deposed and (await member.info()).get("role") == "slave":
                self._deposed.discard(member)
            await asyncio.sleep(LOOK_S)

    def kill(self) -> None:
        """End all three."""
        self.sentinel.kill()
        for member in self.members:
            member.kill()


@asynccontextmanager
async def redis_trio(folder: Path) -> AsyncIterator[Trio]:
    """Run a master, a replica and a Sentinel until the block ends."""
    trio = Trio(folder)
    try:
        await trio.start()
        supervisor = asyncio.create_task(trio.supervise(), name="redis supervisor")
        try:
            yield trio
        finally:
            supervisor.cancel()
            with suppress(asyncio.CancelledError):
                await supervisor
    finally:
        trio.kill()
