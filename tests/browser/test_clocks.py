"""Pages on a bad network, on devices whose clocks are wrong by minutes, agree with the server on what time it is."""

import asyncio
from urllib.parse import urlsplit

from tests.support.face import Face
from tests.support.faces import Hall
from tests.support.instruments import MINUTE_MS, TAP, device_clock
from tests.support.live_server import LiveServer
from tests.support.proxy import Network, through

BURST = 8
"""Round trips that a page makes on connecting and on waking (web_client/shared/connection.ts)."""
READ_MS = 1.5
"""What this test's own reading of two clocks may be off: Date counts whole milliseconds."""

CASES = {
    "quick": (Network(up_ms=(10, 50), down_ms=(10, 50)), 0),
    "slow, five minutes ahead": (Network(up_ms=(10, 75), down_ms=(10, 75)), 5 * MINUTE_MS),
    "slow up, five minutes behind": (Network(up_ms=(100, 138), down_ms=(10, 12)), -5 * MINUTE_MS),
    "slow down, five minutes ahead": (Network(up_ms=(10, 12), down_ms=(100, 138)), 5 * MINUTE_MS),
}

MEASURE = """
async ([trips, readings]) => {
  const pause = () => new Promise((resolve) => setTimeout(resolve, 25));
  const offset = () => palabra.now() - performance.now();
  while (tap.trips.length < trips) await pause();
  let last;
  do {
    last = offset();
    await pause();
  } while (Math.abs(offset() - last) > 0.3); // it slews towards what it has learned
  const errors = [];
  for (let left = readings; left > 0; left -= 1) {
    // The page may be kept waiting between two readings: the true time is read on both sides of its own.
    const before = tap.trueNow();
    const now = palabra.now();
    const after = tap.trueNow();
    errors.push(Math.min(now - before, 0) + Math.max(now - after, 0));
    await pause();
  }
  return { errors, smallest: Math.min(...tap.trips), claimed: palabra.errorMs() };
}
"""


async def check_estimate(face: Face, case: str, bursts: int) -> None:
    """After this many bursts its time is off by no more than half its smallest round trip."""
    found = await face.page.evaluate(MEASURE, [bursts * BURST, 20])
    worst, smallest = max(abs(error) for error in found["errors"]), found["smallest"]
    # Worse it may be: a page on a busy machine is late as well.
    assert smallest >= 20, f"{case}: the network under the page is as bad as it should be"
    assert worst <= smallest / 2 + READ_MS, f"{case}: {worst} ms off, smallest round trip {smallest} ms"
    assert worst <= found["claimed"] + READ_MS, f"{case}: {worst} ms off, it claims {found['claimed']}"
    if smallest <= 100:
        assert worst <= 50, f"{case}: {worst} ms off"


async def check_page(hall: Hall, server: LiveServer, case: str) -> None:
    """A page on this network and device, as it connects, and whenever it wakes."""
    network, wrong_by_ms = CASES[case]
    port = urlsplit(server.url).port
    assert port is not None
    async with through(network, port, seed=7) as proxied:
        face = await hall.observer(scripts=[TAP, device_clock(wrong_by_ms)], port=proxied)
        off_ms = await face.page.evaluate("Date.now() - tap.trueNow()")
        assert abs(off_ms - wrong_by_ms) < 1000, f"{case}: the device's clock is as wrong as it should be"
        for bursts in (1, 2, 3):
            await check_estimate(face, case, bursts)
            await face.page.evaluate("dispatchEvent(new Event('online'))")  # it measures anew
        await face.page.close()


async def test_pages_know_the_time(hall: Hall, server: LiveServer) -> None:
    """Off by half the smallest round trip at most, and 50 ms where that is ≤ 100 ms, whatever the device's clock."""
    await asyncio.gather(*(check_page(hall, server, case) for case in CASES))
