"""The fan-out short cut: one event to thousands of clients for little more than the cost of the writes.

``make_server``, ``uvicorn_options`` and ``listening_socket`` set up the libraries; a ``Broadcaster`` sends;
``self_test`` proves the short cut at start-up or switches it off. Nothing else here is for use outside.

The short cut reaches into private attributes of uvicorn, websockets, python-engineio and python-socketio.
All of them are named in ``contract.py``, which is checked when a ``Broadcaster`` is made.
"""

from server.live.fastpath.broadcaster import Broadcaster, CatchUp
from server.live.fastpath.http import HTTP_LOGGER, PLACE
from server.live.fastpath.protocol import EXTENSION
from server.live.fastpath.selftest import limits_hold, self_test
from server.live.fastpath.setup import JsonText, listening_socket, make_server, uvicorn_options

__all__ = [
    "EXTENSION",
    "HTTP_LOGGER",
    "PLACE",
    "Broadcaster",
    "CatchUp",
    "JsonText",
    "limits_hold",
    "listening_socket",
    "make_server",
    "self_test",
    "uvicorn_options",
]
