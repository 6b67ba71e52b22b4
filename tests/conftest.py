"""Fixtures every test may ask for: a real browser, a real Redis. Those about dialogues are in tests/support."""

from collections import Counter
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import hypothesis.configuration
import pytest
import pytest_asyncio
import redis
from playwright.async_api import Browser, async_playwright

from tests.support import chromium
from tests.support.redis_server import RedisServer

TESTS = Path(__file__).parent
BROWSER_TESTS = TESTS / "browser"

# Its examples with the other caches; and no time limit for one example, since a busy machine would break it.
hypothesis.configuration.set_hypothesis_home_dir(".cache/hypothesis")
hypothesis.settings.register_profile("palabra", deadline=None)
hypothesis.settings.load_profile("palabra")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests share one event loop, for a browser lives in the loop that started it.

    Those that may take longest come first, so that no worker is left with one of them at the end. The others of each
    folder are spread evenly, so that at any time some tests compute while others wait.
    """
    spread = Counter(_folder(item) for item in items)
    place = dict.fromkeys(spread, 0)
    order: dict[pytest.Item, tuple[float, float]] = {}
    for item in items:
        if BROWSER_TESTS in item.path.parents and pytest_asyncio.is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)
        folder = _folder(item)
        place[folder] += 1
        order[item] = (-_limit_s(item), place[folder] / spread[folder])
    items.sort(key=order.__getitem__)


def _folder(item: pytest.Item) -> str:
    """Of tests by what they need: "unit", "integration", "browser"."""
    return item.path.relative_to(TESTS).parts[0]


def _limit_s(item: pytest.Item) -> float:
    """The time limit that a test has of its own; 0: the common one."""
    own = item.get_closest_marker("timeout")
    return float(own.args[0]) if own is not None else 0.0


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for the whole run. A test opens a context of its own and closes it."""
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(
            executable_path=chromium.executable(), args=chromium.ARGUMENTS, env=chromium.environment()
        )
        yield started
        await started.close()


@pytest.fixture(scope="session")
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    """One redis-server for the whole run. A test that stops or kills it starts one of its own instead."""
    server = RedisServer(tmp_path_factory.mktemp("redis"))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def redis_url(redis_server: RedisServer) -> str:
    """Address of a Redis with nothing in it."""
    with redis.Redis.from_url(redis_server.url) as client:
        client.flushall()
    return redis_server.url
