"""Joint actions in a rehearsal (R37): some delegations propose one at the floor, and those named answer it."""

from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import UNSET

from server.dialogue.model.ids import ActionId, IssueId, PartyId
from server.dialogue.model.setup import Language
from server.dialogue.model.state import ActionWord
from server.dialogue.rooms.actions import AnswerAction, ProposeAction
from server.rehearsal.acting import Wish
from server.rehearsal.plan import MINUTE
from server.wire.views.actions import ActionView
from server.wire.views.content import IssueView
from server.wire.views.floor import FloorView

_WORDS: Final[dict[Language, tuple[str, str]]] = {
    "es": ("Grupo de trabajo para dar seguimiento a lo planteado", "No tenemos mandato para ello."),
    "en": ("A working group to follow up what was raised", "We have no mandate for it."),
    "pt": ("Grupo de trabalho para dar seguimento ao que foi levantado", "Não temos mandato para isso."),
    "fr": (
        "Un groupe de travail pour le suivi de ce qui a été soulevé",
        "Nous n’avons pas de mandat pour cela.",
    ),
}
"""What is proposed, and why it is declined. Made up, so that faces have something to show."""
PROPOSES: Final = 0.35
"""So many of the delegations that reply to an issue propose something about it."""
DECLINES: Final = 0.15
LEAVES_OPEN: Final = 0.3
"""Who draws less than that and does not decline says nothing."""


def proposal(
    floor: FloorView, issues: Mapping[IssueId, IssueView], at_ms: float, draws: float
) -> Iterator[Wish]:
    """Yield what a delegation proposes at the floor, to itself and to whoever raised the issue that it replies to."""
    named = [relation.issue for relation in floor.relations if relation.issue is not UNSET]
    replied = [issue for issue in named if issue in issues]
    if not replied or draws >= PROPOSES or floor.status != "speaking":
        return
    issue = issues[replied[0]]
    parties = (floor.party, issue.party) if floor.party != issue.party else (floor.party,)
    what, _ = _WORDS[floor.language]
    command = ProposeAction(
        what, parties, by_when="2015", issue=replied[0], statement=floor.statement, language=floor.language
    )
    yield Wish(at_ms, f"propose {floor.statement}", command)


def answers(
    actions: Mapping[ActionId, ActionView], party: PartyId, language: Language, since_ms: float, draws: float
) -> Iterator[Wish]:
    """Yield what a party says of each joint action that names it and that it has not answered."""
    if DECLINES <= draws < LEAVES_OPEN:
        return
    for action, view in actions.items():
        if party not in view.parties or party in view.answers:
            continue
        _, why_not = _WORDS[language]
        word: ActionWord = "declined" if draws < DECLINES else "acknowledged"
        text = why_not if word == "declined" else ""
        command = AnswerAction(action, view.version, party, word, text)
        yield Wish(since_ms + 2 * MINUTE, f"answer {action} {view.version}", command)
