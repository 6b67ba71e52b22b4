"""Who comes in, by socket or by polling: the link's token, the version, on how many devices a seat is open, and in how
many windows a link.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from server.access.links import Access
from server.clock import Clock
from server.dialogue.model.ids import Actor, Role
from server.dialogue.model.setup import Setup
from server.live.limits import Rate, RateLimiter, Tally
from server.live.line import LINE
from server.session import Session
from server.wire.messages import WIRE, Audience, EntryCode, Hello, Time, Welcome
from server.wire.project import AudienceKey, seat_audience

BEAT_MS: Final = 2_000
OBSERVERS_BEAT_MS: Final = 6_000
PROBE_MS: Final = 60_000
OBSERVERS_PROBE_MS: Final = 300_000
ARRIVALS: Final = Rate(per_s=100, burst=4_000)
"""Sockets without a link that are let in from one address: 2,000 people in a hall share one, and come at once."""
WINDOWS: Final = 8
"""On one device, a link is open in so many windows (sockets, or lines by polling); the newest ones count."""
WINDOWS_PER_LINK: Final = 64
"""On all devices together: a screen's link may hang on every wall of a building."""

AUDIENCES: Final[dict[Role, Audience]] = {
    "public": "public",
    "seat": "seat",
    "screen": "screens",
    "stage": "stage",
    "podium": "podium",
    "console": "console",
    "operator": "public",  # looks at nothing
}


class Unwelcome(Exception):
    """A client is not let in. `code` is what it acts on."""

    def __init__(self, code: EntryCode, about: str = "") -> None:
        super().__init__(code, about)
        self.code: EntryCode = code
        self.about = about


def audience_of(actor: Actor) -> AudienceKey:
    """Return the audience that somebody is in; each seat has its own."""
    return seat_audience(actor.name) if actor.role == "seat" else AUDIENCES[actor.role]


class AdmittedClient(NamedTuple):
    """Somebody who was let in."""

    actor: Actor
    hello: Hello

    @property
    def room(self) -> AudienceKey:
        """The audience the client is in."""
        return audience_of(self.actor)


class _Window(NamedTuple):
    """One of those that a link is open in."""

    device: str
    end: Callable[[], None]


class Admission:
    """The door. Whoever came in by it goes out by it."""

    def __init__(self, session: Session, access: Access, clock: Clock, tally: Tally) -> None:
        self._session = session
        self._access = access
        self._clock = clock
        self._tally = tally
        self._arrivals = RateLimiter[str](ARRIVALS)
        self._windows: dict[Actor, dict[str, _Window]] = {}
        """Of those with a link, by what `enter` calls them; whoever was heard of last stands last."""

    @property
    def setup(self) -> Setup:
        """The dialogue's."""
        return self._session.state.setup

    @property
    def rate(self) -> float:
        """Session seconds per real second."""
        return self._clock.rate

    def identify(self, said: Hello) -> AdmittedClient:
        """Return who says this. Raises `Unwelcome` with "revoked": the token is nobody's."""
        actor = self._access.actor(self.setup, said.token)
        if actor is None:
            self._tally.count("links_of_nobody")
            raise Unwelcome("revoked")
        return AdmittedClient(actor, said)

    def knows(self, client: AdmittedClient) -> bool:
        """Whether a client that was let in is still somebody: the dialogue's facts may have become others."""
        return self._access.actor(self.setup, client.hello.token) == client.actor

    def has_room(self, actor: Actor) -> bool:
        """Whether the socket that is being let in may stay; else its line is ended. Whoever has a link always may."""
        line = LINE.get(None)
        if line is None:  # a server without the door
            return True
        line.identified(actor)
        if line.is_strange and not self._arrivals.allows(line.address, self._clock.real_ms()):
            self._tally.count("arrivals_over_limit")
            line.ended = True
        elif not line.has_place():
            self._tally.count("no_place_without_link")
            line.ended = True
        return not line.ended

    def enter(self, actor: Actor, device: str, window: str, end: Callable[[], None]) -> None:
        """Count one more window of a device; `leave` takes it back. Raises `Unwelcome` (R7).

        Where a link is open in too many, whichever was not heard of for longest makes way: `end` is called. So
        nobody with the link, and no chair, is ever kept out by windows that are open already.
        """
        if actor.role == "public":
            return
        windows = self._windows.get(actor, {})
        devices = {each.device for each in windows.values()}
        if actor.role == "seat" and device not in devices and len(devices) >= self.setup.rules.devices:
            raise Unwelcome("too_many_devices", actor.name)
        here = [name for name, each in windows.items() if each.device == device]
        too_many = here[: max(0, len(here) + 1 - WINDOWS)]
        for name in too_many or list(windows)[: max(0, len(windows) + 1 - WINDOWS_PER_LINK)]:
            self._tally.count("windows_made_way")
            windows.pop(name).end()
        self._windows.setdefault(actor, windows)[window] = _Window(device, end)

    def heard(self, actor: Actor, window: str) -> None:
        """Something came from a window."""
        windows = self._windows.get(actor, {})
        if (found := windows.pop(window, None)) is not None:
            windows[window] = found

    def leave(self, actor: Actor, window: str) -> None:
        """A window that entered is gone; one that made way already is no error."""
        windows = self._windows.get(actor, {})
        windows.pop(window, None)
        if not windows:
            self._windows.pop(actor, None)

    def welcome(self, client: AdmittedClient) -> Welcome:
        """Return what a client is told first."""
        observes = client.actor.role == "public"
        return Welcome(
            wire=WIRE,
            role=client.actor.role,
            name=client.actor.name,
            audience=AUDIENCES[client.actor.role],
            now_ms=self._clock.now_exact_ms(),
            rate=self._clock.rate,
            beat_ms=OBSERVERS_BEAT_MS if observes else BEAT_MS,
            probe_ms=OBSERVERS_PROBE_MS if observes else PROBE_MS,
        )

    def time(self) -> Time:
        """Return what time it is: the clients measure their own clocks against it."""
        return Time(now_ms=self._clock.now_exact_ms(), rate=self._clock.rate)
