"""The Chromium of the browser tests: one and the same everywhere, out of the npm package @sparticuz/chromium.

`python -m tests.support.chromium` (with Node on PATH) unpacks it into .cache/chromium; `make test-browser` does so
when the package has changed. A Chromium of the machine's own is not looked for: another version draws other pages.
Only where the package has none for the platform, name one: PALABRA_CHROMIUM=/path/to/chromium.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tarfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent
PACKED = REPOSITORY / "node_modules/@sparticuz/chromium/bin"
UNPACKED = REPOSITORY / ".cache/chromium"

# The package's own fonts.conf names folders of the cloud it was made for: there is no font at all then, and text has
# zero size. Ours names the package's fonts only, so that a page looks the same whatever the machine has.
FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{folder}/fonts</dir>
  <cachedir>{folder}/fonts-cache</cachedir>
</fontconfig>
"""

ARGUMENTS = [
    "--no-sandbox",  # the sandbox needs privileges that containers lack; the pages are our own
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    # Nothing but the pages under test uses the network.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-pings",
    "--font-render-hinting=none",
]


def _decompress(name: str) -> bytes:
    """One Brotli file of the package, by way of Node: Python's library has no Brotli."""
    program = "process.stdout.write(zlib.brotliDecompressSync(fs.readFileSync(process.argv[1])))"
    node = shutil.which("node")
    if node is None:
        raise RuntimeError("no Node on PATH; run: make test-browser")
    return subprocess.run(
        [node, "-e", program, str(PACKED / name)], check=True, stdout=subprocess.PIPE
    ).stdout


def unpack() -> None:
    """Fill .cache/chromium: the program, its libraries, fonts, and a fonts.conf that finds them."""
    shutil.rmtree(UNPACKED, ignore_errors=True)
    UNPACKED.mkdir(parents=True)
    for archive in ("al2023.tar.br", "fonts.tar.br"):
        with tarfile.open(fileobj=io.BytesIO(_decompress(archive))) as tar:
            # 3.13 warns where no filter is named; 3.11.3 and older know none.
            if hasattr(tarfile, "data_filter"):
                tar.extraction_filter = tarfile.data_filter
            tar.extractall(UNPACKED)  # noqa: S202 (a package whose hash package-lock.json fixes)
    (UNPACKED / "fonts.conf").write_text(FONTS_CONF.format(folder=UNPACKED))
    program = UNPACKED / "chromium"
    program.write_bytes(_decompress("chromium.br"))
    program.chmod(0o755)


def executable() -> Path:
    """The program to start. Raises RuntimeError where it has not been unpacked."""
    program = Path(os.environ.get("PALABRA_CHROMIUM") or UNPACKED / "chromium")
    if not program.exists():
        raise RuntimeError(f"{program} is not there; run: make test-browser")
    return program


def environment() -> dict[str, str | float | bool]:
    """Environment variables to start it with (typed as Playwright wants them)."""
    inherited: dict[str, str | float | bool] = {
        key: value for key, value in os.environ.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY"}
    }
    if "PALABRA_CHROMIUM" in os.environ:
        return inherited
    return inherited | {
        "FONTCONFIG_FILE": str(UNPACKED / "fonts.conf"),
        "LD_LIBRARY_PATH": str(UNPACKED / "lib"),
    }


if __name__ == "__main__":
    unpack()
