"""engine.io's server, which keeps nothing for a client that is gone, and waits for none.

engine.io pings each client from a task of its own, which sleeps for 25 s first and keeps what it knows of the client
until then, whether it is still there or not: some 7 kB for each connection of the last 25 s. Who comes and goes 300
times a second would cost 50 MB.
"""

import asyncio
from collections.abc import Callable
from typing import Any

import engineio
import socketio
from engineio.async_socket import AsyncSocket


class EngineServer(engineio.AsyncServer):
    """Ends the ping of a client that is gone. Where the libraries call this no more, it changes nothing."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._pings: dict[str, asyncio.Task[Any]] = {}
        """The one that is due next, by the id of the engine.io session."""

    def start_background_task(self, target: Callable[..., Any], *args: Any, **options: Any) -> Any:
        """See engine.io, which starts each ping so."""
        task = super().start_background_task(target, *args, **options)
        socket = getattr(target, "__self__", None)
        if isinstance(socket, AsyncSocket):
            self._pings[socket.sid] = task
        return task

    async def _trigger_event(self, event: str, *args: Any, **options: Any) -> Any:
        """See engine.io, which calls this once, with "disconnect" and the id, for each client that goes."""
        ping = self._pings.pop(args[0], None) if event == "disconnect" and args else None
        if ping is not None and ping is not asyncio.current_task():
            ping.cancel()
        return await super()._trigger_event(event, *args, **options)

    async def disconnect(self, sid: str | None = None) -> None:
        """See engine.io, which waits, for ever, until a client that polls has read that it is cut off."""
        if sid is None:
            await super().disconnect()
        elif (socket := self.sockets.get(sid)) is not None:
            await socket.close(wait=False, reason=self.reason.SERVER_DISCONNECT)
            self.sockets.pop(sid, None)


class SocketServer(socketio.AsyncServer):
    """socket.io's, on such an engine."""

    def _engineio_server_class(self) -> type[EngineServer]:
        return EngineServer
