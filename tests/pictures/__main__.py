"""The README's pictures, out of a rehearsal at its middle; or every face at its sizes, to be looked at.

make pictures                       # web_client/pictures/console.png and hall.png
make pictures ARGS="--all FOLDER"   # every face, in the states that hurt, in two languages
"""

from __future__ import annotations

import argparse
import asyncio
import struct
import tempfile
import zlib
from pathlib import Path
from typing import Final

from playwright.async_api import Page

from tests.pictures.album import fill
from tests.pictures.camera import camera, is_middle, played, until
from tests.support.live_server import REPOSITORY

PICTURES: Final = REPOSITORY / "web_client/pictures"
LARGEST: Final = 250_000
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
                await asyncio.gather(_keep(console, "console"), _keep(hall, "hall"))
            await watching.close()


async def _keep(page: Page, name: str) -> None:
    picture = packed(await page.screenshot())
    assert len(picture) < LARGEST, f"{name}: {len(picture)} bytes"
    (PICTURES / f"{name}.png").write_bytes(picture)


def packed(png: bytes) -> bytes:
    """The same picture in fewer bytes: the browser packs for speed."""
    chunks: list[tuple[bytes, bytes]] = []
    at = 8
    while at < len(png):
        length, kind = struct.unpack_from(">I4s", png, at)
        chunks.append((kind, png[at + 8 : at + 8 + length]))
        at += 12 + length
    pixels = zlib.decompress(b"".join(data for kind, data in chunks if kind == b"IDAT"))
    kept = [(kind, data) for kind, data in chunks if kind not in {b"IDAT", b"IEND"}]
    kept += [(b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b"")]
    return png[:8] + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in kept
    )


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
