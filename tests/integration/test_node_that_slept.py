"""A node that stood still, as a laptop that sleeps does: whoever comes to it then is shown how things stand now."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.dialogue.model.state import Step
from server.dialogue.rooms.screens import ShowMessage
from server.dialogue.rooms.session import MoveStep
from tests.support.client import Client, client
from tests.support.live_server import LiveServer
from tests.support.redis_server import RedisServer

OPEN = MoveStep(Step("scheduled"), Step("opening"))
ASLEEP_S = 2.0
"""Longer than a node may be without word before it says that it is behind (`BEHIND_MS`)."""


@pytest.fixture
def redis_server(tmp_path: Path) -> Iterator[RedisServer]:
    """A Redis of its own, since both nodes are of the shipped dialogue."""
    server = RedisServer(tmp_path)
    server.start()
    yield server
    server.kill()


async def test_a_node_that_slept_shows_nobody_an_old_view(tmp_path: Path, redis_server: RedisServer) -> None:
    """While it stands still the chair acts at the other node; the first view it gives afterwards has those acts."""
    nodes = [LiveServer(tmp_path, "--journal", redis_server.url) for _ in range(2)]
    for node in nodes:
        await node.start()
    awake, sleeper = nodes
    token = awake.links["console:chair"].partition("#t=")[2]
    late = Client(sleeper.url, token)
    try:
        async with client(awake.url, token) as chair:
            await chair.done(OPEN)
            await sleeper.reached(1)
            sleeper.hang()
            entries = [await chair.done(ShowMessage(f"act {number}")) for number in range(5)]
            connecting = asyncio.create_task(late.connect())
            await asyncio.sleep(ASLEEP_S)  # what is tested is that time has passed
            sleeper.go_on()
            await connecting
            first = late.of("view")[0]
            assert (late.opened(first["as_of"]), first["view"]["message"]) == (entries[-1], "act 4")
    finally:
        await late.close()
        for node in nodes:
            await node.stop()
