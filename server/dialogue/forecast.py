"""When it would end, at full limits and at the pace so far (R33), and whether another round fits (R34).

The figures do not depend on the present instant: an end is max(now, end of the running statement) + tail, which
the faces work out themselves, so nothing has to be sent while the clock runs.
"""

from itertools import pairwise
from statistics import median

from msgspec import Struct

from server.dialogue.agenda import agenda, coming
from server.dialogue.clocks import used_ms
from server.dialogue.dues import heard
from server.dialogue.items import Item
from server.dialogue.lengths import on_floor, statement_ms
from server.dialogue.seats import groups
from server.dialogue.state import State


class Eta(Struct, frozen=True):
    """How long after the floor gets free an item would begin, at full limits and at the pace so far (ms)."""

    limits_ms: int
    pace_ms: int


class Forecast(Struct, frozen=True):
    """Durations in ms; `pace` is a share of the allotted time, `samples` how many statements it rests on."""

    tail_limits_ms: int
    tail_pace_ms: int
    pace: float
    samples: int
    hand_over_ms: int
    round_limits_ms: int
    round_pace_ms: int
    round_states: int
    etas: dict[str, Eta]


def pace(state: State) -> tuple[float, int]:
    """Median share of the allotted time that was used, and the number of statements it rests on (R33)."""
    shares = [used_ms(s) / s.allotted_ms for s in heard(state) if s.lane != "remarks" and s.allotted_ms > 0]
    return (median(shares), len(shares)) if shares else (state.setup.lengths.pace, 0)


def hand_over_ms(state: State) -> int:
    """Median gap between an end and the next start in the same step, holds and suspensions aside (R33)."""
    spoken = heard(state)
    gaps = [(b.started_at_ms or 0) - (a.ended_at_ms or 0) for a, b in pairwise(spoken) if a.step == b.step]
    return round(median(gaps)) if gaps else state.setup.lengths.hand_over_ms


def forecast(state: State) -> Forecast:
    """Everything still to be heard, the answers it will open, and the closing (R33)."""
    items = (*coming(state), *agenda(state))
    share, samples = pace(state)
    gap = hand_over_ms(state)
    answer_ms = state.setup.lengths.answer_ms
    closing = 0 if state.step.phase == "closed" else state.setup.lengths.closing_ms
    running = on_floor(state)
    opened = len(running.links.asks) if running else 0
    limits = opened * (gap + answer_ms)
    at_pace = opened * (gap + round(answer_ms * share))
    etas: dict[str, Eta] = {}
    for item in items:
        etas[item.key] = Eta(limits + gap, at_pace + gap)
        limits += gap + item.length_ms + item.asks * (gap + answer_ms)
        at_pace += gap + round(item.length_ms * share) + item.asks * (gap + round(answer_ms * share))
    states = _round_states(state, items)
    turns, full = _round_cost(state, states)
    return Forecast(
        tail_limits_ms=limits + closing,
        tail_pace_ms=at_pace + closing,
        pace=share,
        samples=samples,
        hand_over_ms=gap,
        round_limits_ms=full + turns * gap,
        round_pace_ms=round(full * share) + turns * gap,
        round_states=states,
        etas=etas,
    )


def _round_states(state: State, items: tuple[Item, ...]) -> int:
    """States heard in this round's list and those still in it: the default N of the next round (R34)."""
    spoken = [s for s in heard(state) if s.lane == "statement" and s.step.round == state.step.round]
    waiting = [i for i in items if i.lane == "statement"]
    return len(spoken) + len(waiting)


def _round_cost(state: State, states: int) -> tuple[int, int]:
    """How many turns another round has, and their full length: all slots and `states` States."""
    lengths = state.setup.lengths
    slots = len(groups(state))
    return slots + states, slots * lengths.slot_later_rounds_ms + states * statement_ms(state)
