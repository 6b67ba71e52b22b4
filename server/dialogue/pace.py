"""How fast it goes: the share of the time that is used, and the gap between two speakers (R33)."""

from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from server.dialogue.clocks import free_at_ms, used_ms
from server.dialogue.dues import heard
from server.dialogue.lengths import slot_remaining
from server.dialogue.pauses import paused_ms
from server.dialogue.state import State
from server.dialogue.values import Statement


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


def hand_over_ms(state: State) -> int:
    """Median gap between an end and the next start in the same step, without what was paused in between (R33)."""
    gaps = [_gap_ms(state, a, b) for a, b in pairwise(heard(state)) if a.step == b.step]
    return round(median(gaps)) if gaps else state.setup.lengths.hand_over_ms


def _gap_ms(state: State, before: Statement, after: Statement) -> int:
    ended_ms, started_ms = free_at_ms(before), after.started_at_ms or 0
    return started_ms - ended_ms - paused_ms(state, ended_ms, started_ms)
