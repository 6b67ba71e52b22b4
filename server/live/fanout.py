"""Sends each audience what changes for it: computed and encoded once, however many look on."""

import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import NamedTuple

import structlog

from server.dialogue.decider import Known
from server.live.fastpath import Broadcaster
from server.live.stream import Differ, Stream, encode
from server.wire.messages import Beat
from server.wire.project import Projection, project

log = structlog.get_logger(__name__)


class NoView(Exception):
    """An audience's view cannot be made of the state; the error is in the log."""


class Missed(NamedTuple):
    """What brings a client to entry `seq`: a whole view or changes, as JSON text."""

    seq: int
    view: bytes | None
    changes: list[bytes]


class Fanout:
    """The streams of all audiences, and who is in which.

    An audience is "public", "screens", "stage", "podium", "console" or "seat:<id>"; its room has the same name. The
    epoch is new with each start of the server, for what a client may resume from is kept in memory only; so it is
    another one on each node, and after the journal went on another way.
    """

    def __init__(self, known: Known) -> None:
        self.epoch = secrets.token_hex(8)
        self._projection: Projection = project(*known)
        self._seq = known.state.seq
        self._differ = Differ()
        self._streams: dict[str, Stream] = {}
        self._audience_of: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        self._settled: dict[str, int] = {}
        self._configurations: dict[str, bytes] = {}
        self._note_configuration()
        self._broadcaster: Broadcaster | None = None
        self._failing: dict[str, None] = {}
        self._companions: list[tuple[frozenset[str], str, Callable[[], bytes]]] = []

    @property
    def failing(self) -> tuple[str, ...]:
        """The audiences whose view could not be made last; they are sent the whole as soon as it can be."""
        return tuple(self._failing)

    def accompany(self, audiences: Iterable[str], event: str, message: Callable[[], bytes]) -> None:
        """Have whoever joins one of these audiences, or is given its whole view anew, sent this behind it.

        For what is broadcast beside the view, and not sent to a client that lags: it is to have the newest of that too.
        """
        self._companions.append((frozenset(audiences), event, message))

    def send_by(self, broadcaster: Broadcaster) -> None:
        """Use this broadcaster, which for its part asks `catch_up`."""
        self._broadcaster = broadcaster

    def publish(self, known: Known, *, anew: bool = False) -> None:
        """Send each audience that somebody is in what this state changes for it, if anything.

        `anew`: the state does not follow from the one before; everybody is sent the whole view, and the configuration
        with it if that is another. Raises ExceptionGroup, of what kept a view from being made, once everybody else has
        been sent theirs.
        """
        held = self._projection.configuration.hash
        self._projection, self._seq = project(*known), known.state.seq
        complete = anew and self._projection.configuration.hash != held
        if anew:
            self.epoch = secrets.token_hex(8)
            self._streams.clear()
        self._note_configuration()
        errors = []
        for audience in sorted(self._counts, key=_urgency):
            try:
                self._advance(audience, anew=anew, complete=complete)
            except Exception as error:  # noqa: BLE001 - of one audience; the others are to hear of the act
                self._failing[audience] = None
                errors.append(error)
        if errors:
            raise ExceptionGroup("views could not be made", errors)

    def _advance(self, audience: str, *, anew: bool, complete: bool = False) -> None:
        """Send an audience what is new for it; one that could not be sent the last, the whole."""
        if audience in self._failing:
            self._streams.pop(audience, None)
            anew = True
        stream = self._stream(audience)
        payload = stream.advance(self._projection, self._seq, self._differ)
        if anew:
            self._sender.broadcast(audience, "view", stream.whole(self.epoch, complete=complete))
        elif payload is not None:
            self._sender.broadcast(audience, "change", payload)
        self._failing.pop(audience, None)

    def retry(self) -> None:
        """Try again what failed at the last state; to be called now and then."""
        for audience in self.failing:
            if audience not in self._counts:
                del self._failing[audience]  # whoever comes next finds out anew
                continue
            with suppress(Exception):  # it is in the log since it failed first
                self._advance(audience, anew=True)

    def join(self, sid: str, audience: str, epoch: str, seq: int, config: str) -> None:
        """Let a client in, and send it what it needs to go on from `seq`, or the whole view.

        `config`: the hash of the configuration that it holds.

        Never awaits, so that no change can come between view and membership. Raises LookupError if it is gone. Where
        the view cannot be made now, it is sent as soon as it can.
        """
        try:
            missed = self.missed(audience, epoch, seq, config)
        except NoView:
            missed = Missed(seq, None, [])
        self._sender.join(sid, audience)
        self._audience_of[sid] = audience
        self._counts[audience] = self._counts.get(audience, 0) + 1
        if missed.view is not None:
            self._sender.send(sid, "view", missed.view)
        for payload in missed.changes:
            self._sender.send(sid, "change", payload)
        for event, payload in self._companions_of(audience):
            self._sender.send(sid, event, payload)

    def missed(self, audience: str, epoch: str, seq: int, config: str) -> Missed:
        """Return what brings somebody who holds the view of `seq` up to date: the shorter of view and changes.

        Raises `NoView`.
        """
        stream = self.current(audience)
        changes = stream.since(seq) if epoch == self.epoch else None
        whole = stream.whole(self.epoch, complete=config != stream.configuration.hash)
        if changes is None or sum(map(len, changes)) > len(whole):
            return Missed(stream.seq, whole, [])
        return Missed(stream.seq, None, changes)

    def current(self, audience: str) -> Stream:
        """Return an audience's stream at the newest state: while nobody is in its room it may stand at an older one.

        Raises `NoView`.
        """
        if audience in self._failing:
            raise NoView(audience)
        try:
            stream = self._stream(audience)
            if audience not in self._counts:
                stream.advance(self._projection, self._seq, self._differ)
            stream.whole(self.epoch)
        except Exception as error:
            log.exception("a view could not be made", audience=audience, seq=self._seq)
            self._failing[audience] = None
            self._streams.pop(audience, None)
            raise NoView(audience) from error
        return stream

    def leave(self, sid: str) -> None:
        """Let a client go; one that never joined is no error."""
        self._sender.leave(sid)
        audience = self._audience_of.pop(sid, None)
        if audience is not None:
            self._counts[audience] -= 1
            if not self._counts[audience]:
                del self._counts[audience]

    def send(self, sid: str, event: str, payload: bytes) -> None:
        """Send one client what is for it alone, as JSON text; one that is gone is no error."""
        self._sender.send(sid, event, payload)

    def send_whole(self, sid: str) -> None:
        """Send a client its whole view and the configuration: it has nothing that it could rely on."""
        for event, payload in self.catch_up(sid, complete=True):
            self._sender.send(sid, event, payload)

    def asked(self, sid: str) -> None:
        """A client asks for its whole view: it is sent it, once it has read what it was sent before."""
        if not self._sender.defer(sid):
            self.send_whole(sid)

    def catch_up(self, sid: str, *, complete: bool = False) -> Iterable[tuple[str, bytes]]:
        """Return what brings a client up to date; nothing if it has not joined.

        `complete`: with the configuration, which it was given when it joined. If that has changed since, it will ask.
        """
        audience = self._audience_of.get(sid)
        if audience is None:
            return []
        try:
            whole = self.current(audience).whole(self.epoch, complete=complete)
        except NoView:
            return []
        return [("view", whole), *self._companions_of(audience)]

    def _companions_of(self, audience: str) -> list[tuple[str, bytes]]:
        return [(event, message()) for audiences, event, message in self._companions if audience in audiences]

    def configuration(self, config: str) -> bytes | None:
        """Return the configuration of that hash as JSON text, also an older one of this node's; None: unknown."""
        return self._configurations.get(config)

    def beat(self, *, public: bool) -> None:
        """Tell the public, or else everybody but the public, the seq of the last change for them."""
        for audience in self._counts:
            if (audience == "public") is public and audience not in self._failing:
                seq = self._settled[audience] = self._stream(audience).seq
                self._sender.broadcast(audience, "beat", encode(Beat(seq=seq)))

    def settled_seq(self, audience: str) -> int:
        """Return the seq that everybody in the audience should have by now: that of the last beat."""
        return self._settled.get(audience, 0)

    @property
    def _sender(self) -> Broadcaster:
        if self._broadcaster is None:
            raise RuntimeError("send_by was not called")
        return self._broadcaster

    def _note_configuration(self) -> None:
        now = self._projection.configuration
        self._configurations[now.hash] = now.encoded

    def _stream(self, audience: str) -> Stream:
        stream = self._streams.get(audience)
        if stream is None:
            stream = self._streams[audience] = Stream(audience, self._projection, self._seq)
        return stream


def _urgency(audience: str) -> int:
    """The chair first, then the hall's screens, then everybody else."""
    return {"console": 0, "podium": 0, "screens": 1, "stage": 1, "public": 3}.get(audience, 2)
