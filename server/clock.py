"""The server's clock: the only caller of `time.*` in the server.

Whoever needs the time is given it by this clock, in whole milliseconds since 1970. Within one process
it never goes back and never stands still: the system clock is read once, at the start, and from there
time runs on by the monotonic clock alone.

* The system clock is stepped, by NTP or by hand: `now_ms` takes no notice, `step_ms` tells of it.
* The last event in the journal is later than the system clock (the clock was wrong when the event was
  written, or is wrong now): `not_before` moves the anchor to that event, and time **runs on** from
  there. To hold `now` at the event until the system clock gets there would freeze every speech clock
  in the room. The price: `now` stays ahead of the system clock until the server is started again.
  `not_before` returns by how much it moved, so that the console can say so.
* The machine sleeps, a laptop's lid is closed: the default source counts time asleep where the system
  has such a clock, because 13:00 does not wait for a laptop.

Several servers of one dialogue have a time in common (`server/session/clock_sync.py`), which `steer` tells
the clock of; from then on it is that time that counts, not the system clock's.

* It is off by a little: it runs up to `SLEW` faster or slower until it is not, so that nothing jumps.
* It is more than `FAR_MS` late (a machine that was frozen): it jumps ahead, as if it had never stopped.
* An entry of another server is later than `now`: `not_before` moves ahead to it, and the clock is then
  slower until the common time has come up. So one server that is wrong does not lead the others astray.
* The common time is out of reach: the clock runs on by the monotonic clock.
"""

import math
import time
from collections.abc import Callable
from typing import Final

NANOSECONDS_PER_MS: Final = 1_000_000
SLEW: Final = 0.05
"""How much faster or slower a clock may run to make up for what it is off."""
FAR_MS: Final = 1_000
"""Real milliseconds: one that is later than this is moved at once."""


def awake_and_asleep_ns() -> int:
    """Nanoseconds on a clock that is never stepped, counting suspended time where the system can.

    Linux stops `CLOCK_MONOTONIC` in suspend and has `CLOCK_BOOTTIME` for this (clock_gettime(2)).
    """
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    return time.monotonic_ns()


class Clock:
    """Session time. `rate` is session seconds per real second; only a rehearsal has one other than 1."""

    def __init__(
        self,
        rate: float = 1.0,
        wall: Callable[[], int] = time.time_ns,
        mono: Callable[[], int] = awake_and_asleep_ns,
    ) -> None:
        """Take the anchor. `wall` and `mono` return nanoseconds, since 1970 and since any fixed moment.

        Raises ValueError if `rate` is not a positive finite number.
        """
        self._wall_ns = wall
        self._mono_ns = mono
        self._rate = _checked(rate)
        self._since_ns = 0
        """Up to then, session time is the common time; after it, `rate` times as fast."""
        self._common_ns: int | None = None
        """What the common time is ahead of the monotonic clock."""
        self._anchor_mono_ns = self._first_mono_ns = mono()
        self._anchor_ns = self._first_wall_ns = wall()
        self._off_ns = 0
        """By how much `now` was too early at the anchor: it is made up for from there."""

    @property
    def rate(self) -> float:
        """Session seconds per real second."""
        return self._rate

    def now_ms(self) -> int:
        """Return the instant, in milliseconds since 1970. Never less than before."""
        return self._now_ns() // NANOSECONDS_PER_MS

    def now_exact_ms(self) -> float:
        """Return the instant with its fraction of a millisecond: what clients measure their own clock against."""
        return self._now_ns() / NANOSECONDS_PER_MS

    def not_before(self, at_ms: int) -> int:
        """Let `now` be at least `at_ms`, the instant of the last event, and run on from there.

        Returns by how many milliseconds `now` was moved ahead: 0 where it was late enough already.
        """
        behind_ms = at_ms - self.now_ms()
        if behind_ms <= 0:
            return 0
        self._run_on(self._mono_ns(), at_ms * NANOSECONDS_PER_MS)
        return behind_ms

    def set_rate(self, rate: float, since_ms: int = 0) -> None:
        """Run at another rate from now on; `now` itself does not jump.

        Where there is a common time, all clocks are to show what one shows that runs at `rate` since `since_ms`,
        and this one does as if `steer` had told it that. Raises ValueError if `rate` is not a positive finite number.
        """
        checked = _checked(rate)
        mono_ns = self._mono_ns()
        now_ns = self._at_ns(mono_ns)
        self._rate, self._since_ns = checked, since_ms * NANOSECONDS_PER_MS
        self._run_on(mono_ns, now_ns)

    def steer(self, common_ms: float, *, leap: bool = False) -> None:
        """Take the common time, which is `common_ms` more than `real_ms()`, for right from now on.

        `leap`: be there at once, be it ahead or back. Only while nobody has been told the time.
        """
        mono_ns = self._mono_ns()
        now_ns = self._at_ns(mono_ns)
        self._common_ns = round(common_ms * NANOSECONDS_PER_MS)
        self._run_on(mono_ns, self._right_ns(mono_ns, self._common_ns) if leap else now_ns)

    def step_ms(self) -> int:
        """Return how far the system clock has stepped since the start: above 0 ahead, below 0 back.

        Real milliseconds, whatever the rate and whatever `not_before` and `steer` did.
        """
        real_ns = self._mono_ns() - self._first_mono_ns
        stepped_ns = self._wall_ns() - self._first_wall_ns - real_ns
        return round(stepped_ns / NANOSECONDS_PER_MS)

    def real_ms(self) -> float:
        """Return real milliseconds since some fixed moment, to measure how long a thing takes."""
        return self._mono_ns() / NANOSECONDS_PER_MS

    def _now_ns(self) -> int:
        return self._at_ns(self._mono_ns())

    def _at_ns(self, mono_ns: int) -> int:
        real_ns = mono_ns - self._anchor_mono_ns
        right_ns = int(real_ns * self._rate) + self._off_ns  # if it had never been off
        if self._off_ns >= 0:
            return self._anchor_ns + min(right_ns, int(real_ns * (self._rate * (1 + SLEW))))
        return self._anchor_ns + max(right_ns, int(real_ns * (self._rate * (1 - SLEW))))

    def _run_on(self, mono_ns: int, now_ns: int) -> None:
        """Be `now_ns` at that moment, and get from there to the common time."""
        off_ns = 0 if self._common_ns is None else self._right_ns(mono_ns, self._common_ns) - now_ns
        if off_ns > FAR_MS * NANOSECONDS_PER_MS * self._rate:
            now_ns, off_ns = now_ns + off_ns, 0
        self._anchor_mono_ns, self._anchor_ns, self._off_ns = mono_ns, now_ns, off_ns

    def _right_ns(self, mono_ns: int, common_ns: int) -> int:
        """Return the session time at that moment by the common time."""
        past_ns = mono_ns + common_ns - self._since_ns
        if self._rate == 1 or past_ns < 0:
            return self._since_ns + past_ns
        return self._since_ns + int(past_ns * self._rate)


def _checked(rate: float) -> float:
    if not (math.isfinite(rate) and rate > 0):
        message = f"a clock's rate is a number above 0, not {rate}"
        raise ValueError(message)
    return rate
