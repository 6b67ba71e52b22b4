"""uvicorn's HTTP protocol, with limits that it does not have: on places, headers, bodies, time, and work at a time."""

import asyncio
import logging
from typing import Any, Final
from weakref import WeakSet

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from server.live.limits import Tally
from server.live.places import Place, Places

HEAD_LIMIT: Final = 16 * 1024
"""Bytes of a request's headers and address."""
BODY_LIMIT: Final = 2 * 64 * 1024
"""Bytes of a body: twice what any lane takes, so that a lane can say in its own words that it is too long."""
HEAD_S: Final = 10.0
BODY_S: Final = 11.0
"""How long either may take; a lane gives up a second earlier, and says so."""
PIECE_BYTES: Final = 4 * 1024
"""So much is read of a connection in one turn of the loop."""
AHEAD_LIMIT: Final = 256 * 1024
"""Bytes that a client may send ahead while earlier requests are answered."""
PLACE: Final = "palabra.place"
"""Under this key of an ASGI scope its connection's `Place` is found."""


class HttpProtocol(HttpToolsProtocol):
    """Given, with its first two arguments, as ``uvicorn.Config(http=…)``."""

    def __init__(self, places: Places, tally: Tally, **options: Any) -> None:
        super().__init__(**options)
        # What it logs of a client, one line for each bad request, is counted here instead.
        self.logger = logging.getLogger("palabra.http")
        self.logger.setLevel(logging.ERROR)
        self._places = places
        self._tally = tally
        self._place: Place | None = None
        self._ahead = bytearray()
        self._cycles: WeakSet[Any] = WeakSet()
        self._is_due = False
        self._head_bytes = self._body_bytes = 0
        self._in_head = True
        self._deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take a place; without one the connection is closed at once."""
        super().connection_made(transport)  # type: ignore[arg-type] # a Transport, as uvicorn says
        self._place = self._places.enter(self.transport)
        if self._place is None:
            self.transport.abort()
        else:
            self._allow(HEAD_S)

    def connection_lost(self, exc: Exception | None) -> None:
        """Give the place back."""
        super().connection_lost(exc)
        for (
            cycle
        ) in self._cycles:  # uvicorn tells the one that was read last; those before it would go on writing
            cycle.disconnected = True
            cycle.message_event.set()
        self._allow(None)
        self._ahead.clear()
        if self._place is not None:
            self._place.leave()

    def data_received(self, data: bytes) -> None:
        """Read on, a piece in each turn of the loop."""
        self._ahead += data
        if len(self._ahead) > AHEAD_LIMIT:
            self._refuse(413)
        elif not self._is_due:
            self._read_piece()

    def on_response_complete(self) -> None:
        """Go on with what the client sent ahead."""
        super().on_response_complete()
        if self._ahead and not self._is_due:
            self._read_soon()

    def _read_soon(self) -> None:
        self._is_due = True
        self.loop.call_soon(self._read_piece)

    def _read_piece(self) -> None:
        self._is_due = False
        if self.transport.is_closing():
            self._ahead.clear()
            return
        piece = bytes(self._ahead[:PIECE_BYTES])
        del self._ahead[:PIECE_BYTES]
        if self._in_head:
            self._head_bytes += len(piece)
        super().data_received(piece)
        if self._in_head and self._head_bytes > HEAD_LIMIT:
            self._refuse(431)
        elif self._body_bytes > BODY_LIMIT:
            self._refuse(413)
        elif self._ahead and not self.pipeline and not self._is_due:
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
        if self.cycle is not None:
            self._cycles.add(self.cycle)

    def on_body(self, body: bytes) -> None:
        """Some of it did."""
        self._body_bytes += len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        """The request is whole."""
        self._allow(None)
        super().on_message_complete()

    def send_400_response(self, msg: str) -> None:
        """What came is no HTTP."""
        self._tally.count("http_400")
        self._ahead.clear()
        super().send_400_response(msg)

    def handle_websocket_upgrade(self) -> None:
        """Hand the place on, and what was sent behind the request."""
        self._allow(None)
        super().handle_websocket_upgrade()
        websocket: Any = self.transport.get_protocol()
        if websocket is not self:
            websocket.place, self._place = self._place, None
            ahead = bytes(self._ahead)
            self._ahead.clear()
            if ahead:
                websocket.data_received(ahead)
