"""What stands in for an engine.io socket's queue once its client is on a WebSocket.

engine.io puts packets into a queue which a writer task per client empties. Here the queue *is* the
connection: what is put is written, in that order, before ``put`` returns. So a frame that a fan-out writes
can neither overtake nor be overtaken, and there is no task to wake, nor its ``wait_for`` to lose an item.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import Any, Final, Protocol

import orjson
from engineio import packet as engine
from socketio import packet as socketio
from websockets.frames import Frame, Opcode

from server.live.fastpath.protocol import WebSocketProtocol

POLL_BACKLOG: Final = 64
"""Packets that may wait for a polling client before newer changes are held back from it. A client that
polls at all takes every packet that waits, so this many mean that it does not."""

log = logging.getLogger(__name__)


class EncodedEvent:
    """An event in the two forms a client may need: a finished WebSocket frame, or an engine.io packet.

    ``frame`` is a whole unmasked, uncompressed text frame (RFC 6455, 5.2), header included.
    ``packet`` is what the ordinary queue takes; the polling transport encodes it once and remembers.
    """

    __slots__ = ("frame", "packet")

    def __init__(self, event: str, payload: bytes) -> None:
        """Encode ``event`` with one argument, ``payload``: JSON text in UTF-8, not checked, never binary.

        Raises UnicodeDecodeError if the payload is not UTF-8.
        """
        text = f"{socketio.EVENT}[{orjson.dumps(event).decode()},{payload.decode()}]"
        self.packet: Final[Any] = engine.Packet(engine.MESSAGE, text)
        self.frame: Final = Frame(Opcode.TEXT, self.packet.encode().encode()).serialize(mask=False)


class EngineSocket(Protocol):
    """The part of ``engineio.AsyncSocket`` in use here; held against the real one by ``contract.py``."""

    sid: str
    server: Any
    queue: Any
    connected: bool
    upgrading: bool
    upgraded: bool
    closed: bool

    async def receive(self, pkt: Any) -> None:
        """Act on one packet from the client."""

    async def close(self, *, wait: bool, abort: bool, reason: str | None) -> None:
        """Tell the application that the client is gone, once."""


def _nothing() -> None:
    """Do nothing."""


class DirectQueue:
    """The methods of ``asyncio.Queue`` that engine.io calls on a socket's queue, written straight through."""

    __slots__ = ("_close", "_on_resume", "_protocol", "_stall", "_stall_ms", "is_paused")

    def __init__(
        self,
        protocol: WebSocketProtocol,
        *,
        stall_ms: int,
        on_resume: Callable[[], None],
        close: Callable[[], None],
    ) -> None:
        """Listen to the protocol's flow.

        ``on_resume`` is called, from the event loop, each time a paused client can be written to again;
        ``close`` when engine.io wants the WebSocket closed.
        """
        self._protocol = protocol
        self._stall_ms = stall_ms
        self._on_resume = on_resume
        self._close = close
        self._stall: asyncio.TimerHandle | None = None
        self.is_paused = False
        protocol.listener = self
        if not protocol.writable.is_set():
            self.paused()

    # As a listener to the flow.

    def paused(self) -> None:
        """Give the client ``stall_ms`` to read on."""
        self.is_paused = True
        if self._stall is None:
            self._stall = self._protocol.loop.call_later(self._stall_ms / 1000, self._stalled)

    def resumed(self) -> None:
        """Stop the count and say so. Not at once: this is called from within a write."""
        self.is_paused = False
        self._stop_count()
        self._protocol.loop.call_soon(self._on_resume)

    def lost(self) -> None:
        """Stop the count."""
        self._stop_count()

    def let_go(self) -> None:
        """Refer to nothing any more that refers back to this: the connection is over."""
        self._stop_count()
        self._close = self._on_resume = _nothing

    def _stop_count(self) -> None:
        if self._stall is not None:
            self._stall.cancel()
            self._stall = None

    def _stalled(self) -> None:
        log.warning("client stalled for %d ms, cut off", self._stall_ms)
        self.abort()

    # As engine.io's queue.

    async def put(self, packet: Any) -> None:
        """See ``put_nowait``."""
        self.put_nowait(packet)

    def put_nowait(self, packet: Any) -> None:
        """Write one engine.io packet; ``None`` and CLOSE end the connection.

        Writes to a paused client too: an answer or a ping must not be lost. What may be skipped, because
        something newer replaces it, goes through ``offer``.
        """
        if packet is not None:
            self._protocol.write_message(packet.encode())
        if packet is None or packet.packet_type == engine.CLOSE:
            self._close()

    def get_nowait(self) -> None:
        """Have nothing: for a poll that began on the queue before this one. Raises QueueEmpty."""
        raise asyncio.QueueEmpty

    def task_done(self) -> None:
        """Count nothing: as ``get_nowait``."""

    async def join(self) -> None:
        """Return: nothing ever waits here."""

    # As the end of a fan-out.

    def offer(self, encoded: EncodedEvent) -> bool:
        """Write an encoded event, unless the client reads too slowly: then write nothing and return False."""
        if self.is_paused:
            return False
        if self._protocol.is_open:
            self._protocol.write_frame(encoded.frame)
        return True

    def abort(self) -> None:
        """Cut the connection off, dropping what waits: there is no use in saying goodbye to who won't read."""
        self._protocol.transport.abort()


def offer(socket: EngineSocket, encoded: EncodedEvent) -> bool:
    """Hand an encoded event to one client by whatever transport it is on; False if it lags too far behind for it.

    A client that is polling, or half-way from polling to WebSocket, has the ordinary queue.
    """
    if type(socket.queue) is DirectQueue:
        return socket.queue.offer(encoded)
    if socket.queue.qsize() >= POLL_BACKLOG:
        return False
    socket.queue.put_nowait(encoded.packet)
    return True


def lags(socket: EngineSocket) -> bool:
    """Whether the client still has to read what it was sent before it makes sense to send more."""
    if type(socket.queue) is DirectQueue:
        return socket.queue.is_paused
    return not socket.queue.empty()
