"""What happened when, second by second: acts that came to count, refusals, faults."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from server.wire.messages import Accepted
from tests.chaos.faults import Fault
from tests.chaos.records import Diary

OUT_OF_ORDER: Final = ("unsettled", "not_saved", "busy")
"""Answers that tell of a journal out of reach."""


class Timeline:
    """One run, cut into seconds since `begun_s` (loop seconds)."""

    def __init__(self, diaries: Iterable[Diary], faults: Iterable[Fault], begun_s: float) -> None:
        self._acks: Counter[int] = Counter()
        self._refused: dict[int, Counter[str]] = defaultdict(Counter)
        self._faults: dict[int, list[str]] = defaultdict(list)
        for at_s, answer in (answer for diary in diaries for sent in diary.sent for answer in sent.answers):
            second = int(at_s - begun_s)
            if isinstance(answer, Accepted):
                self._acks[second] += 1
            else:
                self._refused[second][answer.code] += 1
        for fault in faults:
            self._faults[int(fault.at_s - begun_s)].append(f"{fault.kind}@{fault.at_s - begun_s:.1f}")

    def between_faults(self) -> float:
        """Acts acknowledged per second, in seconds in which something was acknowledged and the journal was in reach.

        Single connections break all the time: what is left out is what stops everybody.
        """
        quiet = [
            acks
            for second, acks in self._acks.items()
            if not any(self._refused[second][code] for code in OUT_OF_ORDER)
            and not any(kind.startswith(("node", "re")) for kind in self._faults[second])
        ]
        return sum(quiet) / len(quiet) if quiet else 0.0

    def lines(self) -> Iterator[str]:
        """Yield each second, for people."""
        for second in range(max([*self._acks, *self._refused, *self._faults], default=-1) + 1):
            refused = ", ".join(f"{n} {code}" for code, n in self._refused[second].most_common())
            yield f"{second:4d} s  {self._acks[second]:4d} acked  {' '.join(self._faults[second])}  [{refused}]"
