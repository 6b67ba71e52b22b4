"""The server as people run it: a process of its own, on a journal in a folder, killed and started again."""

from __future__ import annotations

import asyncio
import json
import signal
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import aiohttp

from server.access.links import Access
from server.access.secret import load as load_secret
from server.dialogue.entry import Entry
from server.dialogue.model.state import Event
from server.journal.codec import decode
from tests.support.client import SEALS
from tests.support.play import shipped_setup
from tests.support.program import LOOK_S, Program

START_LIMIT_S = 40.0
STOP_LIMIT_S = 30.0

E = TypeVar("E", bound=Event)


class LiveServer:
    """`python -m server run` with the shipped configuration. `folder` keeps journal, secret and log."""

    def __init__(
        self, folder: Path, *options: str, program: tuple[str, ...] = ("-m", "server", "run")
    ) -> None:
        """`options` are given instead of `--checks`, which reads the whole journal again at each act."""
        self._options = options or ("--checks",)
        self._program = program
        self.data = folder / "data"
        self.log = folder / "server.log"
        self.url = ""
        """Where it is reached, without a slash at the end; stays the same over restarts."""
        self.links: dict[str, str] = {}
        """Personal links, by the actor's name in the journal: "console:chair", "seat:BR", "public"."""
        self._process: Program | None = None

    async def start(self) -> None:
        """Start on any free port, or again on the one it had, and wait until it answers.

        Raises RuntimeError, with its log, where it does not.
        """
        port = urlsplit(self.url).port or 0
        options = ("--data", str(self.data), "--port", str(port), *self._options)
        with self.log.open("ab") as log:
            # Standard output is for `_announced`; what the server logs goes to its standard error.
            self._process = Program((*self._program, *options), log)
        self.url = await self._announced(self._process)
        access = Access(load_secret(self.data))
        SEALS[self.url] = access.seal
        self.links = {str(link.actor): link.url for link in access.links(shipped_setup(), self.url)}

    async def _announced(self, process: Program) -> str:
        try:
            async with asyncio.timeout(START_LIMIT_S):
                while (line := process.line()) != "":
                    if line is None:
                        await asyncio.sleep(LOOK_S)
                    elif "running at" in line:
                        return line.split()[-1].rstrip("/")
        except TimeoutError:
            self.kill()
        raise RuntimeError(f"the server did not start:\n{self.log.read_text()}")

    @property
    def pid(self) -> int:
        """Of its process, while it runs."""
        assert self._process is not None
        return self._process.pid

    def kill(self) -> None:
        """End it as a crash would: `kill -9`."""
        self._signal(signal.SIGKILL)

    def hang(self) -> None:
        """Let it stand still: connections stay open, nothing is answered."""
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Go on after `hang`; what was sent meanwhile has arrived at one instant."""
        self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        assert self._process is not None
        self._process.send_signal(number)

    async def gone(self) -> None:
        """Wait until the process is no more, and its port free."""
        assert self._process is not None
        async with asyncio.timeout(STOP_LIMIT_S):
            await self._process.ended()

    async def stop(self) -> None:
        """End it for good, if it runs."""
        if self._process is not None and self._process.returncode is None:
            self.go_on()
            self._signal(signal.SIGTERM)
            try:
                await self.gone()
            except TimeoutError:
                self.kill()
                raise

    async def seq(self) -> int:
        """How many entries the journal has."""
        return int(json.loads(await self._get("/healthz"))["seq"])

    async def reached(self, seq: int) -> None:
        """Wait until the journal has so many entries. Raises TimeoutError."""
        async with asyncio.timeout(STOP_LIMIT_S):
            while await self.seq() < seq:  # noqa: ASYNC110 (another process)
                await asyncio.sleep(0.05)

    async def journal(self) -> list[Entry]:
        """Every entry of the journal, as the server reads it back."""
        token = self.links["console:chair"].partition("#t=")[2]
        return [decode(line.encode()) for line in (await self._get("/api/journal", token)).splitlines()]

    async def events(self, kind: type[E]) -> list[E]:
        """Every event of one kind in the journal, oldest first."""
        return [event for entry in await self.journal() for event in entry.events if isinstance(event, kind)]

    async def _get(self, path: str, token: str = "") -> str:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        async with aiohttp.ClientSession() as http, http.get(self.url + path, headers=headers) as response:
            text = await response.text()
            assert response.status == 200, text
            return text
