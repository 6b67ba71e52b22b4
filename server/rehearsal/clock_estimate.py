"""The dialogue's clock, as a rehearsal's people see it."""

from typing import Final

from server.clock import Clock
from server.rehearsal.client import Client
from server.wire.messages import Time

PROBES: Final = 8


class ClockEstimate:
    """An estimate of the server's clock: the sample with the smallest round trip wins (Cristian's algorithm)."""

    def __init__(self) -> None:
        self._stopwatch = Clock()
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
        if received_ms - sent_ms < self._rtt_ms:
            self._rtt_ms = received_ms - sent_ms
            self._real_ms = (sent_ms + received_ms) / 2
            self._dialogue_ms = told.now_ms
            self.rate = told.rate

    @property
    def error_ms(self) -> float:
        """How wrong the estimate may be: half the smallest round trip, in real ms."""
        return self._rtt_ms / 2

    def now_ms(self) -> float:
        """The instant of the dialogue, epoch ms."""
        return self._dialogue_ms + (self._stopwatch.real_ms() - self._real_ms) * self.rate

    def real_s(self, dialogue_ms: float) -> float:
        """How many real seconds so long a time of the dialogue takes."""
        return dialogue_ms / self.rate / 1_000
