"""Strangers without manners: one process of them, of these kinds, for so many seconds.

    python -m tests.load.hostile URL --kinds post,malformed,… [--connections 25] [--per-s 750] [--seconds 10]

Each kind is a class: what one of them does on one connection, over and over. Whoever is cut off comes back. Raw bytes,
so that the process has time to keep its pace. Prints one line of JSON: how much was sent, what they were answered.
Kinds that need a link read one seat's token from the first line of standard input.
"""

import argparse
import asyncio
import contextlib
import json
import logging
import os
import secrets
import struct
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import count
from typing import ClassVar, Final, NamedTuple
from urllib.parse import urlsplit

from msgspec import to_builtins

from server.dialogue.model.ids import RequestId, SeatId
from server.dialogue.rooms.requests import Ask, Withdraw
from server.dialogue.rooms.seats import Substitute
from server.rehearsal.client import Client
from server.rehearsal.errors import NoAnswer
from server.wire.messages import WIRE, CommandMessage

UPGRADE: Final = (
    b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
    b"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
)
POLLING: Final = "/socket.io/?EIO=4&transport=polling"
ANSWER_S: Final = 10.0
PAUSE_S: Final = 0.2
"""Between two attempts of one of them."""
NUMBERS: Final = count()


def command() -> str:
    """One that opens the session, under an id of its own."""
    step = {"type": "move_step", "since": {"phase": "scheduled"}, "to": {"phase": "opening"}}
    return json.dumps({"id": f"stranger-{next(NUMBERS)}", "again": True, "command": step})


def frame(text: str | bytes, opcode: int = 1) -> bytes:
    """A frame, masked with zeros (RFC 6455, 5.3)."""
    data = text.encode() if isinstance(text, str) else text
    if len(data) < 126:
        size = bytes([0x80 | len(data)])
    elif len(data) < 65_536:
        size = b"\xfe" + struct.pack(">H", len(data))
    else:
        size = b"\xff" + struct.pack(">Q", len(data))
    return bytes([0x80 | opcode]) + size + b"\0\0\0\0" + data


def request(method: str, path: str, body: bytes = b"", headers: str = "") -> bytes:
    """A request that keeps its connection."""
    length = f"Content-Length: {len(body)}\r\n" if method == "POST" else ""
    return f"{method} {path} HTTP/1.1\r\nHost: localhost\r\n{length}{headers}\r\n".encode() + body


class Way(NamedTuple):
    """What a process was told."""

    url: str
    token: str
    """A seat's."""
    pause_s: float
    """Between two commands of one of those that keep a pace."""
    until_s: float
    told: Counter[str]
    least: int = 0
    """Commands that are sent even if a busy machine takes longer for them."""

    @property
    def goes_on(self) -> bool:
        """Whether the time is not up yet."""
        return time.monotonic() < self.until_s or self.told["sent"] < self.least


