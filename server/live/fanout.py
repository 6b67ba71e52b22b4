"""Sends each audience what changes for it: computed and encoded once, however many look on."""

import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

import structlog

from server.access.seal import Seal
from server.dialogue.decider import Known
from server.live.fastpath import Broadcaster
from server.live.stream import Differ, Stream, encode
from server.wire.messages import Accepted, Beat, Held
from server.wire.project import Projection, project

log = structlog.get_logger(__name__)


class NoView(Exception):
    """An audience's view cannot be made of the state; the error is in the log."""


class Missed(NamedTuple):
    """What brings a client to `seq` of its audience, which entry `entry` made: a whole view or changes, as JSON."""

    seq: int
    entry: int
    view: bytes | None
    changes: list[bytes]


class Fanout:
    """The streams of all audiences, and who is in which.

    An audience is "public", "screens", "stage", "podium", "console" or "seat:<id>"; its room has the same name. The
    epoch is new with each start of the server, for what a client may resume from is kept in memory only; so it is
    another one on each node, and after the journal went on another way. Under it each audience counts its own changes:
    nothing that it is sent tells of an act that it is not shown. Numbers of entries stay here, or leave sealed.
    """

    def __init__(self, known: Known, seal: Seal) -> None:
        self.epoch = secrets.token_hex(8)
        self._seal = seal
        self._projection: Projection = project(*known)
        self._entry = known.state.seq
        self._differ = Differ()
        self._streams: dict[str, Stream] = {}
        self._audience_of: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        self._settled: dict[str, int] = {}
        self._configurations: dict[str, bytes] = {}
        self._erased = len(known.state.erased)
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
        with it if that is another. So it is where somebody was erased. Raises ExceptionGroup, of what kept a view from
        being made, once everybody else has been sent theirs.
        """
        held = self._projection.configuration.hash
        self._projection, self._entry = project(*known), known.state.seq
        if (
            len(known.state.erased) > self._erased
        ):  # whoever was erased is named in what is kept to be sent again
            self._erased, anew = len(known.state.erased), True
            self._configurations.clear()
        complete = anew and self._projection.configuration.hash != held
        if anew:
            self.epoch = secrets.token_hex(8)
            self._streams.clear()
            self._failing.clear()
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
        stream, payload = self._stream(audience), None
        if audience in self._failing:
            stream.begin_anew(self._projection, self._entry)
            anew = True
        else:
            payload = stream.advance(self._projection, self._entry, self._differ)
        if anew:
            self._sender.broadcast(audience, "view", stream.whole(self.epoch, complete=complete))
        elif payload is not None:
            self._sender.broadcast(audience, "change", payload)
        self._failing.pop(audience, None)

    def retry(self) -> None:
        """Try again what failed at the last state; to be called now and then."""
        for audience in self.failing:
            with suppress(Exception):  # it is in the log since it failed first
                self._advance(audience, anew=True)

    def join(self, sid: str, audience: str, held: Held) -> None:
        """Let a client in, and send it what it needs to go on from what it holds, or the whole view.

        Never awaits, so that no change can come between view and membership. Raises LookupError if it is gone. Where
        the view cannot be made now, it is sent as soon as it can.
        """
        try:
            missed = self.missed(audience, held)
        except NoView:
            missed = Missed(held.seq, 0, None, [])
        self._sender.join(sid, audience)
        self._audience_of[sid] = audience
        self._counts[audience] = self._counts.get(audience, 0) + 1
        if missed.view is not None:
            self._sender.send(sid, "view", missed.view)
        for payload in missed.changes:
            self._sender.send(sid, "change", payload)
        for event, payload in self._companions_of(audience):
            self._sender.send(sid, event, payload)

    def missed(self, audience: str, held: Held) -> Missed:
        """Return what brings somebody up to date: the shorter of view and changes.

        Raises `NoView`.
        """
        stream = self.current(audience)
        resumes = held.epoch == self.epoch and self.seen(audience, held) is not None
        changes = stream.since(held.seq) if resumes else None
        whole = stream.whole(self.epoch, complete=held.config != stream.configuration.hash)
        if changes is None or sum(map(len, changes)) > len(whole):
            return Missed(stream.seq, stream.entry, whole, [])
        return Missed(stream.seq, stream.entry, None, changes)

    def seen(self, audience: str, held: Held) -> int | None:
        """Return the entry that a client is not to be shown less than, 0 if it names none; None: it made that up."""
        newest = 0
        for sealed in filter(None, (held.as_of, held.acted)):
            entry = self._seal.open(audience, sealed)
            if entry is None:
                return None
            newest = max(newest, entry)
        return newest

    def accepted(self, audience: str, entry: int) -> Accepted:
        """Return what somebody of an audience is told whose act is that entry, published already."""
        try:
            with self._noting(audience):
                seq = self._newest(audience).seq
        except NoView:
            seq = self._stream(audience).seq + 1  # as which it is sent the whole, as soon as that can be made
        return Accepted(epoch=self.epoch, seq=seq, as_of=self._seal.close(audience, entry))

    def current(self, audience: str) -> Stream:
        """Return an audience's stream at the newest state: while nobody is in its room it may stand at an older one.

        Raises `NoView`.
        """
        with self._noting(audience):
            stream = self._newest(audience)
            stream.whole(self.epoch)
        return stream

    def _newest(self, audience: str) -> Stream:
        stream = self._stream(audience)
        if audience not in self._counts:
            stream.advance(self._projection, self._entry, self._differ)
        return stream

    @contextmanager
    def _noting(self, audience: str) -> Iterator[None]:
        """Raise `NoView` where an audience's view cannot be made, and leave it to `retry`."""
        if audience in self._failing:
            raise NoView(audience)
        try:
            yield
        except Exception as error:
            log.exception("a view could not be made", audience=audience, seq=self._entry)
            self._failing[audience] = None
            raise NoView(audience) from error

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
                stream = self._stream(audience)
                self._settled[audience] = stream.entry
                self._sender.broadcast(audience, "beat", encode(Beat(seq=stream.seq)))

    def lacks(self, audience: str, as_of: str, settled: int | None = None) -> bool:
        """Whether a view is older than everybody's in the audience should be by now: than at the last beat.

        `settled`: the entry that its holder was told of, where no beats come.
        """
        due = self._settled.get(audience, 0) if settled is None else settled
        return (self._seal.open(audience, as_of) or 0) < due

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
            stream = self._streams[audience] = Stream(audience, self._projection, self._entry, self._seal)
        return stream


def _urgency(audience: str) -> int:
    """The chair first, then the hall's screens, then everybody else."""
    return {"console": 0, "podium": 0, "screens": 1, "stage": 1, "public": 3}.get(audience, 2)
