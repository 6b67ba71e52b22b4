"""engine.io's WebSocket handler without its writer task: one task per client, which reads."""

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from engineio import exceptions
from engineio import packet as engine
from engineio.async_drivers import asgi

from server.live.fastpath.direct_queue import DirectQueue, EngineSocket
from server.live.fastpath.protocol import EXTENSION, WebSocketProtocol

log = logging.getLogger(__name__)


class DirectWebSocket:
    """Takes the place of ``engineio.async_drivers.asgi.WebSocket``, which it uses for the ASGI messages.

    engine.io makes one for every WebSocket with its own handler and server, then awaits it.
    """

    def __init__(self, stall_ms: int, on_resume: Callable[[str], None], handler: Any, server: Any) -> None:
        self._stall_ms = stall_ms
        self._on_resume = on_resume
        self._handler = handler
        self._server = server

    async def __call__(self, environ: dict[str, Any]) -> Any:
        """Serve the connection to its end; in engine.io's own way under a server that is not ours."""
        protocol = environ["asgi.scope"].get("extensions", {}).get(EXTENSION)
        handler = self._handler if protocol is None else partial(self._serve, protocol)
        return await asgi.WebSocket(handler, self._server)(environ)

    async def _serve(self, protocol: WebSocketProtocol, ws: Any) -> None:
        """Do what ``AsyncSocket._websocket_handler`` does."""
        socket: EngineSocket = self._handler.__self__
        if not await _take_over(socket, ws):
            return
        goodbyes: set[asyncio.Task[None]] = set()  # the loop itself holds tasks weakly
        direct = DirectQueue(
            protocol,
            stall_ms=self._stall_ms,
            on_resume=partial(self._on_resume, socket.sid),
            close=lambda: goodbyes.add(asyncio.ensure_future(ws.close())),
        )
        _swap_queue(socket, direct)
        self._on_resume(socket.sid)  # it may have lagged behind while it polled
        try:
            await _read(socket, ws)
        finally:
            await socket.close(wait=False, abort=True, reason=socket.server.reason.TRANSPORT_CLOSE)
            await ws.close()
            direct.let_go()
            # Whatever of engine.io keeps its socket for a while keeps no connection with it, some 50 kB.
            socket.queue = asyncio.Queue()


def _silence_limit_s(socket: EngineSocket) -> float:
    """A client answers every ping, so one that is silent for longer than this is gone."""
    return float(socket.server.ping_interval + socket.server.ping_timeout)


async def _receive(socket: EngineSocket, ws: Any) -> Any:
    """Return the next engine.io packet.

    Raises OSError when the client is gone (TimeoutError, which is one, when it is silent) and ValueError
    for what is no packet or too large.
    """
    async with asyncio.timeout(_silence_limit_s(socket)):
        data = await ws.wait()
    if len(data) > socket.server.max_http_buffer_size:
        message = "packet too large"
        raise ValueError(message)
    return engine.Packet(encoded_packet=data)


async def _take_over(socket: EngineSocket, ws: Any) -> bool:
    """Make this WebSocket the client's transport; False if the client, who may be polling, does not agree.

    Engine.IO protocol 4, "Upgrade": the client probes, is answered, and says that it upgrades. From the
    probe on, polls are answered with NOOP and packets wait.
    """
    if not socket.connected:
        socket.connected = socket.upgraded = True
        return True
    if socket.upgrading or socket.upgraded:
        return False
    socket.upgrading = True
    try:
        probe = await _receive(socket, ws)
        if (probe.packet_type, probe.data) != (engine.PING, "probe"):
            return False
        await ws.send(engine.Packet(engine.PONG, "probe").encode())
        socket.queue.put_nowait(engine.Packet(engine.NOOP))  # ends a poll that waits
        socket.upgraded = (await _receive(socket, ws)).packet_type == engine.UPGRADE
    except (OSError, ValueError):
        return False
    else:
        return socket.upgraded
    finally:
        socket.upgrading = False


def _swap_queue(socket: EngineSocket, direct: DirectQueue) -> None:
    """Write what waited for a poll and let everything later be written at once. No await: order holds."""
    waiting, socket.queue = socket.queue, direct
    while not waiting.empty():
        direct.put_nowait(waiting.get_nowait())
    # A client should have no poll open now. One that has would wait for a queue nobody fills, and its
    # time-out would close the socket.
    waiting.put_nowait(engine.Packet(engine.NOOP))


async def _read(socket: EngineSocket, ws: Any) -> None:
    """Act on the client's packets until it is gone, silent, or no longer makes sense."""
    while True:
        try:
            packet = await _receive(socket, ws)
        except (OSError, ValueError):
            return
        try:
            await socket.receive(packet)
        except exceptions.SocketIsClosedError:
            return
        except exceptions.UnknownPacketError:
            pass
        except Exception:
            log.exception("an event from client %s failed", socket.sid)
