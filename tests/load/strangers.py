"""Strangers of every kind beside a rehearsal with 100 innocent clients, and what those notice.

    python -m tests.load.strangers [--seconds 600] [--files 1024] [--kinds malformed,…] [--journal redis://…]

Starts `python -m server run`, with so many open files allowed; a rehearsal plays on it in a process of its own; the
stage acts four times a second (its acts take the same way as the chair's), and every second somebody comes in with a
link. First without strangers, then beside them (`tests.load.hostile`, processes of low priority). Prints one line of
JSON, and exits with 1 if the budget is broken: acks within 100 ms 99 times of 100, 64 MiB beyond what as many quiet
observers cost, 1 MB of log for a million frames, no traceback, nobody refused, cut off or told `busy`, everybody with
a link let in.

On a machine that others use too an act also waits while they have the processors. Linux keeps account of that
(`/proc/PID/schedstat`: time spent waiting to run), and where it does, what the server's threads and the stage's process
waited so is taken off each act: `own_p99_ms` is judged, `p99_ms` is what a clock showed. Where the two agree, the chair
of the rehearsal is judged as well, by the clock. Strangers have machines of their own; here they share one with the
server, at low priority.
"""

import argparse
import asyncio
import json
import os
import shutil
import sys
import tempfile
import time
from asyncio.subprocess import PIPE, Process
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from itertools import cycle
from pathlib import Path
from statistics import quantiles
from typing import Any, Final, NamedTuple

import aiohttp
import msgspec
from msgspec import Struct

from server.dialogue.rooms.screens import ShowMessage
from server.rehearsal.errors import NoAnswer
from server.wire.messages import CommandMessage
from tests.endurance.memory import resident_mb
from tests.load.hostile import KINDS
from tests.support.client import Client
from tests.support.live_server import LiveServer
from tests.support.program import REPOSITORY
from tests.support.stranger import stranger

OBSERVERS: Final = 52
"""Of the rehearsal: with consoles, seats and screens 100 clients."""
DIALOGUE_S: Final = 10_500
"""So long the rehearsal's dialogue takes, about, in session time."""
QUIET: Final = 300
"""Observers that are quiet: as many as the strangers have connections that say who they are."""
STAGES_PAUSE_S: Final = 0.25
AGREE_MS: Final = 10.0
NEWCOMERS_PAUSE_S: Final = 1.0
COMES_IN_S: Final = 10.0
HOSTILE_SEAT: Final = "BS"
"""The State whose link is in the wrong hands; its own client is nobody's innocent."""
CROWDED: Final = ("silent", "slow", "hanging", "unread", "parts")
"""Kinds that need connections and no time: a process of their own."""
PACED: Final = ("post", "socket")
LIMITED: Final = (
    "import resource, sys; resource.setrlimit(resource.RLIMIT_NOFILE, ({0}, {0})); "
    "from server.__main__ import main; main(['run', *sys.argv[1:]])"
)


class Budget(NamedTuple):
    """What may become of it."""

    ack_p99_ms: float = 100
    memory_mib: float = 64
    log_mb_per_million: float = 1


class Acks(Struct, frozen=True):
    """How long answers to acts took; milliseconds."""

    acts: int
    p50_ms: float
    p99_ms: float
    most_ms: float
    own_p99_ms: float
    """As `p99_ms`, without what the server and the stage waited for a processor."""


class Outcome(Struct, frozen=True):
    """Of a run."""

    alone: Acks
    """Of the stage, before the strangers came."""
    beside: Acks
    chair_ms: tuple[float, float]
    """Of the rehearsal's chair, by the clock, over the whole run: in the middle, and 99 of 100 times."""
    memory_mib: float
    """Beyond what the server took with the rehearsal and as many quiet observers, at most."""
    frames: int
    """WebSocket frames, packets and requests of the strangers."""
    log_bytes: int
    tracebacks: int
    newcomers: int
    slowest_newcomer_s: float
    innocents_hurt: dict[str, int]
    """What happened to those who did nothing wrong."""
    turned_away: dict[str, int]
    strangers: dict[str, dict[str, int]]
    load: float
    """Of the machine, while it ran."""

    def broken(self, budget: Budget) -> list[str]:
        """Name what the budget does not allow."""
        waited = self.beside.p99_ms - self.beside.own_p99_ms > AGREE_MS
        per_million = self.log_bytes / 1e6 / max(1.0, self.frames / 1e6)
        return [
            name
            for name, holds in (
                ("ack_p99", self.beside.own_p99_ms <= budget.ack_p99_ms),
                ("chair_p99", waited or self.chair_ms[1] <= budget.ack_p99_ms),
                ("memory", self.memory_mib <= budget.memory_mib),
                ("log", per_million <= budget.log_mb_per_million),
                ("tracebacks", self.tracebacks == 0),
                ("innocents", not self.innocents_hurt),
            )
            if not holds
        ]


