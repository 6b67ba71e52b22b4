"""What was said: the last statements, the issues, and what is on record about them."""

from collections.abc import Mapping
from typing import Literal

from msgspec import UNSET, UnsetType

from server.dialogue.derived.clocks import used_ms
from server.dialogue.derived.dues import heard
from server.dialogue.derived.issues import Fact, detached, facts, merged, raised, replies
from server.dialogue.model.ids import IssueId, PartyId, SeatId, StatementId, ThemeId
from server.dialogue.model.setup import Language
from server.dialogue.model.state import Lane, State
from server.wire.views.base import View, or_unset
from server.wire.views.floor import LaneWord, Relation, relations, word


class RecordLine(View, frozen=True, kw_only=True):
    """A line of what is on record about an issue (R28); `observer-issue-…`."""

    say: Literal["open", "unanswered", "replied", "written", "acknowledged"]
    count: int | UnsetType = UNSET
    """Of replies."""
    parties: tuple[PartyId, ...] | UnsetType = UNSET
    """Whose they are."""


class StatementView(View, frozen=True, kw_only=True):
    """A statement that was heard."""

    order: int
    """1, 2, 3 … in the order in which they were heard."""
    lane: Lane
    word: LaneWord
    seat: SeatId
    party: PartyId
    round: int
    language: Language
    relations: tuple[Relation, ...]
    """In the order in which they are told."""
    issues: tuple[IssueId, ...]
    """Issues it raised."""
    text: str
    on_behalf: tuple[PartyId, ...]
    length_ms: int
    used_ms: int
    started_at_ms: int
    ended_at_ms: int


class MergedIssue(View, frozen=True, kw_only=True):
    """An issue that is treated as part of another (R26): what is needed to name it, and whose it still is (R14)."""

    party: PartyId
    number: str
    theme: ThemeId
    title: str


class IssueView(View, frozen=True, kw_only=True):
    """An issue that was raised. Code: the party's `code`, then `number`."""

    party: PartyId
    seat: SeatId
    number: str
    theme: ThemeId
    title: str
    language: Language
    addressees: tuple[PartyId, ...]
    replies: tuple[StatementId, ...]
    """Statements that reply to it; none: no reply yet."""
    replied_by: tuple[PartyId, ...]
    facts: dict[PartyId, Fact]
    """Written reply promised, or joint action acknowledged (R28); of a party that did both the promise."""
    open: bool
    """Nobody replied at the floor, promised to in writing, or acknowledged an action."""
    record: tuple[RecordLine, ...]
    """What is said of it."""
    merged: dict[IssueId, MergedIssue]
    """Issues treated as part of it (R26)."""
    detached: bool
    """Its statement was voided (R24): raised by nobody for the moment."""
    statement: StatementId | UnsetType = UNSET


TOLD = ("answers", "replies_to", "asks")
"""In this order it is told what a statement did, after what it raised."""


STORY = 30
"""How many statements a view holds; older ones are fetched, so that its size does not grow."""


def story(state: State) -> dict[StatementId, StatementView]:
    """The last statements that were heard."""
    spoken = heard(state)
    raised_by: dict[StatementId, tuple[IssueId, ...]] = {}
    for issue in raised(state):
        if issue.statement is not None:
            raised_by[issue.statement] = (*raised_by.get(issue.statement, ()), issue.id)
    shown = list(enumerate(spoken, start=1))[-STORY:]
    linked = {s.id: relations(state, s.links) for _, s in shown}
    return {
        s.id: StatementView(
            order=n,
            lane=s.lane,
            word=word(state, s.lane, linked[s.id], s.party),
            seat=s.seat,
            party=s.party,
            round=s.step.round,
            language=s.language,
            relations=tuple(sorted(linked[s.id], key=lambda link: TOLD.index(link.kind))),
            issues=raised_by.get(s.id, ()),
            text=s.text,
            on_behalf=s.on_behalf,
            length_ms=s.allotted_ms,
            used_ms=used_ms(s),
            started_at_ms=s.started_at_ms or 0,
            ended_at_ms=s.ended_at_ms or 0,
        )
        for n, s in shown
    }


def issues_view(state: State) -> dict[IssueId, IssueView]:
    """Issues that were raised, and who replied."""
    replied, told = replies(state), facts(state)
    replied_by = {issue: _parties(state, statements) for issue, statements in replied.items()}
    closed = state.step.phase == "closed"
    return {
        issue.id: IssueView(
            party=issue.party,
            seat=issue.seat,
            number=issue.number,
            theme=issue.theme,
            title=issue.title,
            language=issue.language,
            addressees=issue.addressees,
            replies=replied[issue.id],
            replied_by=replied_by[issue.id],
            facts=told[issue.id],
            open=not replied[issue.id] and not told[issue.id],
            record=record(replied_by[issue.id], replied[issue.id], told[issue.id], closed=closed),
            merged=_parts(state, issue.id),
            detached=detached(state, issue),
            statement=or_unset(issue.statement),
        )
        for issue in raised(state)
    }


def _parts(state: State, into: IssueId) -> dict[IssueId, MergedIssue]:
    """R26: what was merged into an issue and would stand on its own again."""
    return {
        part.id: MergedIssue(party=part.party, number=part.number, theme=part.theme, title=part.title)
        for part in state.issues.values()
        if merged(state, part.id) == into != part.id and not part.retracted
    }


def _parties(state: State, statements: tuple[StatementId, ...]) -> tuple[PartyId, ...]:
    return tuple(dict.fromkeys(state.statements[s].party for s in statements))


def record(
    replied: tuple[PartyId, ...],
    replies: tuple[StatementId, ...],
    facts: Mapping[PartyId, Fact],
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
