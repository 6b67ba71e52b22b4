"""Draws the plan of a rehearsal from its seed."""

from random import Random

from server.dialogue.model.ids import ThemeId
from server.rehearsal.plan import SECOND, Chair, Delegation, Manner, Plan, Representative
from server.wire.views.public import PublicView


def draw(seed: int, view: PublicView) -> Plan:
    """Draw the plan; everything is drawn in a fixed order from one generator."""
    lot = Random(seed)  # noqa: S311 - meant to be repeated
    kinds = {party_id: party.kind for party_id, party in view.parties.items()}
    states = sorted(seat for seat, s in view.seats.items() if kinds[s.party] == "state")
    representatives = sorted(seat for seat, s in view.seats.items() if kinds[s.party] == "group")
    themes = sorted(view.themes)
    most = len(states) * 2 // 3
    silent, absent = set(lot.sample(states, lot.randint(most // 6, most))), lot.choice(states)
    return Plan(
        chair=_chair(lot),
        delegations={s: _delegation(lot, silent=s in silent, absent=s == absent) for s in states},
        representatives={s: _representative(lot, themes) for s in representatives},
    )


def _chair(lot: Random) -> Chair:
    hold, add, slip, take, second_hold = sorted(lot.sample(range(2, 24), 5))
    return Chair(
        pauses_ms=tuple(lot.randint(3, 15) * SECOND for _ in range(17)),
        holds={hold: lot.uniform(0.3, 0.7), second_hold: lot.uniform(0.3, 0.7)},
        adjusts={add: 30 * SECOND, take: -30 * SECOND},
        slip=slip,
        moves_up=lot.randint(3, 8),
        patience_ms=lot.randint(20, 45) * SECOND,
    )


def _manner(lot: Random) -> Manner:
    return Manner(ready_ms=lot.randint(2, 8) * SECOND, share=lot.triangular(0.6, 1.15, 0.9))


def _delegation(lot: Random, *, silent: bool, absent: bool) -> Delegation:
    (when,) = lot.choices(("before", "interventions", "exchange"), (4, 9, 6))
    return Delegation(
        manner=_manner(lot),
        when="never" if silent and not absent else when,  # type: ignore[arg-type]  # one of those three
        after_ms=lot.randint(10, 300 if when == "before" else 1_500) * SECOND,
        replies=lot.choices((0, 1, 2, 3), (1, 6, 2, 1))[0],
        asks=lot.choices((0, 1, 2), (7, 3, 1))[0],
        picks=tuple(lot.random() for _ in range(4)),
        links_late=lot.random() < 0.2,
        withdraws_after_ms=lot.randint(120, 600) * SECOND if lot.random() < 0.1 and not absent else None,
        again=lot.random() < 0.2,
        absent=absent,
    )


def _representative(lot: Random, themes: list[ThemeId]) -> Representative:
    return Representative(
        manner=_manner(lot),
        filed=tuple(lot.sample(themes, lot.randint(0, min(2, len(themes))))),
        live=lot.choice(themes) if lot.random() < 0.7 else None,
        at_ms=lot.randint(5, 60) * SECOND,
        follows_up=lot.random() < 0.3,
        answers=lot.random(),
        writes=lot.random() < 0.1,
    )
