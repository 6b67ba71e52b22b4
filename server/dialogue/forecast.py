"""When it would end, at full limits and at the pace so far (R33), and whether another round fits (R34).

The figures do not depend on the present instant: an end is max(now, end of the running statement) + tail, which
the faces work out themselves, so nothing has to be sent while the clock runs.
"""

from msgspec import Struct

from server.dialogue.agenda import coming, lineup_of, reckoned
from server.dialogue.dues import fills_batch, heard
from server.dialogue.items import Item
from server.dialogue.lengths import on_floor, statement_ms
from server.dialogue.pace import hand_over_ms, pace
from server.dialogue.state import State


class Eta(Struct, frozen=True):
    """How long after the floor gets free an item would begin, at full limits and at the pace so far (ms)."""

    limits_ms: int
    pace_ms: int


class Forecast(Struct, frozen=True):
    """Durations in ms; `pace` is a share of the allotted time, `samples` how many turns it rests on."""

    tail_limits_ms: int
    tail_pace_ms: int
    pace: float
    samples: int
    hand_over_ms: int
    round_limits_ms: int
    round_pace_ms: int
    round_states: int
    etas: dict[str, Eta]
    plain_etas: dict[str, Eta]
    """The same without anybody's factor, for other seats: their spans must not tell it before the call (R21)."""


def forecast(state: State) -> Forecast:
    """Everything still to be heard, the answers that questions will open, and the closing (R33)."""
    items = (*coming(state), *reckoned(state))
    share, samples = pace(state)
    gap = hand_over_ms(state)
    closing = 0 if state.step.phase == "closed" else state.setup.lengths.closing_ms
    etas, end = _etas(items, share, gap, {item.key: item.length_ms for item in items})
    plain_etas, _ = _etas(items, share, gap, {item.key: item.plain_ms for item in items})
    states = _round_states(state, items)
    turns, full = _round_cost(state, states)
    return Forecast(
        tail_limits_ms=end.limits_ms + closing,
        tail_pace_ms=end.pace_ms + closing,
        pace=share,
        samples=samples,
        hand_over_ms=gap,
        round_limits_ms=full + turns * gap,
        round_pace_ms=round(full * share) + turns * gap,
        round_states=states,
        etas=etas,
        plain_etas=plain_etas,
    )


def _etas(
    items: tuple[Item, ...], share: float, gap: int, lengths: dict[str, int]
) -> tuple[dict[str, Eta], Eta]:
    """When each would begin, and when all would be over."""
    limits = at_pace = 0
    etas: dict[str, Eta] = {}
    for item in items:
        etas[item.key] = Eta(limits + gap, at_pace + gap)
        limits += gap + lengths[item.key]
        at_pace += gap + round(lengths[item.key] * share)
    return etas, Eta(limits, at_pace)


def _round_states(state: State, items: tuple[Item, ...]) -> int:
    """States heard in this round's list, at the floor, and still waiting: the default N of the next round (R34)."""
    running = on_floor(state)
    spoken = [*heard(state), *([running] if running else [])]
    parties = [s.party for s in spoken if s.lane == "statement" and s.step.round == state.step.round]
    parties += [i.party for i in items if i.lane == "statement"]
    return sum(1 for party in parties if fills_batch(state, party))


def _round_cost(state: State, states: int) -> tuple[int, int]:
    """How many turns another round has, and their full length: all slots and `states` States."""
    slots = lineup_of(state, state.step.round + 1)
    full = sum(item.length_ms for item in slots)
    return len(slots) + states, full + states * statement_ms(state)
