"""The front door: what a connection may hold, send ahead and leave unread, and for how long."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import aiohttp
import pytest
from websockets.frames import Opcode

from server.app import Running
from server.live import door as module
from server.live import scopes
from server.live.fastpath import http as http_module
from server.wire.messages import WIRE
from tests.support.client import client
from tests.support.play import CHAIR
from tests.support.server import serving, token_of
from tests.support.stranger import does_not_notice, during, frames, said, stranger

SOON_S = 2.0


async def test_what_holds_is_told(server: Running, mode: str) -> None:
    """`/healthz` says whether the limits of connections do, and whether the fan-out is the fast one."""
    async with aiohttp.ClientSession(server.url) as http, http.get("/healthz") as response:
        told = await response.json()
    assert told["door"] == ("packets" if mode == "fallback" else "whole")
    assert told["fanout"]["fast"] is (mode == "fast")


@pytest.mark.parametrize(
    "data", [frames(['42["probe",{}]'] * 2_000), frames(["x" * 30_000])[:-1]], ids=["many", "part"]
)
async def test_without_a_link_little_is_sent_ahead(limited: Running, data: bytes) -> None:
    """30 kB of whole messages, or of one that never comes whole: it would be kept, paced, for minutes. A link may."""
    async with stranger(limited.url) as one, stranger(limited.url) as linked:
        await one.hello()
        await linked.hello(token_of(limited, CHAIR))
        for each in (one, linked):
            each.write(data)
        assert await one.ended()
        assert not await linked.ended(0.5)


async def test_text_that_is_none_is_no_error_of_the_program(
    server: Running, caplog: pytest.LogCaptureFixture
) -> None:
    """The connection ends, without a traceback."""
    caplog.clear()
    for _ in range(3):
        async with stranger(server.url) as one:
            await one.hello()
            one.write(b"\x81\x82\0\0\0\0\xff\xfe")
            assert await one.ended()
    assert [record.getMessage() for record in caplog.records] == []
    async with aiohttp.ClientSession(server.url) as http, http.get("/healthz") as response:
        assert (await response.json())["turned_away"]["frames_no_text"] == 3


async def test_who_does_not_say_who_it_is_has_to_go(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    """By WebSocket and by polling alike; whoever said so stays."""
    monkeypatch.setattr(module, "HELLO_S", 0.3)
    async with (
        stranger(server.url) as silent,
        stranger(server.url) as polite,
        aiohttp.ClientSession() as http,
    ):
        await polite.hello()
        async with http.get(f"{server.url}/socket.io/?EIO=4&transport=polling") as opened:
            sid = (await opened.text()).split('"')[3]
        assert await silent.ended()
        async with asyncio.timeout(20):
            while True:
                async with http.get(f"{server.url}/socket.io/?EIO=4&transport=polling&sid={sid}") as polled:
                    if polled.status == 400:
                        break
        assert "now_ms" in await polite.asked("probe", {})


async def test_a_polling_client_is_held_to_the_same(server: Running) -> None:
    """Bad packets are dropped, the third ends the session; a client that never reads may not go on; no JSONP."""
    async with aiohttp.ClientSession() as http:
        base = f"{server.url}/socket.io/?EIO=4&transport=polling"

        async def opened() -> str:
            async with http.get(base) as response:
                assert response.headers["X-Content-Type-Options"] == "nosniff"
                return f"{base}&sid={(await response.text()).split(chr(34))[3]}"

        async def posted(address: str, body: str) -> int:
            async with http.post(address, data=body) as response:
                return response.status

        session = await opened()
        assert await posted(session, f'40{{"wire":{WIRE}}}') == 200
        assert await posted(session, 'bAAAA\x1e42["probe",{}]') == 200
        assert await posted(session, "42[\x1e42[\x1e42[") == 400
        assert await posted(session, '42["probe",{}]') == 400

        session = await opened()
        assert await posted(session, f'40{{"wire":{WIRE}}}') == 200
        async with http.get(session) as response:
            assert response.status == 200
        sync = "\x1e".join(['42["sync"]'] * 16)
        assert [await posted(session, sync) for _ in range(6)] == [200] * 4 + [400] * 2

        assert await posted(await opened(), "x" * (scopes.BODY_LIMIT + 1)) == 200  # dropped, and a fault
        async with http.get(f"{await opened()}&j=0") as response:
            assert response.status == 400
        async with http.request("OPTIONS", base) as response:
            assert response.status == 400


async def test_who_asks_again_without_reading_is_kept_one_view(tmp_path: Path) -> None:
    """48 requests for the whole view between two calls of a polling client: it is sent once, and once more later."""
    async with serving(tmp_path / "data") as server, aiohttp.ClientSession() as http:
        base = f"{server.url}/socket.io/?EIO=4&transport=polling"
        async with http.get(base) as response:
            base += f"&sid={(await response.text()).split(chr(34))[3]}"

        async def views() -> int:
            async with http.get(base) as response:
                return (await response.text()).count('42["view"')

        async with http.post(base, data=f'40{{"wire":{WIRE}}}') as response:
            assert response.status == 200
        await until_true(views)
        for _ in range(3):
            async with http.post(base, data="\x1e".join(['42["sync"]'] * 16)) as response:
                assert response.status == 200
        assert await views() == 1
        await until_true(views)


async def test_without_the_short_cut_who_asks_again_is_sent_a_view_now_and_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """20 requests for the whole view in one write: it is sent one for the first, and one later for the others."""
    monkeypatch.setattr("server.live.fastpath.contract.breaches", lambda: ["a test"])
    monkeypatch.setattr("server.live.fastpath.plain.ASKED_S", 1.0)
    async with serving(tmp_path / "data") as server, stranger(server.url) as one:
        await one.hello()
        await one.answer('42["view"')
        one.write(frames(['42["sync"]'] * 20))
        assert "now_ms" in await one.asked("probe", {})
        came: list[float] = []
        with suppress(TimeoutError):
            async with asyncio.timeout(3):
                while True:
                    await one.answer('42["view"')
                    came.append(time.monotonic())
        assert len(came) in {1, 2}  # the first may have come before the answer to the probe
        assert "now_ms" in await one.asked("probe", {})


async def until_true(found: Callable[[], Awaitable[int]]) -> None:
    """Look again and again; each look waits by itself."""
    async with asyncio.timeout(SOON_S + 8):
        while not await found():
            pass


async def test_headers_and_bodies_have_limits(limited: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too long, too slow, or no HTTP: answered briefly, and the connection is closed."""
    monkeypatch.setattr(http_module, "HEAD_S", 0.3)
    monkeypatch.setattr(http_module, "BODY_S", 0.3)
    head = b"POST /api/command HTTP/1.1\r\nHost: localhost\r\n"
    cases = {
        b"GET / HTTP/1.1\r\nX: " + b"x" * 40_000: b"431",
        b"GET / HTTP/1.1\r\n" + b"X: x\r\n" * 8_000: b"431",
        b"GET /" + b"x" * 40_000: b"431",
        b"": b"408",
        b"GET / HT": b"408",
        head + b"Content-Length: 20\r\n\r\nhalf": b"408",
        b"\x16\x03\x01 not HTTP at all\r\n\r\n": b"400",
    }
    for sent, status in cases.items():
        assert (await said(limited.url, sent)).split(b" ")[1:2] == [status], sent[:40]
    huge = head + b"Content-Length: 20000000\r\n\r\n" + b"x" * 300_000
    assert (await said(limited.url, huge)).split(b" ")[1:2] in ([b"413"], [b"400"])


