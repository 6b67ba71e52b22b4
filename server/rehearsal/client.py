"""One connection to a dialogue, as a face has it: holds the last view, applies changes, sends commands.

Messages are handled in the order in which they arrive: python-socketio's client runs plain functions (not
coroutines) without giving way in between.
"""

import asyncio
import secrets
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar, Final
from urllib.parse import urlsplit

import msgspec
import socketio

from server.clock import Clock
from server.dialogue.registry import AnyCommand
from server.rehearsal.errors import NoAnswer
from server.wire.messages import WIRE, Accepted, Answer, CommandMessage, Hello, Refusal, Status, Time, Welcome
from server.wire.patch import PlainView, apply

UNSETTLED: Final = Refusal(code="unsettled", about="")
UNSETTLED_S: Final = 1.0
"""When a command goes out again of which the server could not tell whether it was stored."""
CONNECT_S: Final = 15.0

Opened = Callable[[str], int]
"""Reads what is sealed for a client's audience (`as_of`): the number of an entry. Who has no secret cannot."""


def unread(_sealed: str) -> int:
    """All that a client knows of it that is none of the house."""
    return -1


class Client:
    """A face without a screen. `name` is for messages about it; no token: an observer."""

    events: ClassVar[tuple[str, ...]] = ("welcome", "view", "change", "beat")
    """What it listens to."""
    attempts: ClassVar[int] = 6
    """So often a command is sent until it is answered."""
    answer_s: ClassVar[float] = 5.0
    """So long a command waits for its answer before it is sent again with the same id."""

    def __init__(self, url: str, name: str, token: str = "", opened: Opened = unread) -> None:
        self.name = name
        self.opened = opened
        self.epoch = ""
        self.view: PlainView = {}
        self.config = ""
        """Names the configuration held, which whole views build on."""
        self.configuration: PlainView = {}
        self.seq = -1
        self.as_of = ""
        self.acted = ""
        self.changes = 0
        self.gaps = 0
        """Changes that did not follow the view held, and beats that told of a change that never came."""
        self.cuts = 0
        """How often the connection was lost."""
        self.waited_ms: list[float] = []
        """How long each command took until it was answered; real ms."""
        self.told_off: Counter[str] = Counter()
        """Refusals by code."""
        self.acked: dict[int, float] = {}
        """When the answer to a command arrived, by its entry; real ms."""
        self.received: dict[int, float] = {}
        """When a change arrived, by the entry that made it; real ms."""
        self.welcome: Welcome | None = None
        self._url = url
        self._token = token
        self._stopwatch = Clock()
        self._told = asyncio.Event()
        self._beaten = asyncio.Event()
        self._syncing: asyncio.Task[None] | None = None
        self.socket = socketio.AsyncClient(
            handle_sigint=False, reconnection_delay=0.2, reconnection_delay_max=2
        )
        for event in self.events:
            self.socket.on(event, partial(self.hear, event))
        self.socket.on("disconnect", lambda *_: self.hear("cut", {}))
        self._closing = False

    async def connect(self) -> None:
        """Connect and wait for the first view. Raises `NoAnswer`."""
        try:
            await self.socket.connect(
                self._url,
                auth=self.hello,
                transports=["websocket"],
                socketio_path=f"{urlsplit(self._url).path}/socket.io",
                wait_timeout=CONNECT_S,
                retry=False,
            )
            async with asyncio.timeout(CONNECT_S):
                while self.seq < 0:
                    await self.told()
        except (socketio.exceptions.ConnectionError, TimeoutError) as error:
            raise NoAnswer(f"{self.name} cannot connect to {self._url}: {error or 'no view came'}") from error

    async def close(self) -> None:
        """Disconnect."""
        self._closing = True
        await self.socket.disconnect()

    def hello(self) -> PlainView:
        """What it says at each connection."""
        hello = Hello(
            wire=WIRE,
            token=self._token,
            epoch=self.epoch,
            seq=self.seq,
            as_of=self.as_of,
            acted=self.acted,
            config=self.config,
        )
        plain: PlainView = msgspec.to_builtins(hello)
        return plain

    async def told(self, timeout_s: float | None = None) -> None:
        """Wait for the next view or change, `timeout_s` real seconds at most."""
        told = self._told
        try:
            async with asyncio.timeout(timeout_s):
                await told.wait()
        except TimeoutError:
            return

    async def reached(self, own: Accepted) -> None:
        """Wait until the view shows an act of its own. Raises `NoAnswer`.

        In another epoch it does: what was acknowledged is said at each connection, and shown from then on.
        """
        try:
            async with asyncio.timeout(CONNECT_S):
                while self.epoch == own.epoch and self.seq < own.seq:
                    await self.told()
        except TimeoutError as error:
            raise NoAnswer(f"{self.name} was not told of change {own.seq}, it is at {self.seq}") from error

    async def do(self, command: AnyCommand, command_id: str = "") -> Answer:
        """Send a command until it is answered, always with the same id. Raises `NoAnswer`."""
        message = CommandMessage(id=command_id or secrets.token_hex(8), command=command)
        plain = msgspec.to_builtins(message)
        for _ in range(self.attempts):
            began_ms = self._stopwatch.real_ms()
            answer: Answer = msgspec.convert(await self.raw("command", plain), Accepted | Refusal)
            self.waited_ms.append(self._stopwatch.real_ms() - began_ms)
            if isinstance(answer, Refusal):
                self.told_off[answer.code] += 1
            if answer != UNSETTLED:
                return answer
            plain["again"] = True
            await asyncio.sleep(UNSETTLED_S)
        return UNSETTLED

    async def raw(self, event: str, *args: Any) -> Any:  # noqa: ANN401 - JSON both ways
        """Send any event with any arguments until it is answered. Raises `NoAnswer`."""
        for attempt in range(self.attempts):
            answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
            if attempt and event == "command":
                args = ({**args[0], "again": True},)
            if self.socket.connected:
                await self.socket.emit(event, args, callback=partial(self._answered, answer))
            try:
                async with asyncio.timeout(self.answer_s):
                    return await answer
            except TimeoutError:
                continue
        raise NoAnswer(f"{self.name} got no answer to {event} {args}")

    async def probe(self) -> tuple[float, float, Time]:
        """Ask what time it is: real ms when asked and when answered, and the answer. Raises `NoAnswer`."""
        sent_ms = self._stopwatch.real_ms()
        answer = await self.raw("probe", {})
        return sent_ms, self._stopwatch.real_ms(), msgspec.convert(answer, Time)

    async def report(self, error_ms: float) -> None:
        """Say with every beat how well this screen or console is, until cancelled."""
        while True:
            await self._beaten.wait()
            self._beaten.clear()
            status = msgspec.to_builtins(Status(error_ms=error_ms, as_of=self.as_of))
            if self.socket.connected:
                await self.socket.emit("status", status)

    def hear(self, event: str, message: PlainView) -> None:
        """Take in one message."""
        match event:
            case "welcome":
                self.welcome = msgspec.convert(message, Welcome)
            case "view":
                self._have_whole(message)
            case "change" if message["prev"] == self.seq:
                self.changes += 1
                self._have(message, apply(self.view, message["patch"]))
                self.received[self.opened(self.as_of)] = self._stopwatch.real_ms()
            case "change":
                self.changes += 1
                self._miss()
            case "beat":
                if message["seq"] > self.seq >= 0:
                    self._miss()
                self._beaten.set()
            case "cut":
                self.cuts += not self._closing

    def _answered(self, answer: asyncio.Future[Any], told: PlainView | None = None) -> None:
        if told and "seq" in told:
            self.acted = told["as_of"]
            self.acked.setdefault(self.opened(self.acted), self._stopwatch.real_ms())
        if not answer.done():
            answer.set_result(told)

    def _have(self, message: PlainView, view: PlainView) -> None:
        self.seq, self.as_of, self.view = message["seq"], message["as_of"], view
        self.epoch = message.get("epoch", self.epoch)
        self._tell()

    def _have_whole(self, message: PlainView) -> None:
        if "configuration" in message:
            self.config, self.configuration = message["config"], message["configuration"]
        if message["config"] == self.config:
            self._have(message, apply(self.configuration, message["view"]))
        else:
            self._miss()

    def _miss(self) -> None:
        """Ask for the whole view: a change was lost, or the configuration is another."""
        self.gaps += 1
        if self.socket.connected:  # else the server learns on reconnecting where this client stands
            self._syncing = asyncio.create_task(self.socket.emit("sync", {}))

    def _tell(self) -> None:
        self._told.set()
        self._told = asyncio.Event()
