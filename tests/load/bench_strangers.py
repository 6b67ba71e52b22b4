"""What the chair and the seats notice of strangers who send 1,500 commands a second.

    python -m tests.load.bench_strangers [--seconds 10] [--journal redis]

Starts `python -m server run` (and a Redis, if that is to keep the journal), lets chair and seats act alone, then beside
two processes of strangers (25 connections each, one by POST, one by socket), and prints one line of JSON: how long the
chair's answers took, alone and beside them, milliseconds, and without what server, Redis and this process waited for a
processor (`own_p99_ms`: others use the machine, and the strangers do); what seats were told; what the strangers sent
and were told; lines in the log meanwhile.
"""

import argparse
import asyncio
import json
import os
import sys
import tempfile
import time
from asyncio.subprocess import PIPE
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager
from pathlib import Path
from statistics import quantiles
from typing import Any, Final, NamedTuple

import msgspec

from server.dialogue.model.ids import SeatId
from server.dialogue.model.state import Step
from server.dialogue.registry import AnyCommand
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.screens import ShowMessage
from server.dialogue.rooms.session import MoveStep
from server.wire.messages import CommandMessage
from tests.load.strangers import stood_ms
from tests.support.client import Client
from tests.support.live_server import LiveServer
from tests.support.redis_server import RedisServer

SEATS: Final = ("BR", "MX", "AR", "CL", "PE", "EC", "BO", "UY")
CHAIRS_PAUSE_S: Final = 0.02
SEATS_PAUSE_S: Final = 1.0
WAYS: Final = ("post", "socket")
CONNECTIONS: Final = 25
PER_S: Final = 800
"""Asked of each; with the pauses of a busy machine some 770 come of it, 1,500 and more in all."""


class Figures(NamedTuple):
    """Of one phase; milliseconds."""

    acts: int
    p50_ms: float
    p99_ms: float
    most_ms: float
    own_p99_ms: float
    """As `p99_ms`, without what the processes of the hall waited for a processor."""


class Outcome(NamedTuple):
    """Of a run."""

    alone: Figures
    beside: Figures
    seats: dict[str, int]
    """How often seats were told what, beside the strangers."""
    strangers: dict[str, dict[str, int]]
    log_lines: int


class Hall:
    """Chair and seats of a running server."""

    def __init__(self, server: LiveServer, *, redis_pid: int = 0) -> None:
        self._server = server
        self._pids = [server.pid, os.getpid(), *([redis_pid] if redis_pid else [])]
        self._chair: Client
        self._seats: dict[SeatId, Client] = {}
        self.told: Counter[str] = Counter()

    @classmethod
    @asynccontextmanager
    async def gathered(cls, server: LiveServer, redis_pid: int = 0) -> AsyncIterator["Hall"]:
        """Connect them and open the session."""
        hall = cls(server, redis_pid=redis_pid)
        async with AsyncExitStack() as stack:
            hall._chair = await hall._connected("console:chair", stack)
            for name in SEATS:
                hall._seats[SeatId(name)] = await hall._connected(f"seat:{name}", stack)
            await hall._chair.done(MoveStep(Step("scheduled"), Step("opening")))
            yield hall

    async def _connected(self, actor: str, stack: AsyncExitStack) -> Client:
        client = Client(self._server.url, self._server.links[actor].partition("#t=")[2])
        await client.connect()
        stack.push_async_callback(client.close)
        return client

    async def act(self, seconds: float) -> Figures:
        """Let all of them act for so long, the chair twice at least; return how long the chair's answers took."""
        until_s = time.monotonic() + seconds
        seats = [asyncio.create_task(self._seat_acts(*each, until_s)) for each in self._seats.items()]
        took_ms: list[float] = []
        own_ms: list[float] = []
        while time.monotonic() < until_s or len(took_ms) < 2:  # on a busy machine one may take a second
            began_s, stood = time.monotonic(), self._stood_ms()
            answer = await self._chair.raw("command", _message(ShowMessage(str(len(took_ms)))))
            took_ms.append((time.monotonic() - began_s) * 1000)
            own_ms.append(max(0.0, took_ms[-1] - self._stood_ms() + stood))
            if answer["answer"] != "accepted":
                raise AssertionError(f"the chair was told {answer}")
            await asyncio.sleep(CHAIRS_PAUSE_S)
        await asyncio.gather(*seats)
        cuts, own = (quantiles(each, n=100, method="inclusive") for each in (took_ms, own_ms))
        figures = (cuts[49], cuts[98], max(took_ms), own[98])
        return Figures(len(took_ms), *(round(figure, 2) for figure in figures))

    def _stood_ms(self) -> float:
        return sum(map(stood_ms, self._pids))

    async def _seat_acts(self, seat: SeatId, phone: Client, until_s: float) -> None:
        while time.monotonic() < until_s:
            answer = await phone.raw("command", _message(Ask(seat)))
            self.told[answer.get("code", "accepted")] += 1
            await asyncio.sleep(SEATS_PAUSE_S)


def _message(command: AnyCommand) -> Any:
    return msgspec.to_builtins(CommandMessage(id=os.urandom(8).hex(), command=command))


async def strangers(url: str, way: str, seconds: float, least: int) -> dict[str, int]:
    """Let a process of them loose; return what it sent and was told."""
    options = (
        "--kinds",
        way,
        "--connections",
        str(CONNECTIONS),
        "--per-s",
        str(PER_S),
        "--seconds",
        str(seconds),
        "--least",
        str(least),
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.load.hostile", url, *options, stdout=PIPE
    )
    told, _ = await process.communicate()
    figures: dict[str, int] = json.loads(told)
    return figures


async def measure(server: LiveServer, seconds: float, least: int = 0, *, redis_pid: int = 0) -> Outcome:
    """Measure a server that runs, on an empty journal; the strangers send `least` commands each way at least."""
    async with Hall.gathered(server, redis_pid) as hall:
        await hall.act(1.0)  # whatever is done for the first time
        alone = await hall.act(seconds)
        hall.told.clear()
        lines = _lines(server)
        loose = [asyncio.create_task(strangers(server.url, way, seconds + 1, least)) for way in WAYS]
        await asyncio.sleep(0.5)  # the processes start
        beside = await hall.act(seconds)
        told = dict(zip(WAYS, await asyncio.gather(*loose), strict=True))
        return Outcome(alone, beside, dict(hall.told), told, _lines(server) - lines)


def _lines(server: LiveServer) -> int:
    return len(server.log.read_bytes().splitlines())


async def run(seconds: float, journal: str) -> Outcome:
    """Measure a server of its own, and a Redis of its own if that is asked for."""
    with tempfile.TemporaryDirectory() as scratch, ExitStack() as stack:
        redis = RedisServer(Path(scratch)) if journal else None
        if redis is not None:
            redis.start()
            stack.callback(redis.stop)
        options = ("--host", "127.0.0.1") if redis is None else ("--journal", redis.url)
        server = LiveServer(Path(scratch), *options)
        await server.start()
        try:
            return await measure(server, seconds, redis_pid=0 if redis is None else redis.pid)
        finally:
            await server.stop()


def main() -> None:
    """Measure, and print one line of JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--journal", choices=["redis"], default="")
    given = parser.parse_args()
    outcome = asyncio.run(run(given.seconds, given.journal))
    told = msgspec.to_builtins(outcome._asdict()) | {"load": round(os.getloadavg()[0], 1)}
    told |= {name: getattr(outcome, name)._asdict() for name in ("alone", "beside")}
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
