"""A server's clock that is set by hand: hours pass in no time, and always exactly as many."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from server.clock import NANOSECONDS_PER_MS, Clock
from tests.support.play import shipped_setup


class HandClock(Clock):
    """Stands still until told. Starts at the planned start of the shipped dialogue."""

    def __init__(self) -> None:
        self._start_ms = shipped_setup().planned_start_ms
        self._passed_ms = 0
        super().__init__(
            wall=lambda: (self._start_ms + self._passed_ms) * NANOSECONDS_PER_MS,
            mono=lambda: self._passed_ms * NANOSECONDS_PER_MS,
        )

    def wait(self, ms: int) -> None:
        """Time passes."""
        self._passed_ms += ms

    def wait_until(self, hour: str) -> None:
        """Time passes until an hour of that day, "10:52", on the clocks of its place."""
        self.wait(self.at(hour) - self.now_ms())

    def at(self, hour: str) -> int:
        """The instant of an hour of that day, in epoch milliseconds."""
        zone = ZoneInfo(shipped_setup().timezone)
        day = datetime.fromtimestamp(self._start_ms / 1_000, zone).date()
        return round(datetime.combine(day, time.fromisoformat(hour), zone).timestamp() * 1_000)
