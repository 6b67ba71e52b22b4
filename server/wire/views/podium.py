"""What the Minister in the chair reads: the public view, what is said next, and in the closing what is left open."""

from typing import Literal

from msgspec import UNSET, UnsetType

from server.dialogue.derived.actions import standing, status
from server.dialogue.derived.agenda import expected
from server.dialogue.derived.dues import dues, heard
from server.dialogue.derived.forecast import plain_round_pace_ms
from server.dialogue.derived.lengths import on_floor
from server.dialogue.derived.steps import drops
from server.dialogue.model.ids import ActionId, IssueId, PartyId, SeatId
from server.dialogue.model.state import State, Step
from server.wire.views.acts import SuggestedAct, point_act, primary
from server.wire.views.base import View
from server.wire.views.public import PublicView


class Cue(View, frozen=True, kw_only=True):
    """What the chair does next: a Suggestion without its command."""

    act: SuggestedAct
    seat: SeatId | UnsetType = UNSET
    round: int | UnsetType = UNSET


AheadAct = Literal[
    "open", "start_round", "start_exchange", "invite", "finish_exchange", "close", "close_again"
]


class Ahead(View, frozen=True, kw_only=True):
    """Where the dialogue goes when nobody is next.

    `invite`: the exchange has begun, the list is open, and nobody is on it yet. `close_again`: the close was taken back
    (R39), and nobody has spoken since.
    """

    act: AheadAct
    round: int
    """The round that is meant, or that could be begun next."""
    absent: bool
    """There are some to be heard, but none of them is in the hall (R20)."""
    round_until_ms: int | UnsetType = UNSET
    """In the exchange: until when another round may begin to be over by the planned end, at the pace so far (R34)."""


class OpenDue(View, frozen=True, kw_only=True):
    """An answer that is still due."""

    asker: PartyId
    group: PartyId


class ClosingSheet(View, frozen=True, kw_only=True):
    """What the close leaves open (R39)."""

    requests: tuple[SeatId, ...]
    rights: tuple[SeatId, ...]
    """Rights of reply that were not heard (R31)."""
    points: tuple[SeatId, ...]
    """Points of order that were not recognised (R30)."""
    dues: tuple[OpenDue, ...]
    issues: tuple[IssueId, ...]
    actions: tuple[ActionId, ...]
    """Joint actions that were proposed, and not acknowledged by all whom they name (R37)."""


class PodiumView(PublicView, frozen=True, kw_only=True):
    """What the Minister in the chair reads; an aide works the console."""

    ahead: Ahead | UnsetType = UNSET
    """Absent once the dialogue is closed."""
    gives_back: bool = False
    """What held the statement at the floor is over, a point of order or a suspension: it is given the floor back."""
    cue: Cue | UnsetType = UNSET
    closing: ClosingSheet | UnsetType = UNSET
    """In the closing."""


def cue(state: State) -> Cue | UnsetType:
    """The point of order that waits or is being decided, for the chair may know (R30); else what comes next."""
    suggested = point_act(state) or primary(state)
    if suggested is UNSET:
        return UNSET
    return Cue(act=suggested.act, seat=suggested.seat, round=suggested.round)


def ahead(state: State) -> Ahead | UnsetType:
    """What comes when nobody is next; while somebody has the floor, after that."""
    step = state.step
    if step.phase == "closed":
        return UNSET
    waiting = expected(state)
    absent = bool(waiting) and all(item.away for item in waiting)
    match step.phase:
        case "scheduled":
            return Ahead(act="open", round=1, absent=absent)
        case "opening":
            return Ahead(act="start_round", round=1, absent=absent)
        case "interventions":
            return Ahead(act="start_exchange", round=step.round, absent=absent)
        case "closing":
            return Ahead(
                act="close_again" if _is_reopened(state) else "close", round=step.round, absent=False
            )
    begins = not waiting and state.list_open and not _has_spoken(state, step, state.step_since_ms)
    closing_ms = state.setup.lengths.closing_ms
    return Ahead(
        act="invite" if begins else "finish_exchange",
        round=step.round + 1,
        absent=absent,
        round_until_ms=state.planned_end_ms - closing_ms - plain_round_pace_ms(state),
    )


def _is_reopened(state: State) -> bool:
    reopened = state.reopened_at_ms == state.step_since_ms
    return reopened and not _has_spoken(state, state.step, state.step_since_ms)


def _has_spoken(state: State, step: Step, since_ms: int) -> bool:
    """Whether anybody had the floor in this step since then, who has it now included."""
    if on_floor(state) is not None:
        return True
    return any(one.step == step and (one.started_at_ms or 0) >= since_ms for one in heard(state))


def gives_back(state: State) -> bool:
    """Whether a statement stands still though what held it is over (R3, R30): only the chair resumes it."""
    statement = on_floor(state)
    if statement is None or statement.status != "held" or state.suspension is not None:
        return False
    if statement.hold_reason == "point_of_order":
        return state.point is None
    return any(over.since_ms == statement.held_at_ms for over in state.suspensions)


def closing_sheet(state: State) -> ClosingSheet | UnsetType:
    """What the close would leave behind (R39)."""
    if state.step.phase != "closing":
        return UNSET
    dropped = drops(state, Step("closed"))
    owed = dues(state)
    return ClosingSheet(
        requests=tuple(state.requests[request].seat for request in dropped.requests),
        rights=tuple(state.requests[request].seat for request in dropped.rights),
        points=tuple(state.points[point].seat for point in dropped.points),
        dues=tuple(OpenDue(asker=owed[due].asker, group=owed[due].group) for due in dropped.dues),
        issues=dropped.issues,
        actions=tuple(action.id for action in standing(state) if status(action) == "proposed"),
    )


def podium_view(state: State, public: PublicView) -> PodiumView:
    """What the Minister sees."""
    return PodiumView(
        **{name: getattr(public, name) for name in public.__struct_fields__},
        ahead=ahead(state),
        gives_back=gives_back(state),
        cue=cue(state),
        closing=closing_sheet(state),
    )
