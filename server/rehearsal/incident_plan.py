"""Draws the incidents of a rehearsal, and bends the plan so that there is somebody for each."""

from random import Random
from typing import Final

from msgspec.structs import replace

from server.dialogue.model.ids import PartyId, SeatId
from server.rehearsal.errors import RehearsalError
from server.rehearsal.plan import MINUTE, SECOND, Delegation, Incidents, Plan, Representative
from server.wire.views.public import PublicView

SURE: Final = 9
"""So many delegations ask for the floor in each round, so that near its end there is a list to save time with."""
PARTS: Final = 7
"""So many delegations have a part in an incident."""


def with_incidents(seed: int, plan: Plan, view: PublicView) -> Plan:
    """The same plan with incidents. Raises `RehearsalError` if there are too few to play them.

    Drawn from a generator of its own, so what has no part in an incident is as without them.
    """
    lot = Random(f"incidents {seed}")  # noqa: S311 - meant to be repeated
    states = sorted(seat for seat, part in plan.delegations.items() if not part.absent)
    first = _first_seats(plan, view)
    if len(states) < PARTS or len(first) < 2:
        raise RehearsalError(
            f"incidents take {PARTS + 1} delegations, and two groups with two representatives each"
        )
    sure = lot.sample(states, min(SURE, len(states)))
    found = _incidents(lot, sure, lot.sample(first, 2), view)
    delegations = {s: _sure(part) if s in sure else part for s, part in plan.delegations.items()}
    speaker = delegations[found.speaks_for]
    # First of all in the list: whoever comes late may be asked for a written reply.
    delegations[found.speaks_for] = replace(speaker, after_ms=SECOND, bloc=found.bloc)
    return replace(
        plan, incidents=found, delegations=delegations, representatives=_two_issues(lot, plan, view, first)
    )


def _sure(part: Delegation) -> Delegation:
    after_ms = min(part.after_ms, 5 * MINUTE)  # while there is time before the interventions
    return replace(part, when="before", after_ms=after_ms, withdraws_after_ms=None, again=True)


def _incidents(lot: Random, sure: list[SeatId], groups: list[SeatId], view: PublicView) -> Incidents:
    bloc = [view.seats[seat].party for seat in (sure[5], *lot.sample([sure[0], *sure[6:]], 2))]
    return Incidents(
        leaves=sure[0],
        substituted=sure[1],
        leaves_ms=lot.randint(2, 8) * MINUTE,
        interrupts=sure[2],
        interrupts_ms=lot.randint(10, 20) * SECOND,
        ruling=lot.choice(("upheld", "dismissed", "noted")),
        appealed=lot.random() < 0.3,
        has_second_thoughts=sure[3],
        speaks_for=sure[4],
        bloc=tuple(bloc),
        makes_way=sure[5],
        replies=sure[6],
        not_ready=groups[0],
        cedes=groups[1],
        merge_after=lot.randint(1, 2),
        guest_after=lot.randint(2, 3),
        guest_ms=lot.randint(2, 4) * MINUTE,
        suspend_after=lot.randint(1, 3),
        suspend_ms=lot.randint(8, 12) * MINUTE,
        reason=lot.choice(("break", "interpretation", "technical")),
        deputy_after=lot.randint(3, 5),
        deputy_ms=lot.randint(5, 9) * MINUTE,
    )


def _first_seats(plan: Plan, view: PublicView) -> list[SeatId]:
    """Who speaks first in each group that has a colleague to cede to."""
    groups: dict[PartyId, list[SeatId]] = {}
    for seat in sorted(plan.representatives):
        groups.setdefault(view.seats[seat].party, []).append(seat)
    return [seats[0] for _, seats in sorted(groups.items()) if len(seats) > 1]


def _two_issues(
    lot: Random, plan: Plan, view: PublicView, seats: list[SeatId]
) -> dict[SeatId, Representative]:
    """Two groups raise an issue of the same theme, so that one can be merged into the other."""
    theme = lot.choice(sorted(view.themes))
    both = lot.sample(seats, 2)
    return {s: replace(p, live=theme) if s in both else p for s, p in plan.representatives.items()}
