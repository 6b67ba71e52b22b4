"""The cyclic collector in short steps, so that nobody's act waits for a walk through the whole heap.

Left to itself CPython looks through every object that it has not just made whenever there are a quarter more of them
(`gc`, "threshold2"): with 300 clients that took 0.05 to 0.4 s, during which nobody was answered, and strangers who
come and go brought it about every other second. Here what a short walk has found alive is set aside (`gc.freeze`),
and the next walk looks at what is new since. What was set aside and is garbage in a circle is not found any more; so
what ends with a connection refers to nothing that refers back to it (`fastpath`, "let go"; `test_collector` counts),
and once in a while, when there is twice as much as before, everything is looked through after all.
"""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final

from server.clock import Clock

NEVER: Final = 1_000_000
LOOK_S: Final = 0.1
WALKS: Final = 3
"""After so many of CPython's own short walks, each over some 7,000 new objects, comes one over what they left."""
THOROUGH_MS: Final = 600_000
"""Not more often than this everything is looked through."""
SPARE: Final = 100_000
"""Objects: before there are twice as many as after the last time, and so many more, nothing is."""


class Collector:
    """Takes the collector's oldest generation in hand. Belongs to the event loop's thread."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._thorough_ms = clock.real_ms()
        gc.collect()
        gc.freeze()
        self._set_aside = gc.get_freeze_count()

    async def run(self) -> None:
        """Look at it again and again, until cancelled."""
        while True:
            await asyncio.sleep(LOOK_S)
            if gc.get_count()[2] >= WALKS:
                self.step()

    def step(self) -> None:
        """Look through what is new, and set aside what is left; or through everything, if it is time."""
        now_ms = self._clock.real_ms()
        is_much = gc.get_freeze_count() > 2 * self._set_aside + SPARE
        is_thorough = is_much and now_ms - self._thorough_ms > THOROUGH_MS
        if is_thorough:
            gc.unfreeze()
        gc.collect()
        gc.freeze()
        if is_thorough:
            self._thorough_ms, self._set_aside = now_ms, gc.get_freeze_count()


@asynccontextmanager
async def in_steps() -> AsyncIterator[None]:
    """Collect in short steps until the block ends."""
    before = gc.get_threshold()
    gc.set_threshold(before[0], before[1], NEVER)
    task = asyncio.create_task(Collector(Clock()).run(), name="collector")
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        gc.set_threshold(*before)
        gc.unfreeze()
