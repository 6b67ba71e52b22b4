"""The Redis that other tests rely on."""

from pathlib import Path

import redis

from tests.support.redis_server import RedisServer


def test_what_was_written_outlives_a_kill(tmp_path: Path) -> None:
    """The append-only file is on: a killed server comes back with what it acknowledged."""
    server = RedisServer(tmp_path)
    server.start()
    with redis.Redis.from_url(server.url) as client:
        client.xadd("entries", {"event": "opened"}, id="1-0")
    server.kill()

    server.start()
    with redis.Redis.from_url(server.url) as client:
        assert client.xlen("entries") == 1
    server.stop()


def test_each_test_finds_an_empty_redis(redis_url: str) -> None:
    """`redis_url` names a server that speaks WAITAOF (7.2 or newer) and holds nothing."""
    with redis.Redis.from_url(redis_url) as client:
        assert client.dbsize() == 0
        client.set("key", "value")
        assert client.waitaof(num_local=1, num_replicas=0, timeout=1000) == [1, 0]
