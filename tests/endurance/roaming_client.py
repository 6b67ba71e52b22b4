"""Somebody of a rehearsal whose phone sleeps and whose network comes and goes."""

from __future__ import annotations

import asyncio
import random

import socketio

from server.access.seal import Seal
from server.dialogue.registry import AnyCommand
from server.wire.messages import Answer
from server.wire.patch import PlainView
from tests.chaos.face import Face
from tests.chaos.records import Sent
from tests.chaos.shipped_face import ShippedFace
from tests.cluster.waiting import ended


class RoamingClient(Face):
    """Acts as the rehearsal's people do, through a connection that is made again whenever it breaks."""

    def __init__(self, url: str, name: str, audience: str, token: str, seal: Seal) -> None:
        rng = random.Random(name)  # noqa: S311 (pauses, not secrets)
        super().__init__(url, name, audience, token, rng, seal)
        self._answers: dict[str, asyncio.Future[Answer]] = {}
        self._living: asyncio.Task[None] | None = None
        self._asleep = False
        self._left: list[socketio.AsyncClient] = []
        """Connections that were open when the device fell asleep: nobody has told the server."""

    async def do(self, command: AnyCommand, command_id: str = "") -> Answer:  # noqa: ARG002 (each has its own)
        """Send a command, over one connection after the other, until it is answered."""
        sent = await self.act(command)
        while sent in self.outbox:
            self._answers[sent.id] = asyncio.get_running_loop().create_future()
            await self._answers[sent.id]
            del self._answers[sent.id]
        return sent.answers[-1][1]

    def _answer(self, connection: int, sent: Sent, told: PlainView) -> None:
        super()._answer(connection, sent, told)
        waiting = self._answers.get(sent.id)
        if sent not in self.outbox and waiting is not None and not waiting.done():
            waiting.set_result(sent.answers[-1][1])

    async def come(self) -> None:
        """Connect, wait for the first view, and stay connected."""
        self.wake()
        async with asyncio.timeout(60):
            while self.seq < 0:
                await self.told(0.2)

    async def sleep(self) -> None:
        """The device falls asleep: its connection stays open, as far as the server knows, and nobody reads it."""
        self._asleep = True
        self._connection += 1  # what still comes is not heard
        await self._end_living()

    def wake(self) -> None:
        """It wakes, finds its connection dead, and makes another."""
        self._asleep = False
        self._living = asyncio.create_task(self._live(), name=self.name)

    async def _live(self) -> None:
        left, self._left = self._left, []
        for socket in left:
            if socket.eio.http is not None:
                await socket.eio.http.close()
        await self.live()

    async def _drop(self) -> None:
        if self._asleep:
            self._introduced = False
            self._left.append(self.socket)
        else:
            await super()._drop()

    async def _end_living(self) -> None:
        if self._living is not None:
            await ended([self._living])
            self._living = None

    async def close(self) -> None:
        """End it for good."""
        self._asleep = False
        await self._end_living()
        for socket in self._left:
            if socket.eio.http is not None:
                await socket.eio.http.close()
        await super().close()


class RoamingShipped(ShippedFace):
    """The same, as the code that the faces ship: it is stopped where it sleeps, and nothing else is done for it."""

    def __init__(self, url: str, name: str, audience: str, token: str, seal: Seal) -> None:
        rng = random.Random(name)  # noqa: S311 (as above)
        super().__init__(url, name, audience, token, rng, seal)
        self._living: asyncio.Task[None] | None = None

    async def do(self, command: AnyCommand, command_id: str = "") -> Answer:  # noqa: ARG002 (its own)
        """Give a command to its outbox, until that says what became of it."""
        sent = await self.act(command)
        while sent.told is None:
            await self.told()
        return sent.told

    async def come(self) -> None:
        """Start, and wait for the first view."""
        self._living = asyncio.create_task(self.live(), name=self.name)
        async with asyncio.timeout(60):
            while self.seq < 0:
                await self.told(0.2)

    async def sleep(self) -> None:
        """The device falls asleep."""
        self.stand_still()

    def wake(self) -> None:
        """It wakes."""
        self.go_on()

    async def close(self) -> None:
        """End it for good."""
        if self._living is not None:
            await ended([self._living])
        await super().close()


Roaming = RoamingClient | RoamingShipped
