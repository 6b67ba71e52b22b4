"""What every public face says of a moment: which situation it is, and which sentences say so, in which words.

Decided once, by what the public sees and nothing else. Faces and script-free pages put it into words of the
catalogues, and decide nothing.
"""

from datetime import datetime
from typing import Final, Literal
from zoneinfo import ZoneInfo

from msgspec import UNSET, UnsetType

from server.dialogue.model.ids import SeatId
from server.dialogue.model.state import HeldBecause
from server.wire.views.base import View
from server.wire.views.configuration import Configuration
from server.wire.views.floor import FloorView, NextView, PointView, SessionView, SuspensionView

Situation = Literal["scheduled", "suspended", "point", "called", "speaking", "held", "free", "closed"]
"""Point: one of order is being decided (R30). Free: the chair has the floor (R25)."""


SentenceId = Literal[
    "say-scheduled-day",
    "say-scheduled-today",
    "say-scheduled-soon",
    "say-scheduled",
    "say-asks-day",
    "say-asks-today",
    "say-asks",
    "suspended-break",
    "suspended-interpretation",
    "suspended-technical",
    "suspended-order_in_hall",
    "suspended-medical",
    "say-resumes-at",
    "say-resumes-anew",
    "say-resumes-soon",
    "say-resumes-unknown",
    "say-resumes-open",
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


SHORTLY_MS: Final = 3_600_000
"""Later than this nobody says "shortly" any more."""


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


def said(
    fixed: Configuration,
    session: SessionView,
    floor: FloorView | UnsetType,
    point: PointView | UnsetType,
    upcoming: tuple[NextView, ...],
) -> Said:
    """Decide what is said. `upcoming`: the next speakers that the public sees."""
    kind = _situation(session, floor, point)
    shown = upcoming or session.step.phase == "exchange" or session.last_call_ends_ms is not UNSET
    return Said(
        situation=kind,
        sentences=_sentences(kind, fixed, session, floor, point, upcoming),
        list=_list(session),
        presides=_presides(fixed, session),
        shows_next=bool(shown) and kind not in ("scheduled", "closed"),
        day_ms=session.planned_start_ms if session.opened_at_ms is UNSET else session.opened_at_ms,
    )


def _situation(session: SessionView, floor: FloorView | UnsetType, point: PointView | UnsetType) -> Situation:
    """The end outranks everything, a suspension a point of order, that the speech it holds."""
    phase = session.step.phase
    if phase == "closed":
        return "closed"
    if session.suspension is not UNSET:
        return "suspended"
    if point is not UNSET:
        return "point"
    if floor is not UNSET:
        return floor.status
    return "scheduled" if phase == "scheduled" else "free"


def _sentences(
    kind: Situation,
    fixed: Configuration,
    session: SessionView,
    floor: FloorView | UnsetType,
    point: PointView | UnsetType,
    upcoming: tuple[NextView, ...],
) -> tuple[Sentence, ...]:
    if kind == "scheduled":
        zone = ZoneInfo(fixed.dialogue.timezone)
        return _scheduled(session.planned_start_ms, zone), *_asks(session.asks_from_ms, zone)
    if session.suspension is not UNSET and kind == "suspended":
        return _suspended(session.suspension)
    if point is not UNSET and kind == "point":
        # Who was only called has no clock that could stand still.
        stands = floor is not UNSET and floor.clock.held_at_ms is not UNSET
        return _alone("say-point", seat=point.seat), _alone(
            "say-point-stands" if stands else "say-point-decides"
        )
    if kind == "closed":
        return _alone("say-closed"), _alone("say-thanks")
    if kind == "free":
        return _alone("floor-chair"), *(_alone("say-next", seat=one.seat) for one in upcoming[:1])
    if floor is not UNSET and kind == "held":
        return (_alone("say-held", reason=floor.hold_reason or "technical"),)
    return (_alone("floor-speaking"),)


def _midnight_ms(at_ms: int, zone: ZoneInfo) -> int:
    """When the day of an instant begins."""
    day = datetime.fromtimestamp(at_ms / 1000, zone).replace(hour=0, minute=0, second=0, microsecond=0)
    return int(day.timestamp() * 1000)


def _asks(from_ms: int | UnsetType, zone: ZoneInfo) -> tuple[Sentence, ...]:
    """R13: from when on States may ask for the floor."""
    if from_ms is UNSET:
        return ()
    phrases = (
        Phrase(say="say-asks-day", at_ms=from_ms),
        Phrase(say="say-asks-today", at_ms=from_ms, from_ms=_midnight_ms(from_ms, zone)),
        Phrase(say="say-asks", from_ms=from_ms),
    )
    return (phrases,)


def _scheduled(start_ms: int, zone: ZoneInfo) -> Sentence:
    """The planned window holds on its own day; on another one the session opens when it is opened (R2)."""
    return (
        Phrase(say="say-scheduled-day", at_ms=start_ms),
        Phrase(say="say-scheduled-today", at_ms=start_ms, from_ms=_midnight_ms(start_ms, zone)),
        Phrase(say="say-scheduled-soon", at_ms=start_ms, from_ms=start_ms + 1),
        Phrase(say="say-scheduled", from_ms=start_ms + SHORTLY_MS),
    )


def _suspended(suspension: SuspensionView) -> tuple[Sentence, ...]:
    """R3."""
    why: SentenceId = f"suspended-{suspension.reason}"  # type: ignore[assignment]  # a test has each reason
    at_ms = suspension.resume_at_ms
    is_anew = suspension.anew is not UNSET
    if at_ms is UNSET:
        return _alone(why), _alone("say-resumes-open" if is_anew else "say-resumes-unknown")
    resumes: SentenceId = "say-resumes-anew" if is_anew else "say-resumes-at"
    return _alone(why), (Phrase(say=resumes, at_ms=at_ms), Phrase(say="say-resumes-soon", from_ms=at_ms))


def _list(session: SessionView) -> Sentence:
    """R18: a last call that is over has closed the list, whether anybody acts or not."""
    if session.suspension is not UNSET or session.step.phase in {"closing", "closed"}:
        return ()
    if not session.list_open:
        return _alone("say-list-closed")
    ends_ms = session.last_call_ends_ms
    if ends_ms is UNSET:
        return ()
    return Phrase(say="say-last-call", until_ms=ends_ms), Phrase(say="say-list-closed", from_ms=ends_ms)


def _presides(fixed: Configuration, session: SessionView) -> Sentence:
    """The first of the chair's seats is the chair itself."""
    chairs = (seat for seat, found in fixed.seats.items() if fixed.parties[found.party].kind == "chair")
    presiding = session.presiding
    return () if next(chairs, presiding) == presiding else _alone("say-presides", seat=presiding)


def _alone(say: SentenceId, **filled: str) -> Sentence:
    return (Phrase(say=say, **filled),)  # type: ignore[arg-type]  # `seat` or `reason`
