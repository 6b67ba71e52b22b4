"""What a client may send on a socket, packet by packet: Engine.IO 4 and Socket.IO 5 as far as faces use them.

python-socketio takes much more: binary attachments that it keeps until they are all there, other namespaces, answers
to questions nobody asked; and what it cannot read it reports with a traceback each. So it is shown only what is
checked here. No input or output.
"""

import re
from typing import Final, NamedTuple

import orjson

EVENTS: Final = frozenset({"command", "probe", "sync", "status"})
"""All that faces send (`server.wire.messages`)."""
UNKNOWN: Final = "unknown_event"
"""Stands for every other event; its argument is the name, cut. Nobody else need know the name of this one."""
NAME_LENGTH: Final = 40
SEPARATOR: Final = "\x1e"
"""Between the packets of a polling client's request (Engine.IO 4, "HTTP long-polling")."""

# Engine.IO: 1 close, 2probe and 5 for an upgrade, 3 pong, 4 message. In a message, Socket.IO: 0 connect, 1 disconnect,
# 2 event, in the default namespace, and an event with the number under which it is to be answered.
_CONTROL: Final = frozenset({"1", "2probe", "3", "3probe", "5", "41", "41/,"})
_CONNECT: Final = re.compile(r"40(?:/,)?(\{.*\})?", re.DOTALL)
_EVENT: Final = re.compile(r"42(?:/,)?([0-9]{0,15})(\[.*\])", re.DOTALL)


class Checked(NamedTuple):
    """`packet` is what may be passed on, None: nothing; `fault` is what was wrong, "": nothing."""

    packet: str | None
    fault: str = ""


def checked(packet: str | bytes) -> Checked:
    """Check one packet, as it came over a WebSocket or stood in a request."""
    if isinstance(packet, bytes):
        return Checked(None, "binary_packets")
    if packet in _CONTROL:
        return Checked(packet)
    if (event := _EVENT.fullmatch(packet)) is not None:
        return _event(packet, event[1], event[2])
    connect = _CONNECT.fullmatch(packet)
    if connect is None or (connect[1] and _json(connect[1]) is None):
        return Checked(None, "malformed_packets")
    return Checked(packet)


def _event(packet: str, number: str, text: str) -> Checked:
    data = _json(text)
    if not isinstance(data, list) or not data or not isinstance(data[0], str):
        return Checked(None, "malformed_packets")
    if data[0] in EVENTS:
        return Checked(packet)
    told = orjson.dumps([UNKNOWN, data[0][:NAME_LENGTH]]).decode()
    return Checked(f"42{number}{told}", "unknown_events")


def _json(text: str) -> object:
    """Return what a text says, None if it is not JSON."""
    try:
        return orjson.loads(text)
    except ValueError:
        return None
