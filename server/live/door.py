"""The front door: every connection, request and packet from outside comes in here, and what has no business stays out.

What is checked where, from the outside in; each step costs less than the next:

1. `server/listening.py`: places for connections, some of them kept for those with a link; headers up to 16 kB, a
   request's body up to 64 kB, 10 s for both; bytes are taken in small pieces, so that nobody's heap of packets keeps
   the loop from the others. TLS, where the server is to do it itself, belongs there.
2. Here: the lanes (below). On a socket, packet by packet: is it one (`packets`), does its connection keep to its
   budget, and 10 s for the hello. Those without a link take turns, one packet or request in each turn of the loop,
   however many they are. By HTTP: how much is asked for from one address.
3. `Gateway` and `Polling`: whose link it is (`Admission`), and whether there is room for one more without a link.
4. `Commands`: what a link may do in a second; `Session.submit`: what its role may ever do. Then comes the queue.

A hall sits behind one address, so no limit that counts by address is one that 2,000 people would notice, and none
concerns those who have shown a link. What is turned away is counted, never logged each: once a minute there is one
line with the figures, which stand in `/healthz` too. Nothing that was sent stands in either.

The lanes: `/socket.io/` is the sockets' lane, everything else the pages'. A lane for observers alone, on a path of its
own, would be one more entry in `Door.__call__`: it needs no link, and should spend nothing of what is kept for links.
"""

import asyncio
import re
from collections.abc import Callable
from contextlib import suppress
from typing import Final

import socketio
import structlog
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.clock import Clock
from server.dialogue.model.ids import Actor
from server.live.limits import Rate, RateLimiter, Tally
from server.live.line import FAULTS, LINE, Line
from server.live.packets import SEPARATOR, Checked, checked
from server.live.scopes import (
    POLICY_VIOLATION,
    LettingGo,
    address_of,
    below,
    closing,
    cut_off,
    packets_of,
    place_of,
    query_of,
    token_of,
    with_body,
)

SOCKETS: Final = "/socket.io/"
HELLO_S: Final = 10.0
"""A connection that has not said by then who it is, be it nobody, is cut off."""
STRANGERS_COMMANDS: Final = Rate(per_s=10, burst=20)
"""By HTTP, of all who have no link together: no face of theirs sends one."""
CALLS: Final = Rate(per_s=500, burst=6_000)
"""Calls of `/api` without a link from one address: 2,000 observers who poll make 333."""
TELL_MS: Final = 60_000
SWEEP_S: Final = 1.0
UNSAID: Final = 500
"""Polling sessions on which nobody has said yet who they are, nor shown a link; above that the oldest goes."""
SILENT_MS: Final = 60_000
"""A polling client that has not called for so long is gone: engine.io waits 45 s at most."""
UNREAD: Final = 64
"""Packets that a polling client may send between two calls for what it is sent."""
PACKETS_PER_REQUEST: Final = 16
"""As engine.io has it."""
METHODS: Final = {"websocket", "GET", "POST"}
OPENED: Final = re.compile(rb'0\{"sid":"([\w-]+)"')
"""How the first answer to a polling client begins (Engine.IO 4, "Handshake")."""

log = structlog.get_logger(__name__)


