"""The links of stage and podium at the real server: what they are shown, and what they may do."""

from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest_asyncio

from server.app import Running
from server.dialogue.model.ids import Actor
from server.dialogue.model.state import Step
from server.dialogue.registry import AnyCommand
from server.dialogue.rooms.floor import End
from server.dialogue.rooms.screens import SetScene, ShowMessage
from server.dialogue.rooms.session import MoveStep
from server.wire.messages import Accepted, Refusal
from server.wire.views.podium import PodiumView
from server.wire.views.public import StageView
from tests.support.client import client
from tests.support.play import CHAIR
from tests.support.server import serving, token_of

STAGE = Actor("stage")
PODIUM = Actor("podium")


@pytest_asyncio.fixture
async def server(tmp_path: Path) -> AsyncIterator[Running]:
    """A server on an empty journal."""
    async with serving(tmp_path / "data") as running:
        yield running


async def test_the_stage_sets_a_scene_and_cannot_end_a_statement(server: Running) -> None:
    """The screen shows the new scene; the speaker goes on."""
    screen = server.session.state.setup.screens[0].id
    async with (
        client(server.url, token_of(server, CHAIR)) as chair,
        client(server.url, token_of(server, STAGE)) as stage,
        client(server.url, token_of(server, Actor("screen", screen))) as wall,
    ):
        assert [await chair.press() for _ in range(4)] == ["open", "start_round", "call", "start"]
        seq = await stage.done(SetScene(screen, "freeze"))
        await wall.shows(seq)
        assert wall.view["screens"][screen]["scene"] == "freeze"
        speaking = chair.view["floor"]["statement"]

        assert await stage.do(End(speaking)) == Refusal(code="not_allowed", about="stage")
        assert await stage.do(MoveStep(Step("interventions", 1), Step("exchange", 1))) == Refusal(
            code="not_allowed", about="stage"
        )
        assert server.session.state.floor == speaking
        assert isinstance(await stage.do(ShowMessage("Coffee")), Accepted)
        msgspec.convert(stage.view, StageView)


async def test_the_stage_is_told_how_well_the_screens_are(server: Running) -> None:
    """At once, and when one comes; the podium is not."""
    screen = server.session.state.setup.screens[0].id
    async with (
        client(server.url, token_of(server, STAGE)) as stage,
        client(server.url, token_of(server, PODIUM)) as podium,
    ):
        await stage.got("presence")
        assert stage.of("presence")[0]["screens"][screen]["online"] == 0
        async with client(server.url, token_of(server, Actor("screen", screen))):
            await stage.until(lambda: stage.of("presence")[-1]["screens"][screen]["online"] == 1)
        assert podium.of("presence") == []


async def test_the_podium_follows_the_context_button_and_presses_nothing(server: Running) -> None:
    """Its cue is that of the console after every act, and arrives as a change."""
    async with (
        client(server.url, token_of(server, CHAIR)) as chair,
        client(server.url, token_of(server, PODIUM)) as podium,
    ):
        for _ in range(5):
            suggestion = chair.view["primary"]
            assert podium.view["cue"] == {
                key: value for key, value in suggestion.items() if key in {"act", "seat", "round"}
            }
            refused = await podium.do(msgspec.convert(suggestion["command"], AnyCommand))
            assert refused == Refusal(code="not_allowed", about="podium")
            await chair.press()
            await podium.shows(chair.entry)
        msgspec.convert(podium.view, PodiumView)