class Hall:
    """Those who did nothing wrong, but for the rehearsal's own: the stage, and who comes in with a link."""

    def __init__(self, server: LiveServer) -> None:
        self._server = server
        self._took_ms: list[float] = []
        self._own_ms: list[float] = []
        self._came_s: list[float] = []
        self.hurt: Counter[str] = Counter()
        self.peak_mb = 0.0

    def acks(self) -> Acks:
        """Of what the stage did since this was asked last."""
        took_ms, self._took_ms = self._took_ms, []
        own_ms, self._own_ms = self._own_ms, []
        cuts, own = (quantiles(each, n=100, method="inclusive") for each in (took_ms, own_ms))
        figures = (cuts[49], cuts[98], max(took_ms), own[98])
        return Acks(len(took_ms), *(round(figure, 1) for figure in figures))

    def newcomers(self) -> tuple[int, float]:
        """How many came in, and how long the slowest of them took, seconds."""
        return len(self._came_s), round(max(self._came_s, default=0.0), 2)

    async def stage(self) -> None:
        """Act at a steady pace, until cancelled."""
        client = self._client("stage")
        await client.connect()
        try:
            while True:
                message = CommandMessage(id=os.urandom(8).hex(), command=ShowMessage(str(len(self._took_ms))))
                began_s, stood_ms = time.monotonic(), self._stood_ms()
                answer = await client.raw("command", msgspec.to_builtins(message))
                took_ms = (time.monotonic() - began_s) * 1000
                self._took_ms.append(took_ms)
                self._own_ms.append(max(0.0, took_ms - self._stood_ms() + stood_ms))
                if answer["answer"] != "accepted":
                    self.hurt[f"stage {answer['code']}"] += 1
                await asyncio.sleep(STAGES_PAUSE_S)
        except NoAnswer:
            self.hurt["stage without an answer"] += 1
        finally:
            self.hurt.update({"stage cut": client.cuts} if client.cuts else {})
            await client.close()

    def _stood_ms(self) -> float:
        return stood_ms(self._server.pid) + stood_ms(os.getpid())

    async def come_in(self) -> None:
        """One after the other, with every link in turn, until cancelled."""
        for who in cycle(sorted(who for who in self._server.links if who != "public")):
            client, began_s = self._client(who), time.monotonic()
            try:
                async with asyncio.timeout(COMES_IN_S):
                    await client.connect()
                self._came_s.append(time.monotonic() - began_s)
            except (NoAnswer, TimeoutError):
                self.hurt[f"{who} was not let in"] += who != f"seat:{HOSTILE_SEAT}"
            finally:
                await client.close()
            await asyncio.sleep(NEWCOMERS_PAUSE_S)

    async def weigh(self) -> None:
        """Note the most memory that the server takes, until cancelled."""
        while True:
            self.peak_mb = max(self.peak_mb, await resident_mb(self._server.pid))
            await asyncio.sleep(1)

    def _client(self, who: str) -> Client:
        return Client(self._server.url, self._server.links[who].partition("#t=")[2])


def stood_ms(pid: int) -> float:
    """For how long the threads of a process have waited for a processor; 0 where the system keeps no account.

    The second figure of proc(5)'s `schedstat`, in nanoseconds (Documentation/scheduler/sched-stats.rst).
    """
    stood_ns = 0
    for account in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        with suppress(OSError):  # a thread that has ended meanwhile
            stood_ns += int(account.read_text().split()[1])
    return stood_ns / 1e6


@asynccontextmanager
async def rehearsing(server: LiveServer, seconds: float) -> AsyncIterator[Process]:
    """A rehearsal that takes about so long; its report is on its standard output."""
    options = ("--url", server.url, "--data", str(server.data), "--observers", str(OBSERVERS))
    speed = str(max(1.0, DIALOGUE_S / seconds))
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "server", "rehearse", *options, "--speed", speed),
        cwd=REPOSITORY,
        stdout=PIPE,
        stderr=PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def loose(server: LiveServer, kinds: list[str], seconds: float) -> dict[str, dict[str, int]]:
    """Let the strangers loose, a process for those that need time, one for those that need connections."""
    token = server.links[f"seat:{HOSTILE_SEAT}"].partition("#t=")[2]

    async def process(names: list[str], connections: int) -> dict[str, int]:
        options = ("--kinds", ",".join(names), "--connections", str(connections), "--seconds", str(seconds))
        started = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.load.hostile", server.url, *options, "--per-s", "200"),
            cwd=REPOSITORY,
            stdin=PIPE,
            stdout=PIPE,
        )
        told, _ = await started.communicate(f"{token}\n".encode())
        figures: dict[str, int] = json.loads(told)
        return figures

    crowded = [name for name in kinds if name in CROWDED]
    paced = [name for name in kinds if name in PACED]
    others = [name for name in kinds if name not in {*CROWDED, *PACED}]
    groups = {
        name: (names, connections)
        for name, names, connections in (
            ("crowded", crowded, 1_100),
            ("paced", paced, 25),
            ("others", others, 4),
        )
        if names
    }
    told = await asyncio.gather(*(process(*group) for group in groups.values()))
    return dict(zip(groups, told, strict=True))


