"""Who is here by polling: present for a few beats after each call, for there is no connection to watch."""

from dataclasses import dataclass
from typing import Final

from server.clock import Clock
from server.live.admission import BEAT_MS, OBSERVERS_BEAT_MS, Admission, Client
from server.live.presence import Attendance
from server.wire.messages import Poll, Status

BEATS: Final = 3
"""Whoever has not called for so many beats is gone."""
LIMIT: Final = 20_000
"""So many are remembered. Observers who come when there are as many are served all the same, but not counted."""


@dataclass(slots=True)
class _Visitor:
    client: Client
    called_ms: float
    """Real milliseconds."""
    told_seq: int = 0
    """What it was told at its last call; it should be there by the next one."""

    @property
    def stays_ms(self) -> int:
        return BEATS * (OBSERVERS_BEAT_MS if self.client.actor.role == "public" else BEAT_MS)


class Visitors:
    """One for each device of each link. Without a device, all who call with one link are one."""

    def __init__(self, clock: Clock, admission: Admission, attendance: Attendance) -> None:
        self._clock = clock
        self._admission = admission
        self._attendance = attendance
        self._visitors: dict[str, _Visitor] = {}

    def called(self, client: Client) -> None:
        """Note that a client called. Raises `Unwelcome` (R7)."""
        key = _key(client)
        visitor = self._visitors.get(key)
        if visitor is None:
            if client.actor.role == "public" and len(self._visitors) >= LIMIT:
                return
            self._admission.enter(client.actor, client.hello.device)
            self._attendance.arrived(key, client.actor)
            visitor = self._visitors[key] = _Visitor(client, 0)
        visitor.called_ms = self._clock.real_ms()
        self._attendance.heard(key)

    def told(self, client: Client, poll: Poll, seq: int) -> None:
        """Note how well a screen or console is, as far as its poll says so, and that it is told of entry `seq` now."""
        key = _key(client)
        visitor = self._visitors.get(key)
        if visitor is None:
            return
        if isinstance(poll.error_ms, float):
            status = Status(error_ms=poll.error_ms, seq=poll.seq)
            self._attendance.reported(key, status, visitor.told_seq)
        visitor.told_seq = seq

    def sweep(self) -> None:
        """Let those go who have not called for too long; to be called now and then."""
        now_ms = self._clock.real_ms()
        gone = [
            key for key, visitor in self._visitors.items() if now_ms - visitor.called_ms > visitor.stays_ms
        ]
        for key in gone:
            client = self._visitors.pop(key).client
            self._attendance.lapsed(key, client.actor)
            self._admission.leave(client.actor, client.hello.device)


def _key(client: Client) -> str:
    """Stand in for the sid of a socket: no sid has a colon."""
    return f"poll:{client.actor}:{client.hello.device}"
