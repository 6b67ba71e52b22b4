"""One short seed of chaos; `make chaos` runs longer ones."""

import asyncio
from pathlib import Path

import pytest

from tests.chaos.run import run

SEED = 14
SECONDS = 6.0


@pytest.mark.timeout(120)  # it breaks a Redis and waits for it to come back, on whatever machine this is
def test_nothing_acknowledged_is_lost_whatever_breaks(tmp_path: Path) -> None:
    """A node and the Redis master are killed, connections cut: each act counts once, and all views are the fold."""
    result = asyncio.run(run(tmp_path, SEED, SECONDS))

    assert result.complaints() == []
    assert result.verdict.acked > 0
    assert result.faults.keys() >= {"node_kill", "redis_failover", "cut"}
