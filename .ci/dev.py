"""`make dev`: the server and the pages from their sources, under one address; Ctrl+C ends all.

The pages come from Vite, which replaces in the browser what changes; it passes everything else on to a server of its
own, which is started anew as soon as one of its files changes. Reads PALABRA_CONFIG, PALABRA_DATA and PORT.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOOK_S = 0.5
START_S = 60.0
STOP_S = 10.0
PAGES_CONFIG = "web_client/shared/build/dev.ts"


def main() -> int:
    """Run both until told to stop, or until the pages' server ends by itself; returns the exit code."""
    for ending in (signal.SIGTERM, signal.SIGINT):  # a shell starts what runs behind with SIGINT ignored
        signal.signal(ending, signal.default_int_handler)
    port = os.environ.get("PORT", "8012")
    server = Server(f"http://127.0.0.1:{port}")
    environment = os.environ | {"PORT": port, "PALABRA_SERVER": f"http://127.0.0.1:{server.port}"}
    pages = subprocess.Popen(
        ["sh", ".ci/node.sh", "vite", "--config", PAGES_CONFIG], cwd=ROOT, env=environment
    )
    try:
        if not answers(int(port), pages):
            return pages.wait() or 1
        server.start(shown=True)
        while pages.poll() is None:
            time.sleep(LOOK_S)
            server.look()
    except KeyboardInterrupt:
        return 0
    else:
        return pages.returncode or 1
    finally:
        for process in (pages, server.process):
            end(process)


def answers(port: int, process: subprocess.Popen[bytes]) -> bool:
    """Wait until something listens there; False if the process ended first."""
    for _ in range(int(START_S / 0.1)):
        if process.poll() is not None:
            return False
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return True
        time.sleep(0.1)
    return False


class Server:
    """`python -m server run` on a port that only Vite knows; `url`: where people reach it."""

    def __init__(self, url: str) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.url = url
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self._seen = stamps()

    def start(self, *, shown: bool = False) -> None:
        """Start it; `shown`: what it prints, its address and the personal links."""
        place = ("--host", "127.0.0.1", "--port", str(self.port), "--public-url", self.url)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "server", "run", *place],
            cwd=ROOT,
            stdout=None if shown else subprocess.DEVNULL,
        )

    def look(self) -> None:
        """Start it again if a file has changed. One that ended, over a mistake in a file, waits for the next change."""
        now = stamps()
        changed = sorted(
            str(path) for path in now.keys() | self._seen.keys() if now.get(path) != self._seen.get(path)
        )
        if changed:
            self._seen = now
            print(f"· {changed[0]} changed: the server starts again", flush=True)
            end(self.process)
            self.start()


def stamps() -> dict[Path, int]:
    """When each file that the server reads was changed."""
    found = {}
    for path in sources():
        with suppress(FileNotFoundError):  # an editor is just replacing it
            found[path.relative_to(ROOT) if path.is_relative_to(ROOT) else path] = path.stat().st_mtime_ns
    return found


def sources() -> Iterator[Path]:
    """What the server reads at its start, or keeps once it was read."""
    yield ROOT / os.environ.get("PALABRA_CONFIG", "config.toml")
    for folder, _, names in os.walk(ROOT / "server"):
        yield from (Path(folder, name) for name in names if not name.endswith(".pyc"))


def end(process: subprocess.Popen[bytes] | None) -> None:
    """End it, if it runs, and wait until it is gone."""
    if process is None or process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(STOP_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


if __name__ == "__main__":
    sys.exit(main())
