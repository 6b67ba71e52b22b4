"""What the rig does about cancellations that a library loses: a run of chaos comes to its end all the same."""

from __future__ import annotations

import asyncio

import pytest

from tests.cluster import waiting


class Loses:
    """Does what `wait_for` of Python 3.11 does if it is cancelled just as it has its answer: it goes on."""

    def __init__(self, times: int) -> None:
        self._times = times
        self.begun = asyncio.Event()
        self.end = asyncio.Event()

    async def run(self) -> str:
        """Until the end, or cancelled once more than it loses."""
        while True:
            self.begun.set()
            try:
                await self.end.wait()
            except asyncio.CancelledError:
                if not self._times:
                    raise
                self._times -= 1
            else:
                return "went on"


async def test_what_loses_a_cancellation_is_ended_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is cancelled again; another beside it, and one that has ended already, make no difference."""
    monkeypatch.setattr(waiting, "CANCEL_AGAIN_S", 0.01)
    parts = [Loses(2), Loses(0)]
    tasks = [asyncio.create_task(each.run()) for each in parts]
    for each in parts:
        await each.begun.wait()
    ended = asyncio.create_task(asyncio.sleep(0))
    await ended
    try:
        async with asyncio.timeout(10):
            await waiting.ended([*tasks, ended])
    finally:
        for each in parts:
            each.end.set()
    assert [task.cancelled() for task in tasks] == [True, True]


async def test_what_is_uncut_keeps_no_cancellation_to_itself() -> None:
    """Whoever waits is cancelled at once; what is waited for ends by itself."""
    part = Loses(1)
    task = asyncio.create_task(waiting.uncut(part.run()))
    await part.begun.wait()
    task.cancel()
    await asyncio.sleep(0)
    part.end.set()
    with pytest.raises(asyncio.CancelledError):
        await task
