"""A face without a screen: an unmodified Socket.IO client that keeps a view as the protocol says."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import msgspec
import socketio

from server.dialogue.commands import Command
from server.dialogue.values import Step
from server.wire.messages import WIRE, Accepted, Answer, CommandMessage, Refusal
from server.wire.patch import apply

LIMIT_S = 10.0
EVENTS = ("welcome", "view", "change", "beat", "presence")


class Client:
    """Holds what it was sent. After a cut it connects again by itself and resumes, as browsers do."""

    def __init__(self, url: str, token: str = "", **options: Any) -> None:
        self.url = url
        self.token = token
        self.epoch = ""
        self.seq = -1
        self.view: dict[str, Any] = {}
        self.log: list[tuple[str, Any]] = []
        """Every message, in the order in which they came."""
        self._news = asyncio.Event()
        self.socket = socketio.AsyncClient(
            reconnection_delay=0.05, reconnection_delay_max=0.2, handle_sigint=False, **options
        )
        for event in EVENTS:
            self.socket.on(event, self._handler(event))
        self.socket.on("disconnect", self._cut)

    async def connect(self, **auth: Any) -> None:
        """Connect, and wait for the first view. Raises socketio's ConnectionError if refused."""
        await self.socket.connect(
            self.url, auth=lambda: self.hello() | auth, transports=["websocket"], retry=False
        )
        await self.until(lambda: self.seq >= 0)

    def hello(self) -> dict[str, Any]:
        """What it says at each connection."""
        return {"wire": WIRE, "token": self.token, "epoch": self.epoch, "seq": self.seq}

    async def close(self) -> None:
        """Disconnect for good."""
        await self.socket.disconnect()

    async def raw(self, event: str, *args: Any) -> Any:
        """Send any event with any arguments, and return the answer."""
        return await self.socket.call(event, args, timeout=LIMIT_S)

    async def do(self, command: Command, command_id: str = "") -> Answer:
        """Send a command and return its answer."""
        message = CommandMessage(id=command_id or secrets.token_hex(8), command=command)
        answer: Answer = msgspec.convert(
            await self.raw("command", msgspec.to_builtins(message)), Accepted | Refusal
        )
        return answer

    async def done(self, command: Command) -> int:
        """Send a command that must be accepted, wait for the change that it makes here, and return its seq."""
        answer = await self.do(command)
        assert isinstance(answer, Accepted), answer
        await self.reached(answer.seq)
        return answer.seq

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait until a message makes the condition true. Raises TimeoutError."""
        async with asyncio.timeout(LIMIT_S):
            while not condition():
                self._news.clear()
                await self._news.wait()

    async def reached(self, seq: int) -> None:
        """Wait until its view is that of entry `seq` or a later one."""
        await self.until(lambda: self.seq >= seq)

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

    def _handler(self, event: str) -> Callable[[Any], None]:
        def handle(message: Any) -> None:
            self.log.append((event, message))
            if event == "view":
                self.epoch, self.seq, self.view = message["epoch"], message["seq"], message["view"]
            elif event == "change":
                assert message["prev"] == self.seq, "a change was lost"
                self.seq, self.view = message["seq"], apply(self.view, message["patch"])
            self._news.set()

        return handle

    def _cut(self, *_: object) -> None:
        self.log.append(("cut", None))
        self._news.set()


@asynccontextmanager
async def client(url: str, token: str = "", **options: Any) -> AsyncIterator[Client]:
    """A connected client, until the block ends."""
    opened = Client(url, token, **options)
    await opened.connect()
    try:
        yield opened
    finally:
        await opened.close()
