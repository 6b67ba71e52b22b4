"""Points of order (R30)."""

from server.dialogue.events.base import EventBase
from server.dialogue.ids import PointId
from server.dialogue.values import Point, Ruling, Statement


class PointRaised(EventBase, frozen=True):
    point: Point


class PointWithdrawn(EventBase, frozen=True):
    point: PointId


class PointRecognised(EventBase, frozen=True):
    """The running clock freezes, back to `held_at_ms`; None where nobody was speaking."""

    point: PointId
    held_at_ms: int | None


class PointReverted(EventBase, frozen=True):
    """It waits again. Compensates PointRecognised (`statement`: the clock ran on) and PointWithdrawn."""

    point: PointId
    statement: Statement | None


class PointRuled(EventBase, frozen=True):
    """A ruling, or the correction of one; rulings are not undone (R6)."""

    point: PointId
    ruling: Ruling
    appealed: bool
