"""The steps of a dialogue and what a move from one to the next would drop (R1)."""

from msgspec import Struct

from server.dialogue.dues import dues
from server.dialogue.ids import DueId, IssueId, RequestId, SlotId
from server.dialogue.issues import unanswered
from server.dialogue.lengths import slot_remaining
from server.dialogue.state import State
from server.dialogue.values import Step


class Drops(Struct, frozen=True):
    """What a move would leave unheard, listed before it happens. Requests and slots lapse by it."""

    slots: tuple[SlotId, ...] = ()
    requests: tuple[RequestId, ...] = ()
    dues: tuple[DueId, ...] = ()
    issues: tuple[IssueId, ...] = ()


def next_steps(step: Step) -> tuple[Step, ...]:
    """The steps that may follow (R1)."""
    match step.phase:
        case "scheduled":
            return (Step("opening"),)
        case "opening":
            return (Step("interventions", 1),)
        case "interventions":
            return (Step("exchange", step.round),)
        case "exchange":
            return (Step("closing"), Step("interventions", step.round + 1))
        case "closing":
            return (Step("closed"),)
        case "closed":
            return ()


def drops(state: State, to: Step) -> Drops:
    """Slots lapse when the exchange begins; requests carry over to the next round (R18) and lapse at the close."""
    if to.phase == "exchange":
        return Drops(slots=tuple(s for s in state.lineup if slot_remaining(state, state.slots[s])))
    if to.phase == "closed":
        return Drops(
            requests=tuple(r.id for r in state.requests.values() if r.status == "open"),
            dues=tuple(due.id for due in dues(state).values() if due.status in ("due", "ripe")),
            issues=unanswered(state),
        )
    return Drops()
