"""One connection through the proxy, and what a bad network may do to it."""

from __future__ import annotations

import asyncio
import random
import re
from contextlib import suppress
from typing import Final
from urllib.parse import unquote

CHUNK: Final = 65_536
WHO: Final = re.compile(rb"[?&]who=([^& ]+)")

Stream = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class ProxiedConnection:
    """A connection to a node. What is delayed never overtakes; what was under way when it is cut is gone."""

    def __init__(self, node: str, near: Stream, far: Stream) -> None:
        self.node = node
        self.who = ""
        """The client's name, if it says `?who=` in the address it opens."""
        self._near = near
        self._far = far
        self._flows = asyncio.Event()
        self._flows.set()
        self._delay_s = (0.0, 0.0)
        self.up_bytes = 0
        """What the node, or the server, has been sent."""

    async def forward(self) -> None:
        """Pass on both ways until either side ends, then end both."""
        ways = [
            asyncio.create_task(self._pass_on(self._near[0], self._far[1])),
            asyncio.create_task(self._pass_on(self._far[0], self._near[1])),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            self.cut()

    async def _pass_on(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while chunk := await source.read(CHUNK):
                if not self.who and (said := WHO.search(chunk)):
                    self.who = unquote(said[1].decode())
                if self._delay_s[1]:
                    await asyncio.sleep(random.uniform(*self._delay_s))  # noqa: S311 (delays, not secrets)
                await self._flows.wait()
                sink.write(chunk)
                if source is self._near[0]:
                    self.up_bytes += len(chunk)
                await sink.drain()

    def cut(self) -> None:
        """End it at once, both ways."""
        for _, writer in (self._near, self._far):
            writer.transport.abort()

    def hang(self) -> None:
        """From now on nothing passes, and nobody is told."""
        self._flows.clear()

    def go_on(self) -> None:
        """Let pass what was held up, and what follows: as TCP does once a cable is in its socket again."""
        self._flows.set()

    def delay(self, least_s: float, most_s: float) -> None:
        """From now on each chunk takes between `least_s` and `most_s` more; (0, 0): as it was."""
        self._delay_s = (least_s, most_s)