class Stranger:
    """One of a kind, on one connection at a time."""

    most: ClassVar[int] = 4
    """So many of the kind, whatever was asked for."""

    def __init__(self, way: Way) -> None:
        self.way = way
        self.told = way.told
        self.reader: asyncio.StreamReader
        self.writer: asyncio.StreamWriter

    async def run(self) -> None:
        """Do it over and over until the time is up."""
        parts = urlsplit(self.way.url)
        while self.way.goes_on:
            with contextlib.suppress(
                OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, NoAnswer
            ):
                self.reader, self.writer = await asyncio.open_connection(parts.hostname, parts.port)
                try:
                    async with asyncio.timeout(
                        max(1.0, self.way.until_s - time.monotonic() + 1) if not self.way.least else None
                    ):
                        await self.once()
                finally:
                    self.writer.transport.abort()
            self.told["connections"] += 1
            await asyncio.sleep(PAUSE_S)

    async def once(self) -> None:
        """Do it once."""
        raise NotImplementedError

    def frames(self, packets: Iterator[str] | list[str], opcode: int = 1) -> None:
        """Send WebSocket frames in one write, and count them."""
        sent = [frame(packet, opcode) for packet in packets]
        self.told["frames"] += len(sent)
        self.writer.write(b"".join(sent))

    async def upgrade(self, *, hello: bool = True) -> None:
        """Become a WebSocket, and say that it is nobody."""
        self.writer.write(UPGRADE)
        await self.reader.readuntil(b"\r\n\r\n")
        if hello:
            self.frames(["40" + json.dumps({"wire": WIRE})])

    async def ended(self, within_s: float = ANSWER_S) -> None:
        """Read what comes until the server ends it, for so long at most."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(within_s):
                while data := await self.reader.read(65_536):
                    for code in ("not_allowed", "busy", "revoked"):
                        self.told[code] += data.count(code.encode())
                self.told["cut off"] += 1

    async def answer(self, sent: bytes) -> tuple[str, bytes]:
        """Send a request; return the status and body of its answer."""
        self.told["requests"] += 1
        self.writer.write(sent)
        head = await self.reader.readuntil(b"\r\n\r\n")
        status = head[9:12].decode()
        self.told[status] += 1
        if b"transfer-encoding: chunked" not in head.lower():
            length = head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]
            return status, await self.reader.readexactly(int(length or 0))
        body, size = b"", 1
        while size:
            size = int(await self.reader.readuntil(b"\r\n"), 16)
            body += (await self.reader.readexactly(size + 2))[:-2]
        return status, body


class Post(Stranger):
    """Commands by HTTP that it may not give, each after the answer to the one before, at a steady pace."""

    most = 1_000

    async def once(self) -> None:
        """See Stranger."""
        while self.way.goes_on:
            due_s = time.monotonic() + self.way.pause_s
            self.told["sent"] += 1
            await self.answer(request("POST", "/api/command", command().encode()))
            await asyncio.sleep(due_s - time.monotonic())


class Socket(Stranger):
    """The same by WebSocket, whether they are answered or not."""

    most = 1_000

    async def once(self) -> None:
        """See Stranger."""
        await self.upgrade()
        listening = asyncio.create_task(self.ended(3_600))
        try:
            while self.way.goes_on and not listening.done():
                due_s = time.monotonic() + self.way.pause_s
                self.frames([f'421["command",{command()}]'])
                self.told["sent"] += 1
                await asyncio.sleep(due_s - time.monotonic())
        finally:
            listening.cancel()


class Malformed(Stranger):
    """25,000 frames in one write that are no packets."""

    packet: ClassVar[str] = "42["

    async def once(self) -> None:
        """See Stranger."""
        await self.upgrade()
        self.frames([self.packet] * 25_000)
        await self.ended()


class NoName(Malformed):
    """Events whose name is a number."""

    packet = "42[123]"


class Attachments(Malformed):
    """Packets that announce binary parts, which never come."""

    packet = '451-["command",{"_placeholder":true,"num":0}]'


class Probes(Malformed):
    """Proper ones."""

    packet = '42["probe",{}]'


class Hellos(Malformed):
    """One after the other on one connection."""

    packet = "40" + json.dumps({"wire": WIRE})


class NoText(Malformed):
    """Frames of text that is none."""

    async def once(self) -> None:
        """See Stranger."""
        await self.upgrade()
        self.writer.write(frame(b"\xff\xfe"))
        self.told["frames"] += 1
        await self.ended()


class Binary(Stranger):
    """Frames of bytes, 60 kB each."""

    async def once(self) -> None:
        """See Stranger."""
        await self.upgrade()
        self.frames(["\0" * 60_000] * 50, 2)
        await self.ended()


class Pings(Stranger):
    """WebSocket pings, before a hello and without reading what they are answered."""

    async def once(self) -> None:
        """See Stranger."""
        await self.upgrade(hello=False)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(ANSWER_S):
                for _ in range(200):
                    self.frames(["x" * 100] * 100, 9)
                    await self.writer.drain()


class Deaf(Stranger):
    """By polling: asks for its whole view 2,400 times, and never calls for what it is sent."""

    async def once(self) -> None:
        """See Stranger."""
        _, opened = await self.answer(request("GET", POLLING))
        sid = opened.decode().split('"')[3]
        address = f"{POLLING}&sid={sid}"
        await self.answer(request("POST", address, b"40" + json.dumps({"wire": WIRE}).encode()))
        for _ in range(150):
            self.told["frames"] += 16
            status, _ = await self.answer(request("POST", address, b"\x1e".join([b'42["sync"]'] * 16)))
            if status != "200":
                return


class Headers(Stranger):
    """20 MiB of header lines."""

    async def once(self) -> None:
        """See Stranger."""
        self.writer.write(b"GET / HTTP/1.1\r\n")
        for _ in range(320):
            self.writer.write(b"X-Header: " + b"x" * 1_000 + b"\r\n" + b"X: y\r\n" * 10_000)
            await self.writer.drain()


class Bodies(Stranger):
    """A command of 20 MB."""

    async def once(self) -> None:
        """See Stranger."""
        self.writer.write(b"POST /api/command HTTP/1.1\r\nHost: x\r\nContent-Length: 20000000\r\n\r\n")
        for _ in range(320):
            self.writer.write(b"x" * 62_500)
            await self.writer.drain()


class Slow(Stranger):
    """One byte of a header a second."""

    most = 50

    async def once(self) -> None:
        """See Stranger."""
        for letter in request("GET", "/") * 10:
            self.writer.write(bytes([letter]))
            await asyncio.sleep(1)


class Silent(Stranger):
    """Connections on which nothing is said: 1,100 of them, more than most systems let a process hold open."""

    most = 1_100

    async def once(self) -> None:
        """See Stranger."""
        await self.ended(3_600)


class Forged(Stranger):
    """Tokens of nobody, by socket and by HTTP."""

    async def once(self) -> None:
        """See Stranger."""
        for _ in range(5):
            bearer = f"Authorization: Bearer {secrets.token_urlsafe(18)}\r\n"
            status, _ = await self.answer(request("GET", "/api/view", headers=bearer))
            if status == "429":
                break
        await self.upgrade(hello=False)
        self.frames(["40" + json.dumps({"wire": WIRE, "token": secrets.token_urlsafe(18)})] * 5)
        await self.ended()


class Devices(Stranger):
    """5,000 observers who are none: each call names another device."""

    async def once(self) -> None:
        """See Stranger."""
        for _ in range(1_250):
            await self.answer(request("GET", f"/api/view?device={secrets.token_hex(8)}"))


class Texts(Stranger):
    """What is meant for the log: a hello that breaks off, escape sequences, an id of 60,000 characters."""

    async def once(self) -> None:
        """See Stranger."""
        await self.answer(request("GET", f"{POLLING}&sid=%1b]0;X%07"))
        await self.answer(request("GET", "/api/view?device=%1b]0;X%07&seq=%1b"))
        await self.upgrade()
        long = {"id": "i" * 60_000, "command": {"type": "open_list"}}
        self.frames(['421["command",' + json.dumps(long) + "]", f'40{{"token":"{secrets.token_hex()}'])
        self.frames(['42["\\u001b]0;X\\u0007"]', f'42["{"e" * 60_000}"]'])
        await self.ended()


class Ahead(Stranger):
    """5,000 requests for pages in one write."""

    async def once(self) -> None:
        """See Stranger."""
        self.told["requests"] += 5_000
        self.writer.write(request("GET", "/") * 2_500 + request("GET", "/api/public/view") * 2_500)
        await self.ended()


class Sessions(Stranger):
    """Opens polling sessions, one after the other, and says nothing on any."""

    async def once(self) -> None:
        """See Stranger."""
        for _ in range(2_000):
            status, _ = await self.answer(request("GET", POLLING))
            if status == "429":
                break


class Hanging(Stranger):
    """A polling session with a call that waits for news, and 200 more sent behind it."""

    most = 50

    async def once(self) -> None:
        """See Stranger."""
        _, opened = await self.answer(request("GET", POLLING))
        address = f"{POLLING}&sid={opened.decode().split(chr(34))[3]}"
        await self.answer(request("POST", address, b"40" + json.dumps({"wire": WIRE}).encode()))
        self.told["requests"] += 201
        self.writer.write(request("GET", address) * 201)
        await self.ended()


class Unread(Stranger):
    """Asks for 2,000 pages, and reads none."""

    most = 50

    async def once(self) -> None:
        """See Stranger."""
        self.told["requests"] += 2_000
        self.writer.write(request("GET", "/") * 2_000)
        await asyncio.sleep(ANSWER_S)


class Early(Stranger):
    """Frames in the same breath as the handshake: proper ones, and ones that are none."""

    async def once(self) -> None:
        """See Stranger."""
        hello = frame("40" + json.dumps({"wire": WIRE}))
        self.told["frames"] += 3
        self.writer.write(
            UPGRADE + secrets.choice([hello, frame("x", 3), frame("", 8), b"GET / HTTP/1.1\r\n"]) * 3
        )
        await self.ended(1)


class Parts(Stranger):
    """A message of 60 kB in parts that lack the last one, and pings between."""

    most = 50

    async def once(self) -> None:
        """See Stranger."""
        await self.upgrade()
        self.told["frames"] += 60
        for number in range(60):
            part = bytearray(frame("x" * 1_000, 0 if number else 1))
            part[0] &= 0x7F
            self.writer.write(bytes(part) + frame("", 9))
        await self.ended()


class HalfClosed(Stranger):
    """Says that it will send no more, in the middle of a request or a frame, and waits."""

    async def once(self) -> None:
        """See Stranger."""
        if secrets.randbelow(2):
            await self.upgrade()
            self.writer.write(frame("42" + "x" * 1_000)[:500])
        else:
            self.writer.write(request("POST", "/api/command", b"x" * 100)[:-50])
        self.writer.write_eof()
        await self.ended(1)


class SeatSockets(Stranger):
    """One seat's device opens 200 sockets."""

    most = 1

    async def once(self) -> None:
        """See Stranger."""
        hello = json.dumps({"wire": WIRE, "token": self.way.token, "device": "one"})
        parts = urlsplit(self.way.url)
        opened = []
        try:
            for _ in range(200):
                self.reader, self.writer = await asyncio.open_connection(parts.hostname, parts.port)
                opened.append(self.writer)
                await self.upgrade(hello=False)
                self.frames(["40" + hello])
            await self.ended(2)
        finally:
            for each in opened:
                each.transport.abort()


