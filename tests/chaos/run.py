"""One run: a cluster, a crowd, things that break; then quiet, and the check of everything."""

from __future__ import annotations

import asyncio
import time
import traceback
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import aiohttp
import redis.asyncio
from redis.exceptions import RedisError

from server.dialogue.decider import Known, replay
from server.dialogue.entry import Entry
from server.dialogue.model.register import People, people_in
from server.journal.port import JournalError
from server.journal.redis import RedisJournal
from server.rehearsal.final_check import differing
from server.rehearsal.participants import Participant
from tests.chaos.checker import CLOCK_MS, Findings, Kind, Problem, check
from tests.chaos.connected import zero_ms
from tests.chaos.crowd import Crowd
from tests.chaos.faults import Breaker
from tests.chaos.outages import outages_ms, p99
from tests.chaos.schedule import break_things
from tests.chaos.shipped_face import ShippedFace
from tests.chaos.shown import less_shown
from tests.chaos.timeline import Timeline
from tests.cluster.cluster import SERVE, Cluster, cluster
from tests.cluster.waiting import until

SHOWN: Final = 5
"""So many sentences of each kind of problem are shown."""
WARM_UP_S: Final = 1.0
HUNG_S: Final = 300.0
"""So much longer than it breaks things a run may take in all: to start, to get well again, to be checked."""
QUIET_LIMIT_S: Final = 30.0
"""How long after the last fault everybody may wait for an answer."""


@dataclass
class Result:
    """What one run comes to."""

    seed: int
    findings: Findings
    faults: dict[str, int] = field(default_factory=dict)
    outages: dict[str, list[float]] = field(default_factory=dict)
    """Milliseconds, by kind of fault, one for each client that was hit."""
    between_faults: float = 0.0
    """Acts acknowledged per second where nothing stopped everybody."""
    timeline: list[str] = field(default_factory=list)
    shipped_acked: int = 0
    """Acts acknowledged to clients that are the faces' own code."""

    @property
    def ok(self) -> bool:
        """Whether everything held, and the rig did what it should."""
        return not self.findings.problems

    @property
    def failed(self) -> dict[Kind, int]:
        """What of the product did not hold, and how often."""
        return self._counts(rigs=False)

    @property
    def rig(self) -> dict[Kind, int]:
        """What the rig could not do, and how often."""
        return self._counts(rigs=True)

    def _counts(self, *, rigs: bool) -> dict[Kind, int]:
        return dict(Counter(problem.kind for problem in self.findings.problems if problem.is_rigs is rigs))

    def complaints(self) -> list[str]:
        """What did not hold, in words; of each kind the first ones."""
        of_kind: dict[Kind, list[str]] = {}
        for problem in self.findings.problems:
            whose = "the rig's own" if problem.is_rigs else "the product's"
            of_kind.setdefault(problem.kind, []).append(f"{whose}, {problem.kind}: {problem.said}")
        return [said for each in of_kind.values() for said in each[:SHOWN]]

    def line(self) -> dict[str, Any]:
        """The figures, as JSON."""
        findings = self.findings
        return {
            "seed": self.seed,
            "commands": findings.commands,
            "acked": findings.acked,
            "refused": dict(sorted(findings.refused.items())),
            "shipped_acked": self.shipped_acked,
            "faults": dict(sorted(self.faults.items())),
            "lost": findings.lost,
            "doubled": findings.doubled,
            "diverged": self.failed.get("diverged", 0),
            "refused_stored": findings.refused_stored,
            "unknown": findings.unknown,
            "outage_ms_p99": {kind: p99(figures) for kind, figures in sorted(self.outages.items())},
            "acked_per_s": round(self.between_faults, 1),
            "problems": len(findings.problems),
            "held": conclusion(self.failed, self.rig),
            "failed": self.failed,
            "rig": self.rig,
        }


def conclusion(failed: Mapping[Kind, int], rig: Mapping[Kind, int]) -> str:
    """What a run, or many, say of the product: "yes", "no", or "unknown" where only the rig had trouble."""
    return "no" if failed else "unknown" if rig else "yes"


async def run(folder: Path, seed: int, seconds: float, program: tuple[str, ...] = SERVE) -> Result:
    """Break things for so long, and check. What the clients noted stays in the result's problems alone."""
    limit = asyncio.timeout(seconds + HUNG_S)
    try:
        async with limit:
            return await _run(folder, seed, seconds, program)
    except (RuntimeError, TimeoutError) as error:
        hung = limit.expired()  # else before anything was broken: Redis, nodes, or who connects to them
        result = Result(seed, Findings())
        said = (
            f"no end after {HUNG_S:.0f} s more than it should take"
            if hung
            else f"nothing could be begun: {error!r}"
        )
        result.findings.tell("hung" if hung else "not_begun", f"{said}{_where(error)}")
        return result


async def _run(folder: Path, seed: int, seconds: float, program: tuple[str, ...]) -> Result:
    async with cluster(folder, program=program) as running, aiohttp.ClientSession() as http:
        crowd = Crowd(running, seed)
        breaker = Breaker(running, crowd, http)
        try:
            await crowd.connect()
            return await _play(running, crowd, breaker, seed, seconds)
        finally:
            await crowd.leave()


