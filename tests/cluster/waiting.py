"""Waiting for what another process does: there is nothing to await but the look at it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

LOOK_S = 0.05


async def until(holds: Callable[[], object], limit_s: float, look_s: float = LOOK_S) -> None:
    """Look every `look_s` until it holds. Raises TimeoutError after `limit_s`."""

    async def look() -> object:
        return holds()

    await until_async(look, limit_s, look_s)


async def until_async(holds: Callable[[], Awaitable[object]], limit_s: float, look_s: float = LOOK_S) -> None:
    """The same, where looking takes a question to somebody."""
    async with asyncio.timeout(limit_s):
        while not await holds():  # noqa: ASYNC110 - another process sets no event here
            await asyncio.sleep(look_s)
