"""From the state of a dialogue, and what the Secretariat wrote, to its record."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from server.dialogue.derived.actions import into, is_detached, standing, status
from server.dialogue.derived.clocks import used_ms
from server.dialogue.derived.dues import dues, heard
from server.dialogue.derived.issues import acknowledged, detached, facts, merged, raised, replies
from server.dialogue.derived.order import Total, totals
from server.dialogue.derived.seats import (
    all_parties,
    all_seats,
    find_party,
    person_of_statement,
    seats_of,
)
from server.dialogue.model.ids import ActionId, IssueId, PartyId, SeatId, StatementId
from server.dialogue.model.register import Person
from server.dialogue.model.setup import Language, Party, Text
from server.dialogue.model.state import Issue, JointAction, Ruling, State, Statement, Step
from server.dialogue.model.text import cleaned
from server.record.model import (
    FORMAT,
    ActionPart,
    AnswerPart,
    Attendant,
    Capacity,
    DialoguePart,
    Heading,
    Interval,
    IssuePart,
    Link,
    MergedPart,
    Outcome,
    PartyPart,
    PointPart,
    Promise,
    Prose,
    Question,
    Record,
    Section,
    Speaker,
    StatementPart,
    Texts,
    TotalPart,
    Worded,
)
from server.wire.views.content import TOLD
from server.wire.views.floor import Relation, relations, word

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_NOT_COUNTED: Final = ("chair", "guest")
"""They have a line among the totals only if they were heard."""
OUTCOMES: Final[dict[str, Outcome]] = {"answered": "answered", "written": "written"}
"""Of an answer due by its status; any other one is open."""
RULINGS: Final[dict[str, Ruling]] = {"upheld": "upheld", "dismissed": "dismissed", "noted": "noted"}


class NotOpened(Exception):
    """Nothing has happened yet that there could be a record of."""


class _Zone(NamedTuple):
    """Instants as people at the place read them."""

    zone: ZoneInfo

    def at(self, ms: int) -> datetime:
        return (_EPOCH + timedelta(milliseconds=ms)).astimezone(self.zone)

    def maybe(self, ms: int | None) -> datetime | None:
        return None if ms is None else self.at(ms)


def record_of(
    state: State,
    prepared_ms: int,
    *,
    heading: Heading | None = None,
    texts: Texts | None = None,
    released: bool = False,
) -> Record:
    """Return the record of a dialogue as it stands; `prepared_ms` is the one instant that is not the dialogue's own.

    Raises `NotOpened` before the opening.
    """
    if state.opened_at_ms is None:
        raise NotOpened
    zone, said = _Zone(ZoneInfo(state.setup.timezone)), texts or Texts()
    issues = tuple(issue for issue in raised(state) if not detached(state, issue))
    statements = tuple(_statements(state, zone, issues, said))
    return Record(
        format=FORMAT,
        provisional=not released,
        prepared=zone.at(prepared_ms),
        heading=heading or Heading(),
        dialogue=_dialogue(state, zone, state.opened_at_ms),
        parties={party.id: _party(party) for party in all_parties(state)},
        attendance=tuple(_attendance(state)),
        introduction=_prose(said.introduction),
        sections=tuple(_sections(statements)),
        statements=statements,
        issues=tuple(_issue(state, issue) for issue in issues),
        actions=tuple(_actions(state, issues)),
        questions=tuple(_questions(state)),
        promises=tuple(_promises(state, issues)),
        points=tuple(_points(state, zone)),
        suspensions=tuple(_suspensions(state, zone)),
        totals=tuple(_totals(state)),
        conclusions=_prose(said.conclusions),
    )


def _dialogue(state: State, zone: _Zone, opened_ms: int) -> DialoguePart:
    setup = state.setup
    return DialoguePart(
        id=setup.id,
        title=_clean(setup.title),
        place=_clean(setup.place),
        day=zone.at(opened_ms).date(),
        timezone=setup.timezone,
        languages=setup.languages,
        themes={theme.id: _clean(theme.name) for theme in setup.themes},
        planned_start=zone.at(setup.planned_start_ms),
        planned_end=zone.at(setup.planned_end_ms),
        opened=zone.at(opened_ms),
        closed=zone.maybe(state.closed_at_ms),
        rehearsal=setup.clock_rate is not None,
    )


def _party(party: Party) -> PartyPart:
    return PartyPart(kind=party.kind, name=_clean(party.name), mark=party.mark, code=_clean(party.code))


def _speaker(state: State, party: PartyId, person: Person) -> Speaker:
    """Who was erased has the party's name."""
    name = person.name or find_party(state, party).name
    return Speaker(party=party, name=_clean(name), function=_clean(person.function))


