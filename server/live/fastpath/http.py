"""uvicorn's HTTP protocol, with limits that it does not have: on places, headers, bodies, time, and work at a time."""

import asyncio
import logging
import re
from typing import Any, Final

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from server.live.fastpath.protocol import Turns
from server.live.limits import Tally
from server.live.places import Place, Places

HEAD_LIMIT: Final = 16 * 1024
"""Bytes of a request's headers and address."""
BODY_LIMIT: Final = 2 * 64 * 1024
"""Bytes of a body: twice what any lane takes, so that a lane can say in its own words that it is too long."""
HEAD_S: Final = 10.0
BODY_S: Final = 11.0
"""How long either may take; a lane gives up a second earlier, and says so."""
UNREAD_S: Final = 20.0
"""So long a client may leave its answer unread, once the system's own buffers are full."""
PIECE_BYTES: Final = 4 * 1024
"""So much is read of a connection in one turn of the loop, and one request at most."""
AHEAD_LIMIT: Final = 256 * 1024
"""Bytes that a client may send ahead while earlier requests are answered."""
END_OF_HEAD: Final = re.compile(rb"\n\r?\n")
"""What ends a request's headers, and a request that has no body."""
HTTP_LOGGER: Final = "palabra.http"
PLACE: Final = "palabra.place"
"""Under this key of an ASGI scope its connection's `Place` is found."""


