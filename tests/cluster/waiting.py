"""Waiting for what another process does: there is nothing to await but the look at it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, TypeVar

LOOK_S = 0.05
CANCEL_AGAIN_S = 0.5

T = TypeVar("T")


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


async def ended(tasks: Iterable[asyncio.Task[Any]]) -> None:
    """Cancel them until all have ended, however they do.

    More than once: in Python 3.11 `wait_for`, which the clients' libraries use, may lose a cancellation, and what
    lost it would go on for ever.
    """
    left = set(tasks)
    while left:
        for task in left:
            task.cancel()
        _, left = await asyncio.wait(left, timeout=CANCEL_AGAIN_S)


async def uncut(asking: Awaitable[T]) -> T:
    """What is awaited inside is never cancelled, and ends by its own limit; a cancellation of this gets through.

    For redis-py with a limit in time: see `ended`.
    """
    return await asyncio.shield(asyncio.ensure_future(asking))
