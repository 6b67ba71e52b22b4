"""Sends each audience what changes for it: computed and encoded once, however many look on."""

import secrets
from collections.abc import Iterable
from typing import NamedTuple

from server.dialogue.decider import Known
from server.live.fastpath import Broadcaster
from server.live.stream import Differ, Stream, encode
from server.wire.messages import Beat
from server.wire.project import Projection, project


class Due(NamedTuple):
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

    def send_by(self, broadcaster: Broadcaster) -> None:
        """Use this broadcaster, which for its part asks `catch_up`."""
        self._broadcaster = broadcaster

    def publish(self, known: Known, *, anew: bool = False) -> None:
        """Send each audience that somebody is in what this state changes for it, if anything.

        `anew`: the state does not follow from the one before; everybody is sent the whole view.
        """
        self._projection, self._seq = project(*known), known.state.seq
        if anew:
            self.epoch = secrets.token_hex(8)
            self._streams.clear()
        self._note_configuration()
        for audience in sorted(self._counts, key=_urgency):
            stream = self._stream(audience)
            payload = stream.advance(self._projection, self._seq, self._differ)
            if anew:
                self._sender.broadcast(audience, "view", stream.whole(self.epoch))
            elif payload is not None:
                self._sender.broadcast(audience, "change", payload)

    def join(self, sid: str, audience: str, epoch: str, seq: int, config: str) -> None:
        """Let a client in, and send it what it needs to go on from `seq`, or the whole view.

        `config`: the hash of the configuration that it holds.

        Never awaits, so that no change can come between view and membership. Raises LookupError if it is gone.
        """
        due = self.due(audience, epoch, seq, config)
        self._sender.join(sid, audience)
        self._audience_of[sid] = audience
        self._counts[audience] = self._counts.get(audience, 0) + 1
        if due.view is not None:
            self._sender.send(sid, "view", due.view)
        for payload in due.changes:
            self._sender.send(sid, "change", payload)

    def due(self, audience: str, epoch: str, seq: int, config: str) -> Due:
        """Return what brings somebody who holds the view of `seq` up to date: the shorter of view and changes."""
        stream = self.current(audience)
        changes = stream.since(seq) if epoch == self.epoch else None
        whole = stream.whole(self.epoch, complete=config != stream.configuration.hash)
        if changes is None or sum(map(len, changes)) > len(whole):
            return Due(stream.seq, whole, [])
        return Due(stream.seq, None, changes)

    def current(self, audience: str) -> Stream:
        """Return an audience's stream at the newest state: while nobody is in its room it may stand at an older one."""
        stream = self._stream(audience)
        if audience not in self._counts:
            stream.advance(self._projection, self._seq, self._differ)
        return stream

    def leave(self, sid: str) -> None:
        """Let a client go; one that never joined is no error."""
        self._sender.leave(sid)
        audience = self._audience_of.pop(sid, None)
        if audience is not None:
            self._counts[audience] -= 1
            if not self._counts[audience]:
                del self._counts[audience]

    def send_whole(self, sid: str) -> None:
        """Send a client its whole view and the configuration: it has nothing that it could rely on."""
        audience = self._audience_of.get(sid)
        if audience is not None:
            self._sender.send(sid, "view", self._stream(audience).whole(self.epoch, complete=True))

    def catch_up(self, sid: str) -> Iterable[tuple[str, bytes]]:
        """Return what brings a client up to date; nothing if it has not joined.

        Not the configuration, which it was given when it joined. If that has changed since, it will ask.
        """
        audience = self._audience_of.get(sid)
        return [] if audience is None else [("view", self._stream(audience).whole(self.epoch))]

    def configuration(self, config: str) -> bytes | None:
        """Return the configuration of that hash as JSON text, also an older one of this node's; None: unknown."""
        return self._configurations.get(config)

    def beat(self, *, public: bool) -> None:
        """Tell the public, or else everybody but the public, the seq of the last change for them."""
        for audience in self._counts:
            if (audience == "public") is public:
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
