"""What the Minister in the chair reads: the public view, what is said next, and in the closing what is left open."""

from msgspec import UNSET, UnsetType

from server.dialogue.derived.dues import dues
from server.dialogue.derived.steps import drops
from server.dialogue.model.ids import IssueId, PartyId, SeatId
from server.dialogue.model.state import State, Step
from server.wire.views.acts import SuggestedAct, point_act, primary
from server.wire.views.base import View
from server.wire.views.public import PublicView


class Cue(View, frozen=True, kw_only=True):
    """What the chair does next: a Suggestion without its command."""

    act: SuggestedAct
    seat: SeatId | UnsetType = UNSET
    round: int | UnsetType = UNSET


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


class PodiumView(PublicView, frozen=True, kw_only=True):
    """What the Minister in the chair reads; an aide works the console."""

    cue: Cue | UnsetType = UNSET
    closing: ClosingSheet | UnsetType = UNSET
    """In the closing."""


def cue(state: State) -> Cue | UnsetType:
    """The point of order that waits or is being decided, for the chair may know (R30); else what comes next."""
    suggested = point_act(state) or primary(state)
    if suggested is UNSET:
        return UNSET
    return Cue(act=suggested.act, seat=suggested.seat, round=suggested.round)


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
    )


def podium_view(state: State, public: PublicView) -> PodiumView:
    """What the Minister sees."""
    return PodiumView(
        **{name: getattr(public, name) for name in public.__struct_fields__},
        cue=cue(state),
        closing=closing_sheet(state),
    )
