"""How much anybody may ask for: token buckets, and a tally of what was turned away. No input or output, no clock.

A token bucket (as in RFC 2697, there for bytes) fills at a steady rate up to its burst; each act takes a token out.
So a burst passes at once, and what goes on longer passes at the rate. Time is passed in, in milliseconds of whatever
clock the limit is meant in: acts of seats in session time, for a rehearsal plays it faster; packets in real time.
"""

from collections import Counter
from typing import Final, Generic, NamedTuple, TypeVar

KEYS: Final = 20_000
"""So many buckets are kept; then those that are full again go, for a new one is full too."""

Key = TypeVar("Key")


class Rate(NamedTuple):
    """So many a second for good, and so many at once."""

    per_s: float
    burst: float


class TokenBucket:
    """One bucket, full at first."""

    __slots__ = ("_at_ms", "_tokens")

    def __init__(self, rate: Rate, at_ms: float) -> None:
        self._tokens = rate.burst
        self._at_ms = at_ms

    def take(self, rate: Rate, at_ms: float) -> bool:
        """Take a token out, if there is one."""
        self._fill(rate, at_ms)
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True

    def wait_ms(self, rate: Rate, at_ms: float) -> float:
        """Take a token out, on credit if need be; return for how long whoever took it should stand still, 0: not."""
        self._fill(rate, at_ms)
        self._tokens -= 1
        return max(0.0, -self._tokens) / rate.per_s * 1000

    def is_full(self, rate: Rate, at_ms: float) -> bool:
        """Whether it is as good as a new one."""
        self._fill(rate, at_ms)
        return self._tokens >= rate.burst

    def _fill(self, rate: Rate, at_ms: float) -> None:
        passed_ms = max(
            0.0, at_ms - self._at_ms
        )  # a clock that was set back gives nothing, and takes nothing
        self._at_ms = at_ms
        self._tokens = min(rate.burst, self._tokens + passed_ms / 1000 * rate.per_s)


class RateLimiter(Generic[Key]):
    """A bucket for each key: a seat, an address."""

    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self._buckets: dict[Key, TokenBucket] = {}

    def allows(self, key: Key, at_ms: float) -> bool:
        """Count one act of `key`, and say whether it is within the limit."""
        bucket = self._buckets.get(key)
        if bucket is None:
            if len(self._buckets) >= KEYS:
                self._forget(at_ms)
            bucket = self._buckets[key] = TokenBucket(self._rate, at_ms)
        return bucket.take(self._rate, at_ms)

    def _forget(self, at_ms: float) -> None:
        """Forget who has been quiet; if nobody has, everybody: better too generous than without bound."""
        kept = {key: bucket for key, bucket in self._buckets.items() if not bucket.is_full(self._rate, at_ms)}
        self._buckets = kept if len(kept) < KEYS else {}


class Tally:
    """Counts what was turned away at the door, by kind. Told once a minute and in the health figures, never each."""

    def __init__(self) -> None:
        self.total: Counter[str] = Counter()
        self._untold: Counter[str] = Counter()

    def count(self, kind: str) -> None:
        """One more. `kind` is one of the program's own words, never a client's."""
        self.total[kind] += 1
        self._untold[kind] += 1

    def news(self) -> dict[str, int]:
        """Return what was counted since the last call."""
        news, self._untold = self._untold, Counter()
        return dict(news)
