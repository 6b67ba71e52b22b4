"""How long those who were hit by a fault were not served: until the next act of theirs that counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from tests.chaos.face import SERVED_S, Face
from tests.chaos.faults import Fault

NAMES: Final = {
    "node_kill": "node_kill",
    "node_stop": "node_stop",
    "hang": "hang",
    "redis_failover": "failover",
}
HARMLESS: Final = ("duplicate", "delay", "fresh_node", "node_pause")
"""Faults that alone leave nobody without service; they overlap with none."""


def outages_ms(faults: Iterable[Fault]) -> dict[str, list[float]]:
    """By kind of fault, one figure for each client that it hit and that wanted something afterwards.

    Of clients that were served until then and hit by that fault alone; of others under "overlapping".
    """
    found: dict[str, list[float]] = defaultdict(list)
    harm = [fault for fault in faults if fault.kind not in HARMLESS]
    for fault in harm:
        for face in fault.affected if fault.kind in NAMES else ():
            served_s = _served_s(face, fault.at_s)
            if served_s is None:
                continue
            others = any(
                f is not fault and fault.at_s - SERVED_S < f.at_s < served_s and face in f.affected
                for f in harm
            )
            alone = not others and face.served_at(fault.at_s)
            found[NAMES[fault.kind] if alone else "overlapping"].append((served_s - fault.at_s) * 1000)
    return dict(found)


def p99(figures: list[float]) -> int:
    """The smallest figure that at most one in a hundred exceeds (nearest rank)."""
    ranked = sorted(figures)
    return round(ranked[max(0, -(-len(ranked) * 99 // 100) - 1)])


def _served_s(face: Face, since_s: float) -> float | None:
    """When an act first counted that was sent, or sent again, after that instant."""
    served = (
        sent.acked_s
        for sent in face.diary.sent
        if sent.acked_s is not None and any(since_s < a.at_s < sent.acked_s for a in sent.attempts)
    )
    return min(served, default=None)