def _attendance(state: State) -> Iterator[Attendant]:
    """Every seat, in the order of the dialogue."""
    spoken = [statement.seat for statement in heard(state)]
    guests = {guest.seat.id for guest in state.guests}
    for seat in all_seats(state):
        yield Attendant(
            seat=seat.id,
            speaker=_speaker(state, seat.party, seat.person),
            capacity=_capacity(state, seat.id, guests),
            statements=spoken.count(seat.id),
        )


def _capacity(state: State, seat: SeatId, guests: set[SeatId]) -> Capacity | None:
    if seat in guests:
        return "guest"
    return "substitute" if seat in state.substitutes else None


def _statements(
    state: State, zone: _Zone, issues: tuple[Issue, ...], texts: Texts
) -> Iterator[StatementPart]:
    on_record = {issue.id for issue in issues}
    raised_by: dict[StatementId | None, list[IssueId]] = {}
    for issue in issues:
        raised_by.setdefault(issue.statement, []).append(issue.id)
    proposed_by: dict[StatementId | None, list[ActionId]] = {}
    for action in standing(state):
        proposed_by.setdefault(action.statement, []).append(action.id)
    for number, one in enumerate(heard(state), start=1):
        linked = relations(state, one.links)
        yield StatementPart(
            id=one.id,
            number=number,
            phase=one.step.phase,
            round=one.step.round,
            lane=one.lane,
            word=word(state, one.lane, linked, one.party),
            seat=one.seat,
            speaker=_speaker(state, one.party, person_of_statement(state, one)),
            language=one.language,
            on_behalf=one.on_behalf,
            subject=_worded(one.text, one.language),
            raises=tuple(raised_by.get(one.id, ())),
            proposes=tuple(proposed_by.get(one.id, ())),
            links=tuple(_links(linked, on_record)),
            started=zone.at(one.started_at_ms or 0),
            ended=zone.at(one.ended_at_ms or 0),
            spoken_ms=used_ms(one),
            summary=_prose(texts.summaries.get(one.id)),
        )


def _worded(text: str, language: Language) -> Worded | None:
    """Journals of older formats may hold what would not be let in now: control characters, say."""
    text = cleaned(text)
    return Worded(text=text, language=language) if text else None


def _clean(text: Text) -> Text:
    return {language: cleaned(words) for language, words in text.items()}


def _prose(prose: Prose | None) -> Prose | None:
    """What the Secretariat wrote, a line each: no format gets to see a character that it could not hold."""
    if prose is None:
        return None
    paragraphs = {
        language: tuple(filter(None, map(cleaned, written))) for language, written in prose.paragraphs.items()
    }
    by = {language: cleaned(name) for language, name in prose.translated_by.items()}
    return Prose(original=prose.original, paragraphs=paragraphs, translated_by=by)


def _links(linked: Iterable[Relation], on_record: set[IssueId]) -> Iterator[Link]:
    """In the order in which they are told; an issue that nobody raised is not named (R24)."""
    for link in sorted(linked, key=lambda relation: TOLD.index(relation.kind)):
        if not link.issue or link.issue in on_record:
            yield Link(
                kind=link.kind,
                party=link.party,
                issue=link.issue or None,
                statement=link.statement or None,
            )


def _sections(statements: tuple[StatementPart, ...]) -> Iterator[Section]:
    """By step, in the order in which the steps came; a step that was taken back and came again is one."""
    steps = dict.fromkeys(Step(one.phase, one.round) for one in statements)
    for step in steps:
        yield Section(
            phase=step.phase,
            round=step.round,
            statements=tuple(one.id for one in statements if Step(one.phase, one.round) == step),
        )


def _issue(state: State, issue: Issue) -> IssuePart:
    answered, told = replies(state)[issue.id], facts(state)[issue.id]
    replied_by = _parties(state.statements[statement] for statement in answered)
    written_by = tuple(party for party, fact in told.items() if fact == "written")
    acknowledged_by = acknowledged(state).get(issue.id, ())
    assert issue.statement is not None  # noqa: S101 - `raised` has no other
    return IssuePart(
        id=issue.id,
        party=issue.party,
        number=issue.number,
        theme=issue.theme,
        title=_worded(issue.title, issue.language),
        statement=issue.statement,
        addressees=issue.addressees,
        merged=tuple(_merged(state, issue.id)),
        replies=answered,
        replied_by=replied_by,
        written_by=written_by,
        acknowledged_by=acknowledged_by,
        silent=tuple(
            party for party in issue.addressees if party not in {*replied_by, *told, *acknowledged_by}
        ),
        unanswered=not answered and not told,
    )


