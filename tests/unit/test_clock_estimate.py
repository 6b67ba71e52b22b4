"""The clock of a rehearsal's people: what they say of its error holds at every instant."""

from __future__ import annotations

import random

import pytest

from server.clock import NANOSECONDS_PER_MS, Clock
from server.rehearsal.clock_estimate import DRIFT, ClockEstimate
from server.wire.messages import Time

AT_MS = 1_334_333_400_000


class Stopwatch:
    """A monotonic clock that a test moves on."""

    def __init__(self) -> None:
        self.at_ms = 1_000.0
        self.clock = Clock(mono=lambda: round(self.at_ms * NANOSECONDS_PER_MS))


@pytest.mark.parametrize("seed", range(20))
def test_the_bound_holds_at_every_instant_at_the_drift_it_allows(seed: int) -> None:
    """Also minutes after the last probe, and with a smallest round trip that lies long back."""
    rng = random.Random(seed)  # noqa: S311
    watch = Stopwatch()
    estimate = ClockEstimate(watch.clock)
    runs = 1 + rng.choice((-1, 1)) * 0.95 * DRIFT

    def true_ms() -> float:
        return AT_MS + runs * watch.at_ms

    for probe in range(30):
        sent_ms, rtt_ms = watch.at_ms, 4 + 300 * rng.random() ** 3
        there = rng.random()
        watch.at_ms += rtt_ms * there
        told = Time(now_ms=round(true_ms()), rate=1.0)
        watch.at_ms += rtt_ms * (1 - there)
        estimate.sample(sent_ms, watch.at_ms, told)
        for _ in range(4):
            assert abs(estimate.now_ms() - true_ms()) <= estimate.error_ms + 1  # whole ms are told
            watch.at_ms += 40 if probe % 9 < 8 else 100_000


def test_a_later_probe_counts_once_the_best_one_is_too_old() -> None:
    """±10 ms are ±50 after 400 s; ±40 of now are better than that."""
    watch = Stopwatch()
    estimate = ClockEstimate(watch.clock)
    estimate.sample(1_000, 1_020, Time(now_ms=AT_MS, rate=1.0))
    watch.at_ms = 401_010
    assert estimate.error_ms == pytest.approx(50, abs=0.1)
    estimate.sample(401_010, 401_090, Time(now_ms=AT_MS, rate=1.0))
    watch.at_ms = 401_090
    assert estimate.error_ms == pytest.approx(40, abs=0.1)
