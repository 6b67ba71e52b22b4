"""The short cut stands on private attributes: what happens when they are not what they were."""

import asyncio
import hashlib
import inspect
import re
from collections.abc import Iterator
from contextlib import contextmanager

import socketio
from engineio.async_drivers import asgi
from engineio.async_socket import AsyncSocket
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.protocol import Protocol

from server.live.fastpath import Broadcaster, limits_hold, make_server, self_test
from server.live.fastpath.contract import breaches, breaches_of_connections
from server.live.fastpath.direct_queue import DirectQueue
from server.live.fastpath.http import HttpProtocol
from server.live.fastpath.protocol import WebSocketProtocol
from tests.support.fastpath import WireClient, on_both_loops, serving

REVIEWED = {
    "AsyncSocket.poll": "826f58a9f360",
    "AsyncSocket.receive": "a91ae36ec2fb",
    "AsyncSocket.send": "0437276ccba7",
    "AsyncSocket.close": "faa2e9390254",
    "AsyncSocket.handle_get_request": "05eaae9f0a60",
    "AsyncSocket._upgrade_websocket": "820b83efe96a",
    "AsyncSocket._websocket_handler": "27f120df4d71",
    "WebSocket": "ce9c81653992",
    "WebSocketsSansIOProtocol": "0bbcec989384",
    "HttpToolsProtocol": "18fdf324b11b",
    "Protocol.send_text": "9268f18e580a",
    "Protocol.send_binary": "a001f8bb8a65",
    "Protocol.data_to_send": "959589a5e74e",
    "AsyncManager.emit": "01ccd5b82b4f",
}
"""First digits of the SHA-256 of what the short cut replaces or relies on, as it was when last read.

A new version that differs fails here. Then read what has changed: does ``websocket.py`` still do what
``_websocket_handler`` does, does every write still go through ``DirectQueue`` or ``conn``? Only then write down
the new digits.
"""
SOURCES = {
    source.__qualname__: source
    for source in (
        AsyncSocket.poll,
        AsyncSocket.receive,
        AsyncSocket.send,
        AsyncSocket.close,
        AsyncSocket.handle_get_request,
        AsyncSocket._upgrade_websocket,
        AsyncSocket._websocket_handler,
        asgi.WebSocket,
        WebSocketsSansIOProtocol,
        HttpToolsProtocol,
        Protocol.send_text,
        Protocol.send_binary,
        Protocol.data_to_send,
        socketio.AsyncManager.emit,
    )
}


@contextmanager
def replaced(owner: object, name: str, value: object) -> Iterator[None]:
    """Another attribute for a while, or none at all."""
    before = inspect.getattr_static(owner, name)
    if value is None:
        delattr(owner, name)
    else:
        setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)


def test_the_libraries_are_those_that_were_read() -> None:
    """See REVIEWED for what to do when this fails."""
    found = {
        name: hashlib.sha256(inspect.getsource(source).encode()).hexdigest()[:12]
        for name, source in SOURCES.items()
    }
    assert found == REVIEWED


def test_a_direct_queue_has_every_method_that_is_called_on_a_queue() -> None:
    """But ``get``, which only polls call, and no poll begins on a WebSocket."""
    called = set(re.findall(r"\bqueue\.(\w+)\(", inspect.getsource(AsyncSocket)))
    assert called == {"get", "put", "get_nowait", "put_nowait", "task_done", "join"}
    assert all(hasattr(DirectQueue, name) for name in called - {"get"})


def test_the_contract_names_what_is_gone() -> None:
    """A method, an argument, an attribute, a place to tie in: each is found missing, by name."""
    assert breaches() == []
    with replaced(AsyncSocket, "_websocket_handler", None):
        assert "AsyncSocket._websocket_handler" in breaches()[0]
    with replaced(Protocol, "send_text", lambda self, text: None):  # noqa: ARG005
        (breach,) = breaches()
        assert breach == "Protocol.send_text takes ('self', 'text'), not ('self', 'data', 'fin')"
    with replaced(AsyncSocket, "send", lambda self, pkt: None):  # noqa: ARG005
        assert breaches() == ["AsyncSocket.send does not know ['put', 'queue']"]
    asgi._async["websocket"] = object
    try:
        assert breaches() == ["engine.io makes its WebSockets in another way"]
    finally:
        asgi._async["websocket"] = asgi.WebSocket


def test_a_broken_contract_means_plain_emits() -> None:
    """The server starts, and says why it is slower."""
    with replaced(AsyncSocket, "_websocket_handler", None):
        broadcaster = Broadcaster(make_server(), lambda _: ())
    assert not broadcaster.fast()
    assert "AsyncSocket._websocket_handler" in (broadcaster.reason or "")