class Door:
    """The ASGI application. It uses what ASGI and Engine.IO's protocol promise, and nothing of the libraries."""

    def __init__(
        self,
        sio: socketio.AsyncServer,
        pages: ASGIApp,
        actor_of: Callable[[str], Actor | None],
        clock: Clock,
        tally: Tally,
        *,
        prefix: str = "",
    ) -> None:
        """`pages` gets what is no socket's; `actor_of` says whose a token is. `prefix`: see `below`."""
        self._actor_of = actor_of
        self._prefix = prefix
        self._sio = sio
        self._engine_io: ASGIApp = socketio.ASGIApp(sio)
        self._pages = pages
        self._clock = clock
        self._tally = tally
        self._lines: dict[str, Line] = {}
        """Of clients that poll, or did before their WebSocket, by the id of their engine.io session."""
        self._unsaid: dict[str, Line] = {}
        """Of those the ones that began without a link: nobody may have said anything on them. The oldest first."""
        self._turn = asyncio.Lock()
        self._commands = RateLimiter[str](STRANGERS_COMMANDS)
        self._calls = RateLimiter[str](CALLS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Show everybody to their lane."""
        if self._prefix and scope["path"] == self._prefix:
            # Addresses in a page are relative to its folder.
            await RedirectResponse(f"{self._prefix}/", 308)(scope, receive, send)
            return
        scope = below(self._prefix, scope)
        if not f"{scope['path']}/".startswith(SOCKETS):
            await self._page(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        else:
            await self._polled(scope, receive, send)

    async def run(self) -> None:
        """Tell once a minute what was turned away, and let go of who does not poll any more, until cancelled."""
        told_ms = self._clock.real_ms()
        try:
            while True:
                await asyncio.sleep(SWEEP_S)
                await self._sweep()
                if self._clock.real_ms() - told_ms >= TELL_MS:
                    told_ms = self._clock.real_ms()
                    self._tell()
        finally:
            self._tell()

    async def _sweep(self) -> None:
        now_ms = self._clock.real_ms()
        for sid, line in list(self._lines.items()):
            if line.actor is None and now_ms - line.begun_ms > HELLO_S * 1000:
                self._tally.count("no_hello")
                line.ended = True
            if line.ended or line.silent_ms(now_ms) > SILENT_MS:
                await self._end_session(sid)

    async def _end_session(self, sid: str) -> None:
        del self._lines[sid]
        self._unsaid.pop(sid, None)
        with suppress(KeyError):  # gone already
            await self._sio.eio.disconnect(sid)

    def _tell(self) -> None:
        if news := self._tally.news():
            log.info("turned away at the door", **news)

    # The pages' lane.

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        token, place = token_of(scope), place_of(scope)
        is_link = self._shows_link(scope)
        if is_link and place is not None:
            place.take(linked=True)
        if scope["type"] == "http" and scope["path"].startswith("/api/") and not is_link:
            if not self._may_call(scope):
                answer = PlainTextResponse("Too many requests.\n", 429, {"Retry-After": "1"})
                await answer(scope, receive, send)
                return
            if token and place is not None and place.fault() >= FAULTS:
                send = closing(send)
        if not is_link:
            await self._turn_of_strangers()
        # As ASGI has it: `root_path` is the part of the path that the application is not asked about.
        whole = {**scope, "root_path": self._prefix, "path": self._prefix + scope["path"]}
        await self._pages(whole, receive, send)

    def _shows_link(self, scope: Scope) -> bool:
        token = token_of(scope)
        return bool(token) and self._actor_of(token) is not None

    def _may_call(self, scope: Scope) -> bool:
        """Whether one more call without a link is within the limits."""
        at_ms = self._clock.real_ms()
        if scope["method"] == "POST" and not self._commands.allows("", at_ms):
            self._tally.count("commands_without_link")
        elif not self._calls.allows(address_of(scope), at_ms):
            self._tally.count("calls_over_limit")
        else:
            return True
        return False

    # The sockets' lane.

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let through what is proper of a WebSocket, which may go on where a client polled before."""
        line = self._line(scope)
        if line is None:
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
            return
        line.place = place_of(scope)
        if line.actor is not None and not line.has_place():
            line.ended = True
        LINE.set(line)
        hello_at = asyncio.get_running_loop().time() + HELLO_S

        async def receive_checked() -> Message:
            passed = None
            while passed is None and not line.ended:
                try:
                    async with asyncio.timeout_at(hello_at if line.actor is None else None):
                        message = await receive()
                except TimeoutError:
                    self._tally.count("no_hello")
                    break
                if message["type"] != "websocket.receive":
                    return message
                text = message.get("text")
                passed = await self._packet(line, message["bytes"] if text is None else text)
            if passed is None:
                return await cut_off(scope, send)
            return {"type": "websocket.receive", "text": passed}

        await self._sockets(scope, receive_checked, send)

    async def _polled(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let through what is proper of a polling client's requests."""
        line, sid = self._line(scope), query_of(scope).get("sid", "")
        if line is None:
            await Response(status_code=400)(scope, receive, send)
            return
        LINE.set(line)
        line.place = place_of(scope)
        is_link = not line.is_strange or self._shows_link(scope)
        if is_link and line.place is not None:
            line.place.take(linked=True)
        if scope["method"] == "POST":
            await self._posted(scope, receive, send, line)
        else:
            line.called(self._clock.real_ms())
            line.unread = 0
            if not is_link:
                await self._turn_of_strangers()
            scope, receive = with_body(scope, b"")  # engine.io would wait for a body, and keep all of it
            await self._sockets(
                scope, receive, send if sid else self._noting_sid(line, send, is_link=is_link)
            )
        if line.ended and sid in self._lines:
            await self._end_session(sid)
        if len(self._unsaid) > UNSAID:
            await self._bound_unsaid()

    async def _bound_unsaid(self) -> None:
        """Let the oldest sessions go on which nobody said who they are, where there are too many."""
        self._unsaid = {sid: line for sid, line in self._unsaid.items() if line.actor is None}
        for sid in list(self._unsaid)[: max(0, len(self._unsaid) - UNSAID)]:
            self._tally.count("sessions_made_way")
            self._lines[sid].ended = True
            await self._end_session(sid)

    async def _posted(self, scope: Scope, receive: Receive, send: Send, line: Line) -> None:
        packets = await packets_of(receive)
        line.unread += len(packets)
        if line.unread > UNREAD or len(packets) > PACKETS_PER_REQUEST:
            self._tally.count("unread_packets")
            line.ended = True
        passed = [
            proper
            for packet in packets
            if not line.ended and (proper := await self._packet(line, packet)) is not None
        ]
        if line.ended or not passed:
            await Response("ok", 400 if line.ended else 200, media_type="text/plain")(scope, receive, send)
        else:
            await self._sockets(*with_body(scope, SEPARATOR.join(passed).encode()), send)

    async def _sockets(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Have engine.io answer, and let go of the connection: it keeps what it knows of a request with the client."""
        receiving, sending = LettingGo(receive), LettingGo(send)
        try:
            await self._engine_io(scope, receiving, sending)
        finally:
            receiving.let_go()
            sending.let_go()

    async def _turn_of_strangers(self) -> None:
        """Wait until it is the turn of one of those without a link: one of them in each turn of the loop."""
        async with self._turn:
            await asyncio.sleep(0)

    def _line(self, scope: Scope) -> Line | None:
        """Return a request's line, a new one if it names none; None: it is not proper, or shows another link."""
        query, method = query_of(scope), scope.get("method", "websocket")
        sid = query.get("sid", "")
        line = (
            self._lines.get(sid) if sid else Line(address_of(scope), place_of(scope), self._clock.real_ms())
        )
        transport = "websocket" if method == "websocket" else "polling"
        is_engine_io = (query.get("EIO"), query.get("transport")) == ("4", transport)
        if line is None or not is_engine_io or method not in METHODS or "j" in query:  # j: JSONP
            self._tally.count("bad_requests")
            return None
        if not line.is_shown_by(self._actor_of(token_of(scope))):
            self._tally.count("lines_of_others")
            return None
        return line

    def _noting_sid(self, line: Line, send: Send, *, is_link: bool) -> Send:
        """Return a `send` that notes the id that engine.io gives a polling client in its first answer."""

        async def noting(message: Message) -> None:
            if message["type"] == "http.response.body" and (opened := OPENED.match(message["body"])):
                self._lines[sid := opened[1].decode()] = line
                if not is_link:
                    self._unsaid[sid] = line
            await send(message)

        return noting

    async def _packet(self, line: Line, packet: str | bytes) -> str | None:
        """Return a packet that may be passed on, once it is its turn; None: it may not."""
        at_ms = self._clock.real_ms()
        is_one_of_many = line.called(at_ms)
        proper, fault = checked(packet)
        if proper is not None and not fault:
            proper, fault = _in_order(line, proper)
        if fault:
            self._tally.count(fault)
            line.fault()
        if line.is_strange and line.is_gone():
            return None  # what it sent before it went is not worth anybody's time
        if wait_ms := line.wait_ms(at_ms):
            self._tally.count("packets_over_limit")
            await asyncio.sleep(wait_ms / 1000)
        if line.is_strange:
            await self._turn_of_strangers()
        elif is_one_of_many:
            await asyncio.sleep(0)
        return None if line.ended else proper


def _in_order(line: Line, packet: str) -> Checked:
    """Check what a packet is worth at this point: first a hello, and one only, then events, then a goodbye."""
    if packet.startswith("42") and line.actor is None:
        return Checked(None, "packets_before_hello")
    if packet.startswith("40"):
        if line.greeted:  # python-socketio would take it for one more client, and forget the first
            return Checked(None, "second_hellos")
        line.greeted = True
    elif packet.startswith("41"):
        line.actor, line.greeted = None, False
    return Checked(packet)
