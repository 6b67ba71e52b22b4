"""Undo (R6): which of the chair's acts may still be undone, and undoing one.

A later act that touches the same thing makes an act overtaken, until that later act is undone itself.
"""

from msgspec.structs import replace

from server.dialogue.model.command import BEFORE_CLOSE, Command, Context, Events, Permit
from server.dialogue.model.ids import PointId, RequestId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.state import Act, Acts, Event, State, once_per_state
from server.dialogue.rooms.calls import Called, FloorFreed
from server.dialogue.rooms.floor import Voided
from server.dialogue.rooms.requests import RequestWithdrawn, beyond_limit, without
from server.dialogue.rooms.session import Reopened


class ActUndone(Event, frozen=True):
    """It has no effect of its own: the events beside it compensate."""

    act: int

    def fold(self, state: State, at_ms: int, /) -> State:
        return state


class Undo(Command, frozen=True):
    permit = Permit(BEFORE_CLOSE)

    act: int
    """Seq of the entry to undo."""

    def decide(self, ctx: Context, /) -> Events:
        """R6: one of the chair's own last acts, if nothing depends on it; with the word that it was undone.

        Whoever speaks on and has asked again meanwhile is not in the list twice (R12).
        """
        act = next((a for a in undoable(ctx.state) if a.seq == self.act), None)
        if act is None:
            raise Refused("overtaken", str(self.act))
        after = ctx.state
        for event in act.compensations:
            after = event.fold(after, ctx.now_ms)
        twice = (RequestWithdrawn(request) for request in beyond_limit(after))
        return (ActUndone(act.seq), *act.compensations, *twice)


@once_per_state
def undoable(state: State) -> Acts:
    """The acts that undo may name, oldest first: those of the list that are not overtaken."""
    later: frozenset[str] = frozenset()
    found: list[Act] = []
    for act in reversed(state.acts):
        if not act.overtaken_by and later.isdisjoint(act.touches):
            found.append(act)
        later |= act.touches
    return tuple(reversed(found))


def remembered(acts: Acts, entry: Act, actor: str) -> Acts:
    """Return the list of acts once an entry has happened, written as if it were one of them."""
    depth, events = entry.before.setup.rules.undo_depth, entry.events
    if not events or depth == 0:
        return acts
    by_console = actor.startswith("console:")
    if by_console or isinstance(
        events[0], FloorFreed
    ):  # a seat that cedes acts on the floor, which is the chair's (R22)
        for event in events:
            if not event.can_be_undone:
                break
        else:
            return (*acts, entry) if len(acts) < depth else (*acts[1:], entry)
    if not acts:
        return acts
    first = events[0]
    if isinstance(first, ActUndone):
        return _without(acts, first.act, events)
    if isinstance(first, Reopened):
        return ()  # R6: never past the close, though it was taken back
    things = entry.touches
    if not by_console:
        # Whether somebody is in the hall is the seat's own matter: it takes no call out of the chair's reach (R7).
        things = frozenset(thing for thing in things if not thing.startswith("called:"))
    return _overtaken(acts, entry.seq, things)


def forgotten(state: State, acts: Acts) -> State:
    """Return the state without what was withdrawn and no act names that may be undone; its number stays taken.

    Or a seat that asks and withdraws for a day would make every later act slower.
    """
    gone = [thing for thing in state.taken_back if not any(thing in act.touches for act in acts)]
    if not gone:
        return state
    requests, points = state.requests, state.points
    for thing in gone:
        if thing in requests:
            requests = requests.drop(RequestId(thing))
        else:
            points = points.drop(PointId(thing))
    pins = tuple(pin for pin in state.pins if pin.request in requests)
    taken_back = without(state.taken_back, *gone)
    return replace(state, requests=requests, points=points, pins=pins, taken_back=taken_back)


def _overtaken(acts: Acts, seq: int, things: frozenset[str]) -> Acts:
    """An entry that is no act in the list, a seat's for example, is never undone: what it touches stays overtaken."""
    if all(things.isdisjoint(act.touches) for act in acts):
        return acts
    return tuple(
        act if things.isdisjoint(act.touches) else replace(act, overtaken_by=(*act.overtaken_by, seq))
        for act in acts
    )


def _without(acts: Acts, undone: int, events: Events) -> Acts:
    """An undone act is gone, and so is the call of a statement that was voided with its start (R6, moment 8)."""
    voided = {event.statement for event in events if isinstance(event, Voided)}
    kept: list[Act] = []
    for act in acts:
        stands = tuple(e for e in act.events if not (isinstance(e, Called) and e.statement.id in voided))
        if act.seq != undone and stands:
            kept.append(act if len(stands) == len(act.events) else replace(act, events=stands))
    return tuple(kept)
