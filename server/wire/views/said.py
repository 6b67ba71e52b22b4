"""What every public face says, decided once: which situation this is, which sentences say so, in which words.

Faces and script-free pages put it into words of the catalogues, and decide nothing.
"""

from typing import Literal

from msgspec import UNSET, UnsetType

from server.dialogue.model.ids import PartyId, SeatId
from server.dialogue.model.values import HeldBecause
from server.wire.views.base import View

Situation = Literal["scheduled", "suspended", "point", "called", "speaking", "held", "free", "closed"]
"""Point: one of order is being decided (R30). Free: the chair has the floor (R25)."""

LaneWord = Literal[
    "remarks",
    "intervention",
    "statement",
    "reply",
    "question",
    "reply_and_question",
    "follow_up",
    "answer",
    "right_of_reply",
]
"""What a statement is called: procedure knows its lane, people what its links make of it (R12); `lane-…`."""

SentenceId = Literal[
    "say-scheduled-day",
    "say-scheduled-today",
    "say-scheduled-soon",
    "say-scheduled",
    "suspended-break",
    "suspended-interpretation",
    "suspended-technical",
    "suspended-order_in_hall",
    "suspended-medical",
    "say-resumes-at",
    "say-resumes-soon",
    "say-resumes-unknown",
    "say-point",
    "say-point-stands",
    "say-point-decides",
    "say-held",
    "floor-chair",
    "floor-speaking",
    "say-next",
    "say-closed",
    "say-thanks",
    "say-last-call",
    "say-list-closed",
    "say-presides",
]


class Phrase(View, frozen=True, kw_only=True):
    """A sentence of the catalogues, and what fills it in."""

    say: SentenceId
    from_ms: int | UnsetType = UNSET
    """It holds from this instant on."""
    seat: SeatId | UnsetType = UNSET
    """`$name`."""
    reason: HeldBecause | UnsetType = UNSET
    """`$reason`, in the words of `hold-…`."""
    at_ms: int | UnsetType = UNSET
    """`$time` of the day, and `$day`."""
    until_ms: int | UnsetType = UNSET
    """`$time` that is left until then."""


Sentence = tuple[Phrase, ...]
"""One sentence in the order of time, for views do not tick: of its phrases the last one holds whose instant has come.

The first has no instant. Empty: there is nothing to say.
"""


class Said(View, frozen=True, kw_only=True):
    """What there is to say of this moment."""

    situation: Situation
    sentences: tuple[Sentence, ...]
    """What is going on; where there is a second one, it says what comes next."""
    list: Sentence
    """The last call, or that the list is closed (R18)."""
    presides: Sentence
    """Who presides, where it is not the chair itself (R4, R8)."""
    shows_next: bool
    """The next speakers are on show, be it that there is none."""
    day_ms: int
    """An instant of the day on which it is held: when it was opened, else when that is planned (R2)."""


class RecordLine(View, frozen=True, kw_only=True):
    """A line of what is on record about an issue (R28); `observer-issue-…`."""

    say: Literal["open", "unanswered", "replied", "written", "acknowledged"]
    count: int | UnsetType = UNSET
    """Of replies."""
    parties: tuple[PartyId, ...] | UnsetType = UNSET
    """Whose they are."""
