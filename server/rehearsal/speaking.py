"""What everybody at the floor does with a phone: "I'm ready", "I've finished"."""

from collections.abc import Iterator

from msgspec import UNSET

from server.dialogue.rooms.floor import Sign
from server.rehearsal.acting import Wish
from server.rehearsal.plan import Manner
from server.wire.views import Clock, FloorView, Me


def left_at(clock: Clock, left_ms: float) -> float:
    """The instant at which so much of the time is left, as far as the clock runs on; it must have started."""
    started_ms = 0 if clock.started_at_ms is UNSET else clock.started_at_ms
    return started_ms + clock.held_for_ms + clock.length_ms - left_ms


def signs(floor: FloorView, me: Me, manner: Manner, part_of: float = 1.0) -> Iterator[Wish]:
    """Yield the signals of a speaker who has the floor and means to use `part_of` the time, in their manner."""
    if floor.status == "called":
        ready_ms = floor.called_at_ms + manner.ready_ms
        yield Wish(ready_ms, f"ready {floor.statement} {floor.called_at_ms}", Sign(floor.statement, "ready"))
    elif floor.status == "speaking" and me.signal != "finished":
        at_ms = left_at(floor.clock, floor.clock.length_ms * (1 - manner.share * part_of))
        yield Wish(at_ms, f"finished {floor.statement}", Sign(floor.statement, "finished"))
