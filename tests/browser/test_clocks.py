"""Pages on a bad network, on devices whose clocks are wrong by minutes, agree with the server on what time it is."""

from urllib.parse import urlsplit

import pytest

from tests.support.faces import Face, Hall
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
    errors.push(palabra.now() - tap.trueNow());
    await pause();
  }
  return { errors, smallest: Math.min(...tap.trips), claimed: palabra.errorMs() };
}
"""


async def check_estimate(page: Face, bursts: int) -> None:
    """Right after this many bursts its time is off by no more than half its smallest round trip."""
    found = await page.page.evaluate(MEASURE, [bursts * BURST, 20])
    worst = max(abs(error) for error in found["errors"])
    smallest = found["smallest"]
    assert 20 <= smallest <= 160, "the network under the page is as bad as it should be"
    assert worst <= smallest / 2 + READ_MS, f"{worst} ms off, smallest round trip {smallest} ms"
    assert worst <= found["claimed"] + READ_MS, "it knows how far off it may be"
    if smallest <= 100:
        assert worst <= 50


@pytest.mark.parametrize("name", CASES)
async def test_page_knows_the_time(name: str, hall: Hall, server: LiveServer) -> None:
    """Off by no more than half the smallest round trip, and 50 ms where that is ≤ 100 ms, whatever the device's clock."""
    network, wrong_by_ms = CASES[name]
    port = urlsplit(server.url).port
    assert port is not None
    async with through(network, port, seed=7) as proxied:
        page = await hall.observer(scripts=[TAP, device_clock(wrong_by_ms)], port=proxied)
        off = await page.page.evaluate("Date.now() - tap.trueNow()")
        assert abs(off - wrong_by_ms) < MINUTE_MS / 60
        for bursts in (1, 2, 3):
            await check_estimate(page, bursts)
            await page.page.evaluate("dispatchEvent(new Event('online'))")  # as after a sleep: it measures anew
        await hall.close()
