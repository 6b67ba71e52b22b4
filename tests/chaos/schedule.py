"""What breaks when: three lanes at the same time, each with its own luck, all from one seed."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Coroutine
from typing import Any, Final, NamedTuple

from tests.chaos.faults import Breaker

Break = Callable[[Breaker, random.Random], Coroutine[Any, Any, None]]


FIRST_LIMIT_S: Final = 30.0


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
            *(Breaker.master_kill, Breaker.master_stop, Breaker.both_redis, Breaker.both_redis),
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
    """Break things for so long, and in each lane at least one. What is under way then is mended.

    Raises what goes wrong with the breaking: `TimeoutError`, where something does not come back.
    """
    begun = [asyncio.Event() for _ in LANES]
    tasks = [
        asyncio.create_task(_run(lane, breaker, random.Random(f"{seed} {lane.name}"), first))  # noqa: S311
        for lane, first in zip(LANES, begun, strict=True)
    ]
    try:
        await asyncio.wait(tasks, timeout=seconds, return_when=asyncio.FIRST_EXCEPTION)
        async with asyncio.timeout(FIRST_LIMIT_S):
            while not all(first.is_set() for first in begun) and not any(task.done() for task in tasks):
                await asyncio.wait(tasks, timeout=0.1, return_when=asyncio.FIRST_EXCEPTION)
    finally:
        for task in tasks:
            task.cancel()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
    for error in ended:
        if isinstance(error, Exception):  # a lane never ends by itself
            raise error


async def _run(lane: Lane, breaker: Breaker, rng: random.Random, first: asyncio.Event) -> None:
    while True:
        deck = list(lane.deck)
        rng.shuffle(deck)
        for fault in deck:
            await asyncio.sleep(rng.uniform(*lane.pause_s))
            await fault(breaker, rng)
            first.set()
