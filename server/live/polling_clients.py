"""Who is here by polling: present for a few beats after each call, for there is no connection to watch."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from server.clock import Clock
from server.live.admission import BEAT_MS, OBSERVERS_BEAT_MS, Admission, AdmittedClient
from server.live.presence import Attendance
from server.wire.messages import Poll, Status

BEATS: Final = 3
"""Whoever has not called for so many beats is gone."""
LIMIT: Final = 20_000
"""So many are remembered. Observers who come when there are as many are served all the same, but not counted."""
NEWCOMERS: Final = 50
"""So many observers count from their first call on; who comes while they are as many, from the next one on that comes
about a beat later. Whoever makes up a thousand devices calls once with each."""


@dataclass(slots=True)
class _PollingClient:
    client: AdmittedClient
    called_ms: float
    """Real milliseconds."""
    counts: bool = True
    """It is among those who are there."""
    since_ms: float = 0
    """As `called_ms`, of its first call."""
    is_new: bool = False
    """An observer who has not called again so far."""
    told_entry: int = 0
    """As of which entry is what it was told at its last call; it should be there by the next one."""

    @property
    def stays_ms(self) -> int:
        return BEATS * (OBSERVERS_BEAT_MS if self.client.actor.role == "public" else BEAT_MS)


class PollingClients:
    """One for each device of each link. Without a device, all who call with one link are one."""

    def __init__(
        self,
        clock: Clock,
        admission: Admission,
        attendance: Attendance,
        lacks: Callable[[str, str, int], bool],
    ) -> None:
        """`lacks` says whether an audience's view, by its sealed `as_of`, is older than an entry."""
        self._clock = clock
        self._admission = admission
        self._attendance = attendance
        self._lacks = lacks
        self._polling_clients: dict[str, _PollingClient] = {}
        self._newcomers = 0
        """How many count, but are new."""

    def called(self, client: AdmittedClient) -> None:
        """Note that a client called. Raises `Unwelcome` (R7)."""
        key, now_ms = _key(client), self._clock.real_ms()
        polling_client = self._polling_clients.get(key)
        if polling_client is None:
            observes = client.actor.role == "public"
            if observes and len(self._polling_clients) >= LIMIT:
                return
            self._admission.enter(client.actor, client.hello.device, key, partial(self._end, key))
            counts = not observes or self._newcomers < NEWCOMERS
            polling_client = _PollingClient(client, now_ms, counts, now_ms, is_new=observes)
            self._polling_clients[key] = polling_client
            self._newcomers += counts and observes
            if counts:
                self._attendance.arrived(key, client.actor)
        elif polling_client.is_new and now_ms - polling_client.since_ms > OBSERVERS_BEAT_MS / 2:
            self._is_no_newcomer(key, polling_client)
        polling_client.called_ms = now_ms
        self._attendance.heard(key)
        self._admission.heard(client.actor, key)

    def _is_no_newcomer(self, key: str, polling_client: _PollingClient) -> None:
        polling_client.is_new = False
        if polling_client.counts:
            self._newcomers -= 1
        else:
            polling_client.counts = True
            self._attendance.arrived(key, polling_client.client.actor)

    def told(self, client: AdmittedClient, poll: Poll, entry: int) -> None:
        """Note how well a screen or console is, as far as its poll says so, and that it is told of `entry` now."""
        key = _key(client)
        polling_client = self._polling_clients.get(key)
        if polling_client is None:
            return
        if isinstance(poll.error_ms, float):
            status = Status(error_ms=poll.error_ms, as_of=poll.as_of)
            behind = self._lacks(client.room, poll.as_of, polling_client.told_entry)
            self._attendance.reported(key, status, behind=behind)
        polling_client.told_entry = entry

    def sweep(self) -> None:
        """Let those go who have not called for too long; to be called now and then."""
        now_ms = self._clock.real_ms()
        gone = [
            key
            for key, polling_client in self._polling_clients.items()
            if now_ms - polling_client.called_ms > polling_client.stays_ms
        ]
        for key in gone:
            self._end(key)

    def _end(self, key: str) -> None:
        gone = self._polling_clients.pop(key)
        self._newcomers -= gone.is_new and gone.counts
        if gone.counts:
            self._attendance.lapsed(key, gone.client.actor)
        self._admission.leave(gone.client.actor, key)


def _key(client: AdmittedClient) -> str:
    """Stand in for the sid of a socket: no sid has a colon."""
    return f"poll:{client.actor}:{client.hello.device}"
