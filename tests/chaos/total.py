"""Many runs added up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from tests.chaos.checker import Kind
from tests.chaos.outages import p99
from tests.chaos.run import Result, conclusion

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
    whose = [result.failed for result in results], [result.rig for result in results]
    return {
        "seeds": len(results),
        "held": conclusion(*(_added(each) for each in whose)),
        "failed": _by_seed(results, whose[0]),
        "rig": _by_seed(results, whose[1]),
        **{name: sum(line[name] for line in lines) for name in SUMS},
        "faults": dict(sorted(faults.items())),
        "outage_ms_p99": {kind: p99(figures) for kind, figures in sorted(outages.items())},
        "outages": {kind: len(figures) for kind, figures in sorted(outages.items())},
    }


def _added(counts: Iterable[Mapping[Kind, int]]) -> Counter[Kind]:
    return sum((Counter(each) for each in counts), Counter[Kind]())


def _by_seed(results: list[Result], counts: list[dict[Kind, int]]) -> dict[str, dict[Kind, int]]:
    """What did not hold, for each seed in which something did not."""
    return {str(result.seed): each for result, each in zip(results, counts, strict=True) if each}
