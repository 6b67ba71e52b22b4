"""What happens to phones and screens in two hours: they sleep, walk from one Wi-Fi to the next, stand in dead spots."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from typing import Final, Literal

from tests.cluster.proxy import Proxy
from tests.endurance.roaming_client import Roaming

EVERY_MS: Final = 12 * 60_000
"""Session time, on average, from one incident of a device to its next …"""
LEAST_S: Final = 15.0
"""… and real time at least, however fast the session runs."""
ASLEEP_S: Final = (1.0, 6.0)

Incident = Literal["slept", "moved", "dead_spot"]
LOTS: Final[tuple[Incident, ...]] = ("slept", "slept", "moved", "dead_spot")


class DeviceIncidents:
    """One for all devices; `happened` counts."""

    def __init__(self, proxy: Proxy, speed: float, seed: int) -> None:
        self.happened: Counter[Incident] = Counter()
        self._proxy = proxy
        self._mean_s = max(EVERY_MS / 1000 / speed, LEAST_S)
        self._rng = random.Random(seed)  # noqa: S311 (meant to be repeated)
        self._lots: list[Incident] = []

    async def over(self, device: Roaming) -> None:
        """Let things happen to a device until cancelled; it is awake then."""
        while True:
            await asyncio.sleep(self._rng.uniform(0.2, 1.8) * self._mean_s)
            links = list(self._proxy.of_client(device.name))
            if not links:
                continue  # it is connecting anew as it is
            incident = self._drawn()
            self.happened[incident] += 1
            if incident == "moved":
                for link in links:
                    link.cut()
                continue
            for link in links:
                link.hang()
            if incident == "slept":
                await device.sleep()
                try:
                    await asyncio.sleep(self._rng.uniform(*ASLEEP_S))
                finally:
                    device.wake()

    def _drawn(self) -> Incident:
        """All lots are drawn before one comes again: of a few incidents too, each kind has its share."""
        self._lots = self._lots or self._rng.sample(LOTS, len(LOTS))
        return self._lots.pop()