async def test_requests_sent_ahead_wait_their_turn(server: Running, soon_s: float) -> None:
    """5,000 in one write: each gets its answer, the chair hers in between."""
    async with client(server.url, token_of(server, CHAIR)) as chair:
        request = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
        many = said(server.url, request * 4_999 + request.replace(b"Host", b"Connection: close\r\nHost"), 120)
        alone_s = await during(chair)
        answers = asyncio.ensure_future(many)
        await does_not_notice(chair, alone_s, soon_s)
        assert (await answers).count(b"HTTP/1.1 200") == 5_000


async def test_who_goes_before_it_is_answered_leaves_no_traceback(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """500 requests in one write, and gone: those that were read already are not answered to nobody."""
    async with serving(tmp_path / "data") as server:
        caplog.clear()
        for _ in range(5):
            with suppress(TimeoutError):
                await said(server.url, b"GET /api/public/view HTTP/1.1\r\nHost: x\r\n\r\n" * 500, 0.05)
        async with client(server.url) as observer:
            await observer.probe()
        assert [record.getMessage() for record in caplog.records if record.exc_info] == []


async def test_a_flood_of_pings_is_cut_off(limited: Running) -> None:
    """No browser sends any; each would be answered."""
    async with stranger(limited.url) as one:
        await one.hello()
        one.write(frames([""] * 1_000, Opcode.PING))
        assert await one.ended()
