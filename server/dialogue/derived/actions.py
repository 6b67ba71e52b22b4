"""What became of joint actions (R37). A fact, not a judgement."""

from typing import Literal

from server.dialogue.model.ids import ActionId
from server.dialogue.model.state import JointAction, State, once_per_state

ActionStatus = Literal["proposed", "recorded"]


@once_per_state
def standing(state: State) -> tuple[JointAction, ...]:
    """Joint actions that stand on their own, in the order in which they were proposed."""
    return tuple(
        action
        for action in state.actions.values()
        if not action.retracted and not is_detached(state, action) and into(state, action.id) == action.id
    )


def is_detached(state: State, action: JointAction) -> bool:
    """Whether the statement at which it was proposed was voided (R24): nobody proposes it for the moment."""
    return action.statement is not None and state.statements[action.statement].status == "voided"


def into(state: State, action: ActionId) -> ActionId:
    """The joint action whose words count: itself, or the one it was merged into, if that stands."""
    other = state.actions[action].merged_into
    if other is None or state.actions[other].retracted or is_detached(state, state.actions[other]):
        return action
    return other


def status(action: JointAction) -> ActionStatus:
    """Recorded once every party named has acknowledged it; of texts without a seat nobody asks."""
    words = [action.answers[p].word if p in action.answers else None for p in action.parties]
    return "recorded" if words and all(word == "acknowledged" for word in words) else "proposed"