class HttpProtocol(HttpToolsProtocol):
    """Given, with its first three arguments, as ``uvicorn.Config(http=…)``."""

    def __init__(self, places: Places, turns: Turns, tally: Tally, **options: Any) -> None:
        super().__init__(**options)
        # What it logs of a client, one line for each bad request, is counted here instead.
        self.logger = logging.getLogger(HTTP_LOGGER)
        self.logger.setLevel(logging.ERROR)
        self._places = places
        self._turns = turns
        self._tally = tally
        self._place: Place | None = None
        self._ahead = bytearray()
        self._answering: Any = None
        """The request that is being answered."""
        self._is_due = False
        self._head_bytes = self._body_bytes = 0
        self._in_head = True
        self._deadline: asyncio.TimerHandle | None = None
        self._stall: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take a place; without one the connection is closed at once."""
        super().connection_made(transport)  # type: ignore[arg-type] # a Transport, as uvicorn says
        address = self.client[0] if self.client else ""
        self._place = self._places.enter(self.transport, address, self.loop.time() * 1000)
        if self._place is None:
            self.transport.abort()
        else:
            self._allow(HEAD_S)

    def connection_lost(self, exc: Exception | None) -> None:
        """Give the place back, and let go of all that refers back to this."""
        super().connection_lost(exc)
        if self._answering is not None:  # uvicorn tells the one that was read last; this would go on writing
            self._answering.disconnected = True
            self._answering.message_event.set()
        self._let_go()
        if self._place is not None:
            self._place.leave()

    def _let_go(self) -> None:
        """Refer to nothing that refers to this: so it goes at once, and leaves the collector nothing to look for."""
        self._allow(None)
        self._unset_keepalive_if_required()
        self.resume_writing()
        self._ahead.clear()
        self.pipeline.clear()
        nothing: Any = None
        self.cycle = self.scope = self.headers = self.parser = self._answering = nothing

    def data_received(self, data: bytes) -> None:
        """Read on, a piece in each turn of the loop."""
        self._ahead += data
        if self._answering is None and self._deadline is None:
            self._allow(HEAD_S)  # between two requests empty lines may stand, as many as a client likes
        if len(self._ahead) > AHEAD_LIMIT:
            self._refuse(413)
        elif self._may_hold() and not self._is_due:
            self._read_soon()

    def _may_hold(self) -> bool:
        """Whether what came of the client and waits for it may go on waiting; else the connection is gone."""
        request = self._head_bytes if self._in_head else self._body_bytes
        unread = self.transport.get_write_buffer_size() if self._stall is not None else 0
        if self._place is None or self._place.holds(len(self._ahead) + request + unread):
            return True
        self._ahead.clear()
        self.transport.abort()
        return False

    def pause_writing(self) -> None:
        """The client reads more slowly than it is written to: it has so long."""
        super().pause_writing()
        if self._stall is None:
            self._stall = self.loop.call_later(UNREAD_S, self._stalled)

    def resume_writing(self) -> None:
        """It has read."""
        if self.flow is not None:
            super().resume_writing()
        if self._stall is not None:
            self._stall.cancel()
            self._stall = None

    def _stalled(self) -> None:
        self._tally.count("answers_unread")
        self.transport.abort()

    def on_response_complete(self) -> None:
        """Go on with what the client sent ahead."""
        self._answering = None
        super().on_response_complete()
        if self._ahead and not self._is_due:
            self._read_soon()

    def _start_asgi_task(self, cycle: Any, app: Any) -> None:
        self._answering = cycle
        super()._start_asgi_task(cycle, app)

    def _read_soon(self) -> None:
        self._is_due = True
        if self._place is not None and self._place.held_by == "link":
            self.loop.call_soon(self._read_piece)
        else:
            self._turns.soon(self._read_piece)

    def _read_piece(self) -> None:
        self._is_due = False
        if self.transport.is_closing():
            self._ahead.clear()
            return
        end = END_OF_HEAD.search(self._ahead, 0, PIECE_BYTES)
        piece = bytes(self._ahead[: end.end() if end else PIECE_BYTES])
        del self._ahead[: len(piece)]
        if self._in_head:
            self._head_bytes += len(piece)
        super().data_received(piece)
        if self._in_head and self._head_bytes > HEAD_LIMIT:
            self._refuse(431)
        elif self._body_bytes > BODY_LIMIT:
            self._refuse(413)
        elif self._may_hold() and self._ahead and not self.pipeline and not self._is_due:
            self._read_soon()

    def _refuse(self, status: int) -> None:
        """End the connection: what it sends is not read any further."""
        self._tally.count(f"http_{status}")
        self._ahead.clear()
        if not self.transport.is_closing():
            cycle: Any = self.cycle  # None before the first request
            if cycle is None or cycle.response_complete or not cycle.response_started:
                self.transport.write(STATUS_LINE[status] + b"content-length: 0\r\nconnection: close\r\n\r\n")
            self.transport.close()

    def _allow(self, seconds: float | None) -> None:
        """Give the client so long for what comes next; None: nothing is waited for."""
        if self._deadline is not None:
            self._deadline.cancel()
        self._deadline = None if seconds is None else self.loop.call_later(seconds, self._refuse, 408)

    # Called by the parser.

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        scope: Any = self.scope
        scope[PLACE] = self._place
        self._in_head, self._head_bytes, self._body_bytes = True, 0, 0
        self._allow(HEAD_S)

    def on_headers_complete(self) -> None:
        """Its body may follow."""
        self._in_head = False
        self._allow(BODY_S)
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Some of it did."""
        self._body_bytes += len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        """The request is whole."""
        self._allow(None)
        self._head_bytes = self._body_bytes = 0
        super().on_message_complete()

    def send_400_response(self, msg: str) -> None:
        """What came is no HTTP."""
        self._tally.count("http_400")
        self._ahead.clear()
        super().send_400_response(msg)

    def handle_websocket_upgrade(self) -> None:
        """Hand the place on, and what was sent behind the request; not while an earlier one is answered."""
        if self._answering is not None:
            self._refuse(400)
            return
        super().handle_websocket_upgrade()
        websocket: Any = self.transport.get_protocol()
        if websocket is not self:
            websocket.place, websocket.turns, self._place = self._place, self._turns, None
            ahead = bytes(self._ahead)
            self._let_go()
            if ahead:
                websocket.data_received(ahead)
