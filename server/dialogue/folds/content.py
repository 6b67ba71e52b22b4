"""Folds of content: issues and answers (R26-R29)."""

from msgspec.structs import replace

from server.dialogue import events as ev
from server.dialogue.folds.draft import with_item
from server.dialogue.state import State


def issue_raised(state: State, event: ev.IssueRaised, _at_ms: int) -> State:
    """R26."""
    return replace(state, issues=with_item(state.issues, event.issue.id, event.issue))


def issue_amended(state: State, event: ev.IssueAmended, _at_ms: int) -> State:
    """R26: the title may come later."""
    issue = replace(
        state.issues[event.issue],
        theme=event.theme,
        title=event.title,
        language=event.language,
        addressees=event.addressees,
    )
    return replace(state, issues=with_item(state.issues, issue.id, issue))


def issue_retracted(state: State, event: ev.IssueRetracted, _at_ms: int) -> State:
    """Withdrawn; its number is not given again."""
    issue = replace(state.issues[event.issue], retracted=True)
    return replace(state, issues=with_item(state.issues, issue.id, issue))


def issue_restored(state: State, event: ev.IssueRestored, _at_ms: int) -> State:
    """It stands again."""
    issue = replace(state.issues[event.issue], retracted=False)
    return replace(state, issues=with_item(state.issues, issue.id, issue))


def issue_merged(state: State, event: ev.IssueMerged, _at_ms: int) -> State:
    """R26: replies to it count for the other, until it is split off again."""
    issue = replace(state.issues[event.issue], merged_into=event.into)
    return replace(state, issues=with_item(state.issues, issue.id, issue))


def issue_marked(state: State, event: ev.IssueMarked, _at_ms: int) -> State:
    """R28: a fact, not a judgement."""
    issue = state.issues[event.issue]
    facts = {p: f for p, f in issue.facts.items() if p != event.party}
    if event.fact is not None:
        facts[event.party] = event.fact
    return replace(state, issues=with_item(state.issues, issue.id, replace(issue, facts=facts)))


def answers_set(state: State, event: ev.AnswersSet, _at_ms: int) -> State:
    """R29."""
    return replace(state, answers=event.answers)


def written_promised(state: State, event: ev.WrittenPromised, _at_ms: int) -> State:
    """R28."""
    return replace(state, written=(*state.written, event.due))


def written_reverted(state: State, event: ev.WrittenReverted, _at_ms: int) -> State:
    """The promise was a mistake."""
    return replace(state, written=tuple(d for d in state.written if d != event.due))
