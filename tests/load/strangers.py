"""Strangers who send commands that they may not give: one process of them, at a steady pace, for so many seconds.

    python -m tests.load.strangers URL --by post|socket [--connections 25] [--per-s 750] [--seconds 10]

Each says that it sends its command again, which is what costs most to refuse. Whoever is cut off comes back. Raw bytes,
so that the process has time to keep its pace. Prints one line of JSON: how many were sent, what they were answered.
"""

import argparse
import asyncio
import contextlib
import json
import struct
import sys
import time
from collections import Counter
from itertools import count
from typing import Final
from urllib.parse import urlsplit

from server.wire.messages import WIRE

UPGRADE: Final = (
    b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
    b"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
)
NUMBERS: Final = count()


def command() -> str:
    """One that opens the session, under an id of its own."""
    step = {"type": "move_step", "since": {"phase": "scheduled"}, "to": {"phase": "opening"}}
    return json.dumps({"id": f"stranger-{next(NUMBERS)}", "again": True, "command": step})


def frame(text: str) -> bytes:
    """A text frame, masked with zeros (RFC 6455, 5.3)."""
    data = text.encode()
    size = bytes([0x80 | len(data)]) if len(data) < 126 else b"\xfe" + struct.pack(">H", len(data))
    return b"\x81" + size + b"\0\0\0\0" + data


class Strangers:
    """All of one process."""

    def __init__(self, url: str, pause_s: float, until_s: float, least: int) -> None:
        """They go on until `until_s`, and longer where a busy machine has not let them send `least` commands."""
        parts = urlsplit(url)
        self._where = (parts.hostname, parts.port)
        self._pause_s = pause_s
        self._until_s = until_s
        self._least = least
        self.told: Counter[str] = Counter()

    @property
    def _go_on(self) -> bool:
        return time.monotonic() < self._until_s or self.told["sent"] < self._least

    async def post(self) -> None:
        """Send commands by HTTP on one connection, each after the answer to the one before."""
        while (reader_writer := await self._connected()) is not None:
            reader, writer = reader_writer
            with contextlib.suppress(OSError, asyncio.IncompleteReadError):
                while self._go_on:
                    body = command().encode()
                    head = f"POST /api/command HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n\r\n"
                    due_s = time.monotonic() + self._pause_s
                    writer.write(head.encode() + body)
                    self.told["sent"] += 1
                    answer = await reader.readuntil(b"\r\n\r\n")
                    self.told[answer[9:12].decode()] += 1
                    length = answer.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]
                    await reader.readexactly(int(length))
                    await asyncio.sleep(due_s - time.monotonic())
            writer.transport.abort()

    async def emit(self) -> None:
        """Send commands by WebSocket, whether they are answered or not."""
        while (reader_writer := await self._connected()) is not None:
            reader, writer = reader_writer
            with contextlib.suppress(OSError, asyncio.IncompleteReadError):
                writer.write(UPGRADE)
                await reader.readuntil(b"\r\n\r\n")
                writer.write(frame("40" + json.dumps({"wire": WIRE})))
            listening = asyncio.create_task(self._listen(reader))
            while self._go_on and not listening.done():
                due_s = time.monotonic() + self._pause_s
                writer.write(frame(f'421["command",{command()}]'))
                self.told["sent"] += 1
                await asyncio.sleep(due_s - time.monotonic())
            listening.cancel()
            writer.transport.abort()

    async def _listen(self, reader: asyncio.StreamReader) -> None:
        with contextlib.suppress(OSError):
            while data := await reader.read(65_536):
                for code in ("not_allowed", "busy"):
                    self.told[code] += data.count(code.encode())
        self.told["cut off"] += 1

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter] | None:
        """Connect; None: the time is up."""
        while self._go_on:
            with contextlib.suppress(OSError):
                return await asyncio.open_connection(*self._where)
            await asyncio.sleep(0.1)
        return None


async def run(url: str, by: str, connections: int, per_s: float, seconds: float, least: int) -> Counter[str]:
    """Let them loose."""
    strangers = Strangers(url, connections / per_s, time.monotonic() + seconds, least)
    await asyncio.gather(
        *((strangers.post if by == "post" else strangers.emit)() for _ in range(connections))
    )
    return strangers.told


def main() -> None:
    """Parse the command line and print what came of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("url")
    parser.add_argument("--by", choices=("post", "socket"), required=True)
    parser.add_argument("--connections", type=int, default=25)
    parser.add_argument("--per-s", type=float, default=750)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--least", type=int, default=0)
    given = parser.parse_args()
    told = asyncio.run(run(given.url, given.by, given.connections, given.per_s, given.seconds, given.least))
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