@on_both_loops
async def test_the_self_test_passes_and_leaves_the_short_cut_in_use() -> None:
    """In well under a second, so that every start can afford it."""
    broadcaster = Broadcaster(make_server(), lambda _: ())
    assert await asyncio.wait_for(self_test(broadcaster), 2) is None
    assert broadcaster.fast()
    assert broadcaster.reason is None


@on_both_loops
async def test_the_self_test_notices_what_the_contract_cannot() -> None:
    """Names that are still there and mean something else: writes that fail, are lost, or come twice."""

    def fails(_self: WebSocketProtocol, _frame: bytes) -> None:
        raise RuntimeError

    def loses(_self: WebSocketProtocol, _frame: bytes) -> None:
        return

    def doubles(self: WebSocketProtocol, frame: bytes) -> None:
        self.transport.write(frame * 2)

    for write_frame in (fails, loses, doubles):
        broadcaster = Broadcaster(make_server(), lambda _: ())
        with replaced(WebSocketProtocol, "write_frame", write_frame):
            reason = await self_test(broadcaster, timeout_ms=500)
        assert reason is not None
        assert reason.startswith("self-test failed")
        assert (broadcaster.fast(), broadcaster.reason) == (False, reason)


@on_both_loops
async def test_the_self_test_notices_when_the_short_cut_is_not_taken() -> None:
    """Else it would be slow, and nobody would know why."""
    broadcaster = Broadcaster(make_server(), lambda _: ())
    with replaced(WebSocketProtocol, "handle_connect", WebSocketsSansIOProtocol.handle_connect):
        assert "direct: [False]" in (await self_test(broadcaster) or "")


@on_both_loops
async def test_the_self_test_notices_when_pieces_are_lost() -> None:
    """What is read in pieces, over HTTP's protocol and after it over the WebSocket's, must come whole."""

    def reads_half(self: WebSocketProtocol) -> None:
        self._ahead.clear()

    broadcaster = Broadcaster(make_server(), lambda _: ())
    with replaced(WebSocketProtocol, "_read_piece", reads_half):
        assert await self_test(broadcaster, timeout_ms=500) is not None
    broadcaster = Broadcaster(make_server(), lambda _: ())
    with replaced(HttpProtocol, "_read_piece", reads_half):
        assert await self_test(broadcaster, timeout_ms=500) is not None


@on_both_loops
async def test_the_limits_of_connections_stand_on_less() -> None:
    """What the fan-out alone stands on may be gone; but not what reads: uvicorn's own protocols have to do then."""
    assert await limits_hold()
    with replaced(AsyncSocket, "_websocket_handler", lambda self: None):  # noqa: ARG005
        assert breaches() != []
        assert breaches_of_connections() == []
    with replaced(Protocol, "send_text", lambda self, text: None):  # noqa: ARG005
        assert breaches_of_connections() != []
        assert not await limits_hold()

    def reads_half(self: WebSocketProtocol) -> None:
        self._ahead.clear()

    with replaced(WebSocketProtocol, "_read_piece", reads_half):
        assert not await limits_hold(timeout_ms=500)


@on_both_loops
async def test_plain_emits_reach_everybody_in_order() -> None:
    """Whoever connects after falling back, and whoever did before; with the queues that engine.io made."""
    async with serving(chunk=1) as rig:
        before = await WireClient.join(rig)
        rig.broadcaster.fall_back("a test")
        after = await WireClient.join(rig)
        assert type(rig.engine_socket(after.sid).queue) is asyncio.Queue
        for number in range(0, 20, 2):
            rig.say(number)
            for client in (before, after):
                rig.broadcaster.send(client.sid, "n", b"%d" % (number + 1))
        assert await rig.say(20) == 2
        for client in (before, after):
            assert await client.numbers(until_value=20) == list(range(21))


@on_both_loops
async def test_a_plain_emit_carries_the_same_argument() -> None:
    """A list is one argument, and so is null."""
    async with serving() as rig:
        client = await WireClient.join(rig)
        for _ in range(2):
            for payload in (b"[1,2]", b"null", b'{"a":{}}', '"ñ"'.encode()):
                await rig.broadcaster.broadcast("all", "n", payload)
                assert await client.read() == f'42["n",{payload.decode()}]'
            rig.broadcaster.fall_back("a test")


@on_both_loops
async def test_plain_rooms_can_be_left() -> None:
    """And what cannot be emitted does not stop what comes after it."""
    async with serving() as rig:
        rig.broadcaster.fall_back("a test")
        stays, leaves = [await WireClient.join(rig) for _ in range(2)]
        rig.broadcaster.leave(leaves.sid)
        rig.broadcaster.broadcast("all", "n", b"no JSON")
        assert await rig.say(1) == 1
        assert await stays.numbers(until_value=1) == [1]
