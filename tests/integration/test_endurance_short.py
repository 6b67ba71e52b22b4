"""A whole session in seconds, on devices that sleep and roam, with one `kill -9`: `make endurance`, shortened."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.endurance.run import Options, endurance


@pytest.mark.timeout(120)
async def test_a_session_on_devices_that_sleep_and_roam(tmp_path: Path) -> None:
    """After hundreds of incidents and a restart every view is the journal's, every act in it once, memory flat."""
    async with endurance(Options(speed=1_500, seed=3, observers=4), tmp_path) as (session, here):
        figures = await session.play(here)
    assert figures.sound, figures
    assert figures.restarts == 1
    assert figures.incidents.keys() == {"slept", "moved", "dead_spot"}
    assert figures.acked > 100
    assert figures.session_min >= 120
