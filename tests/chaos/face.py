"""A client as the browser is one: keeps what it sent until it is answered, notices silence, always reconnects."""

from __future__ import annotations

import asyncio
import random
import time
from bisect import bisect
from contextlib import suppress
from functools import partial
from typing import Any, Final

import aiohttp
import msgspec
import socketio
from socketio.exceptions import SocketIOError

from server.dialogue.commands import Command
from server.rehearsal import client as rehearsal
from server.rehearsal.tempo import Tempo
from server.wire.messages import Accepted, Answer, CommandMessage, Refusal, Time
from server.wire.patch import View
from tests.chaos.records import Attempt, Diary, Seen, Sent

CONNECT_S: Final = 2.5
LATE_S: Final = 0.75
"""A beat that is so late makes the client ask …"""
PROBE_S: Final = 1.5
"""… and no answer within this time makes it connect anew."""
AGAIN_S: Final = 0.25
"""So long after `unsettled` the command is sent again."""
BURST: Final = 4
SERVED_S: Final = 2.0
"""Who had an act acknowledged in the last two seconds is being served."""


class Face(rehearsal.Client):
    """One client and its diary. Each connection is a new socket; what an older one still says is not heard."""

    def __init__(self, url: str, name: str, audience: str, token: str, rng: random.Random) -> None:
        super().__init__(f"{url}/?who={name}", name, token)
        self.server_url = url
        self.audience = audience
        self.rng = rng
        self.diary = Diary(name, audience)
        self.outbox: list[Sent] = []
        """What has no answer yet, in the order in which it was wanted."""
        self.acks_s: list[float] = []
        """When acts of this client were acknowledged, in order."""
        self.tempo = Tempo()
        self._connection = 0
        self._introduced = False
        self._heard_s = 0.0
        self._broken = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    # The connection.

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
            await asyncio.sleep(self.rng.uniform(0.02, 0.15))

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
        self._heard_s = _now()

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
            if _now() - self._heard_s > beat_s + LATE_S and not await self._probe():
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

    def hello(self) -> View:
        """As a seat's phone says it: with the device it is on, however often it connects."""
        return super().hello() | {"device": self.name}

    # What it is told.

    def _on(self, connection: int, event: str, message: View) -> None:
        if connection != self._connection:
            return
        self._heard_s = _now()
        gaps = self.gaps
        self.hear(event, message)
        if event in {"view", "change"}:
            self._note("lost" if self.gaps > gaps else event)
        if event == "welcome" and not self._introduced:
            self._start(self._introduce(connection))

    def _note(self, what: Any) -> None:
        self.diary.seen.append(Seen(what, _now(), self.epoch, self.seq))

    # What it wants.

    async def act(self, command: Command) -> Sent:
        """Want something: it is sent now, or once there is a connection."""
        sent = Sent(command)
        self.diary.sent.append(sent)
        self.outbox.append(sent)
        if self._introduced:
            await self._emit(sent)
        return sent

    async def _introduce(self, connection: int) -> None:
        """Send what has no answer, in order, before anything new."""
        while connection == self._connection:
            sent = next((s for s in self.outbox if not _was_sent(s, connection)), None)
            if sent is None:
                self._introduced = True
                return
            await self._emit(sent)

    async def _emit(self, sent: Sent) -> None:
        connection = self._connection
        sent.attempts.append(Attempt(connection, _now()))
        message = msgspec.to_builtins(CommandMessage(id=sent.id, command=sent.command))
        with suppress(SocketIOError):  # not connected any more: it is sent over the next connection
            await self.socket.emit("command", message, callback=partial(self._answer, connection, sent))

    def _answer(self, connection: int, sent: Sent, told: View) -> None:
        if connection != self._connection:
            return
        self._heard_s = _now()
        answer = as_answer(told)
        sent.answers.append((_now(), answer))
        if isinstance(answer, Refusal) and answer.code == "unsettled":
            self._start(self._again(connection, sent))
            return
        if isinstance(answer, Accepted):
            self.acks_s.append(_now())
        if sent in self.outbox:
            self.outbox.remove(sent)

    async def _again(self, connection: int, sent: Sent) -> None:
        await asyncio.sleep(AGAIN_S)
        if connection == self._connection and self._introduced and sent in self.outbox:
            await self._emit(sent)

    async def send_copy(self, http: aiohttp.ClientSession, sent: Sent) -> None:
        """Send the same command, id and all, on a connection of its own, to whichever node the proxy picks."""
        body = msgspec.json.encode(CommandMessage(id=sent.id, command=sent.command))
        headers = {"Authorization": f"Bearer {self._token}"}
        sent.open_copies += 1
        sent.attempts.append(Attempt(0, _now()))
        try:
            url = f"{self.server_url}/api/command?device={self.name}"
            async with asyncio.timeout(10), http.post(url, data=body, headers=headers) as response:
                answer = as_answer(msgspec.json.decode(await response.read()))
        except (aiohttp.ClientError, TimeoutError, OSError):
            return  # what became of that copy is not known; the one on the socket is answered
        sent.answers.append((_now(), answer))
        sent.open_copies -= 1

    def served_at(self, at_s: float) -> bool:
        """Whether an act of this client was acknowledged shortly before that instant."""
        place = bisect(self.acks_s, at_s)
        return place > 0 and at_s - self.acks_s[place - 1] < SERVED_S

    # What time it is.

    async def _learn_time(self, connection: int) -> None:
        self.tempo = Tempo()
        for number in range(1_000_000):
            if connection != self._connection or not await self._probe():
                return
            await asyncio.sleep(0.1 if number < BURST else 3.0)

    async def _probe(self) -> bool:
        """Ask what time it is. False: no answer, and nothing else was heard meanwhile."""
        answer: asyncio.Future[View] = asyncio.get_running_loop().create_future()
        sent_ms, sent_wall_ms, sent_s = self._stopwatch.real_ms(), time.time() * 1000, _now()
        try:
            await self.socket.emit("probe", {}, callback=partial(_settle, answer))
            async with asyncio.timeout(PROBE_S):
                told = msgspec.convert(await answer, Time)
        except (SocketIOError, TimeoutError):
            return self._heard_s > sent_s
        self._heard_s = _now()
        self.tempo.sample(sent_ms, self._stopwatch.real_ms(), told)
        off_ms = max(sent_wall_ms - told.now_ms, told.now_ms - time.time() * 1000, 0.0)
        self.diary.clock_off_ms = max(self.diary.clock_off_ms, off_ms)
        return True

    def _start(self, work: Any) -> None:
        task: asyncio.Task[None] = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def as_answer(told: object) -> Answer:
    """What a server's word to a command is."""
    answer: Answer = msgspec.convert(told, Accepted | Refusal)
    return answer


def _settle(answer: asyncio.Future[View], told: View) -> None:
    if not answer.done():
        answer.set_result(told)


def _was_sent(sent: Sent, connection: int) -> bool:
    return any(attempt.connection == connection for attempt in sent.attempts)


def _now() -> float:
    return asyncio.get_running_loop().time()
