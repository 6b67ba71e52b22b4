"""Folds of content: issues and answers (R26-R29)."""

from msgspec.structs import replace

from server.dialogue import events as ev
from server.dialogue.state import State


def issue_raised(state: State, event: ev.IssueRaised, _at_ms: int) -> State:
    """R26."""
    return replace(state, issues={**state.issues, event.issue.id: event.issue})


def issue_amended(state: State, event: ev.IssueAmended, _at_ms: int) -> State:
    """R26: the title may come later."""
    issue = replace(
        state.issues[event.issue],
        theme=event.theme,
        title=event.title,
        language=event.language,
        addressees=event.addressees,
    )
    return replace(state, issues={**state.issues, issue.id: issue})


def issue_retracted(state: State, event: ev.IssueRetracted, _at_ms: int) -> State:
    """It was raised by mistake; its number is not given again."""
    issue = replace(state.issues[event.issue], retracted=True)
    return replace(state, issues={**state.issues, issue.id: issue})


def answers_set(state: State, event: ev.AnswersSet, _at_ms: int) -> State:
    """R29."""
    return replace(state, answers=event.answers)


def written_promised(state: State, event: ev.WrittenPromised, _at_ms: int) -> State:
    """R28."""
    return replace(state, written=(*state.written, event.due))


def written_reverted(state: State, event: ev.WrittenReverted, _at_ms: int) -> State:
    """The promise was a mistake."""
    return replace(state, written=tuple(d for d in state.written if d != event.due))
