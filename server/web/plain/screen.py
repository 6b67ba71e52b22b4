"""The page /screen: who speaks, or the list, for a wall. One language; the public's scene, for no link reaches us."""

from typing import Final, Literal

from msgspec import UNSET, UnsetType

from server.dialogue.model.setup import Language
from server.web.plain import parts
from server.web.plain.html import Html, el, many
from server.web.plain.situation import sentences, situation
from server.web.plain.times import time_of_day
from server.web.plain.words import Words
from server.wire.views import FloorView, PublicView

Scene = Literal["speaker", "list"]
SCENES: Final[tuple[Scene, ...]] = ("speaker", "list")


def screen(view: PublicView, lang: Language, now_ms: int, scene: Scene) -> Html:
    """Draw the page at one moment. The session's state outranks the scene: a list in a suspension would mislead."""
    words = Words(view, lang)
    kind, floor, said = situation(view), view.floor, sentences(words, now_ms)
    if kind in {"scheduled", "suspended", "point", "closed"}:
        timed = parts.point_clock(words, now_ms) if kind == "point" else None
        shown = many(timed, parts.saying(said))
    elif scene == "list":
        shown = _list(words, floor, now_ms)
    elif floor is UNSET:
        shown = many(parts.saying(said[:1]), _next(words))
    else:
        shown = many(_speaker(words, floor, said, now_ms), _next(words))
    return el(
        "div",
        parts.rehearsal(words),
        _top(words, scene, now_ms),
        el("main", shown, parts.message(words)),
        class_=f"plain p-screen p-{kind}",
        lang=lang,
    )


def _top(words: Words, scene: Scene, now_ms: int) -> Html:
    zone = words.view.dialogue.timezone
    updated = words("hall-stale", time=time_of_day(now_ms, zone, seconds=True))
    return el("header", el("h1", words("hall-list") if scene == "list" else words.step()), el("p", updated))


def _speaker(words: Words, floor: FloorView, said: list[str], now_ms: int) -> Html:
    return el(
        "section",
        parts.clock(words, floor.clock, now_ms),
        el("p", ". ".join(said), class_="p-state"),
        el("h2", parts.mark(words, floor.party), " ", words.seat(floor.seat)),
        el("p", parts.whose(words, floor, "hall-in-language")),
        parts.relations(words, floor),
    )


def _next(words: Words) -> Html | None:
    shown = parts.next_speakers(words)
    return None if shown is None else el("section", el("h3", words("hall-next")), shown, class_="p-next")


def _list(words: Words, floor: FloorView | UnsetType, now_ms: int) -> Html:
    speaking = None
    if floor is not UNSET:
        name = el("h2", parts.mark(words, floor.party), " ", words.seat(floor.seat))
        speaking = many(parts.clock(words, floor.clock, now_ms) or el("p", words("floor-speaking")), name)
    more = words.view.waiting - len(words.view.next)
    note = words("hall-list-more", count=more) if more > 0 else None
    if not words.view.next:
        note = words("hall-list-empty")
    return el(
        "section", speaking, parts.next_speakers(words), el("p", note) if note else None, class_="p-list"
    )
