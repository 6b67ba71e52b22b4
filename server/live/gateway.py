"""The Socket.IO side: who connects, what they ask, what they are answered. Bad input is refused, never disconnected."""

import asyncio
from contextlib import suppress
from functools import partial
from typing import Any

import socketio
from msgspec import Struct, to_builtins
from socketio.exceptions import ConnectionRefusedError as ConnectionRefused

from server.dialogue.decider import Known
from server.dialogue.model.refusals import Refused
from server.live.admission import Admission, AdmittedClient, Unwelcome
from server.live.fanout import Fanout
from server.live.incoming import Commands, decoded, first, hello, refusal
from server.live.line import LINE
from server.live.packets import UNKNOWN
from server.live.presence import Attendance
from server.live.stream import encode
from server.session import Session
from server.wire.messages import Refusal, Status


class Gateway:
    """All clients of one server."""

    def __init__(
        self,
        sio: socketio.AsyncServer,
        session: Session,
        commands: Commands,
        admission: Admission,
        attendance: Attendance,
        fanout: Fanout,
    ) -> None:
        """Take over the events of `sio`."""
        self._sio = sio
        self._session = session
        self._commands = commands
        self._admission = admission
        self._attendance = attendance
        self._fanout = fanout
        self._clients: dict[str, AdmittedClient] = {}
        self._waiting: set[asyncio.Future[Any]] = set()
        self._rate = admission.rate
        session.subscribe(self.publish)
        sio.on("connect", self._connect)
        sio.on("disconnect", self._disconnect)
        sio.on("command", self._command)
        sio.on("probe", self._probe)
        sio.on("sync", self._sync)
        sio.on("status", self._status)
        sio.on(UNKNOWN, self._unknown)

    def publish(self, known: Known, anew: bool) -> None:  # noqa: FBT001 - as a subscriber is called
        """Send everybody what changed for them; a clock that runs at another rate first of all.

        `anew`: the dialogue may be another one. Whoever it does not know is cut off, and told so when they come back.
        """
        if anew:
            self._let_go()
        if self._admission.rate != self._rate:
            self._rate = self._admission.rate
            for sid, client in self._clients.items():
                self._send(sid, "welcome", self._admission.welcome(client))
        self._fanout.publish(known, anew=anew)

    def _let_go(self) -> None:
        for sid, client in list(self._clients.items()):
            if not self._admission.knows(client):
                self._disconnect(sid)  # no view can be made for them any more
                self._waiting.add(ending := asyncio.create_task(self._cut(sid)))
                ending.add_done_callback(self._waiting.discard)

    async def _cut(self, sid: str) -> None:
        """End the connection below Socket.IO: after a packet that says so, its clients do not come back."""
        connection = self._sio.manager.eio_sid_from_sid(sid, "/")
        if connection is not None:  # else it is gone already
            await self._sio.eio.disconnect(connection)

    # Events. Handlers take any arguments: what a client sends may be anything. Other names do not pass the door.

    def _connect(self, sid: str, _environ: object, auth: object = None, *_: object) -> bool:
        try:
            client = self._admission.identify(hello(auth))
            self._admission.enter(client.actor, client.hello.device or sid, sid, partial(self._end, sid))
        except Unwelcome as unwelcome:
            if (line := LINE.get(None)) is not None:
                line.fault()
                line.greeted = False
            raise ConnectionRefused(unwelcome.code, {"about": unwelcome.about}) from unwelcome
        if not self._admission.has_room(client.actor):
            return False
        self._clients[sid] = client
        self._attendance.arrived(sid, client.actor)
        # Not now: the client is told that it is connected when this returns, and that should come first.
        self._waiting.add(waiting := asyncio.create_task(self._let_in(sid, client)))
        waiting.add_done_callback(self._waiting.discard)
        return True

    async def _let_in(self, sid: str, client: AdmittedClient) -> None:
        seen = self._fanout.seen(client.room, client.hello) or 0
        if not await self._session.caught_up(seen):  # later, or at another node, it can be let in
            await self._cut(sid)
        elif sid in self._clients:  # else it is gone already
            self._send(sid, "welcome", self._admission.welcome(client))
            with suppress(LookupError):  # gone, and `_disconnect` is on its way
                self._fanout.join(sid, client.room, client.hello)

    def _disconnect(self, sid: str, *_: object) -> None:
        client = self._clients.pop(sid, None)
        if client is not None:
            self._fanout.leave(sid)
            self._attendance.left(sid, client.actor)
            self._admission.leave(client.actor, sid)

    def _end(self, sid: str) -> None:
        """Have a client go; it is told, and `_disconnect` is called."""
        self._waiting.add(ending := asyncio.ensure_future(self._sio.disconnect(sid)))
        ending.add_done_callback(self._waiting.discard)

    def _heard(self, sid: str) -> None:
        self._attendance.heard(sid)
        if (client := self._clients.get(sid)) is not None:
            self._admission.heard(client.actor, sid)

    async def _command(self, sid: str, *args: object) -> object:
        client = self._clients.get(sid)
        if client is None:
            return to_builtins(Refusal(code="not_now", about="connection"))
        self._heard(sid)
        return to_builtins(await self._commands.answer(client.actor, first(args)))

    def _probe(self, sid: str, *_: object) -> object:
        self._heard(sid)
        return to_builtins(self._admission.time())

    def _sync(self, sid: str, *_: object) -> None:
        self._heard(sid)
        self._fanout.asked(sid)

    def _status(self, sid: str, *args: object) -> object:
        client = self._clients.get(sid)
        if client is None:
            return None
        try:
            status = decoded(first(args), Status)
        except Refused as refused:
            return to_builtins(refusal(refused))
        self._admission.heard(client.actor, sid)
        self._attendance.reported(sid, status, behind=self._fanout.lacks(client.room, status.as_of))
        return None

    def _unknown(self, _sid: str, *args: object) -> object:
        return to_builtins(Refusal(code="bad_command", about=str(first(args))))

    def _send(self, sid: str, event: str, message: Struct) -> None:
        self._fanout.send(sid, event, encode(message))
