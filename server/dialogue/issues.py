"""What became of the issues raised (R26-R28). A fact, not a judgement."""

from server.dialogue.dues import heard
from server.dialogue.ids import IssueId, StatementId
from server.dialogue.state import State
from server.dialogue.values import Issue


def raised(state: State) -> tuple[Issue, ...]:
    """Issues that stand, in the order in which they were made; filed ones that were not raised yet are left out."""
    return tuple(i for i in state.issues.values() if not i.retracted and i.statement is not None)


def detached(state: State, issue: Issue) -> bool:
    """Whether the statement that raised it was voided (R24)."""
    return issue.statement is not None and state.statements[issue.statement].status == "voided"


def replies(state: State) -> dict[IssueId, tuple[StatementId, ...]]:
    """For each issue that stands, the statements heard that reply to it."""
    found: dict[IssueId, tuple[StatementId, ...]] = {issue.id: () for issue in raised(state)}
    for statement in heard(state):
        for link in statement.links.replies_to:
            issue = IssueId(link)
            if issue in found:
                found[issue] = (*found[issue], statement.id)
    return found


def unanswered(state: State) -> tuple[IssueId, ...]:
    """Issues that nobody replied to yet: listed before the close, then "no reply recorded" (R28, R39)."""
    return tuple(issue for issue, statements in replies(state).items() if not statements)
