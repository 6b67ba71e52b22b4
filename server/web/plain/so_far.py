"""What was said and raised, and what this dialogue is: the part of the observer's page that grows."""

from collections.abc import Iterable
from typing import Final

from msgspec import UNSET

from server.dialogue.model.ids import IssueId, PartyId
from server.web.plain import parts
from server.web.plain.html import Html, el, many, spaced
from server.web.plain.times import day, duration, time_of_day
from server.web.plain.words import Words
from server.wire.views import IssueView, StatementView

SHORT: Final = 8
"""As many statements as a phone shows without much scrolling; the rest is folded away."""


def so_far(words: Words) -> Html:
    """Draw story, issues and programme."""
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
    did = list(filter(None, [words.behalf(statement.on_behalf)]))
    did += [words("relation-raises", what=titles)] if titles else []
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
    unanswered = sum(is_open(issue) for _, issue in shown)
    return el(
        "section",
        el("h2", words("observer-issues")),
        el("p", words("observer-issues-open", count=unanswered) if shown else words("observer-issues-empty")),
        el("ul", *(_issue(words, key, issue) for key, issue in shown)),
    )


def is_open(issue: IssueView) -> bool:
    """Nobody replied at the floor, promised to in writing, or acknowledged an action."""
    return not issue.replies and not issue.facts


def record(words: Words, issue: IssueView) -> list[str]:
    """Return what is on record about an issue, as the observers' page has it; a reply is not judged (R28)."""
    if is_open(issue):
        closed = words.view.session.step.phase == "closed"
        return [words("observer-issue-unanswered" if closed else "observer-issue-open")]
    lines = []
    if issue.replies:
        who = _names(words, issue.replied_by)
        lines.append(words("observer-issue-replied", count=len(issue.replies), names=who))
    for fact in ("written", "acknowledged"):
        by = [party for party, found in issue.facts.items() if found == fact]
        if by:
            lines.append(words(f"observer-issue-{fact}", names=_names(words, by)))
    return lines


def _names(words: Words, parties: Iterable[PartyId]) -> str:
    return ", ".join(map(words.party, parties))


def _issue(words: Words, key: IssueId, issue: IssueView) -> Html:
    to = f" ({words('observer-issue-to', names=_names(words, issue.addressees))})" if issue.addressees else ""
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
            *(el("p", el("small", line)) for line in record(words, issue)),
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
