"""The cyclic collector: what ends with a connection goes at once, and no walk through the heap takes long."""

import asyncio
import gc
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from pathlib import Path
from secrets import token_urlsafe
from urllib.parse import urlsplit

import pytest
import uvloop

from server import collector as module
from server.app import Running
from server.clock import Clock
from server.collector import Collector
from server.live import door
from server.live.fastpath import broadcaster
from server.wire.messages import WIRE
from tests.load.hostile import POLLING, UPGRADE, frame, request
from tests.support.fastpath import until
from tests.support.server import serving

HELLO = f'40{{"wire":{WIRE}}}'
OF_THE_SERVER = ("server.live.", "uvicorn.", "engineio.", "socketio.", "websockets.", "httptools.")
OF_ITS_TASKS = (
    "_asyncio.",
    "asyncio.",
    "uvloop.",
    "_contextvars.",
    "builtins.coroutine",
    "builtins.traceback",
)
TIMES = 20
LIMIT_S = 10.0
LEFT_S = 2.0
"""So long what was kept of a client may take to go: engine.io's own limits are ten times that."""

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


async def page(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One request, answered."""
    writer.write(request("GET", "/healthz"))
    await reader.readuntil(b"\r\n\r\n")


async def ahead(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """500 requests in one write, gone before they are answered."""
    writer.write(request("GET", "/api/public/view") * 500)
    await reader.readuntil(b"\r\n\r\n")


async def half(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Half a request."""
    writer.write(b"POST /api/command HTTP/1.1\r\nContent-Length: 100\r\n\r\nx")
    await writer.drain()


async def polling(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A polling session that is opened, and left."""
    writer.write(request("GET", POLLING))
    await reader.readuntil(b"\r\n\r\n")


async def socket(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """An observer, gone without a goodbye."""
    writer.write(UPGRADE)
    await reader.readuntil(b"\r\n\r\n")
    writer.write(frame(HELLO))
    await reader.readuntil(b'["view"')


async def hung_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """An observer that is cut off, in the middle of 1,000 bad packets."""
    await socket(reader, writer)
    writer.write(frame("42[") * 1_000)
    await reader.read(1_000_000)


async def forged(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Links of nobody, by HTTP and by socket."""
    writer.write(request("GET", "/api/view", headers=f"Authorization: Bearer {token_urlsafe(18)}\r\n"))
    await reader.readuntil(b"\r\n\r\n")
    writer.write(UPGRADE)
    await reader.readuntil(b"\r\n\r\n")
    writer.write(frame(f'40{{"wire":{WIRE},"token":"{token_urlsafe(18)}"}}') * 5)
    await reader.read(1_000_000)


async def polled(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A polling session on which an observer said who it is, and read what it was sent."""
    await _opened(reader, writer)


async def waiting(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """The same, gone while its call waits for news."""
    address = await _opened(reader, writer)
    writer.write(request("GET", address))
    await writer.drain()
    await asyncio.sleep(0.05)


async def _opened(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> str:
    writer.write(request("GET", POLLING))
    await reader.readuntil(b"\r\n\r\n")
    address = f"{POLLING}&sid={(await reader.readuntil(b'}')).decode().split(chr(34))[3]}"
    writer.write(request("POST", address, HELLO.encode()))
    told = b""
    while b'"view"' not in told:
        writer.write(request("GET", address))
        told += await reader.read(1_000_000)
    return address


@pytest.fixture
def garbage() -> Iterator[Callable[[], Counter[str]]]:
    """Returns what the collector finds of the server's own since the last time, by type; it is not run otherwise."""

    def found() -> Counter[str]:
        gc.collect()
        names = [f"{type(each).__module__}.{type(each).__qualname__}" for each in gc.garbage]
        gc.garbage.clear()
        return Counter(name for name in names if name.startswith(OF_THE_SERVER))

    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    yield found
    gc.set_debug(0)
    gc.garbage.clear()
    gc.enable()


async def talk(server: Running, said: Talk) -> None:
    """Say it on a connection of its own, and cut that off."""
    parts = urlsplit(server.url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    with suppress(asyncio.IncompleteReadError, ConnectionError):
        async with asyncio.timeout(LIMIT_S):
            await said(reader, writer)
    writer.transport.abort()


@pytest.mark.parametrize("said", [page, ahead, half, socket, hung_up], ids=lambda each: each.__name__)
async def test_a_connection_leaves_nothing_for_the_collector(
    tmp_path: Path, said: Talk, garbage: Callable[[], Counter[str]]
) -> None:
    """Whatever was said on it and however it ended: 20 of them leave less than one object each that is in a circle."""
    async with serving(tmp_path / "data") as server:
        await talk(server, said)
        await asyncio.sleep(0.3)  # what is made once, and kept
        garbage()
        for _ in range(TIMES):
            await talk(server, said)
        await asyncio.sleep(0.3)
        left = garbage()
    assert left.total() < TIMES, left


def kept() -> Counter[str]:
    """What there is of the server's own and of what asyncio makes for it, by type."""
    gc.collect()  # also of what the clients here leave behind
    names = (f"{type(each).__module__}.{type(each).__qualname__}" for each in gc.get_objects())
    return Counter(name for name in names if name.startswith((*OF_THE_SERVER, *OF_ITS_TASKS)))


@pytest.mark.parametrize(
    "said",
    [page, ahead, half, socket, hung_up, forged, polling, polled, waiting],
    ids=lambda each: each.__name__,
)
def test_of_a_client_that_is_gone_nothing_is_kept(
    tmp_path: Path, said: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor by engine.io's next ping, due in 25 s: who comes and goes 300 times a second would fill the memory.

    One that polled may come back for a minute; here that is over at once.
    """
    monkeypatch.setattr(door, "SWEEP_S", 0.05)
    monkeypatch.setattr(door, "SILENT_MS", 100)
    monkeypatch.setattr(door, "HELLO_S", 0.5)
    monkeypatch.setattr(broadcaster, "ENCODED", 2)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:  # as the server runs
        assert runner.run(left_of(said, tmp_path / "data")) == {}


async def left_of(said: Talk, data: Path) -> dict[str, int]:
    """What there is one more of for every second client who said it and is gone."""
    async with serving(data) as server:
        await talk(server, said)
        await asyncio.sleep(0.5)  # what is made once, and kept
        before = kept()
        for _ in range(TIMES):
            await talk(server, said)
        left_s, more = LEFT_S, {"anything": 1}
        while more and left_s > 0:
            await asyncio.sleep(0.5)
            left_s -= 0.5
            more = {name: count for name, count in (kept() - before).items() if count >= TIMES / 2}
    return more


async def test_what_is_alive_is_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A step sets aside what it found alive; once there is twice as much, everything is looked through again."""
    monkeypatch.setattr(module, "SPARE", 1_000)
    monkeypatch.setattr(module, "THOROUGH_MS", -1)
    collector = Collector(Clock())
    try:
        alive = [[number] for number in range(1_000)]
        collector.step()
        assert len(gc.get_objects(generation=2)) == 0
        circle: list[object] = []
        circle.append(circle)
        collector.step()  # it is alive, and set aside
        del circle
        before = gc.get_freeze_count()
        many = [[number] for number in range(before + 2_000)]
        collector.step()
        collector.step()
        assert gc.get_freeze_count() > before
        assert len(alive) < len(many)
    finally:
        gc.unfreeze()


async def test_the_server_collects_in_steps() -> None:
    """While it serves, CPython does not walk through everything by itself; afterwards it does again."""
    before = gc.get_threshold()
    async with module.in_steps():
        assert gc.get_threshold()[2] == module.NEVER
        kept: list[list[int]] = []
        while gc.get_count()[2] < module.WALKS:
            kept.extend([number] for number in range(1_000))
        await until(lambda: gc.get_count()[2] < module.WALKS)
        assert gc.get_freeze_count() > len(kept)
    assert gc.get_threshold() == before
