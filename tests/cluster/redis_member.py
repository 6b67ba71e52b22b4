"""The Redis processes of a cluster: two that hold the journal, and the Sentinel that says which one is the master."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

import redis
import redis.asyncio
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from tests.cluster.waiting import uncut
from tests.support.ports import free_port
from tests.support.redis_server import START_LIMIT_S, RedisServer, executable

MASTER: Final = "palabra"
"""What Sentinel calls the master."""
ANSWER_S: Final = 0.5
DOWN_AFTER_MS: Final = 1_500
FAILOVER_MS: Final = 3_000
SAFE: Final = (
    *("--min-replicas-to-write", "1", "--min-replicas-max-lag", "3"),
    *("--repl-diskless-sync-delay", "0", "--repl-timeout", "5", "--repl-ping-replica-period", "1"),
)
"""A master that lost its replica takes no writes; a replica that comes back is a replica again within seconds."""


def _asked(port: int) -> redis.asyncio.Redis:
    """A client that asks once. It ends its connection itself when there is no answer; broken off it would leave it."""
    never = Retry(NoBackoff(), 0)
    return redis.asyncio.Redis(
        port=port, socket_timeout=ANSWER_S, socket_connect_timeout=ANSWER_S, retry=never
    )


class Member(RedisServer):
    """A redis-server that is the master, or follows it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        super().__init__(folder, *SAFE)

    async def follow(self, master: Member | None) -> None:
        """Start as a replica of `master`; None: as the master. Raises RuntimeError if it does not start."""
        replica = () if master in {None, self} else ("--replicaof", "127.0.0.1", str(master.port))
        self.options = (*SAFE, *replica)
        await asyncio.to_thread(self.start)

    @property
    def runs(self) -> bool:
        """Whether there is a process, be it one that stands still."""
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        """Of the process that was started last."""
        assert self._process is not None
        return self._process.pid

    def hang(self) -> None:
        """Let it stand still: connections stay open, nothing is answered."""
        if self.runs and self._process is not None:
            self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Go on after `hang`."""
        if self.runs and self._process is not None:
            self._process.send_signal(signal.SIGCONT)

    async def info(self) -> dict[str, object]:
        """What it says of its replication; empty if it does not answer."""
        try:
            return await uncut(self._info())
        except (redis.RedisError, TimeoutError, OSError):
            return {}

    async def _info(self) -> dict[str, object]:
        async with _asked(self.port) as client:
            found: dict[str, object] = await client.info("replication")
            return found


class Sentinel:
    """One redis-server in the role of a Sentinel; its word alone is enough for a failover."""

    def __init__(self, folder: Path, master: Member) -> None:
        folder.mkdir(parents=True)
        self.port = free_port()
        self._file = folder / "sentinel.conf"
        self._file.write_text(
            f"port {self.port}\nbind 127.0.0.1\ndir {folder}\n"
            f"sentinel monitor {MASTER} 127.0.0.1 {master.port} 1\n"
            f"sentinel down-after-milliseconds {MASTER} {DOWN_AFTER_MS}\n"
            f"sentinel failover-timeout {MASTER} {FAILOVER_MS}\n"
            f"sentinel parallel-syncs {MASTER} 1\n"
        )
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start and wait until it knows its master. Raises RuntimeError, with its log, if it does not."""
        log = self._file.with_suffix(".log")
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                [executable(), str(self._file), "--sentinel"], stdout=output, stderr=subprocess.STDOUT
            )
        limit = time.monotonic() + START_LIMIT_S
        with redis.Redis(port=self.port) as client:
            while time.monotonic() < limit and self._process.poll() is None:
                with suppress(redis.ConnectionError):
                    if client.sentinel_get_master_addr_by_name(MASTER):
                        return
                time.sleep(0.02)
        self.kill()
        raise RuntimeError(f"Sentinel did not start:\n{log.read_text()}")

    def kill(self) -> None:
        """End it."""
        if self._process:
            self._process.kill()
            self._process.wait(START_LIMIT_S)

    async def named(self) -> int | None:
        """The port of the master; None if Sentinel does not answer."""
        try:
            return await uncut(self._named())
        except (redis.RedisError, TimeoutError, OSError):
            return None

    async def _named(self) -> int | None:
        async with _asked(self.port) as client:
            address = await client.sentinel_get_master_addr_by_name(MASTER)
        return int(address[1]) if isinstance(address, tuple) else None

    async def knows_replica(self) -> bool:
        """Whether it has a replica that it could promote now."""
        try:
            return await uncut(self._knows_replica())
        except (redis.RedisError, TimeoutError, OSError):
            return False

    async def _knows_replica(self) -> bool:
        async with _asked(self.port) as client:
            replicas = await client.sentinel_slaves(MASTER)
        return any(r["flags"] == "slave" and r["master-link-status"] == "ok" for r in replicas)