class SeatToggles(Stranger):
    """One seat: 60 changes of who sits there in one breath, then it asks for the floor and withdraws, over and over."""

    most = 1

    async def once(self) -> None:
        """See Stranger."""
        client = Client(self.way.url, "a seat", self.way.token)
        await client.connect()
        try:
            assert client.welcome is not None
            seat = SeatId(client.welcome.name)
            toggles = (Substitute(seat, bool(number % 2)) for number in range(60))
            told = await asyncio.gather(*(self._answer(client, toggle) for toggle in toggles))
            self.told.update(f"toggle {code}" for code in told)
            for _ in range(200):
                self.told[f"ask {await self._answer(client, Ask(seat))}"] += 1
                for request_ in [*client.view["me"].get("requests", {})]:
                    await self._answer(client, Withdraw(RequestId(request_)))
                await asyncio.sleep(0.02)
        finally:
            await client.close()

    async def _answer(self, client: Client, command_: Substitute | Ask | Withdraw) -> str:
        message = CommandMessage(id=secrets.token_hex(8), command=command_)
        answer = await client.raw("command", to_builtins(message))
        return str(answer.get("code", "accepted"))


KINDS: Final = {
    kind.__name__.lower(): kind
    for kind in (
        Post,
        Socket,
        Malformed,
        NoName,
        Attachments,
        Probes,
        Hellos,
        NoText,
        Binary,
        Pings,
        Deaf,
        Headers,
        Bodies,
        Slow,
        Silent,
        Forged,
        Devices,
        Texts,
        Ahead,
        Sessions,
        Hanging,
        Unread,
        Early,
        Parts,
        HalfClosed,
        SeatSockets,
        SeatToggles,
    )
}


async def run(way: Way, kinds: list[str], connections: int) -> None:
    """Let them loose."""
    async with asyncio.TaskGroup() as group:
        for name in kinds:
            kind = KINDS[name]
            for _ in range(min(kind.most, connections if kind.most > 4 else kind.most)):
                group.create_task(kind(way).run())


def main() -> None:
    """Parse the command line and print what came of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("url")
    parser.add_argument("--kinds", type=lambda text: text.split(","), required=True)
    parser.add_argument("--connections", type=int, default=25)
    parser.add_argument("--per-s", type=float, default=750)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--least", type=int, default=0, help="commands sent, whatever time it takes")
    given = parser.parse_args()
    token = "" if sys.stdin.isatty() else sys.stdin.readline().strip()
    logging.getLogger("asyncio").setLevel(
        logging.ERROR
    )  # it warns of each write to a server that has hung up
    os.nice(10)  # strangers have machines of their own: what is measured is what the server's work takes
    told: Counter[str] = Counter()
    way = Way(
        given.url, token, given.connections / given.per_s, time.monotonic() + given.seconds, told, given.least
    )
    asyncio.run(run(way, given.kinds, given.connections))
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
