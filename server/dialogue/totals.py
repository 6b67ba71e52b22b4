"""Who spoke how often and how long. Voided starts do not count (R24), nor do the chair's remarks for a State (R8)."""

from msgspec import Struct

from server.dialogue.clocks import used_ms
from server.dialogue.dues import heard
from server.dialogue.ids import PartyId
from server.dialogue.state import State


class Total(Struct, frozen=True):
    """Of one party in the session: time used (ms) and statements; `round_turns`: in the list, this round."""

    used_ms: int = 0
    turns: int = 0
    round_turns: int = 0


def totals(state: State) -> dict[PartyId, Total]:
    """Totals of the parties that were heard."""
    found: dict[PartyId, Total] = {}
    for statement in heard(state):
        was = found.get(statement.party, Total())
        counts = statement.lane == "statement" and statement.step.round == state.step.round
        found[statement.party] = Total(
            was.used_ms + used_ms(statement), was.turns + 1, was.round_turns + int(counts)
        )
    return found
