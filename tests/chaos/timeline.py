"""What happened when, second by second, for who looks into a run: acts that came to count, refusals, faults."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from server.wire.messages import Accepted
from tests.chaos.faults import Fault
from tests.chaos.records import Diary


def timeline(diaries: Iterable[Diary], faults: Iterable[Fault], begun_s: float) -> Iterator[str]:
    """Yield a line for each second since `begun_s` (loop seconds) in which anything happened."""
    acks: Counter[int] = Counter()
    others: dict[int, Counter[str]] = defaultdict(Counter)
    for diary in diaries:
        for sent in diary.sent:
            for at_s, answer in sent.answers:
                second = int(at_s - begun_s)
                if isinstance(answer, Accepted):
                    acks[second] += 1
                else:
                    others[second][answer.code] += 1
    broke: dict[int, list[str]] = defaultdict(list)
    for fault in faults:
        broke[int(fault.at_s - begun_s)].append(f"{fault.kind}@{fault.at_s - begun_s:.1f}")
    for second in range(max([*acks, *others, *broke], default=-1) + 1):
        refused = ", ".join(f"{count} {code}" for code, count in others[second].most_common())
        yield f"{second:4d} s  {acks[second]:4d} acked  {' '.join(broke[second])}  [{refused}]"
