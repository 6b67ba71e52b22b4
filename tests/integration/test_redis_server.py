"""The Redis that other tests rely on, and how it is spoken to."""

from pathlib import Path

import pytest
import redis

from server.journal import redis_connection
from server.journal.codec import stored_form
from server.journal.redis import RedisJournal
from tests.support.journals import entry_after
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


@pytest.mark.parametrize(("replicas", "trips"), [(0, 1), (1, 2)])
async def test_an_act_is_one_round_trip(
    redis_server: RedisServer, monkeypatch: pytest.MonkeyPatch, replicas: int, trips: int
) -> None:
    """The wait for the disk goes with it: each more is two turns of a loop that strangers fill. A replica's does not,
    or each refusal would wait for one that is away.
    """
    exchange, made = redis_connection._exchange, []

    async def counted(*args: object) -> object:
        made.append(args)
        return await exchange(*args)  # type: ignore[arg-type]

    journal = await RedisJournal.open(redis_server.url, f"trips-{replicas}")
    try:
        object.__setattr__(journal, "_address", journal._address._replace(replicas=replicas))
        monkeypatch.setattr(redis_connection, "_exchange", counted)
        monkeypatch.setattr(RedisJournal, "_check_synced", lambda *_: None)  # there is no replica
        await journal.append(0, "", stored_form(entry_after((0, ""))))
        assert len(made) == trips
    finally:
        await journal.close()
