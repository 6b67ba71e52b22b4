"""The README's pictures, out of a rehearsal at its middle; or every face at its sizes, to be looked at.

make pictures                       # web_client/pictures/console.png and hall.png
make pictures ARGS="--all FOLDER"   # every face, in the states that hurt, in two languages
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from pathlib import Path
from typing import Final

from playwright.async_api import Page

from tests.pictures.album import fill
from tests.pictures.camera import camera, is_middle, played, until
from tests.support.program import REPOSITORY

PICTURES: Final = REPOSITORY / "web_client/pictures"
LARGEST: Final = 250 * 1_024
"""Bytes of a picture that the repository holds."""


async def for_the_readme() -> None:
    """The chair's console and a hall screen, both at one moment."""
    with tempfile.TemporaryDirectory(prefix="palabra-pictures-") as folder:
        async with camera(Path(folder)) as at:
            watching = at.client("console:deputy")
            await watching.connect()
            console = await at.open("console:chair", (1366, 768), "lang=es")
            hall = await at.open("screen:hall-left", (1920, 1080), "lang=es&second=en")
            async with played(at):
                await until(watching, is_middle)
                await console.wait_for_selector(
                    "[data-context]:not([data-settling])"
                )  # it reads what it would do
                await asyncio.gather(_keep(console, "console"), _keep(hall, "hall"))
            await watching.close()


async def _keep(page: Page, name: str) -> None:
    picture = await page.screenshot()
    assert len(picture) < LARGEST, f"{name}: {len(picture)} bytes"
    (PICTURES / f"{name}.png").write_bytes(picture)


def main() -> None:
    """Take them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--all", type=Path, metavar="FOLDER", help="every face, into this folder")
    folder: Path | None = parser.parse_args().all
    if folder is None:
        asyncio.run(for_the_readme())
    else:
        folder.mkdir(parents=True, exist_ok=True)
        asyncio.run(fill(folder))


if __name__ == "__main__":
    main()
