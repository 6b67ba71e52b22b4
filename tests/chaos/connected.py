"""A client's connections: one after the other, each watched for silence as the browser does, and never given up."""

from __future__ import annotations

import asyncio
import itertools
import random
import time
from abc import abstractmethod
from contextlib import suppress
from functools import partial
from typing import Any, Final

import aiohttp
import msgspec
import socketio
from socketio.exceptions import SocketIOError

from server.access.seal import Seal
from server.rehearsal import client as rehearsal
from server.rehearsal.clock_estimate import ClockEstimate
from server.rehearsal.target_server import opened
from server.wire.messages import Time
from server.wire.patch import PlainView
from tests.chaos.records import Diary, Seen
from tests.chaos.shown import Watch

CONNECT_S: Final = 2.5
LATE_S: Final = 0.75
"""A beat that is so late makes the client ask …"""
PROBE_S: Final = 1.5
"""… and no answer within this time makes it connect anew."""
BURST: Final = 4
"""Probes in a row on a new connection; then one every `PROBE_EVERY_S`."""
PROBE_EVERY_S: Final = 3.0


class Connected(rehearsal.Client):
    """Each connection is a new socket; what an older one still says is not heard."""

    def __init__(
        self, url: str, name: str, audience: str, token: str, rng: random.Random, seal: Seal
    ) -> None:
        super().__init__(f"{url}/?who={name}", name, token, partial(opened, seal, audience))
        self.audience = audience
        self.diary = Diary(name, audience)
        self.watch = Watch(self.diary)
        self.estimate = ClockEstimate()
        self._rng = rng
        self._connection = 0
        self._introduced = False
        self._heard_s = 0.0
        self._broken = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    @abstractmethod
    async def _introduce(self, connection: int) -> None:
        """The server said welcome on this connection: send what has to be, then set `_introduced`."""

    async def live(self) -> None:
        """Connect, and again whenever the connection breaks or falls silent, until cancelled."""
        while True:
            try:
                await self._connect()
                await self._until_broken()
            except (SocketIOError, TimeoutError, aiohttp.ClientError, OSError):
                self._note("cut")  # the next one may do better
            finally:
                await self._drop()
            await asyncio.sleep(self._rng.uniform(0.02, 0.15))

    async def _connect(self) -> None:
        self._connection += 1
        self._introduced = False
        self._broken = asyncio.Event()
        self.socket = socketio.AsyncClient(handle_sigint=False, reconnection=False)
        for event in self.events:
            self.socket.on(event, partial(self._on, self._connection, event))
        self.socket.on("disconnect", partial(self._ended, self._connection))
        async with asyncio.timeout(CONNECT_S):
            await self.socket.connect(
                self._url, auth=self.hello, transports=["websocket"], wait_timeout=CONNECT_S, retry=False
            )
        self._heard_s = now_s()

    async def _until_broken(self) -> None:
        connection = self._connection
        self._start(self._learn_time(connection))
        while not self._broken.is_set():
            beat_s = 2.0 if self.welcome is None else self.welcome.beat_ms / 1000
            due_s = self._heard_s + beat_s + LATE_S
            with suppress(TimeoutError):
                async with asyncio.timeout_at(due_s):
                    await self._broken.wait()
                    return
            if now_s() - self._heard_s > beat_s + LATE_S and not await self._probe():
                return

    async def _drop(self) -> None:
        """Give the connection up without a word to the server: it may be there no more."""
        self._introduced = False
        if self.socket.eio.http is not None:
            await self.socket.eio.http.close()

    async def close(self) -> None:
        """End it for good."""
        for task in self._tasks:
            task.cancel()
        await self._drop()

    def _ended(self, connection: int, *_: object) -> None:
        if connection == self._connection:
            self._introduced = False
            self._broken.set()

    def hello(self) -> PlainView:
        """As a seat's phone says it: with the device it is on, however often it connects."""
        self.watch.connects(self.opened(self.acted) if self.acted else 0, now_s())
        return super().hello() | {"device": self.name}

    def _on(self, connection: int, event: str, message: PlainView) -> None:
        if connection != self._connection:
            return
        self._heard_s = now_s()
        gaps = self.gaps
        self.hear(event, message)
        if event in {"view", "change"}:
            self._note("lost" if self.gaps > gaps else event)
            if self.gaps == gaps:
                self.watch.sees(self.opened(self.as_of), self.view, now_s())
        if event == "welcome" and not self._introduced:
            self._start(self._introduce(connection))

    def _note(self, what: Any) -> None:
        self.diary.seen.append(Seen(what, now_s(), self.epoch, self.seq))

    async def _learn_time(self, connection: int) -> None:
        self.estimate = ClockEstimate()
        for number in itertools.count():
            if connection != self._connection or not await self._probe():
                return
            await asyncio.sleep(0.1 if number < BURST else PROBE_EVERY_S)

    async def _probe(self) -> bool:
        """Ask what time it is. False: no answer, and nothing else was heard meanwhile."""
        answer: asyncio.Future[PlainView] = asyncio.get_running_loop().create_future()
        sent_ms, sent_wall_ms, sent_s = self._stopwatch.real_ms(), time.time() * 1000, now_s()
        try:
            await self.socket.emit("probe", {}, callback=partial(_settle, answer))
            async with asyncio.timeout(PROBE_S):
                told = msgspec.convert(await answer, Time)
        except (SocketIOError, TimeoutError):
            return self._heard_s > sent_s
        self._heard_s = now_s()
        self.estimate.sample(sent_ms, self._stopwatch.real_ms(), told)
        off_ms = max(sent_wall_ms - told.now_ms, told.now_ms - time.time() * 1000, 0.0)
        self.diary.clock_off_ms = max(self.diary.clock_off_ms, off_ms)
        return True

    def _start(self, work: Any) -> None:
        task: asyncio.Task[None] = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _settle(answer: asyncio.Future[PlainView], told: PlainView) -> None:
    if not answer.done():
        answer.set_result(told)


def now_s() -> float:
    """The loop's clock, which all diaries go by."""
    return asyncio.get_running_loop().time()


def zero_ms() -> float:
    """Epoch milliseconds at which the loop's clock stood at 0: of several readings the one least interrupted."""
    loop, found = asyncio.get_running_loop(), []
    for _ in range(20):
        before_s, wall_s, after_s = loop.time(), time.time(), loop.time()
        found.append((after_s - before_s, wall_s - (before_s + after_s) / 2))
    return min(found)[1] * 1000
