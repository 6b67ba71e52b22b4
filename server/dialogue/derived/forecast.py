"""How fast it goes, when it would end (R33), and whether another round fits (R34).

The figures do not depend on the present instant: an end is max(now, end of the running statement) + tail, which
the faces work out themselves, so nothing has to be sent while the clock runs.
"""

from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from msgspec import Struct

from server.dialogue.derived.agenda import Item, coming, lineup_of, reckoned
from server.dialogue.derived.clocks import free_at_ms, paused_ms, used_ms
from server.dialogue.derived.dues import fills_batch, heard
from server.dialogue.derived.lengths import on_floor, slot_remaining, statement_ms
from server.dialogue.model.state import State, Statement, once_per_state


@once_per_state
def pace(state: State) -> tuple[float, int]:
    """Median share of the allotted time that was used, and the number of turns it rests on (R33)."""
    shares = [_share(turn) for turn in _turns(state) if turn[-1].allotted_ms > 0]
    return (median(shares), len(shares)) if shares else (state.setup.lengths.pace, 0)


def _turns(state: State) -> Iterator[list[Statement]]:
    """Statements that share one budget count as one: those of a slot once it is over, the parts of an answer."""
    found: dict[str, list[Statement]] = {}
    for statement in heard(state):
        if statement.lane == "remarks" or _goes_on(state, statement):
            continue
        first = statement
        while first.shares is not None:
            first = state.statements[first.shares]
        found.setdefault(statement.slot or first.id, []).append(statement)
    yield from found.values()


def _goes_on(state: State, statement: Statement) -> bool:
    """A slot of which somebody is still to speak: how much of it will be used is not known yet."""
    if statement.slot is None or statement.slot not in state.lineup:
        return False
    running = state.floor is not None and state.statements[state.floor].slot == statement.slot
    return running or bool(slot_remaining(state, state.slots[statement.slot]))


def _share(turn: list[Statement]) -> float:
    """Each part was allotted what those before it had left, so the last one's length holds the rest of the budget."""
    spent_ms = sum(used_ms(part) for part in turn)
    return spent_ms / (spent_ms - used_ms(turn[-1]) + turn[-1].allotted_ms)


@once_per_state
def hand_over_ms(state: State) -> int:
    """Median gap between an end and the next start in the same step, without what was paused in between (R33)."""
    gaps = [_gap_ms(state, a, b) for a, b in pairwise(heard(state)) if a.step == b.step]
    return round(median(gaps)) if gaps else state.setup.lengths.hand_over_ms


def _gap_ms(state: State, before: Statement, after: Statement) -> int:
    ended_ms, started_ms = free_at_ms(before), after.started_at_ms or 0
    return started_ms - ended_ms - paused_ms(state, ended_ms, started_ms)


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


@once_per_state
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


def plain_round_pace_ms(state: State) -> int:
    """What another round would take at the pace so far, without anybody's factor (R21, R34)."""
    share, _ = pace(state)
    turns, full = _round_cost(state, _round_states(state, reckoned(state)), plain=True)
    return round(full * share) + turns * hand_over_ms(state)


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


def _round_cost(state: State, states: int, *, plain: bool = False) -> tuple[int, int]:
    """How many turns another round has, and their full length: all slots and `states` States."""
    slots = lineup_of(state, state.step.round + 1)
    full = sum(item.plain_ms if plain else item.length_ms for item in slots)
    return len(slots) + states, full + states * statement_ms(state)
