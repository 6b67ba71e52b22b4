"""What goes out of the ordinary in a rehearsal: which kinds is fixed, who, when and how is drawn from the seed."""

from msgspec import Struct

from server.dialogue.model.ids import PartyId, SeatId
from server.dialogue.model.values import Ruling, SuspendReason


class Incidents(Struct, frozen=True):
    """`…_after`: once so many were heard in the exchange; `…_ms`: of the dialogue."""

    leaves: SeatId
    """Leaves the hall during the interventions, and comes back (R7)."""
    substituted: SeatId
    """Leaves the hall too; a substitute comes back in its place, until the closing (R7)."""
    leaves_ms: int
    interrupts: SeatId
    """Raises a point of order during a reply (R30)."""
    interrupts_ms: int
    """So long after the reply began."""
    ruling: Ruling
    appealed: bool
    has_second_thoughts: SeatId
    """Raises a point of order during the suspension, and withdraws it."""
    speaks_for: SeatId
    """Speaks on behalf of `bloc` (R17)."""
    bloc: tuple[PartyId, ...]
    makes_way: SeatId
    """Of the bloc; withdraws its own request when it is offered to."""
    replies: SeatId
    """Asks for a right of reply (R31)."""
    not_ready: SeatId
    """Says so when its group's slot is called first (R11)."""
    cedes: SeatId
    """Gives the rest of its group's slot to the colleague (R22)."""
    merge_after: int
    guest_after: int
    guest_ms: int
    """Time given to an unplanned guest (R32)."""
    suspend_after: int
    suspend_ms: int
    reason: SuspendReason
    deputy_after: int
    deputy_ms: int
    """So long the deputy presides (R4)."""
