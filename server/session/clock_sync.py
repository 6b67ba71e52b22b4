"""Keeps the clocks of several nodes together: each follows the clock of the Redis that is master.

The common time is Redis' own `TIME` plus a shift that the nodes agreed on, 0 to begin with. When another Redis
takes over, or the same one is started anew, its clock may be another: the first node to notice proposes the shift
with which time goes on as it was, and all nodes take that one, also those that start later. So a failover to a
machine whose clock is minutes off moves no clock and is told in the log; one that is off by less than a tenth of a
second is simply followed. Only where no node was running meanwhile is there nobody to say what time it was: the
shift then stays, and no entry is earlier than the one before it.

A Redis whose machine's clock is stepped while it runs cannot be told from nodes that all are wrong: the clocks
follow, ahead at once if that is more than `FAR_MS`, else as fast as a clock is slewed. Run NTP there.

With Redis out of reach each clock runs on by itself: quartz is off by some 20 ms in ten minutes.
"""

import asyncio
from collections import deque
from typing import Final, NamedTuple, Protocol

import structlog

from server.clock import Clock
from server.journal.port import ClockSample, JournalError

SAMPLE_S: Final = 1.0
WINDOW: Final = 8
"""Of so many samples the one with the shortest round trip counts (Cristian); older ones no more, as quartz drifts."""
BURST: Final = 5
SLACK_MS: Final = 5.0
"""How far quartz may drift within a window, and then some."""
BEGIN_S: Final = 5.0
SHIFTED_MS: Final = 100
"""Another Redis whose clock is off by less is followed: the clocks are slewed."""

log = structlog.get_logger(__name__)


class Source(Protocol):
    """Where the common time is from: a `RedisCoordination`. Both raise `JournalError`."""

    async def read_time(self) -> ClockSample:
        """Return what time it is."""
        ...

    async def agree(self, run: str, shift_ms: float) -> float:
        """Propose what is added to the time of this run, and return what the nodes add."""
        ...


class Offset(NamedTuple):
    """What the source's clock was ahead of `Clock.real_ms`, give or take `doubt_ms`: half the round trip."""

    ahead_ms: float
    doubt_ms: float
    sample: ClockSample


class ClockSync:
    """Steers one clock."""

    def __init__(self, source: Source, clock: Clock) -> None:
        self._source = source
        self._clock = clock
        self._window: deque[Offset] = deque(maxlen=WINDOW)
        """Of one run, with one shift."""
        self._common_ms: float | None = None
        """What the common time is ahead of `Clock.real_ms`, as far as is known …"""
        self._doubt_ms = 0.0
        """… give or take so much."""

    async def begin(self) -> None:
        """Set the clock, before anybody is told the time. Raises `JournalError`, at the latest after `BEGIN_S`."""
        try:
            async with asyncio.timeout(BEGIN_S):
                for _ in range(BURST):
                    await self._measured()
        except TimeoutError as error:
            raise JournalError("Redis does not say what time it is. Start again when it answers.") from error
        self._steer(leap=True)

    async def run(self) -> None:
        """Steer until cancelled."""
        lost = False
        while True:
            await asyncio.sleep(SAMPLE_S)
            try:
                await self.look()
            except JournalError as error:
                if not lost:
                    log.warning("the clock runs on by itself", reason=str(error))
                lost = True
            except Exception:
                log.exception("the clock was not steered")  # the next look may do better
            else:
                lost = False

    async def look(self) -> None:
        """Look once, and steer. Raises `JournalError`."""
        await self._measured()
        self._steer()

    def _steer(self, *, leap: bool = False) -> None:
        best = min(self._window, key=lambda offset: offset.doubt_ms)
        self._common_ms, self._doubt_ms = best.ahead_ms + best.sample.shift_ms, best.doubt_ms
        self._clock.steer(self._common_ms, leap=leap)

    async def _measured(self) -> None:
        """Add an offset to the window; one that does not go with the older ones begins it anew, with a burst."""
        offset = await self._measure()
        if offset.sample.agreed_run != offset.sample.run:
            await self._agree(offset)
            offset = await self._measure()
        if self._window and not all(_together(offset, other) for other in self._window):
            self._window.clear()
            burst = [await self._measure() for _ in range(BURST - 1)]
            self._window.extend(one for one in burst if _together(one, offset))
        self._window.append(offset)

    async def _measure(self) -> Offset:
        sent_ms = self._clock.real_ms()
        sample = await self._source.read_time()
        got_ms = self._clock.real_ms()
        return Offset(sample.at_ms - (sent_ms + got_ms) / 2, (got_ms - sent_ms) / 2, sample)

    async def _agree(self, offset: Offset) -> None:
        """Another Redis than before: let time go on as it was. Whoever has just begun leaves that to the others."""
        run, agreed_run, shift_ms = offset.sample.run, offset.sample.agreed_run, offset.sample.shift_ms
        if self._common_ms is not None:
            for _ in range(BURST):
                offset = min(offset, await self._measure(), key=lambda one: one.doubt_ms)
            found_ms = self._common_ms - offset.ahead_ms
            # Two machines with NTP differ by less than a busy moment makes one look off: then nothing is shifted.
            if abs(found_ms - shift_ms) > self._doubt_ms + offset.doubt_ms + SHIFTED_MS:
                shift_ms = found_ms
        elif agreed_run:
            return
        agreed_ms = await self._source.agree(run, shift_ms)
        if abs(agreed_ms - offset.sample.shift_ms) > 1:
            log.warning("another Redis with another clock: time goes on as before", shift_ms=round(agreed_ms))


def _together(one: Offset, other: Offset) -> bool:
    """Whether both can be true: the same run and shift, and no step between."""
    if (one.sample.run, one.sample.shift_ms) != (other.sample.run, other.sample.shift_ms):
        return False
    return abs(one.ahead_ms - other.ahead_ms) <= one.doubt_ms + other.doubt_ms + SLACK_MS
