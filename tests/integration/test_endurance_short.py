"""A whole session in seconds, on devices that sleep and roam, with one `kill -9`: `make endurance`, shortened."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.dialogue.entry import Entry
from server.dialogue.rooms.session import Rehearse
from tests.chaos.records import Sent
from tests.endurance.report import lost_and_doubled
from tests.endurance.run import Options, endurance


@pytest.mark.timeout(400)
async def test_a_session_on_devices_that_sleep_and_roam(tmp_path: Path) -> None:
    """After incidents of every kind and a restart every view is the journal's, every act in it once, memory flat."""
    async with endurance(Options(speed=1_500, seed=3, observers=4), tmp_path) as (session, here):
        figures = await session.play(here)
    assert figures.sound, figures
    assert figures.restarts == 1
    assert figures.incidents.keys() == {"slept", "moved", "dead_spot"}
    assert figures.acked > 100
    assert figures.shipped_acked > 0
    # How many there were in a second says nothing of the product: a busy machine is late with them, or has devices that
    # connect anew as it is. But no machine plays this session in less than 12 s, a busy one takes longer, and each of
    # fifty devices has one every 15 s on average: each kind came, and came again.
    assert min(figures.incidents.values()) >= 3, figures
    assert figures.session_min >= 120


def test_what_is_lost_or_doubled_is_counted() -> None:
    """An acknowledged act that the journal does not hold, and one that it holds twice."""
    kept, lost = Sent(Rehearse(1)), Sent(Rehearse(1))
    for sent in (kept, lost):
        sent.acks.add(1)
    entry = Entry(1, "e1", 0, "console:chair", kept.id, "", (), "")
    assert lost_and_doubled([kept, lost], [entry]) == (1, 0)
    assert lost_and_doubled([kept], [entry, entry]) == (0, 1)
