"""What the people of a rehearsal mean to do: drawn from a seed, before anything happens.

What then comes of it depends on what the others do, as in a real hall; the plan itself is the same for the same
seed and the same parties. Times are milliseconds of the dialogue, `share`s are of the time allotted.
"""

from typing import Literal

from msgspec import Struct

from server.dialogue.model.ids import PartyId, SeatId, ThemeId
from server.dialogue.model.state import Ruling, SuspendReason

SECOND, MINUTE = 1_000, 60_000

When = Literal["before", "interventions", "exchange", "never"]


class Manner(Struct, frozen=True):
    """How somebody speaks."""

    ready_ms: int
    """From the call to "I'm ready"."""
    share: float
    """Above 1: overruns."""


class Delegation(Struct, frozen=True):
    """A State's part."""

    manner: Manner
    when: When
    """In which phase it asks for the floor; "before": the dialogue opens."""
    after_ms: int
    """So long after that phase began."""
    replies: int
    """To how many issues it wants to reply."""
    asks: int
    """How many groups it wants to ask."""
    picks: tuple[float, ...]
    """Which ones: each a place among what there is, from 0 to 1."""
    links_late: bool
    """It asks for just the floor and says what it replies to while speaking."""
    withdraws_after_ms: int | None
    again: bool
    """It asks once more in the next round."""
    absent: bool
    """It is not in its place when it is called first."""
    bloc: tuple[PartyId, ...] = ()
    """It speaks on behalf of these as well."""


class Representative(Struct, frozen=True):
    """The part of one of a group's two."""

    manner: Manner
    filed: tuple[ThemeId, ...]
    """Themes of the issues filed before the opening."""
    live: ThemeId | None
    """Theme of an issue raised while speaking."""
    at_ms: int
    """So long after the first sight of a thing they act on it."""
    follows_up: bool
    answers: float
    """Below 0.5 the first seat of the group answers a question, else the second: drawn for each group."""
    writes: bool
    """The group promises a written reply to the first question it is asked."""


class Chair(Struct, frozen=True):
    """The chair's part. Statements are meant by their number in the session, counted from 1."""

    pauses_ms: tuple[int, ...]
    """Between two acts, in turn."""
    holds: dict[int, float]
    """Interpretation asks for a pause at that share of the statement."""
    adjusts: dict[int, int]
    """So much time is added, or taken."""
    slip: int
    """This statement is ended too early by mistake; the act is undone."""
    moves_up: int
    """Once so many were called in the exchange, the last in the list is moved to its top."""
    patience_ms: int
    """How far a speaker may overrun."""


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


class Plan(Struct, frozen=True):
    """Everybody's part."""

    chair: Chair
    delegations: dict[SeatId, Delegation]
    representatives: dict[SeatId, Representative]
    incidents: Incidents | None = None
