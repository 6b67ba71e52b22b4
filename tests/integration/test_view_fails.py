"""An error of the program in one audience's view: the act counts, the others hear of it, and it is made good."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
import structlog

from server.app import Running, running
from server.config import load as load_config
from server.dialogue.model.ids import Actor
from server.dialogue.model.state import Step
from server.dialogue.rooms.screens import ShowMessage
from server.dialogue.rooms.session import MoveStep
from server.wire import project as module
from server.wire.messages import Accepted
from tests.support.client import SEALS, Client, client
from tests.support.play import CHAIR
from tests.support.server import CONFIG, token_of

PODIUM = Actor("podium")
OPEN = MoveStep(Step("scheduled"), Step("opening"))


@pytest_asyncio.fixture
async def server(tmp_path: Path) -> AsyncIterator[Running]:
    """A server as it is in use: errors of the program are logged, not raised."""
    with structlog.testing.capture_logs() as lines:
        async with running(load_config(CONFIG), tmp_path / "data", host="127.0.0.1", port=0) as started:
            SEALS[started.url] = started.access.seal
            yield started
    assert any(line["log_level"] == "error" for line in lines)


def broken(*_: object) -> Any:
    """A projection with an error in it."""
    raise ZeroDivisionError


async def health(server: Running) -> Any:
    """Status and figures."""
    async with aiohttp.ClientSession() as http, http.get(f"{server.url}/healthz") as response:
        assert response.status == 200
        return await response.json()


async def test_an_error_in_one_view_reaches_neither_the_others_nor_the_answer(
    server: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The health page names it; whoever was in the audience is sent the whole once it can be made, act or no act."""
    podium = Client(server.url, token_of(server, PODIUM))
    async with client(server.url, token_of(server, CHAIR)) as chair, client(server.url) as observer:
        await podium.connect()
        with monkeypatch.context() as patched:
            patched.setattr(module, "podium_view", broken)
            seq = await chair.done(OPEN)
            await observer.shows(seq)
            seq = await chair.done(ShowMessage("Welcome"))
            await observer.shows(seq)
            told = await health(server)
            assert (told["status"], told["failing"]) == ("degraded", ["podium"])
            assert podium.seq == 0

        await podium.shows(seq)
        assert podium.of("change") == []
        told = await health(server)
        assert (told["status"], told["failing"]) == ("ok", [])
        seq = await chair.done(ShowMessage("Welcome again"))
        await podium.shows(seq)
        assert len(podium.of("change")) == 1
    await podium.close()


async def test_who_comes_meanwhile_is_let_in_and_served_later(
    server: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By socket; by calls and pages the answer is 503, for one that may be tried again."""
    async with client(server.url, token_of(server, CHAIR)) as chair:
        await chair.done(OPEN)
        with monkeypatch.context() as patched:
            patched.setattr(module, "public_view", broken)
            assert isinstance(await chair.do(ShowMessage("Welcome")), Accepted)  # no view, but an answer
            late = Client(server.url)
            await late.socket.connect(server.url, auth=late.hello(), transports=["websocket"])
            await late.got("welcome")
            async with aiohttp.ClientSession(server.url) as http:
                for path in ("/api/view", "/api/public/view"):
                    async with http.get(path) as response:
                        assert response.status == 503
        await late.shows(2)
        await late.close()
        async with aiohttp.ClientSession(server.url) as http, http.get("/api/view") as response:
            assert response.status == 200
