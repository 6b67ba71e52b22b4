"""What a link, a token of nobody, or a made-up device may do at the door: bounded, bound to its holder, and counted."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from websockets.exceptions import ConnectionClosed, InvalidStatus

from server.app import Running
from server.dialogue.model.ids import Actor
from server.dialogue.rooms.screens import ShowMessage
from server.live.admission import WINDOWS, WINDOWS_PER_LINK
from server.live.line import FAULTS
from server.live.polling_clients import NEWCOMERS
from server.rehearsal.errors import NoAnswer
from server.wire.messages import WIRE
from tests.support.client import Client, client
from tests.support.play import CHAIR
from tests.support.server import serving, token_of
from tests.support.stranger import LIMIT_S, Stranger, frames, said, stranger

BRAZIL = Actor("seat", "BR")


@pytest_asyncio.fixture
async def server(tmp_path: Path) -> AsyncIterator[Running]:
    """A server on an empty journal."""
    async with serving(tmp_path / "data") as running:
        yield running


async def opened(server: Running, stack: AsyncExitStack, token: str, device: str) -> Stranger:
    """One more window of a link."""
    one = await stack.enter_async_context(stranger(server.url))
    await one.ws.send(f'40{{"wire":{WIRE},"token":"{token}","device":"{device}"}}')
    await one.answer("40")
    return one


async def all_ended(windows: list[Stranger]) -> bool:
    """Whether the server ends each of these, by a packet or with the connection."""

    async def ended(one: Stranger) -> bool:
        try:
            async with asyncio.timeout(LIMIT_S):
                while not str(await one.ws.recv()).startswith("41"):
                    pass
        except TimeoutError:
            return False
        except ConnectionClosed:
            pass
        return True

    return all(await asyncio.gather(*map(ended, windows)))


@pytest.mark.parametrize("actor", [BRAZIL, Actor("screen", "hall-left"), Actor("console", "chair")], ids=str)
async def test_one_device_is_open_in_a_few_windows(server: Running, actor: Actor) -> None:
    """Of 40 the newest ones count, whatever the role; the chair's own console, which reports, is none that goes."""
    async with client(server.url, token_of(server, CHAIR)) as chair, AsyncExitStack() as stack:
        windows = [await opened(server, stack, token_of(server, actor), "one") for _ in range(40)]
        assert len(windows) > WINDOWS
        assert await all_ended(windows[:-WINDOWS])
        for window in windows[-WINDOWS:]:
            assert "now_ms" in await window.asked("probe", {})
        await chair.done(ShowMessage("Here"))


async def test_a_link_without_devices_is_bounded_too(server: Running) -> None:
    """Consoles that name another device each: who was heard of last stays, the chair among them."""
    token = token_of(server, CHAIR)
    async with client(server.url, token) as chair, AsyncExitStack() as stack:
        windows = []
        for number in range(WINDOWS_PER_LINK + 20):
            windows.append(await opened(server, stack, token, f"d{number}"))
            await chair.probe()
        await chair.done(ShowMessage("Here"))
        await chair.until(lambda: chair.of("presence")[-1]["consoles"].get("chair") == WINDOWS_PER_LINK)


async def test_a_second_hello_is_no_second_client(server: Running) -> None:
    """20 of them on one connection: python-socketio would keep, and count, an observer for each."""
    async with client(server.url, token_of(server, CHAIR)) as chair:
        async with stranger(server.url) as one, stranger(server.url) as two:
            for each in (one, two):
                await each.hello()
            two.write(frames([f'40{{"wire":{WIRE}}}'] * 20))
            assert await two.ended()
            await chair.until(lambda: chair.of("presence") and chair.of("presence")[-1]["observers"] == 1)
        await chair.until(lambda: chair.of("presence")[-1]["observers"] == 0)


async def test_made_up_devices_are_no_observers(server: Running) -> None:
    """500 calls with another device each count as a few newcomers; who calls with every beat counts."""
    async with (
        client(server.url, token_of(server, CHAIR)) as chair,
        aiohttp.ClientSession(server.url) as http,
    ):
        for number in range(500):
            async with http.get(f"/api/view?device=made-up-{number}") as response:
                assert response.status == 200
        await chair.until(lambda: chair.of("presence") and chair.of("presence")[-1]["observers"] > 0)
        await asyncio.sleep(1.5)  # one more presence, if there were more of them to tell
        assert chair.of("presence")[-1]["observers"] <= NEWCOMERS


async def test_a_polling_session_is_no_bearer(server: Running) -> None:
    """Its number stands in addresses and logs: who does not show the link as well can neither act, read nor go on."""
    token = token_of(server, CHAIR)
    own = {"Authorization": f"Bearer {token}"}
    act = '420["command",{"id":"12345678","command":{"type":"show_message","text":"Boo"}}]'
    async with aiohttp.ClientSession() as http:
        base = f"{server.url}/socket.io/?EIO=4&transport=polling"
        async with http.get(base, headers=own) as response:
            sid = (await response.text()).split('"')[3]
        address = f"{base}&sid={sid}"

        async def status(method: str, body: str = "", headers: dict[str, str] | None = None) -> int:
            async with http.request(method, address, data=body, headers=headers) as answer:
                return answer.status

        assert await status("POST", f'40{{"wire":{WIRE},"token":"{token}"}}', own) == 200
        assert await status("GET", headers=own) == 200
        for headers in (None, {"Authorization": f"Bearer {token_of(server, BRAZIL)}"}):
            assert await status("POST", act, headers) == 400
            assert await status("GET", headers=headers) == 400
        with pytest.raises(InvalidStatus):
            async with stranger(server.url, f"&sid={sid}"):
                pass
        assert server.session.state.seq == 0
        assert await status("POST", act, own) == 200
        async with asyncio.timeout(LIMIT_S):
            while server.session.state.seq == 0:
                assert await status("GET", headers=own) == 200


async def test_links_of_nobody_are_counted_and_end_a_connection_by_http_too(server: Running) -> None:
    """On every address that takes one: each is counted, with the third answer the connection is closed."""
    forged = b" HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer forged\r\n\r\n"
    for path in (b"/api/view", b"/api/journal"):
        answers = await said(server.url, (b"GET " + path + forged) * (FAULTS + 2))
        assert answers.count(b"HTTP/1.1 401") == FAULTS, path
    async with aiohttp.ClientSession(server.url) as http, http.get("/healthz") as response:
        turned_away = (await response.json())["turned_away"]
    assert turned_away["links_of_nobody"] == 2 * FAULTS


async def test_what_a_client_says_it_holds_is_short(server: Running) -> None:
    """It is kept as long as the client is there: 64 kB of it would be 64 kB for each."""
    told: list[Any] = []
    windy = Client(server.url)
    windy.socket.on("connect_error", told.append)
    with pytest.raises(NoAnswer):
        await windy.connect(epoch="e" * 65)
    assert told[0]["message"] == "bad_command"
