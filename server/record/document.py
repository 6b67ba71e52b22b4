"""The record as a document in one language: a head, then headings, numbered paragraphs and tables, in their order.

Web page, PDF and DOCX are drawn from this and say the same; none of them looks further.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from msgspec.structs import replace

from server.dialogue.model.ids import StatementId
from server.dialogue.model.setup import LANGUAGES, Language
from server.record.blocks import Block, Column, Document, Head, Heading, Paragraph, PartName, TableBlock
from server.record.model import (
    ActionPart,
    Attendant,
    IssuePart,
    Link,
    PointPart,
    Promise,
    Prose,
    Question,
    Record,
    StatementPart,
)
from server.record.words import Run, Runs, Words, joined, sentences

NUMBERS: Final = "result-col-statements", "result-col-time"
"""Columns that hold figures: they stand to the right."""


def document_of(record: Record, lang: Language) -> Document:
    """Return the record as a document in that language; made once for all its formats."""
    return _made(_Same(record), lang)


class _Same:
    """A record by identity: it is large, and cannot be hashed."""

    def __init__(self, record: Record) -> None:
        self.record = record

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.record is other.record

    def __hash__(self) -> int:
        return id(self.record)


@lru_cache(len(LANGUAGES))
def _made(same: _Same, lang: Language) -> Document:
    words = Words(same.record, lang)
    return Document(lang, _head(words), tuple(_Writer(words).blocks()))


def _head(words: Words) -> Head:
    record, dialogue = words.record, words.record.dialogue
    original = record.heading.original or dialogue.languages[0]
    page = words.say("result-page", page=(Run("\n"),), pages=(Run("\n"),))
    around = "".join(run.text for run in page).split("\n")
    return Head(
        title=words.own(dialogue.title),
        kind=words.plain("result-title"),
        series=record.heading.series,
        symbol=record.heading.symbol,
        day=words.day(dialogue.opened),
        place=words.own(dialogue.place),
        original=words.plain("result-original", language=words.language(original)),
        zone=words.plain("result-zone", zone=words.zone),
        prepared=words.plain(
            "result-prepared", day=words.day(record.prepared), time=words.time(record.prepared)
        ),
        provisional=words.plain("result-provisional") if record.provisional else "",
        why_provisional=words.plain("result-provisional-why") if record.provisional else "",
        rehearsal=words.plain("rehearsal") if dialogue.rehearsal else "",
        page=(around[0], around[1], around[2]),
    )


class _Place(NamedTuple):
    """Where a statement stands: its paragraph."""

    number: int
    statement: StatementPart


class _Writer:
    """Writes the document from its beginning to its end, and counts its paragraphs."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._record = words.record
        self._number = 0
        self._places: dict[StatementId, _Place] = {}

    def blocks(self) -> Iterator[Block]:
        """All of it, in order."""
        yield from self._opening()
        yield from self._attendance()
        yield from self._proceedings()
        yield from self._issues()
        yield from self._actions()
        yield from self._questions()
        yield from self._promises()
        yield from self._points()
        yield from self._totals()
        yield from self._prose("conclusions", self._record.conclusions)
        yield from self._closing()

    def _paragraph(
        self,
        runs: Runs,
        statement: StatementId | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> Paragraph:
        self._number += 1
        return Paragraph(self._number, runs, statement, since, until)

    def _heading(self, part: PartName, level: Literal[1, 2] = 1) -> Heading:
        return Heading(level, part, self._words.plain(f"result-{part}"))

    def _table(self, caption: str, columns: dict[str, int], rows: Iterable[tuple[Runs, ...]]) -> TableBlock:
        """A table; `columns`: their titles' sentences, and shares of the width."""
        titled = (Column(self._words.plain(name), share, name in NUMBERS) for name, share in columns.items())
        return TableBlock(self._words.plain(caption), tuple(titled), tuple(rows))

    # Opening, attendance, closing

    def _opening(self) -> Iterator[Block]:
        words, dialogue = self._words, self._record.dialogue
        yield self._heading("opening")
        opened = words.say("result-opened", day=words.day(dialogue.opened), time=words.time(dialogue.opened))
        if dialogue.planned_start.date() == dialogue.opened.date():
            start, end = words.time(dialogue.planned_start), words.time(dialogue.planned_end)
            opened = (*opened, Run(" "), *words.say("result-planned", start=start, end=end))
        yield self._paragraph(opened, since=dialogue.opened)
        yield from self._prose("introduction", self._record.introduction)

    def _prose(self, part: PartName, prose: Prose | None) -> Iterator[Block]:
        if prose is not None:
            yield self._heading(part)
            yield from map(self._paragraph, self._written(prose))

    def _written(self, prose: Prose) -> Iterator[Runs]:
        """What the Secretariat wrote, in this language or else as it was written; and which of the two."""
        words = self._words
        lang = words.lang if words.lang in prose.paragraphs else prose.original
        note: Runs = ()
        if lang != words.lang:
            note = words.say("result-in-original", language=words.language(lang))
        elif lang != prose.original:
            by = prose.translated_by.get(lang, "")
            said = "result-translated-by" if by else "result-translated"
            args = {"language": words.language(prose.original), **({"name": by} if by else {})}
            note = words.say(said, **args)
        paragraphs = prose.paragraphs.get(lang, ())
        for place, text in enumerate(paragraphs, start=1):
            run = Run(text, "" if lang == words.lang else lang)
            is_last = place == len(paragraphs)
            yield (run, Run(" ("), *note, Run(")")) if note and is_last else (run,)

    def _attendance(self) -> Iterator[Block]:
        words, attendance = self._words, self._record.attendance
        yield self._heading("attendance")
        heard = sum(1 for one in attendance if one.statements)
        yield self._paragraph(words.say("result-seats", count=len(attendance), heard=heard))
        columns = {
            "result-col-party": 27,
            "result-col-name": 29,
            "result-col-capacity": 31,
            "result-col-statements": 13,
        }
        yield self._table(
            "result-attendance",
            columns,
            map(self._attendant, attendance),
        )

    def _attendant(self, one: Attendant) -> tuple[Runs, ...]:
        """A row; who is called like the party, as a State's delegate is, is not named twice."""
        words = self._words
        party, name = words.party(one.speaker.party), words.own(one.speaker.name)
        named: Runs = () if name == party else (name,)
        return ((party,), named, words.capacity(one), (Run(str(one.statements)),))

    def _closing(self) -> Iterator[Block]:
        words, closed = self._words, self._record.dialogue.closed
        yield self._heading("closing")
        if closed is None:
            yield self._paragraph(words.say("result-not-closed"))
        else:
            said = words.say("result-closed", day=words.day(closed), time=words.time(closed))
            yield self._paragraph(said, until=closed)

    # What was said

    def _proceedings(self) -> Iterator[Block]:
        words = self._words
        self._places = dict(self._places_from(self._number + 1))
        yield self._heading("proceedings")
        if not self._record.statements:
            yield self._paragraph(words.say("result-none-heard"))
        for section in self._record.sections:
            yield Heading(2, "step", words.step(section.phase, section.round))
            for name in section.statements:
                yield from self._statement(self._places[name].statement)
        if self._record.suspensions:
            yield self._heading("suspensions", 2)
        for pause in self._record.suspensions:
            since = words.time(pause.since)
            said = words.say("result-suspended-still", since=since)
            if pause.until is not None:
                said = words.say("result-suspended", since=since, until=words.time(pause.until))
            yield self._paragraph(said, since=pause.since, until=pause.until)

    def _places_from(self, number: int) -> Iterator[tuple[StatementId, _Place]]:
        """Where each statement will stand, so that what comes before can lead to what comes after."""
        statements = {one.id: one for one in self._record.statements}
        for section in self._record.sections:
            for name in section.statements:
                yield name, _Place(number, statements[name])
                summary = statements[name].summary
                number += 1 + (0 if summary is None else len(tuple(self._written(summary))))

    def _statement(self, one: StatementPart) -> Iterator[Block]:
        words = self._words
        parts: list[Runs] = [
            words.say(
                "result-statement",
                who=words.speaker(one.speaker, one.on_behalf),
                start=words.time(one.started),
                end=words.time(one.ended),
                length=words.length(one.spoken_ms),
                lane=words.lane(one),
                language=words.language(one.language),
            )
        ]
        if one.subject is not None:
            parts.append(words.say("result-announced", what=(words.worded(one.subject),)))
        if one.raises:
            parts.append(words.say("result-raised", what=words.several(map(words.issue, one.raises))))
        if one.proposes:
            parts.append(words.say("result-proposed", what=words.several(map(words.action, one.proposes))))
        for kind in dict.fromkeys(link.kind for link in one.links):
            links = [self._link(link) for link in one.links if link.kind == kind]
            parts.append(words.say(f"result-{kind}", what=words.several(links)))
        yield self._paragraph(joined(parts, " "), statement=one.id)
        if one.summary is not None:
            for runs in self._written(one.summary):
                yield self._paragraph(runs, statement=one.id)

    def _link(self, link: Link) -> Runs:
        """An issue by its code and title; a statement by whose it is and where it stands."""
        if link.issue is not None:
            return self._words.issue(link.issue)
        if link.statement is not None:
            return self._of_statement(link.statement)
        return (self._words.party(link.party),)

    def _of_statement(self, statement: StatementId) -> Runs:
        """Whose it is and where it stands: "Brazil (para. 12)"."""
        place = self._places.get(statement)
        if place is None:
            return (Run("–"),)
        return (self._words.party(place.statement.speaker.party), Run(" "), *self._place(statement))

    def _place(self, statement: StatementId) -> Runs:
        """Where it stands: "(para. 12)"."""
        number = self._places[statement].number
        at = Run(self._words.plain("result-paragraph", number=number), to=number)
        return (Run("("), at, Run(")"))

    # What became of it

    def _issues(self) -> Iterator[Block]:
        words, issues = self._words, self._record.issues
        yield self._heading("issues")
        if not issues:
            yield self._paragraph(words.say("result-issues-none"))
            return
        yield self._paragraph(words.say("result-issues-count", count=len(issues)))
        open_ = [issue.id for issue in issues if issue.unanswered]
        yield self._paragraph(
            words.say("result-issues-open", count=len(open_), what=words.several(map(words.issue, open_)))
        )
        columns = {
            "result-col-issue": 18,
            "result-col-title": 34,
            "result-col-to": 20,
            "result-col-became": 36,
        }
        yield self._table("result-issues", columns, map(self._issue, issues))

    def _issue(self, issue: IssuePart) -> tuple[Runs, ...]:
        words = self._words
        theme = words.own(self._record.dialogue.themes.get(issue.theme, {}))
        title: Runs = (words.title(issue),)
        if issue.title is not None:
            title = (*title, Run("\u00a0· "), theme)
        to = words.parties(issue.addressees) or (Run(words.plain("result-issue-all")),)
        return ((Run(words.code(issue)),), title, to, joined(self._became(issue), " "))

    def _became(self, issue: IssuePart) -> Iterator[Runs]:
        words = self._words
        if issue.replies:
            replies = words.several(map(self._of_statement, issue.replies))
            yield words.say("result-issue-replied", what=replies)
        if issue.written_by:
            yield words.say("result-issue-written", names=words.parties(issue.written_by))
        if issue.acknowledged_by:
            yield words.say("result-issue-acknowledged", names=words.parties(issue.acknowledged_by))
        if issue.unanswered:
            yield words.say("result-issue-none")
        elif issue.silent:
            yield words.say("result-issue-silent", names=words.parties(issue.silent))
        if issue.merged:
            parts = ((Run(f"{words.code(part)}\u00a0· "), words.title(part)) for part in issue.merged)
            yield words.say("result-issue-merged", what=words.several(parts))

    def _actions(self) -> Iterator[Block]:
        yield self._heading("actions")
        if not self._record.actions:
            yield self._paragraph(self._words.say("result-actions-none"))
        for action in self._record.actions:
            yield self._paragraph(sentences(self._told(action)))

    def _told(self, action: ActionPart) -> Iterator[Runs]:
        """What it is, and what each party that it names said of it; R37: "recorded" only once all have acknowledged."""
        words = self._words
        yield tuple(replace(run, strong=True) for run in words.action_named(action))
        if action.status == "recorded":
            yield (Run(words.plain("action-recorded"), strong=True),)
        at = () if action.statement is None else (Run(" "), *self._place(action.statement))
        yield (*words.say("action-proposed-by", name=(words.party(action.party),)), *at)
        doers = words.parties(action.parties)
        if action.others is not None:
            doers = joined(filter(None, (doers, (words.worded(action.others),))))
        yield words.say("action-who", names=doers)
        if action.by_when is not None:
            yield words.say("action-by-when", when=(words.worded(action.by_when),))
        if action.mandate is not None:
            yield words.say("action-mandate", mandate=(words.worded(action.mandate),))
        if action.issue is not None and action.what is not None:
            yield words.say("action-from", issue=words.issue(action.issue))
        yield from self._answered(action)

    def _answered(self, action: ActionPart) -> Iterator[Runs]:
        words = self._words
        if done := [one.party for one in action.answers if one.word == "acknowledged"]:
            yield words.say("action-acknowledged", names=words.parties(done))
        for one in action.answers:
            if one.word == "declined":
                name = (words.party(one.party),)
                text = () if one.text is None else (words.worded(one.text),)
                declined = words.say("action-declined", name=name)
                yield words.say("action-declined-text", name=name, text=text) if text else declined
        if action.open:
            yield words.say("action-left-open", names=words.parties(action.open))
        if action.merged:
            parts = words.several((words.worded(part),) for part in action.merged)
            yield words.say("result-action-merged", what=parts)

    def _questions(self) -> Iterator[Block]:
        words, questions = self._words, self._record.questions
        yield self._heading("questions")
        if not questions:
            yield self._paragraph(words.say("result-questions-none"))
            return
        columns = {"result-col-asker": 34, "result-col-asked": 28, "result-col-answer": 38}
        rows = (
            (self._of_statement(one.statement), (words.party(one.group),), self._outcome(one))
            for one in questions
        )
        yield self._table("result-questions", columns, rows)

    def _outcome(self, question: Question) -> Runs:
        if question.outcome == "answered":
            given = self._words.several(map(self._of_statement, question.answers))
            return self._words.say("result-question-answered", what=given)
        return self._words.say(f"result-question-{question.outcome}")

    def _promises(self) -> Iterator[Block]:
        yield self._heading("promises")
        if not self._record.promises:
            yield self._paragraph(self._words.say("result-promises-none"))
        for promise in self._record.promises:
            yield self._paragraph(self._promise(promise))

    def _promise(self, promise: Promise) -> Runs:
        words = self._words
        party = (words.party(promise.party),)
        if promise.issue is not None:
            return words.say("result-promise-issue", party=party, what=words.issue(promise.issue))
        if promise.statement is not None:
            question = self._of_statement(promise.statement)
            return words.say("result-promise-question", party=party, what=question)
        return words.say("result-promise-statement", party=party)

    def _points(self) -> Iterator[Block]:
        yield self._heading("points")
        if not self._record.points:
            yield self._paragraph(self._words.say("result-points-none"))
        for point in self._record.points:
            yield self._paragraph(self._point(point), since=point.recognised, until=point.ruled)

    def _point(self, point: PointPart) -> Runs:
        words = self._words
        args: dict[str, str | Runs] = {
            "time": words.time(point.recognised),
            "party": (words.party(point.party),),
        }
        if point.ruled is None:
            return words.say("result-point-open", **args)
        said = words.say(f"result-point-{point.ruling}", **args, ruled=words.time(point.ruled))
        return (*said, Run(" "), *words.say("result-point-appealed")) if point.appealed else said

    def _totals(self) -> Iterator[Block]:
        words, totals = self._words, self._record.totals
        yield self._heading("totals")
        rows = [
            ((words.party(one.party),), (Run(str(one.statements)),), (Run(words.length(one.spoken_ms)),))
            for one in totals
        ]
        together = (
            (Run(words.plain("result-all-parties"), strong=True),),
            (Run(str(sum(one.statements for one in totals)), strong=True),),
            (Run(words.length(sum(one.spoken_ms for one in totals)), strong=True),),
        )
        columns = {"result-col-party": 60, "result-col-statements": 20, "result-col-time": 20}
        yield self._table("result-totals", columns, (*rows, together))
