"""A client as the browser is one: keeps what it sent until it is answered, and notes everything in its diary."""

from __future__ import annotations

import asyncio
import random
from bisect import bisect
from contextlib import suppress
from functools import partial
from typing import Final

import aiohttp
import msgspec
from socketio.exceptions import SocketIOError

from server.access.seal import Seal
from server.dialogue.registry import AnyCommand
from server.wire.messages import Accepted, Answer, CommandMessage, Refusal
from server.wire.patch import PlainView
from tests.chaos.connected import Connected, now_s
from tests.chaos.records import Attempt, Sent

AGAIN_S: Final = 0.25
"""So long after `unsettled` the command is sent again."""
COPY_S: Final = 10.0
SERVED_S: Final = 2.0
"""Who had an act acknowledged in the last two seconds is being served."""


class Face(Connected):
    """One client, what it wants, and its diary."""

    def __init__(
        self, url: str, name: str, audience: str, token: str, rng: random.Random, seal: Seal
    ) -> None:
        super().__init__(url, name, audience, token, rng, seal)
        self.outbox: list[Sent] = []
        """What has no answer yet, in the order in which it was wanted."""
        self.acks_s: list[float] = []
        """When acts of this client were acknowledged, in order."""
        self._server_url = url

    async def act(self, command: AnyCommand) -> Sent:
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
        again = bool(sent.attempts)
        sent.attempts.append(Attempt(connection, now_s()))
        message = msgspec.to_builtins(CommandMessage(id=sent.id, command=sent.command, again=again))
        with suppress(SocketIOError):  # not connected any more: it is sent over the next connection
            await self.socket.emit("command", message, callback=partial(self._answer, connection, sent))

    def _answer(self, connection: int, sent: Sent, told: PlainView) -> None:
        if connection != self._connection:
            return
        self._heard_s = now_s()
        answer = self._take(sent, told)
        if isinstance(answer, Refusal) and answer.code == "unsettled":
            self._start(self._again(connection, sent))
            return
        if isinstance(answer, Accepted):
            self.acks_s.append(now_s())
        if sent in self.outbox:
            self.outbox.remove(sent)

    async def _again(self, connection: int, sent: Sent) -> None:
        await asyncio.sleep(AGAIN_S)
        if connection == self._connection and self._introduced and sent in self.outbox:
            await self._emit(sent)

    async def send_copy(self, http: aiohttp.ClientSession, sent: Sent) -> None:
        """Send the same command, id and all, on a connection of its own, to whichever node the proxy picks."""
        body = msgspec.json.encode(CommandMessage(id=sent.id, command=sent.command, again=True))
        headers = {"Authorization": f"Bearer {self._token}"}
        sent.open_copies += 1
        sent.attempts.append(Attempt(0, now_s()))
        try:
            url = f"{self._server_url}/api/command?device={self.name}"
            async with asyncio.timeout(COPY_S), http.post(url, data=body, headers=headers) as response:
                told = msgspec.json.decode(await response.read())
        except (aiohttp.ClientError, TimeoutError, OSError):
            return  # what became of that copy is not known; the one on the socket is answered
        self._take(sent, told)
        sent.open_copies -= 1

    def _take(self, sent: Sent, told: object) -> Answer:
        answer = as_answer(told)
        sent.answers.append((now_s(), answer))
        if isinstance(answer, Accepted):
            self.acted = answer.as_of
            sent.acks.add(self.opened(answer.as_of))
        return answer

    def served_at(self, at_s: float) -> bool:
        """Whether an act of this client was acknowledged shortly before that instant."""
        place = bisect(self.acks_s, at_s)
        return place > 0 and at_s - self.acks_s[place - 1] < SERVED_S


def as_answer(told: object) -> Answer:
    """What a server's word to a command is."""
    answer: Answer = msgspec.convert(told, Accepted | Refusal)
    return answer


def _was_sent(sent: Sent, connection: int) -> bool:
    return any(attempt.connection == connection for attempt in sent.attempts)
