"""The versions of one audience's view: the newest whole, and the changes that led to it, for who comes back."""

from collections import deque
from typing import Final, NamedTuple

import msgspec

from server.wire.messages import Change
from server.wire.patch import PlainView, diff
from server.wire.project import Projection
from server.wire.views.configuration import PreparedConfiguration

KEPT: Final = 256
"""Changes kept for clients that resume: minutes of a lively dialogue."""

encode = msgspec.json.Encoder().encode


class _Step(NamedTuple):
    prev: int
    payload: bytes


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
    """One audience's view. `seq` is that of the last entry that changed it, as far as somebody was looking.

    While nobody is, it may stand still: `advance` then makes one change of all that happened meanwhile, by diffing
    two views. Patches are never merged.
    """

    def __init__(self, audience: str, projection: Projection, seq: int) -> None:
        self.audience = audience
        self.seq = seq
        self._projection = projection
        self._steps: deque[_Step] = deque(maxlen=KEPT)
        self._whole: dict[bool, bytes] = {}

    def advance(self, projection: Projection, seq: int, differ: Differ) -> bytes | None:
        """Go to a later projection; return the `Change` as JSON text, None if the view is the same."""
        if projection is self._projection:
            return None
        patch = differ.patch(self.audience, self._projection, projection)
        self._projection = projection
        if not patch:
            return None
        payload = encode(Change(prev=self.seq, seq=seq, patch=patch))
        self._steps.append(_Step(self.seq, payload))
        self.seq = seq
        self._whole.clear()
        return payload

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
                "config": fixed.hash,
                "view": diff(fixed.plain, self.view),
            }
            if complete:
                message["configuration"] = msgspec.Raw(fixed.encoded)
            self._whole[complete] = encode(message)
        return self._whole[complete]

    def since(self, seq: int) -> list[bytes] | None:
        """Return the changes that lead from `seq` to now, oldest first; None if they are not all here."""
        if seq == self.seq:
            return []
        steps = list(self._steps)
        start = next((index for index, step in enumerate(steps) if step.prev == seq), None)
        return None if start is None else [step.payload for step in steps[start:]]
