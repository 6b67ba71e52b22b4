"""One run: a cluster, a crowd, things that break; then quiet, and the check of everything."""

from __future__ import annotations

import asyncio
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import aiohttp
import redis.asyncio

from server.dialogue.decider import Known, replay
from server.dialogue.entry import Entry
from server.journal.port import JournalError
from server.journal.redis import RedisJournal
from server.rehearsal.troupe import Member
from server.rehearsal.verdict import differing
from tests.chaos.crowd import Crowd
from tests.chaos.faults import Breaker
from tests.chaos.outages import outages_ms, p99
from tests.chaos.schedule import break_things
from tests.chaos.timeline import Timeline
from tests.chaos.verdict import CLOCK_MS, Verdict, judge
from tests.cluster.cluster import SERVE, Cluster, cluster
from tests.cluster.waiting import until

WARM_UP_S: Final = 1.0
QUIET_LIMIT_S: Final = 30.0
"""How long after the last fault everybody may wait for an answer."""


@dataclass
class Result:
    """What one run comes to."""

    seed: int
    verdict: Verdict
    faults: dict[str, int]
    diverged: list[str]
    outages: dict[str, list[float]] = field(default_factory=dict)
    """Milliseconds, by kind of fault, one for each client that was hit."""
    between_faults: float = 0.0
    """Acts acknowledged per second where nothing stopped everybody."""
    timeline: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether everything held."""
        return not (self.verdict.problems or self.diverged)

    def complaints(self) -> list[str]:
        """What did not hold, in words; of many the first ones."""
        return [*self.verdict.problems[:20], *(f"diverged: {name}" for name in self.diverged)]

    def line(self) -> dict[str, Any]:
        """The figures, as JSON."""
        verdict = self.verdict
        return {
            "seed": self.seed,
            "commands": verdict.commands,
            "acked": verdict.acked,
            "refused": dict(sorted(verdict.refused.items())),
            "faults": dict(sorted(self.faults.items())),
            "lost": verdict.lost,
            "doubled": verdict.doubled,
            "diverged": len(self.diverged),
            "refused_stored": verdict.refused_stored,
            "unknown": verdict.unknown,
            "outage_ms_p99": {kind: p99(figures) for kind, figures in sorted(self.outages.items())},
            "acked_per_s": round(self.between_faults, 1),
            "problems": len(verdict.problems),
        }


async def run(folder: Path, seed: int, seconds: float, program: tuple[str, ...] = SERVE) -> Result:
    """Break things for so long, and check. What the clients noted stays in the result's problems alone."""
    async with cluster(folder, program=program) as running, aiohttp.ClientSession() as http:
        crowd = Crowd(running, seed)
        breaker = Breaker(running, crowd, http)
        await crowd.connect()
        try:
            begun_s = asyncio.get_running_loop().time()
            crowd.play()
            await asyncio.sleep(WARM_UP_S)
            problems = await _broken(breaker, seed, seconds)
            await crowd.rest()
            problems += await _quiet(running, crowd, breaker)
            result = await _check(running, crowd, breaker, seed)
        finally:
            await crowd.leave()
        seconds_of = Timeline([face.diary for face in crowd.faces], breaker.faults, begun_s)
        result.timeline, result.between_faults = list(seconds_of.lines()), seconds_of.between_faults()
        result.verdict.problems += problems
        return result


async def _broken(breaker: Breaker, seed: int, seconds: float) -> list[str]:
    """Break things. That Redis or the nodes do not come back from it is a problem of the run, not its end."""
    try:
        await break_things(breaker, seed, seconds)
    except TimeoutError as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        return [f"what was broken did not come back in time ({frame.name})"]
    return []


async def _quiet(running: Cluster, crowd: Crowd, breaker: Breaker) -> list[str]:
    """Wait until all is mended and everybody answered; what does not come is a problem."""
    problems = list(crowd.failures())
    try:
        async with asyncio.timeout(QUIET_LIMIT_S):
            await breaker.finish()
            await until(lambda: not crowd.in_flight, QUIET_LIMIT_S)
            await running.trio.ready()
            await running.well()
    except TimeoutError:
        waiting = [f"{face.name}: {len(face.outbox)}" for face in crowd.faces if face.outbox]
        problems.append(
            f"not quiet after {QUIET_LIMIT_S:.0f} s: {', '.join(waiting) or 'nodes or Redis not well'}"
        )
    return problems


async def _check(running: Cluster, crowd: Crowd, breaker: Breaker, seed: int) -> Result:
    entries, broken = await _entries(running)
    known = replay(entries)
    zero_ms = (time.time() - asyncio.get_running_loop().time()) * 1000
    verdict = judge(
        [face.diary for face in crowd.faces], entries, None if known is None else known.state, zero_ms
    )
    verdict.problems += broken + await _clock_problems(running, crowd)
    diverged = [] if known is None else await _diverged(known, crowd)
    return Result(seed, verdict, dict(breaker.counts), diverged, outages_ms(breaker.faults))


async def _entries(running: Cluster) -> tuple[list[Entry], list[str]]:
    """The journal, as any node reads it, up to where it is not whole; and why it is not."""
    entries: list[Entry] = []
    try:
        journal = await RedisJournal.open(running.trio.url, running.setup.id)
        try:
            async for saved in journal.read():
                entries.append(saved.entry)  # noqa: PERF401 - what came before it broke is wanted, too
        finally:
            await journal.close()
    except JournalError as error:
        return entries, [str(error)]
    return entries, []


async def _diverged(known: Known, crowd: Crowd) -> list[str]:
    """Who does not see, in the end, what the fold of the journal is for its audience."""
    return await differing(known, [Member(face, face.audience) for face in crowd.faces])


async def _clock_problems(running: Cluster, crowd: Crowd) -> list[str]:
    """Compare each client's idea of the time with that of Redis."""
    async with redis.asyncio.Redis(port=running.trio.master.port) as client:
        asked = time.monotonic()
        seconds, micros = await client.time()
        error_ms = (time.monotonic() - asked) * 1000
        at_ms = seconds * 1000 + micros / 1000
        off = {face.name: (abs(face.tempo.now_ms() - at_ms), face.tempo.error_ms) for face in crowd.faces}
    return [
        f"{name}'s clock is off by {off_ms:.0f} ms (round trip: {own_ms:.0f} ms)"
        for name, (off_ms, own_ms) in off.items()
        if not off_ms <= own_ms + error_ms + CLOCK_MS
    ]
