"""Many runs added up."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from tests.chaos.outages import p99
from tests.chaos.run import Result

SUMS = ("commands", "acked", "lost", "doubled", "diverged", "refused_stored", "unknown", "problems")


def total(results: list[Result]) -> dict[str, Any]:
    """One line for all: sums, and the outages of all clients in all runs taken together."""
    faults: Counter[str] = Counter()
    outages: dict[str, list[float]] = defaultdict(list)
    for result in results:
        faults.update(result.faults)
        for kind, figures in result.outages.items():
            outages[kind] += figures
    lines = [result.line() for result in results]
    return {
        "seeds": len(results),
        "failed": [result.seed for result in results if not result.ok],
        **{name: sum(line[name] for line in lines) for name in SUMS},
        "faults": dict(sorted(faults.items())),
        "outage_ms_p99": {kind: p99(figures) for kind, figures in sorted(outages.items())},
        "outages": {kind: len(figures) for kind, figures in sorted(outages.items())},
    }
