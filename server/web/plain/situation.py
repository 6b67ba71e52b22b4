"""What is going on, in sentences, as `web_client/shared/situation.ts` says it."""

from typing import Final, Literal

from msgspec import UNSET

from server.web.plain.times import day, figures, time_of_day
from server.web.plain.words import Words
from server.wire.views import PublicView

Situation = Literal["scheduled", "suspended", "point", "called", "speaking", "held", "free", "closed"]

DAY_MS: Final = 86_400_000
SHORTLY_MS: Final = 3_600_000
"""Later than this nobody says "shortly" any more."""


def situation(view: PublicView) -> Situation:
    """Return which it is. "point": one of order is being decided (R30); "free": the chair has the floor (R25)."""
    phase = view.session.step.phase
    if phase == "closed":
        return "closed"
    if view.session.suspension is not UNSET:
        return "suspended"
    if view.point is not UNSET:
        return "point"
    if view.floor is not UNSET:
        return view.floor.status
    return "scheduled" if phase == "scheduled" else "free"


def sentences(words: Words, now_ms: int) -> list[str]:
    """Return what is going on; where there is a second sentence, it says what comes next."""
    view = words.view
    match situation(view):
        case "scheduled":
            return [_scheduled(words, now_ms)]
        case "suspended":
            return _suspended(words, now_ms)
        case "point":
            return _point(words)
        case "closed":
            return [words("say-closed"), words("say-thanks")]
        case "free":
            return [
                words("floor-chair"),
                *(words("say-next", name=words.seat(n.seat)) for n in view.next[:1]),
            ]
        case "held":
            reason = "technical" if view.floor is UNSET else view.floor.hold_reason or "technical"
            return [words("say-held", reason=words(f"hold-{reason}"))]
        case _:
            return [words("floor-speaking")]


def _scheduled(words: Words, now_ms: int) -> str:
    """The planned window holds on its own day; on another one the session opens when it is opened (R2)."""
    start_ms, zone = words.view.session.planned_start_ms, words.view.dialogue.timezone
    time, date = time_of_day(start_ms, zone), day(start_ms, zone, words.lang)
    if now_ms > start_ms:
        soon = now_ms - start_ms < SHORTLY_MS
        return words("say-scheduled-soon" if soon else "say-scheduled", time=time)
    today = start_ms - now_ms < DAY_MS and day(now_ms, zone, words.lang) == date
    return words("say-scheduled-today" if today else "say-scheduled-day", time=time, day=date)


def _point(words: Words) -> list[str]:
    point, floor = words.view.point, words.view.floor
    assert point is not UNSET  # noqa: S101 - by `situation`
    # Who was only called has no clock that could stand still.
    stands = floor is not UNSET and floor.clock.held_at_ms is not UNSET
    decides = words("say-point-stands" if stands else "say-point-decides")
    return [words("say-point", name=words.seat(point.seat)), decides]


def _suspended(words: Words, now_ms: int) -> list[str]:
    suspension = words.view.session.suspension
    assert suspension is not UNSET  # noqa: S101 - by `situation`
    said = words(f"suspended-{suspension.reason}")
    if suspension.resume_at_ms is UNSET:
        return [said, words("say-resumes-unknown")]
    if suspension.resume_at_ms <= now_ms:
        return [said, words("say-resumes-soon")]
    return [
        said,
        words("say-resumes-at", time=time_of_day(suspension.resume_at_ms, words.view.dialogue.timezone)),
    ]


def list_sentence(words: Words, now_ms: int) -> str:
    """Return the last call with the time it leaves, or that the list is closed; empty while it is open (R18)."""
    session = words.view.session
    if session.suspension is not UNSET or session.step.phase in {"closing", "closed"}:
        return ""
    ends_ms = session.last_call_ends_ms
    if not session.list_open or (ends_ms is not UNSET and ends_ms <= now_ms):
        return words("say-list-closed")
    return "" if ends_ms is UNSET else words("say-last-call", time=figures(ends_ms - now_ms))


def presides_sentence(words: Words) -> str:
    """Return who presides, where it is not the chair itself (R4, R8), whose seats' first it is; else nothing."""
    view = words.view
    chairs = (seat for seat, found in view.seats.items() if view.parties[found.party].kind == "chair")
    presiding = view.session.presiding
    return "" if next(chairs, presiding) == presiding else words("say-presides", name=words.seat(presiding))
