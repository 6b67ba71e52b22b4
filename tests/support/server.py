"""The real server for tests: in this process, with every check on, or in one of its own that can be killed."""

from __future__ import annotations

import signal
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import msgspec

from server.access.links import Access
from server.access.secret import load as load_secret
from server.app import Running, running
from server.clock import Clock
from server.config import load as load_config
from server.dialogue.model.ids import Actor
from server.dialogue.model.state import Step
from server.dialogue.rooms.session import MoveStep
from server.facts import settings_of
from server.wire.project import project
from tests.support.client import SEALS, Client, client
from tests.support.program import LOOK_S, Program

ROOT = Path(__file__).parents[2]
CONFIG = ROOT / "config.toml"
STOP_LIMIT_S = 30.0


@asynccontextmanager
async def serving(
    data: Path, *, config: Path = CONFIG, clock: Clock | None = None, journal: str = ""
) -> AsyncIterator[Running]:
    """Serve on a free port of loopback until the block ends, by the machine's clock if no other is given.

    `journal`: the URL of a Redis instead of a file in the folder.

    After each act the state is compared with a fresh fold; an error of the program fails the test.
    """
    async with running(
        settings_of(config, journal), data, host="127.0.0.1", port=0, checks=True, clock=clock
    ) as server:
        SEALS[server.url] = server.access.seal
        yield server


def token_of(server: Running, actor: Actor) -> str:
    """The token of a link of this server."""
    return server.access.token(server.session.state.setup, actor)


def at(server: Running, actor: Actor) -> Any:
    """A face of this actor, as a context manager."""
    return client(server.url, token_of(server, actor))


def fresh(server: Running, audience: str) -> Any:
    """The view of an audience as a fresh projection of the state gives it, as it comes over the wire."""
    return msgspec.json.decode(msgspec.json.encode(project(*server.session.known).view(audience)))


async def open_session(chair: Client) -> int:
    """The chair opens the dialogue."""
    return await chair.done(MoveStep(chair.step, Step("opening")))


class ServerProcess:
    """`python -m server run`, on one data folder and, from the first start on, one port."""

    def __init__(self, data: Path, *, config: Path = CONFIG) -> None:
        self.data = data
        self.config = config
        self.url = ""
        self._process: Program | None = None

    @contextmanager
    def started(self) -> Iterator[ServerProcess]:
        """Start, and kill at the end if it still runs."""
        self.start()
        try:
            yield self
        finally:
            self.kill()

    def start(self) -> None:
        """Start and wait until it says where it runs. Raises RuntimeError, with what it said, if it does not."""
        port = self.url.rpartition(":")[2] or "0"
        options = ["--config", str(self.config), "--data", str(self.data), "--port", port, "--checks"]
        with Path(f"{self.data}.log").open("a") as log:
            self._process = Program(["-m", "server", "run", *options], log)
        while (first := self._process.line()) is None:
            time.sleep(LOOK_S)
        if " running at " not in first:
            self.kill()
            raise RuntimeError(f"the server did not start:\n{first}{Path(log.name).read_text()}")
        self.url = first.split(" running at ")[1].strip().rstrip("/")
        SEALS[self.url] = Access(load_secret(self.data)).seal

    def token(self, actor: Actor) -> str:
        """The token of a link of this server."""
        return Access(load_secret(self.data)).token(load_config(self.config).setup, actor)

    def stop(self) -> int:
        """End it as an operator does, and return its exit code."""
        self._running.send_signal(signal.SIGTERM)
        return self._running.wait(STOP_LIMIT_S)

    def kill(self) -> None:
        """End it as a crash does (SIGKILL). Twice is no error."""
        self._running.send_signal(signal.SIGKILL)
        self._running.wait(STOP_LIMIT_S)

    @property
    def _running(self) -> Program:
        assert self._process is not None, "not started"
        return self._process
