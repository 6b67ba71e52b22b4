"""Coming back, coming late, and asking: what brings a client to the newest view over its socket."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from server.app import Running
from server.dialogue.model.ids import Actor
from server.dialogue.rooms.screens import ShowMessage
from tests.support.client import Client, client
from tests.support.play import CHAIR
from tests.support.server import at, fresh, open_session, serving, token_of

BRAZIL = Actor("seat", "BR")


@pytest_asyncio.fixture
async def server(tmp_path: Path) -> AsyncIterator[Running]:
    """A server on an empty journal."""
    async with serving(tmp_path / "data") as running:
        yield running


async def test_a_client_that_comes_back_gets_only_what_it_missed(server: Running) -> None:
    """It names epoch and seq of its view and is sent the changes since, however many acts that were."""
    async with at(server, CHAIR) as chair:
        phone = Client(server.url, token_of(server, BRAZIL))
        await phone.connect()
        await open_session(chair)
        await phone.shows(1)
        await phone.close()
        phone.log.clear()
        await chair.done(ShowMessage("One"))
        last = await chair.done(ShowMessage("Two"))

        await phone.connect()
        await phone.shows(last)
        assert phone.of("view") == []
        assert phone.view == fresh(server, "seat:BR")
        await phone.close()


@pytest.mark.parametrize("hello", [{"epoch": "0123456789abcdef", "seq": 1}, {"seq": 7}, {"seq": -9}])
async def test_a_client_that_cannot_be_brought_on_gets_the_whole_view(
    server: Running, hello: dict[str, Any]
) -> None:
    """Of another epoch, its seq means another history; with a seq nobody knows, its view is anything."""
    async with at(server, CHAIR) as chair, client(server.url) as observer:
        await open_session(chair)
        await observer.shows(1)
        stranger = Client(server.url)
        await stranger.connect(**({"epoch": observer.epoch} | hello))
        assert stranger.view == fresh(server, "public")
        await stranger.close()


async def test_who_comes_later_gets_the_newest_view(server: Running) -> None:
    """Not the one that was encoded for who came before."""
    async with at(server, CHAIR) as chair, client(server.url):
        await open_session(chair)
        async with client(server.url) as latecomer:
            assert latecomer.view == fresh(server, "public")


async def test_whoever_lost_a_change_asks_for_the_whole_view(server: Running) -> None:
    """`sync` is answered with it."""
    async with client(server.url) as observer:
        observer.view = observer.configuration = {}
        await observer.socket.emit("sync", {})
        await observer.got("view", 2)
        assert observer.view == fresh(server, "public")


async def test_a_console_that_asks_for_the_whole_is_told_who_is_there_too(server: Running) -> None:
    """Presence is no part of a view, and not sent to who lags: whoever is brought up to date gets it again."""
    async with at(server, CHAIR) as chair:
        await chair.got("presence", 2)  # on its arrival, and when that was told to all consoles
        await chair.socket.emit("sync", {})
        await chair.got("view", 2)
        await chair.got("beat", len(chair.of("beat")) + 1)
        names = [name for name, _ in chair.log]
        second = names.index("view", names.index("view") + 1)
        assert names[second + 1] == "presence"


async def test_a_view_comes_without_the_configuration_to_who_holds_it(server: Running) -> None:
    """A phone that comes back with another epoch says which one it holds, and is sent what lives."""
    phone = Client(server.url, token_of(server, BRAZIL))
    await phone.connect()
    await phone.close()
    first = phone.of("view")[0]
    assert first["configuration"] == phone.configuration
    await phone.connect(epoch="0123456789abcdef")
    await phone.got("view", 2)
    again = phone.of("view")[1]
    assert (again["config"], "configuration" in again) == (first["config"], False)
    assert phone.view == fresh(server, "seat:BR")
    await phone.close()


@pytest.mark.parametrize("made_up", ["of another audience", "tampered", "x" * 48, "A" * 64, "é"])
async def test_a_seal_that_is_none_of_the_servers_brings_the_whole_view(
    server: Running, made_up: str
) -> None:
    """Whoever makes one up, or brings another's, gets what a newcomer gets; the others notice nothing."""
    async with at(server, CHAIR) as chair, client(server.url) as observer:
        await observer.shows(await open_session(chair))
        forged = {
            "of another audience": chair.as_of,
            "tampered": observer.as_of[:-1] + ("A" if observer.as_of[-1] != "A" else "B"),
        }.get(made_up, made_up)
        held = {"epoch": observer.epoch, "seq": observer.seq, "config": observer.config}
        honest, liar, late = (Client(server.url) for _ in range(3))
        for one, hello in (
            (honest, {"as_of": observer.as_of}),
            (liar, {"as_of": forged}),
            (late, {"acted": forged, "as_of": observer.as_of}),
        ):
            one.seq = observer.seq  # so that it does not wait for a view
            one.config, one.configuration = observer.config, observer.configuration
            await one.connect(**held | hello)
            await one.got("beat" if one is honest else "view")
        assert honest.of("view") == []
        assert liar.view == late.view == fresh(server, "public")
        await chair.done(ShowMessage("Welcome"))
        await observer.until(lambda: observer.view.get("message") == "Welcome")
        assert observer.of("cut") == []
        for one in (honest, liar, late):
            await one.close()
