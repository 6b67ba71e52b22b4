"""What was said: the last statements, and the issues."""

from server.dialogue.derived.clocks import used_ms
from server.dialogue.derived.dues import heard
from server.dialogue.derived.issues import detached, merged, raised, replies
from server.dialogue.model.ids import IssueId, PartyId, StatementId
from server.dialogue.model.state import State
from server.wire import views
from server.wire.projections.absent import or_unset
from server.wire.projections.floor import relations, word
from server.wire.projections.said import record

TOLD = ("answers", "replies_to", "asks")
"""In this order it is told what a statement did, after what it raised."""
STORY = 30
"""How many statements a view holds; older ones are fetched, so that its size does not grow."""


def story(state: State) -> dict[StatementId, views.StatementView]:
    """The last statements that were heard."""
    spoken = heard(state)
    raised_by: dict[StatementId, tuple[IssueId, ...]] = {}
    for issue in raised(state):
        if issue.statement is not None:
            raised_by[issue.statement] = (*raised_by.get(issue.statement, ()), issue.id)
    shown = list(enumerate(spoken, start=1))[-STORY:]
    linked = {s.id: relations(state, s.links) for _, s in shown}
    return {
        s.id: views.StatementView(
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


def issues_view(state: State) -> dict[IssueId, views.IssueView]:
    """Issues that were raised, and who replied."""
    replied = replies(state)
    replied_by = {issue: _parties(state, statements) for issue, statements in replied.items()}
    closed = state.step.phase == "closed"
    return {
        issue.id: views.IssueView(
            party=issue.party,
            seat=issue.seat,
            number=issue.number,
            theme=issue.theme,
            title=issue.title,
            language=issue.language,
            addressees=issue.addressees,
            replies=replied[issue.id],
            replied_by=replied_by[issue.id],
            facts=issue.facts,
            open=not replied[issue.id] and not issue.facts,
            record=record(replied_by[issue.id], replied[issue.id], issue.facts, closed=closed),
            merged=_parts(state, issue.id),
            detached=detached(state, issue),
            statement=or_unset(issue.statement),
        )
        for issue in raised(state)
    }


def _parts(state: State, into: IssueId) -> dict[IssueId, views.MergedIssue]:
    """R26: what was merged into an issue and would stand on its own again."""
    return {
        part.id: views.MergedIssue(party=part.party, number=part.number, theme=part.theme, title=part.title)
        for part in state.issues.values()
        if merged(state, part.id) == into != part.id
    }


def _parties(state: State, statements: tuple[StatementId, ...]) -> tuple[PartyId, ...]:
    return tuple(dict.fromkeys(state.statements[s].party for s in statements))
