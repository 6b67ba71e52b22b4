"""The front door: whatever strangers send, it is answered or dropped cheaply, and the chair does not notice."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
import structlog
from websockets.frames import Opcode

from server.app import Running
from server.dialogue.model.ids import Actor
from server.dialogue.model.state import Step
from server.dialogue.rooms.screens import ShowMessage
from server.dialogue.rooms.session import MoveStep
from server.live import door as module
from server.live import scopes
from server.live.fastpath import contract
from server.live.fastpath import http as http_module
from server.live.line import FAULTS, STRANGERS
from server.wire.messages import WIRE
from tests.support.client import Client, client
from tests.support.fastpath import until
from tests.support.play import CHAIR
from tests.support.server import serving, token_of
from tests.support.stranger import frames, said, stranger

TOLD = "turned away at the door"
SOON_S = 2.0
"""A chair that waits for 25,000 frames waits 13 s; one that waits for its own turn, some milliseconds."""
BUSY = 20
"""So much longer than alone an answer may take where that is more: alone some 15 ms, where both processors are free."""
FALLBACK_S = 5.0
"""uvicorn's own protocol takes one read, up to 256 kB of frames, apart at once: that much longer on a busy machine."""


MODES = {
    "fast": (),
    "plain": ("breaches",),
    "fallback": ("breaches", "breaches_of_connections"),
}
"""What of the libraries is not as it was read: nothing; what the fan-out stands on; the connections' limits, too."""


@pytest.fixture(params=MODES)
def mode(request: pytest.FixtureRequest) -> str:
    """Whether the libraries are those that were read."""
    return str(request.param)


@pytest.fixture
def soon_s(mode: str) -> float:
    """Within what time the chair is answered, whatever strangers do."""
    return FALLBACK_S if mode == "fallback" else SOON_S


@pytest_asyncio.fixture
async def server(mode: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Running]:
    """A server, as it is and as it is when the libraries are not those that were read."""
    for breached in MODES[mode]:
        monkeypatch.setattr(contract, breached, lambda: ["a test"])
    async with serving(tmp_path / "data") as running:
        yield running


@pytest_asyncio.fixture
async def limited(mode: str, server: Running) -> Running:
    """The same, but not where uvicorn's own protocols have to do: `/healthz` says so then, and that is all."""
    async with aiohttp.ClientSession(server.url) as http, http.get("/healthz") as response:
        assert (await response.json())["door"] == ("packets" if mode == "fallback" else "whole")
    if mode == "fallback":
        pytest.skip("no limits of connections, and `/healthz` says so")
    return server


async def during(chair: Client) -> float:
    """Let the chair act while something else goes on; return the longest that an answer took, seconds."""
    longest_s = 0.0
    for number in range(20):
        began_s = time.monotonic()
        await chair.do(ShowMessage(str(number)))
        longest_s = max(longest_s, time.monotonic() - began_s)
        await asyncio.sleep(0.005)
    return longest_s


async def does_not_notice(chair: Client, alone_s: float, soon_s: float) -> None:
    """She is answered soon, whatever strangers send meanwhile; or, on a machine that is busy, as soon as may be."""
    assert await during(chair) < max(soon_s, BUSY * alone_s)


@pytest.mark.parametrize("packet", ["42[", "42[123]", "x", '51-["command",{"_placeholder":true,"num":0}]'])
async def test_one_write_of_25000_bad_packets_costs_the_chair_nothing(
    server: Running, packet: str, soon_s: float, caplog: pytest.LogCaptureFixture
) -> None:
    """The third ends the connection, and no line is written for any."""
    async with client(server.url, token_of(server, CHAIR)) as chair, stranger(server.url) as bad:
        alone_s = await during(chair)
        await bad.hello()
        caplog.clear()
        bad.write(frames([packet] * 25_000))
        await does_not_notice(chair, alone_s, soon_s)
        assert await bad.ended()
        assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


@pytest.mark.parametrize(
    "packet",
    ['42["probe",{}]', '42["sync"]', '421["command",{"id":"12345678","command":{"type":"open_list"}}]'],
)
async def test_one_write_of_proper_packets_waits_its_turn(
    server: Running, packet: str, soon_s: float
) -> None:
    """10,000 of them: what goes beyond a connection's budget is read later, not at the chair's cost."""
    async with client(server.url, token_of(server, CHAIR)) as chair, stranger(server.url) as eager:
        alone_s = await during(chair)
        await eager.hello()
        eager.write(frames([packet] * 10_000))
        await does_not_notice(chair, alone_s, soon_s)


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


async def test_what_goes_beyond_a_budget_waits(server: Running) -> None:
    """Of 200 probes at once some are answered at once, the others as the budget fills; none is lost with a link."""
    async with stranger(server.url) as eager, stranger(server.url) as linked:
        began_s, answered = time.monotonic(), 0
        for one, token in ((eager, ""), (linked, token_of(server, Actor("seat", "BR")))):
            await one.hello(token)
            one.write(frames([f'42{number}["probe",{{}}]' for number in range(199)]))
        for _ in range(199):
            await linked.answer("43")
        while time.monotonic() - began_s < 2:
            with suppress(TimeoutError):
                async with asyncio.timeout(0.2):
                    answered += str(await eager.ws.recv()).startswith("43")
        assert (
            STRANGERS.burst - 5 < answered <= STRANGERS.burst + STRANGERS.per_s * (time.monotonic() - began_s)
        )


