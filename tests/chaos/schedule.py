"""What breaks when: three lanes at the same time, each with its own luck, all from one seed."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, Final, NamedTuple

from tests.chaos.faults import Breaker

Break = Callable[[Breaker, random.Random], Coroutine[Any, Any, None]]


class Lane(NamedTuple):
    """Faults one after the other, drawn like cards from a deck: each as often as it is in it, in any order."""

    name: str
    deck: tuple[Break, ...]
    pause_s: tuple[float, float]


LANES: Final = (
    Lane(
        "nodes",
        (*(Breaker.node_kill,) * 5, Breaker.node_stop, Breaker.node_pause, Breaker.fresh_node),
        (0.8, 2.5),
    ),
    Lane(
        "redis",
        (
            *(Breaker.master_kill,) * 2,
            *(Breaker.master_stop, Breaker.both_redis),
            *(Breaker.replica_kill, Breaker.master_restart),
        ),
        (1.0, 3.5),
    ),
    Lane(
        "connections",
        (*(Breaker.cut,) * 6, Breaker.hang, *(Breaker.delay,) * 2, *(Breaker.duplicate,) * 4),
        (0.4, 1.2),
    ),
)


async def break_things(breaker: Breaker, seed: int, seconds: float) -> None:
    """Break things for so long. What is under way then is mended; raises what goes wrong with the breaking."""
    tasks = [
        asyncio.create_task(_run(lane, breaker, random.Random(f"{seed} {lane.name}")), name=lane.name)  # noqa: S311
        for lane in LANES
    ]
    done, late = await asyncio.wait(tasks, timeout=seconds, return_when=asyncio.FIRST_EXCEPTION)
    for task in late:
        task.cancel()
    with suppress(asyncio.CancelledError):
        await asyncio.gather(*late, return_exceptions=True)
    for task in done:
        task.result()


async def _run(lane: Lane, breaker: Breaker, rng: random.Random) -> None:
    while True:
        deck = list(lane.deck)
        rng.shuffle(deck)
        for fault in deck:
            await asyncio.sleep(rng.uniform(*lane.pause_s))
            await fault(breaker, rng)
