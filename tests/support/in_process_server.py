"""A server in the process of the test, for pages: it starts in a moment, and cannot be killed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from server.clock import Clock
from server.session import Session
from tests.support.client import Client, client
from tests.support.server import CONFIG, serving


@dataclass(frozen=True)
class InProcessServer:
    """What pages and their fixtures need of a server; `links` as `LiveServer` has them."""

    url: str
    links: dict[str, str]
    log: Path
    session: Session

    @asynccontextmanager
    async def client(self, who: str) -> AsyncIterator[Client]:
        """Somebody without a page: "console:chair", "seat:BR"."""
        async with client(self.url, self.links[who].partition("#t=")[2]) as opened:
            yield opened


@asynccontextmanager
async def in_process_server(
    folder: Path, clock: Clock | None = None, *, config: Path = CONFIG
) -> AsyncIterator[InProcessServer]:
    """Serve from an empty journal in `folder` until the block ends, with every check on."""
    log = folder / "server.log"
    log.write_text("the server logged to the output of the test\n")
    async with serving(folder / "data", config=config, clock=clock) as running:
        links = {
            ":".join(filter(None, (link.actor.role, link.actor.name))): link.url
            for link in running.access.links(running.session.state.setup, running.url)
        }
        yield InProcessServer(running.url, links, log, running.session)
