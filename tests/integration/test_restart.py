"""`kill -9` in mid-speech, and a start on the same folder: as if nothing had happened."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from server.dialogue.model.ids import Actor, SeatId, SlotId, StatementId
from server.dialogue.model.state import SlotTarget, Step
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.clock import Hold, Resume
from server.dialogue.rooms.floor import End, Start
from server.dialogue.rooms.session import MoveStep, Rehearse
from tests.support.client import Client
from tests.support.play import CHAIR
from tests.support.server import CONFIG, ServerProcess

YOUTH = SeatId("youth-1")
FILES: dict[str, Callable[[str], str]] = {
    "as it was": lambda file: file,
    "edited": lambda file: file.replace("6:00", "9:00").replace("Fortale", "Debil"),
    "spoilt": lambda file: file + "\n[lengths\n",
    "empty": lambda _file: "",
}
"""What somebody has made of the configuration file while the server ran."""


async def to_mid_speech(chair: Client) -> None:
    """Open, go to the first round, call the first slot, start, hold and resume once."""
    await chair.done(MoveStep(chair.step, Step("opening")))
    await chair.done(MoveStep(chair.step, Step("interventions", 1)))
    await chair.done(Call(SlotTarget(SlotId("1.youth"), YOUTH)))
    statement = StatementId(chair.view["floor"]["statement"])
    await chair.done(Start(statement))
    await chair.done(Hold(statement, "interpretation"))
    await chair.done(Resume(statement))


async def now_ms(one: Client) -> float:
    """Server time."""
    return float((await one.raw("probe", {}))["now_ms"])


def left_ms(view: dict[str, Any], at_ms: float) -> float:
    """What a face draws: length - (now - started - held)."""
    clock = view["floor"]["clock"]
    return float(clock["length_ms"] - (at_ms - clock["started_at_ms"] - clock["held_for_ms"]))


@pytest.mark.parametrize("file", FILES)
async def test_a_kill_in_mid_speech_loses_nothing(file: str, tmp_path: Path) -> None:
    """Every acknowledged act is there, the clock ran on, all faces come back untouched, whatever the file says now."""
    config = tmp_path / "config.toml"
    config.write_text(CONFIG.read_text())
    with ServerProcess(tmp_path / "data", config=config).started() as server:
        actors = {"chair": CHAIR, "youth": Actor("seat", YOUTH), "observer": Actor("public")}
        faces = {name: Client(server.url, server.token(actor)) for name, actor in actors.items()}
        for one in faces.values():
            await one.connect()
        chair = faces["chair"]
        await to_mid_speech(chair)
        for one in faces.values():
            await one.shows(chair.entry)
        before = {name: one.view for name, one in faces.items()}
        at_ms = await now_ms(chair)
        left_before_ms = left_ms(chair.view, at_ms)

        server.kill()
        for one in faces.values():
            await one.got("cut")
        config.write_text(FILES[file](CONFIG.read_text()))
        server.start()
        for one in faces.values():
            await one.got("view", 2)

        assert {name: one.view for name, one in faces.items()} == before
        later_ms = await now_ms(chair)
        assert later_ms > at_ms
        assert left_ms(chair.view, later_ms) == left_before_ms - (later_ms - at_ms)
        await chair.done(End(StatementId(chair.view["floor"]["statement"])))
        assert "floor" not in chair.view
        for one in faces.values():
            await one.close()


async def test_a_rehearsal_goes_on_at_its_own_pace(tmp_path: Path) -> None:
    """The rate is in the journal; time does not fall back behind the last act."""
    with ServerProcess(tmp_path / "data").started() as server:
        chair = Client(server.url, server.token(CHAIR))
        await chair.connect()
        await chair.done(Rehearse(1_000))
        await to_mid_speech(chair)
        server.kill()
        await chair.got("cut")
        server.start()
        await chair.got("view", 2)

        answer = await chair.raw("probe", {})
        assert answer["rate"] == 1_000
        assert answer["now_ms"] >= chair.view["floor"]["clock"]["started_at_ms"]
        assert chair.of("welcome")[-1]["rate"] == 1_000
        await chair.close()
