"""What became of the issues raised (R26-R28). A fact, not a judgement."""

from typing import Literal

from server.dialogue.derived.actions import standing
from server.dialogue.derived.dues import heard
from server.dialogue.model.ids import IssueId, PartyId, StatementId
from server.dialogue.model.state import Issue, State, once_per_state

Fact = Literal["written", "acknowledged"]


@once_per_state
def raised(state: State) -> tuple[Issue, ...]:
    """Issues that stand, in the order in which they were made; neither filed ones not raised yet nor merged ones."""
    return tuple(
        i
        for i in state.issues.values()
        if not i.retracted and i.statement is not None and not _stands_elsewhere(state, i)
    )


def _stands_elsewhere(state: State, issue: Issue) -> bool:
    """Merged into an issue that still stands."""
    return issue.merged_into is not None and not state.issues[issue.merged_into].retracted


def detached(state: State, issue: Issue) -> bool:
    """Whether the statement that raised it was voided (R24)."""
    return issue.statement is not None and state.statements[issue.statement].status == "voided"


@once_per_state
def replies(state: State) -> dict[IssueId, tuple[StatementId, ...]]:
    """For each issue that stands, the statements heard that reply to it."""
    found: dict[IssueId, tuple[StatementId, ...]] = {issue.id: () for issue in raised(state)}
    for statement in heard(state):
        named = (merged(state, IssueId(link)) for link in statement.links.replies_to if link in state.issues)
        for issue in dict.fromkeys(named):
            if issue in found:
                found[issue] = (*found[issue], statement.id)
    return found


def merged(state: State, issue: IssueId) -> IssueId:
    """The issue for which a reply counts: itself, or the one it was merged into (R26)."""
    into = state.issues[issue].merged_into
    return issue if into is None or state.issues[into].retracted else into


@once_per_state
def acknowledged(state: State) -> dict[IssueId, tuple[PartyId, ...]]:
    """For each issue from which joint actions came, who acknowledged one of them; not whoever raised the issue."""
    found: dict[IssueId, dict[PartyId, None]] = {}
    for action in standing(state):
        if action.issue is None or state.issues[action.issue].retracted:
            continue
        issue = merged(state, action.issue)
        raised_by = state.issues[issue].party
        for party, answer in action.answers.items():
            if answer.word == "acknowledged" and (party != raised_by or not action.what):
                found.setdefault(issue, {})[party] = None
    return {issue: tuple(parties) for issue, parties in found.items()}


@once_per_state
def facts(state: State) -> dict[IssueId, dict[PartyId, Fact]]:
    """For each issue that stands, what was promised or acknowledged (R28), of it and of what was merged into it.

    Of a party that did both the promise stands here: it is still to be kept.
    """
    done = acknowledged(state)
    found: dict[IssueId, dict[PartyId, Fact]] = {
        issue.id: {**dict.fromkeys(done.get(issue.id, ()), "acknowledged"), **issue.facts}
        for issue in raised(state)
    }
    for issue in state.issues.values():
        into = merged(state, issue.id)
        if into != issue.id and into in found and not issue.retracted:
            found[into] = {**issue.facts, **found[into]}
    return found


@once_per_state
def unanswered(state: State) -> tuple[IssueId, ...]:
    """Issues without reply, promise or acknowledgement: listed before the close (R39); then "no reply" (R28)."""
    return tuple(
        issue
        for issue, statements in replies(state).items()
        if not statements and not facts(state)[issue] and not detached(state, state.issues[issue])
    )
