"""The room in which each moment happens."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from tests.support import room as rooms


@pytest_asyncio.fixture
async def room(tmp_path: Path) -> AsyncIterator[rooms.Room]:
    """Before the opening, on an empty journal."""
    async with rooms.room(tmp_path / "data") as opened:
        yield opened
