"""Refuses a Redis that could lose an acknowledged entry, unless the URL names what it lacks (`?without=`)."""

from collections.abc import Iterator

from redis.exceptions import ResponseError

from server.journal.port import JournalError, Unreachable
from server.journal.redis_address import RedisAddress
from server.journal.redis_line import Line, Lost

OLDEST = (7, 2)
"""The first Redis with WAITAOF."""


class UnsafeRedis(JournalError):
    """It must not hold a journal as it is; the message says what to set."""


async def check_safe(line: Line, address: RedisAddress) -> None:
    """Look at the settings that durability rests on. Raises `UnsafeRedis`, or `Unreachable`."""
    try:
        (told,) = await line.ask(("INFO", "everything"))
    except Lost as error:
        raise Unreachable(str(error)) from error
    if isinstance(told, ResponseError):
        raise UnsafeRedis(f"The Redis at {address} does not tell of itself: {told}. Allow this user INFO.")
    problems = list(_problems(_fields(told), address))
    if problems:
        raise UnsafeRedis(
            f"The Redis at {address} may not hold a journal:\n" + "\n".join(f"  - {p}" for p in problems)
        )


def _problems(info: dict[str, str], address: RedisAddress) -> Iterator[str]:
    version = info.get("redis_version", "0")
    if tuple(int(part) for part in version.split(".")[:2] if part.isdigit()) < OLDEST:
        yield f"it is version {version}; 7.2 is the first that says when an entry is on disk"
    if info.get("cluster_enabled") == "1":
        yield "it is a Redis Cluster; use one master with a replica and Sentinels"
    if info.get("role") != "master":
        yield "it is a replica; name the master, or the Sentinels that know it"
    if info.get("aof_enabled") != "1" and "aof" not in address.lacking:
        yield "it keeps no append-only file: set appendonly yes, or say ?without=aof and lose entries when it stops"
    evicts = info.get("maxmemory", "0") != "0" and info.get("maxmemory_policy") != "noeviction"
    if evicts and "noeviction" not in address.lacking:
        yield "it may drop keys when memory is short: set maxmemory-policy noeviction, or say ?without=noeviction"
    if address.replicas and "min_slaves_good_slaves" not in info:
        yield (
            "as a master cut off from its replica it would go on: set min-replicas-to-write 1 on both, "
            "or say ?without=replica and lose entries when Sentinel changes the master"
        )


def _fields(told: bytes) -> dict[str, str]:
    lines = (line.partition(":") for line in told.decode(errors="replace").splitlines())
    return {name: value for name, colon, value in lines if colon}
