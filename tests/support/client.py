"""A rehearsal's client, as tests want it: it keeps every message, and takes a lost change or answer for an error."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Final

import msgspec

from server.access.seal import Seal
from server.dialogue.model.state import Step
from server.dialogue.registry import AnyCommand
from server.rehearsal import client as rehearsal
from server.rehearsal.target_server import opened
from server.wire.messages import Accepted
from server.wire.project import seat_audience
from server.wire.views.acts import Suggestion

LIMIT_S = 30.0
"""Of what is sure to come, also on a busy machine."""
SEALS: Final[dict[str, Seal]] = {}
"""Of the servers that tests have started, by URL: what their clients were told sealed is known here."""


class Client(rehearsal.Client):
    """Holds what it was sent. After a cut it connects again by itself and resumes, as browsers do."""

    events = (*rehearsal.Client.events, "presence")
    attempts, answer_s = 1, LIMIT_S

    def __init__(self, url: str, token: str = "") -> None:
        super().__init__(url, "a client", token, self._read)
        self.log: list[tuple[str, Any]] = []
        """Every message, in the order in which they came."""
        self.entry = -1
        """As of which its view is."""
        self._also: dict[str, Any] = {}
        self._seal = SEALS.get(url)
        self.socket.reconnection_delay, self.socket.reconnection_delay_max = 0.05, 0.2

    async def connect(self, **also: Any) -> None:
        """Connect, saying `also` in each hello, and wait for the first view. Raises `NoAnswer` if refused."""
        self._also = also
        await super().connect()

    def hello(self) -> dict[str, Any]:
        """As tests want it."""
        return super().hello() | self._also

    async def done(self, command: AnyCommand) -> int:
        """Send a command that must be accepted, wait for the change that it makes here, and return its entry."""
        answer = await self.do(command)
        assert isinstance(answer, Accepted), answer
        await self.reached(answer)
        return self.opened(answer.as_of)

    async def shows(self, entry: int) -> None:
        """Wait until it was sent what an entry, or a later one, changes for it. Raises TimeoutError."""
        assert self._seal is not None, "the server is not among `SEALS`"
        async with asyncio.timeout(LIMIT_S):
            while self.entry < entry:
                await self.told()

    async def press(self) -> str:
        """Do what the console offers for a point of order, else what its context button does; return which act."""
        offered = msgspec.convert(self.view.get("point_act") or self.view["primary"], Suggestion)
        await self.done(offered.command)
        return offered.act

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait until a message makes the condition true. Raises TimeoutError."""
        async with asyncio.timeout(LIMIT_S):
            while not condition():
                assert self.gaps == 0, "a change was lost"
                await self.told()

    async def got(self, event: str, count: int = 1) -> None:
        """Wait until so many messages of one kind have come; "cut": the connection broke."""
        await self.until(lambda: len(self.of(event)) >= count)

    def of(self, event: str) -> list[Any]:
        """The messages of one kind."""
        return [message for name, message in self.log if name == event]

    @property
    def step(self) -> Step:
        """The step shown."""
        return msgspec.convert(self.view["session"]["step"], Step)

    def hear(self, event: str, message: dict[str, Any]) -> None:
        """Keep it, take it in, and look again at what is waited for."""
        self.log.append((event, message))
        super().hear(event, message)
        self.entry = self.opened(self.as_of) if self.as_of else -1
        self._tell()

    def _read(self, sealed: str) -> int:
        """Of its own audience, as the server named it; -1 where the test has not the secret."""
        assert self.welcome is not None
        audience = seat_audience(self.welcome.name) if self.welcome.role == "seat" else self.welcome.audience
        return -1 if self._seal is None else opened(self._seal, audience, sealed)


@asynccontextmanager
async def client(url: str, token: str = "") -> AsyncIterator[Client]:
    """A connected client, until the block ends. No change may be lost on its way."""
    opened = Client(url, token)
    await opened.connect()
    try:
        yield opened
    finally:
        await opened.close()
    assert opened.gaps == 0, "a change was lost"
