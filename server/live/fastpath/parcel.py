"""One event, encoded once for every client it goes to."""

from typing import Any, Final

import orjson
from engineio import packet as engine
from socketio import packet as socketio
from websockets.frames import Frame, Opcode


class Parcel:
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
