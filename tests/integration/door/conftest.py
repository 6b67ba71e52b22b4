"""The servers at whose door strangers stand, by what of the libraries is as it was read."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio

from server.app import Running
from server.live.fastpath import contract
from tests.support.server import serving

SOON_S = 2.0
"""A chair that waits for 25,000 frames waits 13 s; one that waits for its own turn, some milliseconds."""


FALLBACK_S = 5.0
"""uvicorn's own protocol takes one read, up to 256 kB of frames, apart at once: that much longer on a busy machine."""


MODES = {
    "fast": (),
    "plain": ("breaches",),
    "fallback": ("breaches", "breaches_of_connections"),
}
"""What of the libraries is not as it was read: nothing; what the fan-out stands on; the connections' limits, too."""


@pytest.fixture(params=MODES)
def mode(request: pytest.FixtureRequest) -> str:
    """Whether the libraries are those that were read."""
    return str(request.param)


@pytest.fixture
def soon_s(mode: str) -> float:
    """Within what time the chair is answered, whatever strangers do."""
    return FALLBACK_S if mode == "fallback" else SOON_S


@pytest_asyncio.fixture
async def server(mode: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Running]:
    """A server, as it is and as it is when the libraries are not those that were read."""
    async with _serving(mode, tmp_path, monkeypatch) as running:
        yield running


@pytest_asyncio.fixture(params=["fast", "plain"])
async def limited(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Running]:
    """The same, but not where uvicorn's own protocols have to do: those have no such limits."""
    async with _serving(request.param, tmp_path, monkeypatch) as running:
        yield running


@asynccontextmanager
async def _serving(mode: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Running]:
    for breached in MODES[mode]:
        monkeypatch.setattr(contract, breached, lambda: ["a test"])
    async with serving(folder / "data") as running:
        yield running
