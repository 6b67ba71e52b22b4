"""Wakes those who follow a journal within this process."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

from server.journal.port import Closed, Saved


class Followers:
    """Everybody who waits for the next entry. All calls come from the event loop's thread."""

    def __init__(self) -> None:
        self._events: set[asyncio.Event] = set()
        self._closed = False

    def wake(self) -> None:
        """Tell every follower to look for new entries."""
        for event in self._events:
            event.set()

    def close(self) -> None:
        """End every follower's iteration."""
        self._closed = True
        self.wake()

    async def follow(
        self,
        read: Callable[[int, str | None], AsyncGenerator[Saved, None]],
        after_seq: int,
        after_hash: str | None,
    ) -> AsyncGenerator[Saved, None]:
        """Yield what `read(after_seq, after_hash)` has, then what it has each time the followers are woken."""
        event = asyncio.Event()
        self._events.add(event)
        try:
            while not self._closed:
                event.clear()  # before reading, so that an entry added meanwhile wakes us again
                async with aclosing(read(after_seq, after_hash)) as found:
                    async for saved in found:
                        after_seq, after_hash = saved.entry.seq, saved.hash
                        yield saved
                await event.wait()
        except Closed:
            return
        finally:
            self._events.discard(event)
