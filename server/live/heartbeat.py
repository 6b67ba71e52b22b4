"""What is sent by the clock: heartbeats, and who is there. Nothing else is sent when nothing happens."""

import asyncio
from collections.abc import Callable
from typing import Final

import structlog

from server.live.admission import BEAT_MS, OBSERVERS_BEAT_MS
from server.live.fanout import Fanout
from server.live.fastpath import Broadcaster
from server.live.polling_clients import PollingClients
from server.live.presence import TOLD, same
from server.live.stream import encode
from server.wire.messages import Presence

PRESENCE_MS: Final = 1_000
"""At most so often consoles and stage are told who is there."""

RETRY_MS: Final = 1_000
"""How soon a view that could not be made is tried again."""

log = structlog.get_logger(__name__)


class Heartbeat:
    """Loops in real time, whatever the rate of the dialogue's clock."""

    def __init__(
        self,
        fanout: Fanout,
        broadcaster: Broadcaster,
        polling_clients: PollingClients,
        presence: Callable[[], Presence],
    ) -> None:
        self._fanout = fanout
        self._broadcaster = broadcaster
        self._polling_clients = polling_clients
        self._presence = presence
        self._told: Presence | None = None

    async def run(self) -> None:
        """Beat until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(_every(BEAT_MS, lambda: self._fanout.beat(public=False)))
            group.create_task(_every(OBSERVERS_BEAT_MS, lambda: self._fanout.beat(public=True)))
            group.create_task(_every(PRESENCE_MS, self.tell_presence))
            group.create_task(_every(RETRY_MS, self._fanout.retry))

    def tell_presence(self) -> None:
        """Tell consoles and stage who is there, if that is another than they were told last."""
        self._polling_clients.sweep()
        now = self._presence()
        if self._told is None or not same(self._told, now):
            self._told = now
            payload = encode(now)
            for audience in TOLD:
                self._broadcaster.broadcast(audience, "presence", payload)


async def _every(interval_ms: int, act: Callable[[], None]) -> None:
    while True:
        await asyncio.sleep(interval_ms / 1000)
        try:
            act()
        except Exception:
            log.exception("a beat failed")  # the next one may do better; nothing else rests on it
