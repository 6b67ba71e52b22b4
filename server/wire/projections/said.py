"""What public faces say of a moment, by what the public sees of it and nothing else."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from msgspec import UNSET, UnsetType

from server.dialogue.model.ids import PartyId, StatementId
from server.dialogue.model.setup import PartyKind
from server.dialogue.model.values import IssueFact, Lane
from server.wire import views
from server.wire.views.said import LaneWord, Phrase, RecordLine, Said, Sentence, SentenceId, Situation

SHORTLY_MS: Final = 3_600_000
"""Later than this nobody says "shortly" any more."""
BOTH: Final = {"replies_to", "asks"}


def said(
    fixed: views.Configuration,
    session: views.SessionView,
    floor: views.FloorView | UnsetType,
    point: views.PointView | UnsetType,
    upcoming: tuple[views.NextView, ...],
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


def _situation(
    session: views.SessionView, floor: views.FloorView | UnsetType, point: views.PointView | UnsetType
) -> Situation:
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
    fixed: views.Configuration,
    session: views.SessionView,
    floor: views.FloorView | UnsetType,
    point: views.PointView | UnsetType,
    upcoming: tuple[views.NextView, ...],
) -> tuple[Sentence, ...]:
    if kind == "scheduled":
        return (_scheduled(session.planned_start_ms, fixed.dialogue.timezone),)
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


def _scheduled(start_ms: int, timezone: str) -> Sentence:
    """The planned window holds on its own day; on another one the session opens when it is opened (R2)."""
    start = datetime.fromtimestamp(start_ms / 1000, ZoneInfo(timezone))
    midnight = start.replace(hour=0, minute=0, second=0, microsecond=0)
    return (
        Phrase(say="say-scheduled-day", at_ms=start_ms),
        Phrase(say="say-scheduled-today", at_ms=start_ms, from_ms=int(midnight.timestamp() * 1000)),
        Phrase(say="say-scheduled-soon", at_ms=start_ms, from_ms=start_ms + 1),
        Phrase(say="say-scheduled", from_ms=start_ms + SHORTLY_MS),
    )


def _suspended(suspension: views.SuspensionView) -> tuple[Sentence, ...]:
    """R3."""
    why: SentenceId = f"suspended-{suspension.reason}"  # type: ignore[assignment]  # a test has each reason
    at_ms = suspension.resume_at_ms
    if at_ms is UNSET:
        return _alone(why), _alone("say-resumes-unknown")
    resumes = Phrase(say="say-resumes-at", at_ms=at_ms), Phrase(say="say-resumes-soon", from_ms=at_ms)
    return _alone(why), resumes


def _list(session: views.SessionView) -> Sentence:
    """R18: a last call that is over has closed the list, whether anybody acts or not."""
    if session.suspension is not UNSET or session.step.phase in {"closing", "closed"}:
        return ()
    if not session.list_open:
        return _alone("say-list-closed")
    ends_ms = session.last_call_ends_ms
    if ends_ms is UNSET:
        return ()
    return Phrase(say="say-last-call", until_ms=ends_ms), Phrase(say="say-list-closed", from_ms=ends_ms)


def _presides(fixed: views.Configuration, session: views.SessionView) -> Sentence:
    """The first of the chair's seats is the chair itself."""
    chairs = (seat for seat, found in fixed.seats.items() if fixed.parties[found.party].kind == "chair")
    presiding = session.presiding
    return () if next(chairs, presiding) == presiding else _alone("say-presides", seat=presiding)


def _alone(say: SentenceId, **filled: str) -> Sentence:
    return (Phrase(say=say, **filled),)  # type: ignore[arg-type]  # `seat` or `reason`


def lane_word(lane: Lane, relations: tuple[views.Relation, ...], kind: PartyKind) -> LaneWord:
    """Return what a statement is called. `kind`: whose it is; a group's in the exchange is a follow-up (R14)."""
    if lane != "statement":
        return lane
    if kind == "group":
        return "follow_up"
    kinds = BOTH & {relation.kind for relation in relations}
    if kinds == BOTH:
        return "reply_and_question"
    if kinds:
        return "reply" if "replies_to" in kinds else "question"
    return "statement"


def record(
    replied: tuple[PartyId, ...],
    replies: tuple[StatementId, ...],
    facts: Mapping[PartyId, IssueFact],
    *,
    closed: bool,
) -> tuple[RecordLine, ...]:
    """Return what is on record about an issue: a line for the replies, and for each kind of fact. None is judged."""
    if not replies and not facts:
        return (RecordLine(say="unanswered" if closed else "open"),)
    lines = [RecordLine(say="replied", count=len(replies), parties=replied)] if replies else []
    for fact in ("written", "acknowledged"):
        by = tuple(party for party, found in facts.items() if found == fact)
        lines += [RecordLine(say=fact, parties=by)] if by else []
    return tuple(lines)
