"""A server and the pages on it, for each browser test anew; pictures of all pages where a test fails."""

import tempfile
from collections.abc import AsyncIterator, Generator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from tests.support.faces import Hall
from tests.support.live_server import LiveServer

FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let fixtures know, when they end, whether the test failed."""
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report


@pytest_asyncio.fixture(loop_scope="session")
async def server(tmp_path: Path) -> AsyncIterator[LiveServer]:
    """A running server with an empty journal and the shipped configuration."""
    live = LiveServer(tmp_path)
    await live.start()
    yield live
    await live.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def hall(browser: Browser, server: LiveServer, request: pytest.FixtureRequest) -> AsyncIterator[Hall]:
    """The pages a test opens. None of them may have had an error."""
    opened = Hall(browser, server.links)
    yield opened
    if FAILED in request.node.stash:
        folder = Path(tempfile.mkdtemp(prefix="palabra-"))
        await opened.photograph(folder)
        (folder / "server.log").write_bytes(server.log.read_bytes())
        print(f"Pictures of {len(opened.faces)} pages, and the server's log: {folder}")  # noqa: T201
    await opened.close()
    assert [problem for face in opened.faces for problem in face.problems] == []
