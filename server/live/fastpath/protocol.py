"""uvicorn's WebSocket protocol, able to take a finished frame without a task or an await."""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Any, Final, Protocol, cast

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame
from websockets.http11 import Request
from websockets.protocol import State

from server.live.limits import Rate, TokenBucket

EXTENSION: Final = "palabra.fanout"
"""Under this key of the ASGI scope's ``extensions`` the application finds the protocol of its connection."""

BACKLOG_LIMIT: Final = 1 << 20
"""Bytes a client may leave unread in this process. Fan-outs stop at 64 KiB, the transport's high-water mark;
past that come only answers to the client's own commands, and one that asks and never reads is cut off."""

PIECE_BYTES: Final = 1_024
"""So much is read of a connection in one turn of the loop: at most some hundred frames, a millisecond's work."""

AHEAD_LIMIT: Final = 1 << 20
"""Bytes that a client may send ahead of what the application has taken."""

STRANGERS_AHEAD: Final = 16 * 1024
"""The same without a link, and the parts of one message: an observer's face sends some hundred bytes at a time."""

FRAGMENTS: Final = 64
"""Parts that one message may come in."""

PINGS: Final = Rate(per_s=1, burst=60)
"""WebSocket pings that are answered: no browser sends any, and engine.io has its own."""


PIECES: Final = 8
"""So many pieces are read in one turn of the loop, of all connections without a link together."""


class Turns:
    """Whose turn it is to be read: those without a link one after the other, a few in each turn of the loop.

    However many of them send at once, whoever has a link waits for ``PIECES`` of theirs, some milliseconds.
    """

    def __init__(self) -> None:
        self._due: deque[Callable[[], None]] = deque()
        self._goes_on = False

    def soon(self, read: Callable[[], None]) -> None:
        """Call ``read`` when it is its turn."""
        self._due.append(read)
        if not self._goes_on:
            self._goes_on = True
            asyncio.get_running_loop().call_soon(self._go_on)

    def _go_on(self) -> None:
        try:
            for _ in range(min(PIECES, len(self._due))):
                self._due.popleft()()
        finally:
            self._goes_on = bool(self._due)
            if self._goes_on:
                asyncio.get_running_loop().call_soon(self._go_on)


class FlowListener(Protocol):
    """Whoever wants to know that a client reads too slowly, or again, or is gone."""

    def paused(self) -> None:
        """The transport holds more than its high-water mark."""

    def resumed(self) -> None:
        """The transport is below its low-water mark again."""

    def lost(self) -> None:
        """The connection is gone."""


