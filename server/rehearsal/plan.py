"""What the people of a rehearsal mean to do: drawn from a seed, before anything happens.

What then comes of it depends on what the others do, as in a real hall; the plan itself is the same for the same
seed and the same parties. Times are milliseconds of the dialogue, `share`s are of the time allotted.
"""

from random import Random
from typing import Literal

from msgspec import Struct

from server.dialogue.ids import SeatId, ThemeId
from server.wire.views import PublicView

SECOND, MINUTE = 1_000, 60_000

When = Literal["before", "interventions", "exchange", "never"]


class Manner(Struct, frozen=True):
    """How somebody speaks."""

    ready_ms: int
    """From the call to "I'm ready"."""
    share: float
    """Above 1: overruns."""


class Delegation(Struct, frozen=True):
    """A State's part."""

    manner: Manner
    when: When
    """In which phase it asks for the floor; "before": the dialogue opens."""
    after_ms: int
    """So long after that phase began."""
    replies: int
    """To how many issues it wants to reply."""
    asks: int
    """How many groups it wants to ask."""
    picks: tuple[float, ...]
    """Which ones: each a place among what there is, from 0 to 1."""
    links_late: bool
    """It asks for just the floor and says what it replies to while speaking."""
    withdraws_after_ms: int | None
    again: bool
    """It asks once more in the next round."""
    absent: bool
    """It is not in its place when it is called first."""


class Representative(Struct, frozen=True):
    """The part of one of a group's two."""

    manner: Manner
    filed: tuple[ThemeId, ...]
    """Themes of the issues filed before the opening."""
    live: ThemeId | None
    """Theme of an issue raised while speaking."""
    at_ms: int
    """So long after the first sight of a thing they act on it."""
    follows_up: bool
    answers: float
    """Below 0.5 the first seat of the group answers a question, else the second: drawn for each group."""
    writes: bool
    """The group promises a written reply to the first question it is asked."""


class Chair(Struct, frozen=True):
    """The chair's part. Statements are meant by their number in the session, counted from 1."""

    pauses_ms: tuple[int, ...]
    """Between two acts, in turn."""
    holds: dict[int, float]
    """Interpretation asks for a pause at that share of the statement."""
    adjusts: dict[int, int]
    """So much time is added, or taken."""
    slip: int
    """This statement is ended too early by mistake; the act is undone."""
    moves_up: int
    """Once so many were called in the exchange, the last in the list is moved to its top."""
    patience_ms: int
    """How far a speaker may overrun."""


class Plan(Struct, frozen=True):
    """Everybody's part."""

    chair: Chair
    delegations: dict[SeatId, Delegation]
    representatives: dict[SeatId, Representative]


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
