"""The steps of a dialogue and what a move from one to the next would drop (R1)."""

from msgspec import Struct

from server.dialogue.derived.dues import dues
from server.dialogue.derived.issues import unanswered
from server.dialogue.derived.lengths import slot_remaining
from server.dialogue.model.ids import DueId, IssueId, PointId, RequestId, SlotId
from server.dialogue.model.state import RequestLane, State, Step


class Drops(Struct, frozen=True):
    """What a move would leave unheard, listed before it happens: requests, points and slots lapse by it."""

    slots: tuple[SlotId, ...] = ()
    requests: tuple[RequestId, ...] = ()
    rights: tuple[RequestId, ...] = ()
    """Rights of reply (R31)."""
    ready: tuple[RequestId, ...] = ()
    """Seats' readiness to answer; it goes with the answers due, which are listed."""
    written: tuple[RequestId, ...] = ()
    """Statements that become written replies (R18)."""
    points: tuple[PointId, ...] = ()
    """Points of order that were not recognised (R30)."""
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
    return ()


def drops(state: State, to: Step) -> Drops:
    """Slots lapse when the exchange begins; requests carry over or become written replies (R18), or lapse (R39)."""
    if to.phase == "exchange":
        return Drops(slots=tuple(s for s in state.lineup if slot_remaining(state, state.slots[s])))
    if to.phase == "closed":
        return Drops(
            requests=_open(state, "statement"),
            rights=_open(state, "right_of_reply"),
            ready=_open(state, "answer"),
            points=tuple(p.id for p in state.points.values() if p.status == "raised"),
            dues=tuple(due.id for due in dues(state).values() if due.status in ("due", "ripe")),
            issues=unanswered(state),
        )
    if state.step.phase == "exchange" and state.setup.rules.unheard == "written":
        guests = {guest.seat.id for guest in state.guests}  # R32: nobody puts off a guest
        waiting = _open(state, "statement")
        return Drops(written=tuple(r for r in waiting if state.requests[r].seat not in guests))
    return Drops()


def list_open(state: State, now_ms: int) -> bool:
    """R18: open until closed, or until the last call is over."""
    ends_ms = state.last_call_ends_ms
    return state.list_open and (ends_ms is None or now_ms < ends_ms)


def _open(state: State, lane: RequestLane) -> tuple[RequestId, ...]:
    return tuple(r.id for r in state.requests.values() if r.status == "open" and r.lane == lane)
