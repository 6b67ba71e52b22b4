"""uvicorn's WebSocket protocol, able to take a finished frame without a task or an await."""

from typing import Any, Final, Protocol, cast

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request
from websockets.protocol import State

EXTENSION: Final = "palabra.fanout"
"""Under this key of the ASGI scope's ``extensions`` the application finds the protocol of its connection."""

BACKLOG_LIMIT: Final = 1 << 20
"""Bytes a client may leave unread in this process. Fan-outs stop at 64 KiB, the transport's high-water mark;
past that come only answers to the client's own commands, and one that asks and never reads is cut off."""


class FlowListener(Protocol):
    """Whoever wants to know that a client reads too slowly, or again, or is gone."""

    def paused(self) -> None:
        """The transport holds more than its high-water mark."""

    def resumed(self) -> None:
        """The transport is below its low-water mark again."""

    def lost(self) -> None:
        """The connection is gone."""


class FanoutProtocol(WebSocketsSansIOProtocol):
    """Given as ``uvicorn.Config(ws=FanoutProtocol)``; without a listener it behaves as uvicorn's own."""

    listener: FlowListener | None = None

    def handle_connect(self, event: Request) -> None:
        """Put this protocol where the application finds it. A refused handshake has no scope."""
        super().handle_connect(event)
        if hasattr(self, "scope"):
            # The application's task was made just now and has not run yet: it will see this.
            cast("dict[str, Any]", self.scope["extensions"])[EXTENSION] = self

    def pause_writing(self) -> None:
        """Tell the listener, see FlowListener."""
        super().pause_writing()
        if self.listener is not None:
            self.listener.paused()

    def resume_writing(self) -> None:
        """Tell the listener, see FlowListener."""
        super().resume_writing()
        if self.listener is not None:
            self.listener.resumed()

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell the listener, and let go of it: the two refer to each other."""
        super().connection_lost(exc)
        if self.listener is not None:
            self.listener.lost()
            self.listener = None

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
