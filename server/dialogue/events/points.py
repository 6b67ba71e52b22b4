"""Points of order (R30)."""

from server.dialogue.events.base import EventBase
from server.dialogue.ids import PointId
from server.dialogue.incidents import Point
from server.dialogue.values import Ruling, Statement


class PointRaised(EventBase, frozen=True):
    point: Point


class PointWithdrawn(EventBase, frozen=True):
    point: PointId


class PointRecognised(EventBase, frozen=True):
    """The running clock freezes, back to `held_at_ms`; None where nobody was speaking.

    `length_ms`: the time the point is given; the default is that of journals from before it had a clock.
    """

    point: PointId
    held_at_ms: int | None
    length_ms: int = 60_000


class PointReverted(EventBase, frozen=True):
    """It waits again. Compensates PointRecognised (`statement`: the clock ran on) and PointWithdrawn."""

    point: PointId
    statement: Statement | None


class PointRuled(EventBase, frozen=True):
    """A ruling, or the correction of one; rulings are not undone (R6)."""

    point: PointId
    ruling: Ruling
    appealed: bool


PointsEvent = PointRaised | PointWithdrawn | PointRecognised | PointReverted | PointRuled