async def quiet_cost_mb(server: LiveServer) -> float:
    """What as many quiet observers cost the server."""
    async with aiohttp.ClientSession(server.url) as http:
        for path in ("/", "/screen", "/api/public/view"):  # what is made for the first time, and kept
            async with http.get(path) as response:
                await response.read()
    before_mb = await resident_mb(server.pid)
    async with AsyncExitStack() as stack:
        for _ in range(QUIET):
            await (await stack.enter_async_context(stranger(server.url))).hello()
        return await resident_mb(server.pid) - before_mb


async def measure(server: LiveServer, kinds: list[str], seconds: float) -> Outcome:
    """Measure a server that runs, on an empty journal."""
    hall, alone_s = Hall(server), max(5.0, seconds / 10)
    quiet_mb = await quiet_cost_mb(server)
    async with rehearsing(server, alone_s + seconds) as rehearsal:
        await server.reached(1)
        tasks = [asyncio.create_task(each) for each in (hall.stage(), hall.come_in(), hall.weigh())]
        await asyncio.sleep(alone_s)
        alone, alone_mb = hall.acks(), await resident_mb(server.pid)
        log_before = server.log.stat().st_size
        told = await loose(server, kinds, seconds)
        beside, load = hall.acks(), os.getloadavg()[0]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        async with asyncio.timeout(120 + seconds):
            report_text, said = await rehearsal.communicate()
        if rehearsal.returncode or not report_text:
            hall.hurt[f"the rehearsal failed: {said.decode()[-300:]}"] += 1
    report: dict[str, Any] = json.loads(report_text or b"{}")
    hall.hurt.update({name: n for name in ("cuts", "gaps") if (n := report.get(name, 0))})
    newcomers, slowest_s = hall.newcomers()
    log = server.log.read_bytes()
    return Outcome(
        alone=alone,
        beside=beside,
        chair_ms=tuple(report.get("chair_ms", (0.0, 0.0))),
        memory_mib=round(hall.peak_mb - alone_mb - quiet_mb, 1),
        frames=sum(figures.get("frames", 0) + figures.get("requests", 0) for figures in told.values()),
        log_bytes=len(log) - log_before,
        tracebacks=log.count(b"Traceback") + log.count(b'"exception"'),
        newcomers=newcomers,
        slowest_newcomer_s=slowest_s,
        innocents_hurt={what: n for what, n in hall.hurt.items() if n},
        turned_away=await _turned_away(server),
        strangers=told,
        load=round(load, 1),
    )


async def _turned_away(server: LiveServer) -> dict[str, int]:
    async with aiohttp.ClientSession() as http, http.get(f"{server.url}/healthz") as response:
        told: dict[str, int] = (await response.json())["turned_away"]
        return told


def limited(folder: Path, files: int, journal: str = "") -> LiveServer:
    """A server that may hold so many files open; 0: as many as it may."""
    options = ("--host", "127.0.0.1", *(("--journal", journal) if journal else ()))
    program = ("-c", LIMITED.format(files)) if files else ("-m", "server", "run")
    return LiveServer(folder, *options, program=program)


async def run(kinds: list[str], seconds: float, files: int, journal: str, keep: Path | None) -> Outcome:
    """Measure a server of its own; its log is kept where that is named."""
    with tempfile.TemporaryDirectory() as scratch:
        server = limited(Path(scratch), files, journal)
        await server.start()
        try:
            return await measure(server, kinds, seconds)
        finally:
            await server.stop()
            if keep:
                shutil.copy(server.log, keep)


def main() -> None:
    """Measure, print one line of JSON, and say by the exit code whether the budget holds."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--files", type=int, default=0)
    parser.add_argument("--kinds", type=lambda text: text.split(","), default=list(KINDS))
    parser.add_argument("--journal", default="")
    parser.add_argument("--log", type=Path, help="where to keep the server's log")
    given = parser.parse_args()
    outcome = asyncio.run(run(given.kinds, given.seconds, given.files, given.journal, given.log))
    broken = outcome.broken(Budget())
    sys.stdout.write(json.dumps(msgspec.to_builtins(outcome) | {"broken": broken}) + "\n")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