class WebSocketProtocol(WebSocketsSansIOProtocol):
    """Given as ``uvicorn.Config(ws=WebSocketProtocol)``; without a listener it behaves as uvicorn's own."""

    listener: FlowListener | None = None
    place: Any = None
    """What the listening socket knows this connection by; whoever accepted it may set it."""
    turns: Turns | None = None
    """As ``place``."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._ahead = bytearray()
        self._is_due = False
        self._unread = 0
        self._pings = TokenBucket(PINGS, 0)

    def handle_connect(self, event: Request) -> None:
        """Put this protocol where the application finds it. A refused handshake has no scope."""
        super().handle_connect(event)
        if hasattr(self, "scope"):
            # The application's task was made just now and has not run yet: it will see this.
            cast("dict[str, Any]", self.scope["extensions"])[EXTENSION] = self

    def pause_writing(self) -> None:
        """Tell the listener, see FlowListener."""
        super().pause_writing()
        self._unread = self.transport.get_write_buffer_size()
        if self.listener is not None:
            self.listener.paused()

    def resume_writing(self) -> None:
        """Tell the listener, see FlowListener."""
        super().resume_writing()
        self._unread = 0
        if self.listener is not None:
            self.listener.resumed()

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell the listener, and let go of all that refers back to this.

        So it goes at once, and leaves the collector nothing to look for.
        """
        super().connection_lost(exc)
        self._ahead.clear()
        self.conn.parser.close()
        if self.place is not None:
            self.place.leave()
        if self.listener is not None:
            self.listener.lost()
            self.listener = None

    def on_task_complete(self, task: Any) -> None:
        """The application is done: its scope refers to this no more."""
        super().on_task_complete(task)
        cast("dict[str, Any]", self.scope["extensions"]).pop(EXTENSION, None)

    # What comes in is read a piece at a time, and not before the messages of the last piece were taken: whoever sends
    # 25,000 frames in one write keeps neither the loop from the others nor those frames in memory.

    def data_received(self, data: bytes) -> None:
        """Read on; what comes behind a handshake that is not answered yet is read once it is."""
        is_at_once = self.handshake_complete and not self._ahead and len(data) <= PIECE_BYTES
        if is_at_once or not self.handshake_initiated:
            super().data_received(data)
            self._may_hold()
            return
        self._ahead += data
        self._hold()  # at once: uvloop would read on and on in the same turn
        if len(self._ahead) > AHEAD_LIMIT:
            self.transport.abort()
        elif self._may_hold() and not self._is_due and self.queue.empty():
            self._read_soon()

    async def send(self, message: Any) -> None:
        """See uvicorn; then read what came behind the handshake, if this answered it."""
        was_complete = self.handshake_complete
        await super().send(message)
        if self._ahead and self.handshake_complete and not was_complete and not self._is_due:
            self._read_soon()

    def _may_hold(self) -> bool:
        """Whether what came of the client, and waits for it, may go on waiting; else the connection is gone."""
        size = len(self._ahead) + sum(map(len, self.frames)) + len(self.conn.reader.buffer)
        if self.place is None:
            return True
        is_modest = size <= STRANGERS_AHEAD or self.place.held_by == "link"
        if self.place.holds(size + self._unread) and is_modest:
            return True
        self._ahead.clear()
        self.transport.abort()
        return False

    async def receive(self) -> Any:
        """See uvicorn; then read on, if all was taken."""
        message = await super().receive()
        if self._ahead:
            self._hold()
            if self.queue.empty() and not self._is_due:
                self._read_soon()
        return message

    def _hold(self) -> None:
        self.read_paused = True
        self.transport.pause_reading()

    def _read_soon(self) -> None:
        self._is_due = True
        if self.turns is None or self.place is None or self.place.held_by == "link":
            self.loop.call_soon(self._read_piece)
        else:
            self.turns.soon(self._read_piece)

    def _read_piece(self) -> None:
        self._is_due = False
        if self.transport.is_closing():
            self._ahead.clear()
            return
        if not self.handshake_complete:
            self._hold()
            return
        piece = bytes(self._ahead[:PIECE_BYTES])
        del self._ahead[:PIECE_BYTES]
        super().data_received(piece)
        self._may_hold()
        if self._ahead:
            self._hold()
            if self.queue.empty() and not self._is_due:
                self._read_soon()
        elif self.read_paused and self.queue.empty():
            self.read_paused = False
            self.transport.resume_reading()

    def handle_cont(self, event: Frame) -> None:
        """Take one more part of a message."""
        super().handle_cont(event)
        if len(self.frames) > FRAGMENTS:
            self.transport.abort()

    def handle_ping(self) -> None:
        """Answer, if the client asks in measure and reads what it is answered."""
        super().handle_ping()
        measured = self._pings.take(PINGS, self.loop.time() * 1000)
        if not measured or self.transport.get_write_buffer_size() > BACKLOG_LIMIT:
            self.transport.abort()

    @property
    def is_open(self) -> bool:
        """Whether a message written now is one the client may still get."""
        return self.conn.state is State.OPEN and not self.transport.is_closing()

    def write_frame(self, frame: bytes) -> None:
        """Write a finished frame, if ``is_open``; does not look at the flow.

        Where compression was agreed on, the frame is one that is not compressed (RFC 7692, 6: RSV1 unset).
        """
        self.transport.write(frame)

    def write_message(self, message: str | bytes) -> None:
        """Write one message, text or binary, behind all that was written before; none on a closed connection.

        Cuts the connection off if more than ``BACKLOG_LIMIT`` bytes then wait in this process.
        """
        if not self.is_open:
            return
        if isinstance(message, str):
            self.conn.send_text(message.encode())
        else:
            self.conn.send_binary(message)
        self.transport.write(b"".join(self.conn.data_to_send()))
        if self.transport.get_write_buffer_size() > BACKLOG_LIMIT:
            self.transport.abort()
