"""The front door: whatever strangers send, it is answered or dropped cheaply, and the chair does not notice."""

import asyncio
import logging
import time
from contextlib import suppress
from pathlib import Path

import aiohttp
import pytest
import structlog
from websockets.frames import Opcode

from server.app import Running
from server.dialogue.model.ids import Actor
from server.dialogue.model.state import Step
from server.dialogue.rooms.session import MoveStep
from server.live import door as module
from server.live.line import FAULTS, STRANGERS
from server.wire.messages import WIRE
from tests.support.client import client
from tests.support.fastpath import until
from tests.support.play import CHAIR
from tests.support.server import serving, token_of
from tests.support.stranger import does_not_notice, during, frames, said, stranger

TOLD = "turned away at the door"


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


async def test_links_of_nobody_are_counted_and_end_a_connection(server: Running) -> None:
    """Each is told that it is revoked; the third ends the connection."""
    async with stranger(server.url) as one:
        for _ in range(FAULTS - 1):
            assert "revoked" in await one.hello("forged")
        await one.ws.send(f'40{{"wire":{WIRE},"token":"forged"}}')
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
