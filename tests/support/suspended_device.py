"""A device that sleeps: a browser of its own whose pages stand still, and clocks that are an hour on when it wakes."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from playwright.async_api import Browser

from server.clock import NANOSECONDS_PER_MS, Clock, awake_and_asleep_ns
from tests.support import chromium

ASLEEP_MS: Final = 3_600_000
NOTICED_S: Final = 1.2
"""So long a page has to stand still for `clocks` to count it as an hour."""


class LeapingClock(Clock):
    """A server's clock for which an hour passes in no time."""

    def __init__(self) -> None:
        self._passed_ns = 0
        super().__init__(
            wall=lambda: time.time_ns() + self._passed_ns,
            mono=lambda: awake_and_asleep_ns() + self._passed_ns,
        )

    def leap(self) -> None:
        """An hour passes."""
        self._passed_ns += ASLEEP_MS * NANOSECONDS_PER_MS


def clocks(*, counts: bool) -> str:
    """A script for a page: once it stood still for a second, its device has slept an hour.

    `counts`: the device's monotonic clock counts time asleep, as on phones; else it stands still, as on a Linux
    laptop. The date is right either way. `asleep.trueNow()`: epoch ms by the clock of the machine that runs the test.
    """
    return f"""
    (() => {{
      const Real = Date;
      const mono = performance.now.bind(performance);
      let last = mono();
      let slept = 0;
      const look = () => {{
        const now = mono();
        if (asleep.armed && now - last > 1000) slept = {ASLEEP_MS};
        last = now;
        return now;
      }};
      setInterval(look, 50);
      globalThis.asleep = {{ armed: false, trueNow: () => performance.timeOrigin + mono() }};
      performance.now = () => look() + ({int(counts)} && slept);
      globalThis.Date = class extends Real {{
        constructor(...args) {{
          if (args.length === 0) super(Date.now());
          else super(...args);
        }}
        static now() {{
          look();
          return Real.now() + slept;
        }}
      }};
    }})();
    """


class Device:
    """A browser of its own, on a machine that can be put to sleep."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self._pages: list[int] = []

    async def fall_asleep(self) -> None:
        """Stop the processes of its pages."""
        session = await self.browser.new_browser_cdp_session()
        told = await session.send("SystemInfo.getProcessInfo")
        self._pages = [each["id"] for each in told["processInfo"] if each["type"] == "renderer"]
        assert self._pages, "there are pages"
        for process in self._pages:
            os.kill(process, signal.SIGSTOP)

    async def wake(self) -> float:
        """Let them go on, once they have stood still for long enough; return when that was, epoch ms."""
        await asyncio.sleep(NOTICED_S)
        at_ms = time.time() * 1000
        for process in self._pages:
            os.kill(process, signal.SIGCONT)
        self._pages = []
        return at_ms

    async def close(self) -> None:
        """Close the browser."""
        if self._pages:
            await self.wake()
        await self.browser.close()


@asynccontextmanager
async def device(like: Browser) -> AsyncIterator[Device]:
    """A browser started as `like` was, until the block ends."""
    started = Device(
        await like.browser_type.launch(
            executable_path=chromium.executable(), args=chromium.ARGUMENTS, env=chromium.environment()
        )
    )
    try:
        yield started
    finally:
        await started.close()
