"""The page /: who speaks and what comes next, then what was said and raised."""

from msgspec import UNSET

from server.dialogue.model.setup import Language
from server.web.plain import parts
from server.web.plain.html import Html, el, spaced
from server.web.plain.situation import list_sentence, presides_sentence, sentences, situation
from server.web.plain.so_far import so_far
from server.web.plain.times import time_of_day, zone_name
from server.web.plain.words import Words
from server.wire.views import PublicView


def observer(view: PublicView, lang: Language, now_ms: int) -> Html:
    """Draw the page at one moment."""
    words = Words(view, lang)
    return el(
        "div",
        parts.rehearsal(words),
        el("header", el("h1", words("observer-page")), _languages(words)),
        el(
            "main",
            _floor(words, now_ms),
            parts.message(words),
            _next(words, now_ms),
            _where(words),
            so_far(words),
        ),
        el("footer", _updated(words, now_ms)),
        class_="plain p-observer",
        lang=lang,
    )


def _languages(words: Words) -> Html:
    links = (
        el(
            "a",
            lang,
            href=f"?lang={lang}",
            lang=lang,
            hreflang=lang,
            aria_current="true" if lang == words.lang else None,
        )
        for lang in words.view.dialogue.languages
    )
    return el("nav", *(part for link in links for part in (link, " ")), aria_label=words("language-choose"))


def _floor(words: Words, now_ms: int) -> Html:
    kind, said, floor = situation(words.view), sentences(words, now_ms), words.view.floor
    if floor is UNSET or kind == "closed":
        shown = parts.saying(said[:1] if kind == "free" else said)
        timed = parts.point_clock(words, now_ms) if kind == "point" else None
        return el("section", timed, shown, class_=f"p-card p-{kind}")
    return el(
        "section",
        parts.point_clock(words, now_ms) if kind == "point" else None,
        el("p", ". ".join(said), class_="p-state"),
        el(
            "div",
            parts.mark(words, floor.party),
            el(
                "div",
                el("h2", words.seat(floor.seat)),
                el("p", parts.whose(words, floor, "observer-in-language")),
            ),
            parts.clock(words, floor.clock, now_ms),
            class_="p-speaker",
        ),
        parts.relations(words, floor),
        el("p", f"«{floor.text}»") if floor.text else None,
        class_=f"p-card p-{kind}",
    )


def _next(words: Words, now_ms: int) -> Html | None:
    view = words.view
    if situation(view) in {"scheduled", "closed"} or not (view.next or view.session.step.phase == "exchange"):
        return None
    more = view.waiting - len(view.next)
    notes = spaced(
        words("observer-more", count=more) if more > 0 else None,
        None if view.waiting else words("say-next-none"),
        list_sentence(words, now_ms),
    )
    return el(
        "section",
        el("h3", words("observer-next")),
        parts.next_speakers(words),
        el("p", notes) if notes else None,
    )


def _where(words: Words) -> Html | None:
    session = words.view.session
    if session.step.phase in {"scheduled", "closed"}:
        return None  # the sentence above says it all
    heard = words("heard-count", count=session.heard) if session.heard else None
    return el("p", spaced(words.step(), heard, presides_sentence(words)))


def _updated(words: Words, now_ms: int) -> Html:
    zone = words.view.dialogue.timezone
    return spaced(
        words("observer-updated", time=time_of_day(now_ms, zone, seconds=True)),
        words("observer-zone", zone=zone_name(zone)),
    )
