"""One node of a cluster: the server as people run it, with a data folder of its own and the secret they share."""

from __future__ import annotations

import asyncio
import shutil
import signal
import sys
from pathlib import Path
from typing import Final

from tests.support.live_server import LiveServer
from tests.support.ports import free_port

RESTART_S: Final = 0.3


class Node(LiveServer):
    """A server process on a journal that others use as well."""

    def __init__(self, name: str, folder: Path, secret: Path, journal: str, program: tuple[str, ...]) -> None:
        super().__init__(folder, *(("--journal", journal) if journal else ()), program=program)
        self.name = name
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.links = {"": ""}  # not asked for: they are the cluster's
        self.starts = 0
        self.retired = False
        self.data.mkdir(parents=True)
        shutil.copy2(secret, self.data / secret.name)

    async def supervise(self) -> None:
        """Start it, and again whenever it ends, until it is retired."""
        while not self.retired:
            try:
                await self.start()
            except RuntimeError as error:  # no journal to be had, say: a supervisor tries again
                last = str(error).strip().rpartition("\n")[2]
                sys.stderr.write(f"{self.name} did not start: {last}\n")
            else:
                self.starts += 1
                await self.ended()
            await asyncio.sleep(RESTART_S)

    async def ended(self) -> None:
        """Wait until the process is no more."""
        assert self._process is not None
        await self._process.ended()

    def terminate(self) -> None:
        """Ask it to end, as an operator does; one that has ended is no error."""
        if self._process is not None and self._process.returncode is None:
            self._signal(signal.SIGTERM)

    async def end(self) -> None:
        """Kill it, if it runs, and wait until it is no more."""
        if self._process is not None and self._process.returncode is None:
            self.kill()
            await self._process.ended()

    @property
    def pid(self) -> int:
        """Of the process that was started last."""
        assert self._process is not None
        return self._process.pid

    @property
    def runs(self) -> bool:
        """Whether there is a process, be it one that stands still."""
        return self._process is not None and self._process.returncode is None
