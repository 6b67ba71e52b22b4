"""The page /: who speaks and what comes next, then what was said and raised."""

from typing import Final

from msgspec import UNSET

from server.dialogue.ids import IssueId, PartyId
from server.dialogue.setup import Language
from server.web.plain import parts
from server.web.plain.html import Html, el, many, spaced
from server.web.plain.situation import list_sentence, presides_sentence, sentences, situation
from server.web.plain.times import day, duration, time_of_day, zone_name
from server.web.plain.words import Words
from server.wire.views import IssueView, PublicView, StatementView

SHORT: Final = 8
"""As many statements as a phone shows without much scrolling; the rest is folded away."""


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
            _rest(words),
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
        return el("section", parts.saying(said[:1] if kind == "free" else said), class_=f"p-card p-{kind}")
    return el(
        "section",
        el("p", ". ".join(said), class_="p-state"),
        el(
            "div",
            parts.mark(words, floor.party),
            el(
                "div",
                el("h2", words.seat(floor.seat)),
                el("p", parts.whose(words, floor, "observer-in-language")),
            ),
            parts.clock(words, floor, now_ms),
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


def _rest(words: Words) -> Html:
    return many(_story(words), _issues(words), _programme(words))


def _story(words: Words) -> Html:
    told = sorted(words.view.statements.values(), key=lambda statement: -statement.order)
    lines = [_told(words, statement) for statement in told]
    more = (
        el("details", el("summary", words("observer-story-more", count=len(told))), el("ol", *lines[SHORT:]))
        if len(told) > SHORT
        else None
    )
    none = None if told else el("p", words("observer-story-empty"))
    return el("section", el("h2", words("observer-story")), el("ol", *lines[:SHORT]), more, none)


def _told(words: Words, statement: StatementView) -> Html:
    titles = ", ".join(filter(None, map(words.issue_title, statement.issues)))
    did = [words("relation-raises", what=titles)] if titles else []
    for kind in ("answers", "replies_to", "asks"):
        targets = ", ".join(words.target(r) for r in statement.relations if r.kind == kind)
        did += [words(f"relation-{kind}", what=targets)] if targets else []
    when = spaced(
        time_of_day(statement.started_at_ms, words.view.dialogue.timezone),
        words.lane(statement.lane, statement.relations, statement.party),
        duration(statement.used_ms),
    )
    return el(
        "li",
        parts.mark(words, statement.party),
        el(
            "div",
            el("p", el("b", words.seat(statement.seat)), " ", "; ".join(did)),
            el("p", f"«{statement.text}»", lang=statement.language) if statement.text else None,
            el("p", el("small", when)),
        ),
    )


def _issues(words: Words) -> Html:
    order = list(words.view.parties)
    shown = sorted(
        ((key, issue) for key, issue in words.view.issues.items() if not issue.detached),
        key=lambda pair: (
            order.index(pair[1].party),
            [int(n) for n in pair[1].number.split(".") if n.isdigit()],
        ),
    )
    unanswered = sum(not issue.replies for _, issue in shown)
    return el(
        "section",
        el("h2", words("observer-issues")),
        el("p", words("observer-issues-open", count=unanswered) if shown else words("observer-issues-empty")),
        el("ul", *(_issue(words, key, issue) for key, issue in shown)),
    )


def _issue(words: Words, key: IssueId, issue: IssueView) -> Html:
    def names(parties: tuple[PartyId, ...]) -> str:
        return ", ".join(map(words.party, parties))

    to = f" ({words('observer-issue-to', names=names(issue.addressees))})" if issue.addressees else ""
    replied = words("observer-issue-replied", count=len(issue.replies), names=names(issue.replied_by))
    return el(
        "li",
        parts.mark(words, issue.party),
        el(
            "div",
            el(
                "p",
                el("b", words.issue_code(key)),
                " · ",
                el("span", words.issue_title(key), lang=issue.language if issue.title else None),
                to,
            ),
            el("p", el("small", replied if issue.replies else words("observer-issue-open"))),
        ),
    )


def _programme(words: Words) -> Html:
    view = words.view
    zone, opened = view.dialogue.timezone, view.session.opened_at_ms
    start_ms = view.session.planned_start_ms
    planned = words(
        "observer-planned",
        start=time_of_day(start_ms, zone),
        end=time_of_day(view.session.planned_end_ms, zone),
    )
    date = day(start_ms if opened is UNSET else opened, zone, words.lang)
    return el(
        "details",
        el("summary", words("observer-programme")),
        el("p", el("b", words.of(view.dialogue.title))),
        el("p", spaced(words.of(view.dialogue.place), date)),
        el(
            "p",
            spaced(
                planned,
                None if opened is UNSET else words("observer-opened", time=time_of_day(opened, zone)),
            ),
        ),
        el("h3", words("observer-themes")),
        el("ul", *(el("li", words.of(theme)) for theme in view.themes.values())),
    )


def _updated(words: Words, now_ms: int) -> Html:
    zone = words.view.dialogue.timezone
    return spaced(
        words("observer-updated", time=time_of_day(now_ms, zone, seconds=True)),
        words("observer-zone", zone=zone_name(zone)),
    )
