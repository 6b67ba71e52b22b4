"""Where a rehearsal takes place: a server of its own in another process, or one that runs already."""

import asyncio
import re
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from server.access.links import Access
from server.access.seal import Seal
from server.access.secret import SecretError
from server.access.secret import load as load_secret
from server.config import load as load_config
from server.dialogue.model.ids import Actor
from server.dialogue.model.setup import Setup
from server.rehearsal.client import Opened
from server.rehearsal.errors import RehearsalError
from server.wire.project import AudienceKey

START_S: Final = 60.0
STOP_S: Final = 30.0
RUNNING: Final = re.compile(r"running at (http\S+)/\s")


class TargetServer(NamedTuple):
    """A server to play on, and what its links are made of."""

    url: str
    setup: Setup
    access: Access

    def token(self, actor: Actor) -> str:
        """The token of this actor's link."""
        return self.access.token(self.setup, actor)

    def opened(self, audience: AudienceKey) -> Opened:
        """Return what reads the seals of an audience, to measure by."""
        return partial(opened, self.access.seal, audience)


def opened(seal: Seal, audience: AudienceKey, sealed: str) -> int:
    """Return the entry that is sealed, as who has the secret can. Raises `RehearsalError` if none is."""
    entry = seal.open(audience, sealed)
    if entry is None:
        raise RehearsalError(f"{sealed!r} is not sealed for {audience}")
    return entry


@asynccontextmanager
async def target_server(
    config: Path, data: Path | None, url: str | None, port: int = 0
) -> AsyncIterator[TargetServer]:
    """Find the server at `url`, whose data folder is `data`; or start one, in a temporary folder unless one is named.

    `port`: its own server's, 0 for any that is free.

    Raises `RehearsalError`, `ConfigError`.
    """
    setup = load_config(config).setup
    if url is not None:
        yield TargetServer(url.rstrip("/"), setup, _access(data or Path("data")))
        return
    with tempfile.TemporaryDirectory(prefix="palabra-rehearsal-") as temporary:
        folder = data or Path(temporary)
        async with _server(config, folder, port, Path(temporary) / "server.log") as own_url:
            yield TargetServer(own_url, setup, _access(folder))


@asynccontextmanager
async def _server(config: Path, data: Path, port: int, log: Path) -> AsyncIterator[str]:
    """Run a server until the block ends; yield its URL."""
    places = ("--config", str(config), "--data", str(data), "--host", "127.0.0.1", "--port", str(port))
    with log.open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "server",
            "run",
            *places,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
    try:
        yield await _url(process, log)
    finally:
        with suppress(ProcessLookupError):
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), STOP_S)
        except TimeoutError:
            process.kill()
            await process.wait()


async def _url(process: asyncio.subprocess.Process, log: Path) -> str:
    """Wait until the server says where it runs; the note in its data folder may be an older one's."""
    with suppress(TimeoutError):
        async with asyncio.timeout(START_S):
            while process.returncode is None:
                told = RUNNING.search(_read(log))
                if told:
                    return told[1]
                await asyncio.sleep(0.02)
    raise RehearsalError(f"the server did not start: {_read(log).strip()}")


def _read(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace")


def _access(data: Path) -> Access:
    try:
        return Access(load_secret(data))
    except SecretError as error:
        raise RehearsalError(str(error)) from error
