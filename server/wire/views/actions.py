"""Joint actions (R37) as everybody sees them: who proposed what, whom it names, and what each of them says."""

from msgspec import UNSET, UnsetType

from server.dialogue.derived.actions import ActionStatus, into, is_detached, standing, status
from server.dialogue.derived.issues import merged
from server.dialogue.model.ids import ActionId, IssueId, PartyId, StatementId
from server.dialogue.model.setup import Language
from server.dialogue.model.state import ActionWord, JointAction, State
from server.wire.views.base import View, or_unset


class ActionAnswerView(View, frozen=True, kw_only=True):
    """What a party says of a joint action that names it."""

    word: ActionWord
    text: str
    """In its own words; may be empty."""


class ActionView(View, frozen=True, kw_only=True):
    """A joint action that stands on its own."""

    party: PartyId
    """Who proposed it; the chair's party where nobody did at the floor."""
    what: str
    """Empty where an older journal tells no words."""
    language: Language
    parties: tuple[PartyId, ...]
    """Who is asked to acknowledge it."""
    others: str
    by_when: str
    mandate: str
    """Cited as provisional."""
    status: ActionStatus
    """Recorded once all parties have acknowledged it; until then it is what somebody proposed."""
    answers: dict[PartyId, ActionAnswerView]
    """Who is not in it has left it open."""
    version: int
    """Which words an answer is given to."""
    merged: dict[ActionId, str]
    """What is treated as part of it."""
    issue: IssueId | UnsetType = UNSET
    """From which it came."""
    statement: StatementId | UnsetType = UNSET
    """At which it was proposed."""


def actions_view(state: State) -> dict[ActionId, ActionView]:
    """All that stand, in the order in which they were proposed."""
    return {action.id: _view(state, action) for action in standing(state)}


def _view(state: State, action: JointAction) -> ActionView:
    return ActionView(
        party=action.party,
        what=action.what,
        language=action.language,
        parties=action.parties,
        others=action.others,
        by_when=action.by_when,
        mandate=action.mandate,
        status=status(action),
        answers={
            party: ActionAnswerView(word=answer.word, text=answer.text)
            for party, answer in action.answers.items()
        },
        version=action.version,
        merged={
            part.id: part.what
            for part in state.actions.values()
            if not part.retracted
            and not is_detached(state, part)
            and into(state, part.id) == action.id != part.id
        },
        issue=_issue(state, action.issue),
        statement=or_unset(action.statement),
    )


def _issue(state: State, named: IssueId | None) -> IssueId | UnsetType:
    """As it is shown now: what it was merged into; not one that was withdrawn."""
    if named is None or state.issues[named].retracted:
        return UNSET
    return merged(state, named)
