"""What the Minister in the chair reads: the public view, what is said next, and in the closing what is left open."""

from msgspec import UNSET, UnsetType

from server.dialogue.derived.dues import dues
from server.dialogue.derived.steps import drops
from server.dialogue.model.state import State
from server.dialogue.model.values import Step
from server.wire import views
from server.wire.projections.suggest import primary


def cue(state: State) -> views.Cue | UnsetType:
    """What the context button is about. A point of order that waits is among it: the chair may know (R30)."""
    suggested = primary(state)
    if suggested is UNSET:
        return UNSET
    return views.Cue(act=suggested.act, seat=suggested.seat, round=suggested.round)


def closing_sheet(state: State) -> views.ClosingSheet | UnsetType:
    """What the close would leave behind (R39)."""
    if state.step.phase != "closing":
        return UNSET
    dropped = drops(state, Step("closed"))
    owed = dues(state)
    return views.ClosingSheet(
        requests=tuple(state.requests[request].seat for request in dropped.requests),
        rights=tuple(state.requests[request].seat for request in dropped.rights),
        points=tuple(state.points[point].seat for point in dropped.points),
        dues=tuple(views.OpenDue(asker=owed[due].asker, group=owed[due].group) for due in dropped.dues),
        issues=dropped.issues,
    )


def podium_view(state: State, public: views.PublicView) -> views.PodiumView:
    """What the Minister sees."""
    return views.PodiumView(
        **{name: getattr(public, name) for name in public.__struct_fields__},
        cue=cue(state),
        closing=closing_sheet(state),
    )
