"""Moment 17: a representative who speaks Kichwa, with consecutive and relay interpretation."""

import re
from pathlib import Path

import aiohttp
import msgspec
import pytest

from server.access.links import actors
from server.dialogue.model.ids import SeatId, SlotId, StatementId
from server.dialogue.model.state import SlotTarget
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.clock import Held, Hold, Resume
from server.dialogue.rooms.floor import End, InterpretationFinished, Start
from server.live.admission import AdmittedClient
from server.wire.messages import WIRE, Hello
from server.wire.project import project
from tests.support.differences import differences
from tests.support.play import OBSERVER, seat
from tests.support.room import Room, room
from tests.support.server import CONFIG, token_of

SPEAKER = SeatId("indigenous-1")
SLOT = SlotId("1.indigenous")
TOLD = re.compile(r"factor|consecutive|multipl|1\.37", re.IGNORECASE)
"""What would give it away: a name for it, or its value in the second of the configurations below."""


def config(folder: Path, privately: str) -> Path:
    """The shipped one, with a line more for the seat of the speaker."""
    shipped, edited = CONFIG.read_text("utf-8"), folder / "config.toml"
    line = f'id = "{SPEAKER}"\n'
    assert line in shipped
    edited.write_text(shipped.replace(line, f"{line}{privately}\n"), "utf-8")
    return edited


async def hold_twice(room: Room, statement: StatementId) -> None:
    """The booth catches up, twice for half a minute, after a minute of speech each time."""
    for _ in range(2):
        room.clock.wait(60_000)
        left_ms = room.left_ms()
        await room.do(Hold(statement, "interpretation"))
        room.clock.wait(30_000)
        assert room.everywhere(lambda view: view["floor"]["hold_reason"]) == "interpretation"
        assert room.left_ms() == left_ms
        await room.do(Resume(statement))


async def public_outputs(room: Room) -> str:
    """All that anybody without a console gets by HTTP, and what each is refused."""
    config = f"/api/config/{room.observer.config}"
    paths = ("/", "/screen", "/floor", "/api/view", "/api/public/view", config, "/healthz")
    found = []
    async with aiohttp.ClientSession(room.server.url) as http:
        for actor in (OBSERVER, seat(SPEAKER), seat("youth-1")):
            token = token_of(room.server, actor)
            headers = {"Authorization": f"Bearer {token}"} if token else {}
            for path in paths:
                async with http.get(path, headers=headers) as response:
                    found.append(await response.text())
            async with http.get("/api/journal", headers=headers) as response:
                assert response.status in (401, 403)
    return "\n".join(found)


async def test_moment_17_kichwa_with_relay_interpretation(tmp_path: Path) -> None:
    """Twice the time, holds cost nothing, nobody starts before the interpretation ends; the slot stays whole."""
    async with room(tmp_path / "data", config(tmp_path, "consecutive = true")) as hall:
        await hall.phone(SPEAKER), await hall.phone("workers-1")
        await hall.to_interventions()
        statement = await hall.start(SlotTarget(SLOT, SPEAKER))
        assert hall.left_ms() == 2 * 360_000
        await hold_twice(hall, statement)
        hall.clock.wait(240_000)
        assert hall.left_ms() == 2 * 360_000 - 360_000

        await hall.primary("end")
        assert hall.everywhere(lambda view: view["statements"][statement]["used_ms"]) == 360_000
        colleague = SlotTarget(SLOT, SeatId("indigenous-2"))
        await hall.do(Call(colleague))
        called = StatementId(hall.console["floor"]["statement"])
        assert await hall.refused(Start(called)) == "not_now"
        hall.clock.wait(25_000)
        await hall.primary("interpreted")
        await hall.primary("start")
        assert hall.left_ms() == 180_000
        assert [e.reason for e in await hall.recorded(Held)] == ["interpretation"] * 2
        assert await hall.recorded(InterpretationFinished) == [InterpretationFinished(statement)]


PRIVATELY = ["consecutive = true", "time_factor = 1.37"]


@pytest.mark.parametrize("privately", PRIVATELY)
async def test_moment_17_only_the_clock_differs(tmp_path: Path, privately: str) -> None:
    """Field by field, observers, screens and other phones get what they would of anybody, but for the length."""
    async with (
        room(tmp_path / "kichwa", config(tmp_path, privately)) as hall,
        room(tmp_path / "plain") as plain,
    ):
        halls = (hall, plain)

        async def differing() -> set[str]:
            phones = [(await each.phone("youth-1"), await each.phone("BR")) for each in halls]
            faces = zip(
                *((h.observer, h.screen, *p) for h, p in zip(halls, phones, strict=True)), strict=True
            )
            return {path for one, other in faces for path in differences(one.view, other.view)}

        for each in halls:
            await each.to_interventions()
            await each.ask("BR")
        assert await differing() == set()
        statement, _ = [await each.start(SlotTarget(SLOT, SPEAKER)) for each in halls]
        assert await differing() == {".floor.clock.length_ms"}
        for each in halls:
            each.clock.wait(60_000)
            await each.do(End(statement))
        assert await differing() == {f".statements.{statement}.length_ms"}


@pytest.mark.parametrize("privately", PRIVATELY)
async def test_moment_17_nothing_states_the_factor(tmp_path: Path, privately: str) -> None:
    """Before, during and after the speech: no view of any audience, no message, no page and no public export."""
    async with room(tmp_path / "data", config(tmp_path, privately)) as hall:
        await hall.phone(SPEAKER), await hall.phone("youth-1")

        async def told() -> None:
            state = hall.server.session.state
            audiences = {AdmittedClient(actor, Hello(wire=WIRE)).room for actor in actors(state.setup)}
            views = {
                name: msgspec.json.encode(project(*hall.server.session.known).view(name)).decode()
                for name in audiences
            }
            assert len(views) > 40
            assert {name for name, view in views.items() if TOLD.search(view)} == set()
            assert TOLD.search(await public_outputs(hall)) is None

        await told()
        await hall.to_interventions()
        await told()
        statement = await hall.start(SlotTarget(SLOT, SPEAKER))
        await told()
        await hall.do(End(statement))
        await told()
        sent = str([face.log for _, face in hall.faces.values()])
        assert statement in sent
        assert TOLD.search(sent) is None
