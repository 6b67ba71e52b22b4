"""The session: steps, planned end, suspension, who presides (R1-R4, R39)."""

from server.dialogue.events.base import EventBase
from server.dialogue.ids import RequestId, SlotId
from server.dialogue.incidents import Suspension
from server.dialogue.setup import Setup
from server.dialogue.values import Slot, Statement, Step, SuspendReason


class Created(EventBase, frozen=True):
    """The first event of every journal: the configuration as it was then."""

    setup: Setup


class StepMoved(EventBase, frozen=True):
    """The chair moved to the next step; slots and requests that the move dropped are named."""

    step: Step
    planned_end_ms: int
    slots: tuple[Slot, ...] = ()
    """The line-up of a round that begins."""
    lapsed_slots: tuple[SlotId, ...] = ()
    lapsed_requests: tuple[RequestId, ...] = ()


class StepReverted(EventBase, frozen=True):
    """Compensates StepMoved."""

    step: Step
    step_since_ms: int
    opened_at_ms: int | None
    planned_end_ms: int | None
    """None: the move had left it alone, so an extension since then stays (R2)."""
    lineup: tuple[SlotId, ...]
    removed_slots: tuple[SlotId, ...]
    restored_slots: tuple[SlotId, ...]


class Extended(EventBase, frozen=True):
    planned_end_ms: int


class Suspended(EventBase, frozen=True):
    reason: SuspendReason
    resume_at_ms: int | None


class SessionResumed(EventBase, frozen=True):
    pass


class SuspensionReverted(EventBase, frozen=True):
    """Compensates Suspended and SessionResumed; `statement` is the held speech as it was before."""

    suspension: Suspension | None
    statement: Statement | None


class ChairAsked(EventBase, frozen=True):
    """Another console asks to preside; the active one can refuse for as long as the rules say (R4)."""

    console: str


class ChairRefused(EventBase, frozen=True):
    console: str


class ChairTaken(EventBase, frozen=True):
    console: str


class Reopened(EventBase, frozen=True):
    """The close is taken back within the time the rules give (R39)."""

    step: Step
    requests: tuple[RequestId, ...]


SessionEvent = (
    Created
    | StepMoved
    | StepReverted
    | Extended
    | Suspended
    | SessionResumed
    | SuspensionReverted
    | ChairAsked
    | ChairRefused
    | ChairTaken
    | Reopened
)
