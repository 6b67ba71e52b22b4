"""The versions of one audience's view: the newest whole, and the changes that led to it, for who comes back."""

from collections import deque
from typing import Final

import msgspec

from server.access.seal import Seal
from server.wire.messages import Change
from server.wire.patch import PlainView, diff
from server.wire.project import Projection
from server.wire.views.configuration import PreparedConfiguration

KEPT: Final = 256
"""Changes kept for clients that resume: minutes of a lively dialogue."""

encode = msgspec.json.Encoder().encode


class Differ:
    """Diffs the views of audiences between two projections; what all share is diffed once."""

    def __init__(self) -> None:
        self._between: tuple[Projection, Projection] | None = None
        self._public: PlainView = {}

    def patch(self, audience: str, old: Projection, new: Projection) -> PlainView:
        """Return the patch for an audience; empty if its view did not change."""
        return self._public_patch(old, new) | diff(old.own(audience), new.own(audience))

    def _public_patch(self, old: Projection, new: Projection) -> PlainView:
        if self._between is None or self._between[0] is not old or self._between[1] is not new:
            self._public = diff(old.public, new.public)
            self._between = (old, new)
        return self._public


class Stream:
    """One audience's view. `seq` counts its own changes; which entry of the journal made the last one is sealed.

    So whatever is done that this audience is not shown moves nothing here. While nobody is looking it may stand still:
    `advance` then makes one change of all that happened meanwhile, by diffing two views. Patches are never merged.
    """

    def __init__(self, audience: str, projection: Projection, entry: int, seal: Seal) -> None:
        self.audience = audience
        self.seq = 0
        self._projection = projection
        self._seal = seal
        self._changes: deque[bytes] = deque(maxlen=KEPT)
        """The last ones, up to `seq`."""
        self._whole: dict[bool, bytes] = {}
        self._changed_by(entry)

    def advance(self, projection: Projection, entry: int, differ: Differ) -> bytes | None:
        """Go to a later projection; return the `Change` as JSON text, None if the view is the same."""
        if projection is self._projection:
            return None
        patch = differ.patch(self.audience, self._projection, projection)
        self._projection = projection
        if not patch:
            return None
        self.seq += 1
        self._changed_by(entry)
        payload = encode(Change(prev=self.seq - 1, seq=self.seq, as_of=self.as_of, patch=patch))
        self._changes.append(payload)
        return payload

    def begin_anew(self, projection: Projection, entry: int) -> None:
        """Go to a projection to which no change leads; that counts as one. Raises what keeps the view from being."""
        projection.view(self.audience)
        self._projection = projection
        self._changes.clear()
        self.seq += 1
        self._changed_by(entry)

    def _changed_by(self, entry: int) -> None:
        self.entry = entry
        self.as_of = self._seal.close(self.audience, entry)
        self._whole.clear()

    @property
    def view(self) -> PlainView:
        """The view as plain objects, shared: do not change it."""
        return self._projection.view(self.audience)

    @property
    def configuration(self) -> PreparedConfiguration:
        """What the view builds on."""
        return self._projection.configuration

    def whole(self, epoch: str, *, complete: bool = False) -> bytes:
        """Return the `ViewMessage` as JSON text, encoded once for everybody who needs it.

        `complete`: with the configuration, for who does not hold it.
        """
        if complete not in self._whole:
            fixed = self.configuration
            message = {
                "epoch": epoch,
                "seq": self.seq,
                "as_of": self.as_of,
                "config": fixed.hash,
                "view": diff(fixed.plain, self.view),
            }
            if complete:
                message["configuration"] = msgspec.Raw(fixed.encoded)
            self._whole[complete] = encode(message)
        return self._whole[complete]

    def since(self, seq: int) -> list[bytes] | None:
        """Return the changes that lead from `seq` to now, oldest first; None if they are not all here."""
        missed = self.seq - seq
        if not 0 <= missed <= len(self._changes):
            return None
        return list(self._changes)[len(self._changes) - missed :]