def _merged(state: State, into: IssueId) -> Iterator[MergedPart]:
    """R26: what is part of it."""
    for part in state.issues.values():
        is_part = part.merged_into == into and merged(state, part.id) == into
        if is_part and not part.retracted and not detached(state, part):
            yield MergedPart(
                id=part.id,
                party=part.party,
                number=part.number,
                theme=part.theme,
                title=_worded(part.title, part.language),
            )


def _actions(state: State, issues: tuple[Issue, ...]) -> Iterator[ActionPart]:
    """R37: what was withdrawn, or proposed at a statement that was voided, is not among them."""
    on_record = {issue.id for issue in issues}
    spoken = {one.id for one in heard(state)}
    for action in standing(state):
        issue = None if action.issue is None else merged(state, action.issue)
        yield ActionPart(
            id=action.id,
            status=status(action),
            party=action.party,
            statement=action.statement if action.statement in spoken else None,
            issue=issue if issue in on_record else None,
            what=_worded(action.what, action.language),
            parties=action.parties,
            others=_worded(action.others, action.language),
            by_when=_worded(action.by_when, action.language),
            mandate=_worded(action.mandate, action.language),
            answers=tuple(_answers(state, action)),
            open=tuple(party for party in action.parties if party not in action.answers),
            merged=tuple(_merged_actions(state, action.id)),
        )


def _answers(state: State, action: JointAction) -> Iterator[AnswerPart]:
    """In the order in which the parties are named; what a party wrote is taken to be in its own language."""
    for party in dict.fromkeys((*action.parties, *action.answers)):
        if party in action.answers:
            answer, seats = action.answers[party], seats_of(state, party)
            text = _worded(answer.text, seats[0].language if seats else action.language)
            yield AnswerPart(party=party, word=answer.word, text=text)


def _merged_actions(state: State, named: ActionId) -> Iterator[Worded]:
    for part in state.actions.values():
        is_part = part.id != named and into(state, part.id) == named
        words = _worded(part.what, part.language)
        if is_part and not part.retracted and not is_detached(state, part) and words is not None:
            yield words


def _parties(statements: Iterable[Statement]) -> tuple[PartyId, ...]:
    return tuple(dict.fromkeys(one.party for one in statements))


def _questions(state: State) -> Iterator[Question]:
    """R29: in the order in which they were put."""
    answers: dict[str, list[StatementId]] = {}
    for one in heard(state):
        if one.lane == "answer":
            for name in one.links.answers:
                answers.setdefault(name, []).append(one.id)
    for due in dues(state).values():
        yield Question(
            statement=due.question,
            asker=due.asker,
            group=due.group,
            outcome=OUTCOMES.get(due.status, "open"),
            answers=tuple(answers.get(due.id, ())),
        )


def _promises(state: State, issues: tuple[Issue, ...]) -> Iterator[Promise]:
    """R18, R28, R29."""
    for issue in issues:
        for party, fact in facts(state)[issue.id].items():
            if fact == "written":
                yield Promise(party=party, of="issue", issue=issue.id)
    owed = dues(state)
    for due in owed.values():
        if due.status == "written":
            yield Promise(party=due.group, of="question", statement=due.question)
    for request in state.requests.values():
        if request.status == "written":
            yield Promise(party=request.party, of="statement")


def _points(state: State, zone: _Zone) -> Iterator[PointPart]:
    """R30: private until it is recognised; what its delegation wrote to the chair stays so."""
    for point in state.points.values():
        if point.recognised_at_ms is None or point.status in ("raised", "withdrawn"):
            continue
        yield PointPart(
            party=point.party,
            recognised=zone.at(point.recognised_at_ms),
            ruled=zone.maybe(point.ruled_at_ms),
            ruling=RULINGS.get(point.status),
            appealed=point.appealed,
        )


def _suspensions(state: State, zone: _Zone) -> Iterator[Interval]:
    for pause in state.suspensions:
        yield Interval(since=zone.at(pause.since_ms), until=zone.at(pause.until_ms))
    if state.suspension is not None:
        yield Interval(since=zone.at(state.suspension.since_ms), until=None)


def _totals(state: State) -> Iterator[TotalPart]:
    found = totals(state)
    for party in all_parties(state):
        if party.kind not in _NOT_COUNTED or party.id in found:
            total = found.get(party.id, Total())
            yield TotalPart(party=party.id, statements=total.turns, spoken_ms=total.used_ms)
