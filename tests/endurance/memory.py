"""How much memory a process has, and a page."""

from __future__ import annotations

import asyncio

from playwright.async_api import Page


async def resident_mb(pid: int) -> float:
    """Memory of a process that is not swapped out (its RSS), in MB."""
    asked = await asyncio.create_subprocess_exec(
        "ps", "-o", "rss=", "-p", str(pid), stdout=asyncio.subprocess.PIPE
    )
    told, _ = await asked.communicate()
    return round(int(told) / 1024, 1)


async def heap_mb(page: Page) -> float:
    """What a page's scripts hold on to after a collection, in MB."""
    session = await page.context.new_cdp_session(page)
    await session.send("HeapProfiler.collectGarbage")
    told = await session.send("Runtime.getHeapUsage")
    await session.detach()
    return round(float(told["usedSize"]) / 1024**2, 2)
