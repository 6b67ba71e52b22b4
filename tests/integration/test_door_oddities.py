"""Requests and frames that no client of ours would send, each by itself, in pieces and at random: none is an error."""

import asyncio
import json
import random
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pytest

from server.app import Running
from server.live import door as module
from server.live.fastpath import http as http_module
from server.wire.messages import WIRE
from tests.load.hostile import POLLING, UPGRADE, frame, request
from tests.support.fastpath import until
from tests.support.play import CHAIR
from tests.support.server import serving, token_of
from tests.support.stranger import said, stranger

HELLO = frame("40" + json.dumps({"wire": WIRE}))
SOCKET = UPGRADE + HELLO
COMMAND = b"POST /api/command HTTP/1.1\r\nHost: x\r\n"
PATHS = (
    *("/%00", "/assets/%00", "/assets/../../etc/passwd", "/assets/" + "a/" * 2_000, "/console-assets/%ff%fe"),
    *(
        "/noscript/%00.css",
        "/%ff",
        "/api/config/%00",
        "/api/view?seq=" + "9" * 30,
        "/api/view?seq=-1&epoch=%00",
    ),
    *("/api/view?error_ms=nan", "/api/view?error_ms=1e999&seq=1", "//", "/socket.io", "/socket.io/../x"),
    *(
        "/?lang=%00",
        "/screen?scene=%ff&lang=zz",
        "/api/public/view?x=%",
        "/metrics?name[]=%00",
        "*",
        "/;",
        "/\xff",
    ),
    *("http://elsewhere.example/healthz", "/?\xff=\xff", "/ a", "/api/journal?from=x"),
)
HEADERS = (
    *("Host: \xff", "Host:", "Origin: \xff", "Origin: http://[", "Origin: null", "X-Forwarded-For: \xff, 1"),
    *("X-Forwarded-Proto: \xff", "X-Forwarded-Host: \xff", "Accept-Language: " + "x;q=1.2.3," * 800),
    *(
        "Accept-Encoding: \xff;q=x",
        "Cookie: io=\xff",
        "If-None-Match: \xff",
        "Range: bytes=0-,1-," + "3-" * 3_000,
    ),
    *(
        "Content-Type: \xff",
        "Sec-WebSocket-Protocol: a,\xff",
        "Sec-WebSocket-Extensions: permessage-deflate; x=\xff",
    ),
    *(
        "Upgrade: h2c\r\nConnection: Upgrade",
        "Authorization: Bearer \xff",
        "Authorization: Bearer " + "x" * 9_000,
    ),
    *("Authorization: Bearer", "Authorization: \x01", "Expect: 100-continue\r\nContent-Length: 5"),
)
BODIES = (
    *(
        b"\xff\xfe",
        b"[" * 60_000,
        b'{"id":1}',
        b"9" * 60_000,
        b"1e999",
        b'{"a":' * 10_000,
        b"null",
        b"-0",
        b"NaN",
    ),
    *(b'{"id":"' + b"\\ud800" * 10 + b'","command":{"type":"open_list"}}', b'"\\u0000"'),
)
FRAMINGS = (
    b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n",
    b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
    b"Content-Length: -5\r\n\r\nabcdef",
    b"Content-Length: 99999999999999999999999\r\n\r\nabcdef",
    b"Transfer-Encoding: chunked\r\n\r\n" + b"1\r\na\r\n" * 5_000 + b"0\r\n\r\n",
    b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\naa",
    b"Transfer-Encoding: chunked\r\n\r\n1;" + b"x" * 30_000 + b"\r\na\r\n0\r\n\r\n",
    b"Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n" + b"X: y\r\n" * 6_000 + b"\r\n",
)
FRAMES = (
    *(b"\xf1\x80\0\0\0\0", b"\x83\x80\0\0\0\0", b"\x81\x02hi", b"\x89\xfe\x00\x80\0\0\0\0" + b"x" * 128),
    *(b"\x09\x80\0\0\0\0", frame("x", 0), b"\x81\xff\x7f" + b"\xff" * 7 + b"\0\0\0\0", b"\x88\x81\0\0\0\0x"),
    *(b"\x81\xff" + b"\xff" * 8 + b"\0\0\0\0", b"\x81\xff\0\0\0\0\0\0\0\x01\0\0\0\0x", b"\x88\x80\0\0\0\0"),
    *(
        frame(b"\x03\xe7\xff", 8),
        frame(b"\xff\xff", 8),
        frame(b"\x03\xe8\xff\xfe", 8),
        b"\x01\x81\0\0\0\0a" * 3,
    ),
    *(b"\x01\x81\0\0\0\0004" + b"\x00\x80\0\0\0\0" * 70, frame("x", 10) * 100, frame("x" * 125, 9) * 70),
    *(
        frame(b"\x03\xe8", 8) + HELLO * 3,
        frame("") * 2,
        frame('42["probe","\\ud800"]'),
        frame('421["\\ud800"]'),
    ),
    *(frame('421["probe",' + "9" * 5_000 + "]"), frame('421["status",{"error_ms":1e999,"seq":1}]')),
    *(frame('421["command",' + "[" * 1_000 + "]" * 1_000 + "]"), frame('42999999999999999["probe",{}]')),
    *(frame('421["probe"' + ",1" * 20_000 + "]"), frame('40{"wire":1,"wire":2}'), frame("41") + HELLO * 3),
    *(
        frame("1") + frame('42["sync"]') * 20,
        frame("2probe") * 3,
        frame("5") * 3,
        frame('42["probe","\\u0000"]'),
    ),
    *(b"\x01\x81\0\0\0\0\xc3\x80\x81\0\0\0\0\xa9", b"GET / HTTP/1.1\r\n\r\n"),
)
ODD = (
    *(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode("latin-1") for path in PATHS),
    *(f"BREW {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode() for path in ("/", "/api/view")),
    *(
        f"{method} {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n".encode()
        for method in ("HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "CONNECT")
        for path in ("/", "/api/view", "/api/command", POLLING, "/assets/x.js", "/healthz")
    ),
    *(
        f"GET {path} HTTP/1.1\r\nHost: x\r\n{header}\r\n\r\n".encode("latin-1")
        for path in ("/", POLLING, "/assets/", "/api/view")
        for header in HEADERS
    ),
    *(UPGRADE[:-2] + header.encode("latin-1") + b"\r\n\r\n" + HELLO for header in HEADERS),
    *(COMMAND + framing for framing in FRAMINGS),
    *(COMMAND + b"Content-Length: %d\r\n\r\n" % len(body) + body for body in BODIES),
    *(SOCKET + odd for odd in FRAMES),
    *(UPGRADE + odd for odd in FRAMES),
    *(
        UPGRADE.replace(b"/socket.io/", path) + HELLO
        for path in (b"/socket.io/%00", b"/\xff", b"/x", b"/%F0%9F")
    ),
    *(UPGRADE.replace(b": 13", version) + HELLO for version in (b": 12", b":", b": \xff")),
    *(UPGRADE.replace(b"AAAA==", key) for key in (b"x", b"\xff")),
    *(request("GET", "/") + SOCKET, request("GET", POLLING) + SOCKET, UPGRADE.replace(b"GET", b"POST")),
    *(b"GET / HTTP/1.0\r\n\r\n", b"GET /\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"\r\n" * 5_000),
)


async def send(server: Running, data: bytes, within_s: float, *, half_closed: bool = False) -> bytes:
    """Write it on a connection of its own, and return what comes within the time."""
    parts = urlsplit(server.url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    came = b""
    with suppress(TimeoutError, ConnectionError):
        async with asyncio.timeout(within_s):
            writer.write(data)
            if half_closed:
                writer.write_eof()
            while more := await reader.read(65_536):
                came += more
    writer.transport.abort()
    return came


def errors(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What was logged as an error, or with a traceback."""
    return [each.getMessage() for each in caplog.records if each.exc_info or each.levelno >= 40]


async def test_nothing_odd_is_an_error(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """No traceback, no 500, and everybody else is answered; whether the client sends no more, or waits."""
    async with serving(tmp_path / "data") as server:
        for odd in ODD:
            caplog.clear()
            came = await send(server, odd, 0.05, half_closed=len(odd) % 2 == 0)
            assert b" 500 " not in came[:20], odd[:200]
            assert errors(caplog) == [], odd[:200]
        async with aiohttp.ClientSession(server.url) as http, http.get("/healthz") as response:
            assert response.status == 200


async def test_nor_is_anything_garbled(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """300 mixtures of these, cut and with other bytes here and there."""
    chance = random.Random(9)  # noqa: S311
    async with serving(tmp_path / "data") as server:
        for _ in range(300):
            mixed = bytearray(b"".join(chance.choices(ODD, k=chance.randint(1, 3))))
            del mixed[chance.randint(1, len(mixed)) :]
            for _ in range(chance.randint(0, 4)):
                mixed[chance.randrange(len(mixed))] = chance.randrange(256)
            await send(server, bytes(mixed), 0.02, half_closed=chance.random() < 0.5)
            assert errors(caplog) == [], bytes(mixed[:300])


async def test_an_observer_may_say_hello_with_the_handshake(tmp_path: Path) -> None:
    """What comes behind it is kept until it is answered, and read then."""
    async with serving(tmp_path / "data") as server:
        assert b'["view"' in await send(server, SOCKET, 2.0)


async def test_who_does_not_read_its_answers_is_cut_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else each such connection would keep them, for ever."""
    monkeypatch.setattr(http_module, "UNREAD_S", 0.3)
    async with serving(tmp_path / "data") as server, aiohttp.ClientSession(server.url) as http:
        parts = urlsplit(server.url)
        _, writer = await asyncio.open_connection(
            parts.hostname, parts.port, limit=1
        )  # what is more is not read
        writer.write(request("GET", "/api/public/view") * 2_000)

        counted = False
        async with asyncio.timeout(20):
            while not counted:
                async with http.get("/healthz") as response:
                    counted = "answers_unread" in (await response.json())["turned_away"]
        writer.transport.abort()


async def test_polling_sessions_without_a_hello_are_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The oldest goes; one that shows a link does not count, and one that has said hello stays."""
    monkeypatch.setattr(module, "UNSAID", 10)
    async with serving(tmp_path / "data") as server, aiohttp.ClientSession(server.url) as http:
        own = {"Authorization": f"Bearer {token_of(server, CHAIR)}"}

        async def opened(headers: dict[str, str] | None = None) -> str:
            async with http.get(POLLING, headers=headers) as response:
                return f"{POLLING}&sid={(await response.text()).split(chr(34))[3]}"

        async def posted(address: str, headers: dict[str, str] | None = None) -> int:
            async with http.post(address, data="3", headers=headers) as response:
                return response.status

        first, chair, observer = await opened(), await opened(own), await opened()
        async with http.post(observer, data=f'40{{"wire":{WIRE}}}') as response:
            assert response.status == 200
        for _ in range(40):
            await opened()
        assert await posted(first) == 400
        assert await posted(chair, own) == 200
        assert await posted(observer) == 200


async def test_one_request_is_read_at_a_time(tmp_path: Path) -> None:
    """Of 2,000 that are sent behind a call that waits, none but the next is taken apart: each would take 3 kB."""
    async with serving(tmp_path / "data") as server, stranger(server.url):
        head = (await said(server.url, request("GET", POLLING, headers="Connection: close\r\n"))).decode()
        address = f"{POLLING}&sid={head.split(chr(34))[3]}"
        seen: list[int] = []
        begun = http_module.HttpProtocol.on_message_begin

        def counting(protocol: http_module.HttpProtocol) -> None:
            seen.append(1)
            begun(protocol)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(http_module.HttpProtocol, "on_message_begin", counting)
            hello = request("POST", address, b"40" + json.dumps({"wire": WIRE}).encode())
            sending = asyncio.create_task(send(server, hello + request("GET", address) * 2_000, 1.5))
            await until(lambda: len(seen) > 2)
            await sending
        assert len(seen) < 20