async def _play(running: Cluster, crowd: Crowd, breaker: Breaker, seed: int, seconds: float) -> Result:
    begun_s = asyncio.get_running_loop().time()
    crowd.play()
    await asyncio.sleep(WARM_UP_S)
    problems = await _broken(breaker, seed, seconds)
    await crowd.rest()
    problems += await _quiet(running, crowd, breaker)
    try:
        result = await _check(running, crowd, breaker, seed)
    except (RedisError, OSError, TimeoutError) as error:
        result = Result(seed, Findings(), dict(breaker.counts))
        result.findings.tell("redis_away", f"the journal could not be checked: {error!r}")
    result.shipped_acked = sum(
        sent.fate == "acked"
        for face in crowd.faces
        if isinstance(face, ShippedFace)
        for sent in face.diary.sent
    )
    seconds_of = Timeline([face.diary for face in crowd.faces], breaker.faults, begun_s)
    result.timeline, result.between_faults = list(seconds_of.lines()), seconds_of.between_faults()
    result.findings.problems += problems
    return result


async def _broken(breaker: Breaker, seed: int, seconds: float) -> list[Problem]:
    """Break things. That Redis or the nodes do not come back from it is a problem of the run, not its end."""
    try:
        await break_things(breaker, seed, seconds)
    except TimeoutError as error:
        where = _where(error)
        kind: Kind = "node_away" if "fresh_node" in where else "redis_away"
        return [Problem(kind, f"what was broken did not come back in time{where}")]
    return []


def _where(error: BaseException) -> str:
    """Where it came from, for people: the functions of these tests that were waiting, the innermost last."""
    inner = error
    while inner.__cause__ is not None:  # of a time limit: what it broke off
        inner = inner.__cause__
    frames = [
        frame for frame in traceback.extract_tb(inner.__traceback__) if "tests" in Path(frame.filename).parts
    ]
    return f" ({' > '.join(frame.name for frame in frames)})" if frames else ""


async def _quiet(running: Cluster, crowd: Crowd, breaker: Breaker) -> list[Problem]:
    """Wait until all is mended and everybody answered; what does not come is a problem.

    Redis first: without it nodes answer nobody, and that is as it should be.
    """
    problems = [Problem("client_ended", failure) for failure in crowd.failures()]
    awaited: tuple[tuple[Kind, Callable[[], Awaitable[object]], Callable[[], str]], ...] = (
        ("redis_away", running.trio.ready, lambda: "Redis and Sentinel are not whole"),
        ("node_away", running.well, lambda: f"not well: {', '.join(_unwell(running))}"),
        ("unanswered", breaker.finish, lambda: "copies of commands have no answer"),
        ("unanswered", lambda: until(lambda: not crowd.in_flight, QUIET_LIMIT_S), lambda: _waiting(crowd)),
    )
    for kind, come, said in awaited:
        try:
            async with asyncio.timeout(QUIET_LIMIT_S):
                await come()
        except TimeoutError:
            return [*problems, Problem(kind, f"after {QUIET_LIMIT_S:.0f} s {said()}")]
    return problems


def _unwell(running: Cluster) -> list[str]:
    return [node.name for node in running.nodes if not running.is_well(node)]


def _waiting(crowd: Crowd) -> str:
    return (
        f"no answer to {', '.join(f'{face.name}: {len(face.outbox)}' for face in crowd.faces if face.outbox)}"
    )


async def _check(running: Cluster, crowd: Crowd, breaker: Breaker, seed: int) -> Result:
    entries, people, broken = await _entries(running)
    known = replay(entries, people)
    state = None if known is None else known.state
    findings = check([face.diary for face in crowd.faces], entries, state, zero_ms())
    findings.tell("journal", *broken)
    findings.tell("clock", *await _clock_problems(running, crowd))
    findings.tell("less_shown", *less_shown((face.diary for face in crowd.faces), entries, people, zero_ms()))
    findings.tell("diverged", *([] if known is None else await _diverged(known, crowd)))
    return Result(seed, findings, dict(breaker.counts), outages_ms(breaker.faults))


async def _entries(running: Cluster) -> tuple[list[Entry], People, list[str]]:
    """The journal and its register, as any node reads it, up to where it is not whole; and why it is not."""
    entries: list[Entry] = []
    people: People = {}
    try:
        journal = await RedisJournal.open(running.trio.url, running.setup.id)
        try:
            people = people_in(await journal.records())
            async for saved in journal.read():
                entries.append(saved.entry)  # noqa: PERF401 - what came before it broke is wanted, too
        finally:
            await journal.close()
    except JournalError as error:
        return entries, people, [str(error)]
    return entries, people, []


async def _diverged(known: Known, crowd: Crowd) -> list[str]:
    """Who does not see, in the end, what the fold of the journal is for its audience."""
    return await differing(known, [Participant(face, face.audience) for face in crowd.faces])


async def _clock_problems(running: Cluster, crowd: Crowd) -> list[str]:
    """Compare each client's idea of the time with that of Redis."""
    async with redis.asyncio.Redis(port=running.trio.master.port) as client:
        asked = time.monotonic()
        seconds, micros = await client.time()
        answered = time.monotonic()
    told_ms, error_ms = seconds * 1000 + micros / 1000, (answered - asked) * 1000
    problems = []
    for face in crowd.faces:
        # Time runs on between two readings, on a busy machine for long: it is read on both sides of the client's.
        before_ms = told_ms + (time.monotonic() - answered) * 1000
        now_ms = face.estimate.now_ms()
        after_ms = told_ms + (time.monotonic() - answered) * 1000
        off_ms = max(before_ms - now_ms, now_ms - after_ms, 0.0)
        if not off_ms <= face.estimate.error_ms + error_ms + CLOCK_MS:
            problems.append(
                f"{face.name}'s clock is off by {off_ms:.0f} ms (round trip: {face.estimate.error_ms:.0f} ms)"
            )
    return problems
