"""Two hours of a session, in a few minutes, and one line of JSON.

    python -m tests.endurance [--speed 30] [--seed 1] [--observers 20] [--crowd 1500] [--no-page]

`--speed 1` takes as long as the session does. What runs by the session's clock (speeches, holds, the play) runs
faster; heartbeats, pings, sleep and dead spots are in real time. Exit code 1: a face was wrong, or memory grew.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
from playwright.async_api import Page, async_playwright

from tests.endurance.report import Figures
from tests.endurance.run import Options, endurance
from tests.support import chromium


@asynccontextmanager
async def _page(url: str) -> AsyncIterator[Page]:
    """One of the public's pages in a real Chromium."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium.executable(), args=chromium.ARGUMENTS, env=chromium.environment()
        )
        page = await browser.new_page(locale="en")
        await page.goto(f"{url}/?lang=en")
        yield page
        await browser.close()


async def _run(options: Options, *, with_page: bool) -> Figures:
    with tempfile.TemporaryDirectory(prefix="palabra-endurance-") as folder:
        async with endurance(options, Path(folder)) as (session, here):
            if not with_page:
                return await session.play(here)
            async with _page(here.url) as page:
                return await session.play(here, page)


def main() -> None:
    """Play, print, and say by the exit code whether all was well."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--speed", type=float, default=30.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--observers", type=int, default=20)
    parser.add_argument("--crowd", type=int, default=1_500, help="visitors after the closing, twice")
    parser.add_argument("--no-page", action="store_true")
    arguments = parser.parse_args()
    options = Options(arguments.speed, arguments.seed, arguments.observers, arguments.crowd)
    figures = asyncio.run(_run(options, with_page=not arguments.no_page))
    sys.stdout.write(msgspec.json.encode(figures).decode() + "\n")
    sys.exit(0 if figures.sound else 1)


if __name__ == "__main__":
    main()
