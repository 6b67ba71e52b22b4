"""The dialogue's clock, as a rehearsal's people see it."""

from typing import Final

from server.clock import Clock
from server.rehearsal.client import Client
from server.wire.messages import Time

PROBES: Final = 8
DRIFT: Final = 100e-6
"""Two quartz clocks drift apart by less than this (web_client/shared/server_clock.ts)."""


class ClockEstimate:
    """An estimate of the server's clock: the sample that says most of it now counts (Cristian's algorithm).

    That is the one with the smallest round trip, until it has grown so old that drift made it worth less.
    """

    def __init__(self, stopwatch: Clock | None = None) -> None:
        """`stopwatch`: whose real time the samples are in; its default counts sleep."""
        self._stopwatch = stopwatch or Clock()
        self._rtt_ms = float("inf")
        self._real_ms = 0.0
        self._dialogue_ms = 0.0
        self.rate = 1.0

    async def learn(self, client: Client) -> None:
        """Take a burst of samples."""
        for _ in range(PROBES):
            self.sample(*await client.probe())

    def sample(self, sent_ms: float, received_ms: float, told: Time) -> None:
        """Take one: real ms when asked and when answered, and the answer."""
        if told.rate != self.rate or (received_ms - sent_ms) / 2 < self.error_at(received_ms):
            self._rtt_ms = received_ms - sent_ms
            self._real_ms = (sent_ms + received_ms) / 2
            self._dialogue_ms = told.now_ms
            self.rate = told.rate

    @property
    def error_ms(self) -> float:
        """How wrong the estimate may be at this instant, in real ms."""
        return self.error_at(self._stopwatch.real_ms())

    def error_at(self, real_ms: float) -> float:
        """Half the round trip, and what both clocks may have drifted since, in real ms."""
        return self._rtt_ms / 2 + DRIFT * max(0.0, real_ms - self._real_ms)

    def now_ms(self) -> float:
        """The instant of the dialogue, epoch ms."""
        return self._dialogue_ms + (self._stopwatch.real_ms() - self._real_ms) * self.rate

    def real_s(self, dialogue_ms: float) -> float:
        """How many real seconds so long a time of the dialogue takes."""
        return dialogue_ms / self.rate / 1_000
