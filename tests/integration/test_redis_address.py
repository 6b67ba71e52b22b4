"""The URL of a Redis journal: what it may say, and what is wrong with one that cannot be used."""

from pathlib import Path

import pytest

from server.journal.port import Unreachable
from server.journal.redis import RedisJournal
from server.journal.redis_address import BadAddress, parse
from server.journal.redis_connection import UnsafeRedis
from tests.support.ports import free_port
from tests.support.redis_server import RedisServer


def test_sentinels_need_a_replica_and_one_redis_does_not() -> None:
    """Hosts with their ports, the master's name, database, and how many replicas must have an entry."""
    one = parse("redis://user:p%40ss@10.0.0.1/2")
    assert (one.hosts, one.service, one.database) == ((("10.0.0.1", 6379),), None, 2)
    assert (one.replicas, one.username, one.password, one.tls) == (0, "user", "p@ss", False)
    assert parse("rediss://[::1]:7000/0?replicas=1").replicas == 1
    assert parse("rediss://[::1]:7000").hosts == (("::1", 7000),)
    several = parse("redis+sentinel://a:1,b/palabra/3")
    assert (several.hosts, several.service) == ((("a", 1), ("b", 26379)), "palabra")
    assert (several.database, several.replicas) == (3, 1)
    assert parse("redis+sentinel://a/palabra?without=replica,aof").replicas == 0


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://x/0", "begins with none of"),
        ("redis://x:port/0", "port is not a number"),
        ("redis://x/zero", "zero is not a number"),
        ("redis:///0", "a host is missing"),
        ("redis+sentinel://a:1", "the name of their master"),
        ("redis://x/0?replica=1", "there is no option replica"),
        ("redis://x/0?without=everything", "without may name"),
    ],
)
def test_a_url_that_cannot_be_used_says_why(url: str, why: str) -> None:
    """And shows one that can."""
    with pytest.raises(BadAddress, match=why) as caught:
        parse(url)
    assert "redis+sentinel://" in str(caught.value)


def test_no_message_shows_the_password() -> None:
    """Messages go to logs and terminals."""
    with pytest.raises(BadAddress) as caught:
        parse("redis://user:secret@x/zero")
    assert "secret" not in str(caught.value)


async def test_a_redis_that_is_not_there_is_named() -> None:
    """Nothing listens at that port."""
    with pytest.raises(Unreachable, match="cannot be reached"):
        await RedisJournal.open(f"redis://127.0.0.1:{free_port()}/0", "d")


@pytest.mark.parametrize(
    ("options", "query", "named"),
    [
        (("--appendonly", "no"), "", "appendonly yes"),
        (("--maxmemory", "100mb", "--maxmemory-policy", "allkeys-lru"), "", "noeviction"),
        ((), "?replicas=1", "min-replicas-to-write 1"),
    ],
)
async def test_an_unsafe_redis_is_refused_unless_named(
    tmp_path: Path, options: tuple[str, ...], query: str, named: str
) -> None:
    """What it lacks is said with the setting that mends it; with `?without=` it is taken as it is."""
    server = RedisServer(tmp_path, *options)
    server.start()
    try:
        with pytest.raises(UnsafeRedis, match=named) as caught:
            await RedisJournal.open(server.url + query, "d")
        assert "\n  - " in str(caught.value)
        journal = await RedisJournal.open(f"{server.url}?without=aof,noeviction,replica", "d")
        await journal.close()
    finally:
        server.kill()