async def test_the_third_bad_packet_ends_a_connection(server: Running) -> None:
    """Two do not: a network may garble something, and a face of tomorrow may know an event that is not known here."""
    async with stranger(server.url) as one:
        assert (await one.hello()).startswith("40")
        for _ in range(FAULTS - 1):
            answer = await one.asked("take_the_floor")
            assert answer == {"answer": "refused", "code": "bad_command", "about": "take_the_floor"}
        assert "now_ms" in await one.asked("probe", {})
        await one.ws.send("42[")
        assert await one.ended()


async def test_whoever_has_not_said_who_it_is_cannot_send_events(
    server: Running, caplog: pytest.LogCaptureFixture
) -> None:
    """They are bad packets as others: dropped, counted, not logged; so is what comes behind a goodbye."""
    async with stranger(server.url) as early, stranger(server.url) as late:
        await late.hello()
        await late.ws.send("41")
        for one in (early, late):
            one.write(frames(['42["probe",{}]'] * 1_000))
            assert await one.ended()
    assert [record for record in caplog.records if "fan-out falls back" not in record.message] == []


@pytest.mark.parametrize(
    "query",
    [
        "EIO=4&transport=websocket&sid=%1b]0;X%07",
        "EIO=3&transport=websocket",
        "transport=websocket",
        "EIO=4&transport=x",
    ],
)
async def test_a_query_that_makes_no_sense_gets_no_further(
    server: Running, query: str, caplog: pytest.LogCaptureFixture
) -> None:
    """By WebSocket and by polling: counted, and nothing of it is logged, not even once."""
    caplog.clear()
    upgrade = (
        b"Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
    )
    for headers, status in (
        (b"Connection: Upgrade\r\n" + upgrade, b"403"),
        (b"Connection: close\r\n", b"400"),
    ):
        head = f"GET /socket.io/?{query} HTTP/1.1\r\nHost: x\r\n".encode()
        assert (await said(server.url, head + headers + b"\r\n")).split(b" ")[1] == status
    assert [record.getMessage() for record in caplog.records] == []


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


async def test_binary_is_never_kept(server: Running) -> None:
    """Frames of bytes, and packets that announce attachments: nothing reaches python-socketio."""
    async with stranger(server.url) as one:
        await one.hello()
        one.write(frames(["\x00" * 100] * 2, Opcode.BINARY))
        assert "now_ms" in await one.asked("probe", {})
        one.write(frames(["x"], Opcode.BINARY))
        assert await one.ended()


async def test_an_event_named_disconnect_disconnects_nobody(server: Running) -> None:
    """A library's own names are no events of ours: the client goes on and is sent what changes."""
    async with client(server.url, token_of(server, CHAIR)) as chair, client(server.url) as observer:
        await observer.raw("disconnect")
        seq = await chair.done(MoveStep(Step("scheduled"), Step("opening")))
        await observer.shows(seq)


async def test_packets_pass_whole_whatever_the_pieces(server: Running) -> None:
    """500 probes of growing length in one write, with parts and pings between: all answered, in order."""
    async with stranger(server.url) as one:
        await one.hello(token_of(server, CHAIR))
        one.write(
            b"".join(
                frames([f'42{number}["probe",{{"pad":"{"x" * number * 3}"}}]'])
                + frames([""], Opcode.PING) * (number % 50 == 0)
                for number in range(1, 500)
            )
        )
        for number in range(1, 500):
            assert (await one.answer("43")).startswith(f'43{number}[{{"now_ms"')


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


async def test_links_of_nobody_are_counted_and_end_a_connection(server: Running) -> None:
    """Each is told that it is revoked; the third ends the connection."""
    async with stranger(server.url) as one:
        for _ in range(FAULTS - 1):
            assert "revoked" in await one.hello("forged")
        await one.ws.send(f'40{{"wire":{WIRE},"token":"forged"}}')
        assert await one.ended()


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


async def test_commands_without_a_link_are_not_even_read(server: Running) -> None:
    """By HTTP: some are answered that they are not allowed, what goes on is turned away; a link is not."""
    async with aiohttp.ClientSession(server.url) as http:
        body = b'{"id":"12345678","command":{"type":"open_list"}}'

        async def posted(token: str) -> int:
            headers = {"Authorization": f"Bearer {token}"} if token else {}
            async with http.post("/api/command", data=body, headers=headers) as response:
                return response.status

        strangers = [await posted("") for _ in range(40)] + [await posted("forged") for _ in range(40)]
        assert strangers[0] == 200
        assert strangers.count(429) >= 40
        assert await posted(token_of(server, CHAIR)) == 200
        assert await posted(token_of(server, Actor("seat", "BR"))) == 200


async def test_the_figures_are_told_once_a_minute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line, whatever there was, and none where there was nothing."""
    monkeypatch.setattr(module, "SWEEP_S", 0.02)
    monkeypatch.setattr(module, "TELL_MS", 200)
    with structlog.testing.capture_logs() as lines:
        async with serving(tmp_path / "data") as server, stranger(server.url) as one:
            await one.hello()
            one.write(frames(["42["] * 100))
            assert await one.ended()
            await until(lambda: any(line["event"] == TOLD for line in lines))
            await asyncio.sleep(0.5)  # long enough for a second line, if there were one
    assert [line["malformed_packets"] for line in lines if line["event"] == TOLD] == [FAULTS]
