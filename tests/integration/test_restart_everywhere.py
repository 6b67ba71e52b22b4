"""A restart at any entry, and a crash between any two acts: no face can tell (moment 20)."""

import random
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Final

import msgspec
import pytest

from server.dialogue.model.ids import Actor, ScreenId, SeatId
from server.dialogue.registry import AnyCommand
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.screens import SetScene, ShowMessage
from server.dialogue.rooms.seats import AddGuest, SetAway, Substitute
from server.dialogue.rooms.undo import Undo
from server.wire.messages import Accepted
from server.wire.views.acts import Suggestion
from tests.support.client import Client
from tests.support.play import CHAIR
from tests.support.restarts import run
from tests.support.server import ServerProcess

FACES: Final = {
    "chair": CHAIR,
    "stage": Actor("stage"),
    "screen": Actor("screen", "hall-left"),
    "podium": Actor("podium"),
    "youth": Actor("seat", "youth-1"),
    "BR": Actor("seat", "BR"),
    "MX": Actor("seat", "MX"),
    "observer": Actor("public"),
}
CRASHES: Final = 6
ACTS: Final = 12
"""Between two crashes."""


@pytest.mark.parametrize("kind", ["sqlite", "redis"])
async def test_a_restart_at_every_entry_gives_what_was_live(kind: str) -> None:
    """Random sessions in a real journal, read anew after each act: state, views and undo list, byte for byte."""
    assert await run(kind, acts=60, seed=3) == 60


@asynccontextmanager
async def faces(server: ServerProcess) -> AsyncIterator[dict[str, Client]]:
    """One face of each kind, connected."""
    async with AsyncExitStack() as stack:
        opened = {name: Client(server.url, server.token(actor)) for name, actor in FACES.items()}
        for one in opened.values():
            await one.connect()
            stack.push_async_callback(one.close)
        yield opened


def drawn(chair: Client, rng: random.Random) -> tuple[str, AnyCommand]:
    """Something that somebody may want now, and whose face wants it."""
    offered = msgspec.convert(chair.view["primary"], Suggestion)
    undo = chair.view.get("undo")
    screen = ScreenId(rng.choice(list(chair.view["screens"])))
    seat = rng.choice(("BR", "MX"))
    choices: list[tuple[str, AnyCommand]] = [
        ("chair", offered.command),
        ("chair", offered.command),
        ("chair", Undo(undo["seq"] if undo else 1)),
        ("stage", SetScene(screen, rng.choice(("freeze", "freeze", "list", "speaker")))),
        ("chair", SetScene(screen, rng.choice(("freeze", "blank")))),
        ("chair", ShowMessage(f"Aviso {rng.random():.3f}")),
        ("chair", AddGuest("Invitada", "Organismo", "es", 120_000)),
        (seat, Ask(SeatId(seat))),
        (seat, Substitute(SeatId(seat), substitute=rng.random() < 0.5)),
        (seat, SetAway(SeatId(seat))),
    ]
    return rng.choice(choices)


async def act(opened: dict[str, Client], rng: random.Random) -> bool:
    """Try something; returns whether it was carried out."""
    who, command = drawn(opened["chair"], rng)
    return isinstance(await opened[who].do(command), Accepted)


@pytest.mark.timeout(300)
async def test_no_face_can_tell_a_crash_between_two_acts(tmp_path: Path) -> None:
    """Frozen screens, guests and undos included: after each `kill -9` every face is sent the view it had."""
    rng = random.Random(20)  # noqa: S311 - to be repeated, not to be secret
    with ServerProcess(tmp_path / "data").started() as server:
        async with faces(server) as opened:
            for crash in range(1, CRASHES + 1):
                assert any([await act(opened, rng) for _ in range(ACTS)])
                seq = await opened["chair"].done(ShowMessage(f"{crash}"))  # everybody is told of it
                for one in opened.values():
                    await one.shows(seq)
                before = {name: one.view for name, one in opened.items()}
                server.kill()
                for one in opened.values():
                    await one.got("cut", crash)
                server.start()
                for one in opened.values():
                    await one.got("view", crash + 1)
                assert {name: one.view for name, one in opened.items()} == before
            assert any("picture" in screen for screen in opened["chair"].view["screens"].values())
