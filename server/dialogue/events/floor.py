"""The floor (R19-R25)."""

from server.dialogue.events.base import EventBase
from server.dialogue.ids import IssueId, StatementId
from server.dialogue.values import HoldReason, Pin, Signal, Statement


class Called(EventBase, frozen=True):
    statement: Statement


class CallWithdrawn(EventBase, frozen=True):
    """The call is taken back; what was called returns to its place."""

    statement: StatementId


class NotHere(EventBase, frozen=True):
    """R20: called in vain. The first time the request goes three places down, then the seat is away."""

    statement: StatementId
    pin: Pin | None
    away: bool


class NotHereReverted(EventBase, frozen=True):
    """Compensates NotHere."""

    statement: Statement
    pins: tuple[Pin, ...]


class Started(EventBase, frozen=True):
    statement: StatementId
    issues: tuple[IssueId, ...] = ()
    """Issues filed beforehand by this seat, raised by this statement (R26)."""


class Ended(EventBase, frozen=True):
    statement: StatementId
    interpreting: bool = False
    """Its interpreter has not finished: nobody starts before that (R24)."""


class InterpretationFinished(EventBase, frozen=True):
    statement: StatementId


class InterpretationReverted(EventBase, frozen=True):
    """Compensates InterpretationFinished: it is still interpreted."""

    statement: StatementId


class Held(EventBase, frozen=True):
    statement: StatementId
    reason: HoldReason


class Resumed(EventBase, frozen=True):
    statement: StatementId


class StatementReverted(EventBase, frozen=True):
    """Compensates Held, Resumed and StartMoved: the clock is as it was."""

    statement: Statement


class TimeAdjusted(EventBase, frozen=True):
    statement: StatementId
    by_ms: int


class StartMoved(EventBase, frozen=True):
    statement: StatementId
    started_at_ms: int


class Voided(EventBase, frozen=True):
    """A start that was a mistake (R24); also compensates Started."""

    statement: StatementId


class FloorRestored(EventBase, frozen=True):
    """Compensates Ended, Voided and CallWithdrawn: the speech goes on as it was, the gap counts as held (R6)."""

    statement: Statement


class Signalled(EventBase, frozen=True):
    statement: StatementId
    signal: Signal


FloorEvent = (
    Called
    | CallWithdrawn
    | NotHere
    | NotHereReverted
    | Started
    | Ended
    | InterpretationFinished
    | InterpretationReverted
    | Held
    | Resumed
    | StatementReverted
    | TimeAdjusted
    | StartMoved
    | Voided
    | FloorRestored
    | Signalled
)
