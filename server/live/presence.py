"""Who is there, and how well the screens are. Not events, in no view: the newest is sent to consoles and stage."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from msgspec import UNSET
from msgspec.structs import replace

from server.clock import Clock
from server.dialogue.model.ids import Actor, Role, ScreenId, SeatId
from server.dialogue.model.setup import Setup
from server.wire.messages import Presence, ScreenHealth, Status

TOLD: Final[tuple[Role, ...]] = ("console", "stage")
"""Who is told; their audiences have the same names."""
CONSOLES: Final = (str(Actor("console", "chair")), str(Actor("console", "deputy")))
SILENT_MS: Final = 5_000
"""Real milliseconds after which a screen or console that reports with every beat (2 s) counts as gone: a cable that
hangs keeps its connection open for a minute."""
STEP_MS: Final = 500
"""A smaller step of the system clock is NTP at its work, and nobody's concern."""


@dataclass(slots=True)
class _Peer:
    """A screen or console that is or was connected, and when it was last heard of."""

    actor: Actor
    heard_ms: float
    """Real milliseconds."""
    seen_ms: int
    """The same moment in session time."""
    status: Status | None = None
    behind: bool = False

    def is_silent(self, real_ms: float) -> bool:
        """Whether it has stopped reporting. One that never reported is only watched by the connection."""
        return self.status is not None and real_ms - self.heard_ms > SILENT_MS


class Attendance:
    """Counts everybody; knows screens and consoles one by one."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._started_ms = clock.real_ms()
        self._counts: Counter[Actor] = Counter()
        self._peers: dict[str, _Peer] = {}
        self._last: dict[Actor, _Peer] = {}
        """The peer of each screen and console that was heard of last, connected or not."""

    def arrived(self, sid: str, actor: Actor) -> None:
        """A client connected."""
        self._counts[actor] += 1
        if actor.role in {"screen", "console"}:
            self._peers[sid] = self._last[actor] = _Peer(actor, self._clock.real_ms(), self._clock.now_ms())

    def left(self, sid: str, actor: Actor) -> None:
        """A client is gone."""
        peer = self._peers.get(sid)
        if peer is not None and not peer.is_silent(self._clock.real_ms()):
            self._touch(peer)
        self.lapsed(sid, actor)

    def lapsed(self, sid: str, actor: Actor) -> None:
        """A client that came by polling does no longer: it has been gone since it was last heard of."""
        self._counts[actor] -= 1
        if not self._counts[actor]:
            del self._counts[actor]
        self._peers.pop(sid, None)

    def heard(self, sid: str) -> None:
        """A client sent something."""
        peer = self._peers.get(sid)
        if peer is not None:
            self._touch(peer)

    def reported(self, sid: str, status: Status, *, behind: bool) -> None:
        """A screen or console says how it is; `behind`: it lacks what it should have seen."""
        self.heard(sid)
        peer = self._peers.get(sid)
        if peer is not None:
            peer.status, peer.behind = status, behind

    def roles(self) -> Counter[Role]:
        """Return how many clients there are in each role, by socket or by polling."""
        found: Counter[Role] = Counter()
        for actor, count in self._counts.items():
            found[actor.role] += count
        return found

    def silences(self) -> dict[str, float]:
        """Return how long each console has been gone or silent, in real milliseconds; 0: it is here.

        One that never was here is not named.
        """
        real_ms = self._clock.real_ms()
        here = {p.actor for p in self._peers.values() if not p.is_silent(real_ms)}
        return {
            str(actor): 0.0 if actor in here else real_ms - peer.heard_ms
            for actor, peer in self._last.items()
            if actor.role == "console"
        }

    def consoles_silent_ms(self) -> dict[str, int]:
        """Return how long each console has been gone or silent, in session milliseconds; 0: it is there (R4)."""
        ever_ms = self._clock.real_ms() - self._started_ms
        known_ms = self.silences()
        return {console: round(known_ms.get(console, ever_ms) * self._clock.rate) for console in CONSOLES}

    def snapshot(self, setup: Setup, *, saved: bool) -> Presence:
        """Return the message for consoles and stage; `saved`: the journal stores."""
        step_ms = self._clock.step_ms()
        return Presence(
            observers=self._counts[Actor("public")],
            seats={SeatId(a.name): n for a, n in self._counts.items() if a.role == "seat"},
            consoles=self._consoles(),
            screens={screen.id: self._health(screen.id) for screen in setup.screens},
            clock_step_ms=step_ms if abs(step_ms) >= STEP_MS else 0,
            saved=saved,
        )

    def _consoles(self) -> dict[str, int]:
        """How many of each console are heard: one whose cable hangs is not there, though its connection is (R4)."""
        real_ms = self._clock.real_ms()
        peers = self._peers.values()
        return dict(
            Counter(p.actor.name for p in peers if p.actor.role == "console" and not p.is_silent(real_ms))
        )

    def _health(self, screen: ScreenId) -> ScreenHealth:
        actor, real_ms = Actor("screen", screen), self._clock.real_ms()
        online = sum(p.actor == actor and not p.is_silent(real_ms) for p in self._peers.values())
        last = self._last.get(actor)
        if last is None:
            return ScreenHealth(online=online)
        error_ms = UNSET if last.status is None else last.status.error_ms
        languages = () if last.status is None else last.status.languages
        return ScreenHealth(
            online=online,
            seen_ms=last.seen_ms,
            error_ms=error_ms,
            behind=last.behind,
            languages=languages,
        )

    def _touch(self, peer: _Peer) -> None:
        peer.heard_ms, peer.seen_ms = self._clock.real_ms(), self._clock.now_ms()
        self._last[peer.actor] = peer


def same(old: Presence, new: Presence) -> bool:
    """Whether nothing is worth telling: a screen that is there was simply heard of again, a little off or less so."""
    return _steady(old) == _steady(new)


def _steady(presence: Presence) -> Presence:
    screens = {
        name: replace(
            health,
            seen_ms=UNSET if health.online else health.seen_ms,
            error_ms=UNSET if health.error_ms is UNSET else round(health.error_ms, -1),
        )
        for name, health in presence.screens.items()
    }
    return replace(presence, screens=screens)
