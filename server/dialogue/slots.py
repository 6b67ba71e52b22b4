"""The slots of a round (R9, R10)."""

from server.dialogue.ids import SlotId
from server.dialogue.seats import groups, seats_of
from server.dialogue.state import State
from server.dialogue.values import Slot


def slots_for(state: State, round_: int) -> tuple[Slot, ...]:
    """The line-up of a round as it begins: each later round starts one group later."""
    parties = groups(state)
    shift = (round_ - 1) % len(parties) if state.setup.rules.rotate_groups and parties else 0
    lengths = state.setup.lengths
    budget = lengths.slot_first_round_ms if round_ == 1 else lengths.slot_later_rounds_ms
    return tuple(
        Slot(
            id=SlotId(f"{round_}.{party.id}"),
            party=party.id,
            round=round_,
            budget_ms=budget,
            seats=tuple(seat.id for seat in seats_of(state, party.id)),
        )
        for party in (*parties[shift:], *parties[:shift])
    )
