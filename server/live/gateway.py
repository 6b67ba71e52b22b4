"""The Socket.IO side: who connects, what they ask, what they are answered. Bad input is refused, never disconnected."""

import asyncio
from typing import Final, NamedTuple

import socketio
from msgspec import Struct, to_builtins
from socketio.exceptions import ConnectionRefusedError as ConnectionRefused

from server.access.links import Access
from server.clock import Clock
from server.dialogue.actor import Actor, Role
from server.dialogue.refusals import Refused
from server.dialogue.state import State
from server.live.fanout import Fanout
from server.live.fastpath import Broadcaster
from server.live.incoming import Unwelcome, decoded, hello
from server.live.presence import Attendance
from server.live.stream import encode
from server.session import Session
from server.wire.messages import (
    WIRE,
    Accepted,
    Answer,
    Audience,
    CommandMessage,
    Hello,
    Refusal,
    Status,
    Time,
    Welcome,
)
from server.wire.project import seat_audience

BEAT_MS: Final = 2_000
OBSERVERS_BEAT_MS: Final = 6_000
PROBE_MS: Final = 60_000
OBSERVERS_PROBE_MS: Final = 300_000

AUDIENCES: Final[dict[Role, Audience]] = {
    "public": "public",
    "seat": "seat",
    "screen": "screens",
    "console": "console",
}


class _Client(NamedTuple):
    actor: Actor
    hello: Hello

    @property
    def room(self) -> str:
        """The audience the client is in; each seat has its own."""
        return seat_audience(self.actor.name) if self.actor.role == "seat" else AUDIENCES[self.actor.role]


class Gateway:
    """All clients of one server."""

    def __init__(
        self,
        sio: socketio.AsyncServer,
        session: Session,
        access: Access,
        clock: Clock,
        attendance: Attendance,
        fanout: Fanout,
        broadcaster: Broadcaster,
    ) -> None:
        """Take over the events of `sio`."""
        self._session = session
        self._access = access
        self._clock = clock
        self._attendance = attendance
        self._fanout = fanout
        self._broadcaster = broadcaster
        self._clients: dict[str, _Client] = {}
        self._rate = clock.rate
        session.subscribe(self.publish)
        sio.on("connect", self._connect)
        sio.on("disconnect", self._disconnect)
        sio.on("command", self._command)
        sio.on("probe", self._probe)
        sio.on("sync", self._sync)
        sio.on("status", self._status)
        sio.on("*", self._unknown)

    def publish(self, state: State) -> None:
        """Send everybody what changed for them; a clock that runs at another rate first of all."""
        if self._clock.rate != self._rate:
            self._rate = self._clock.rate
            for sid, client in self._clients.items():
                self._welcome(sid, client)
        self._fanout.publish(state)

    # Events. Handlers take any arguments: what a client sends may be anything, and under any name.

    def _connect(self, sid: str, _environ: object, auth: object = None, *_: object) -> None:
        if sid in self._clients:
            return  # an event that a connected client named "connect"
        try:
            client = self._admit(auth)
        except Unwelcome as unwelcome:
            raise ConnectionRefused(unwelcome.code, {"about": unwelcome.about}) from unwelcome
        self._clients[sid] = client
        self._attendance.arrived(sid, client.actor)
        # Not now: the client is told that it is connected when this returns, and that should come first.
        asyncio.get_running_loop().call_soon(self._let_in, sid, client)

    def _admit(self, auth: object) -> _Client:
        said = hello(auth)
        actor = self._access.actor(self._session.state.setup, said.token)
        if actor is None:
            raise Unwelcome("revoked")
        return _Client(actor, said)

    def _let_in(self, sid: str, client: _Client) -> None:
        if sid not in self._clients:
            return  # gone already
        self._welcome(sid, client)
        try:
            self._fanout.join(sid, client.room, client.hello.epoch, client.hello.seq)
        except LookupError:
            return  # gone, and `_disconnect` is on its way
        if client.actor.role == "console":
            self._send_presence_to(sid)

    def _disconnect(self, sid: str, *_: object) -> None:
        client = self._clients.pop(sid, None)
        if client is not None:
            self._fanout.leave(sid)
            self._attendance.left(sid, client.actor)

    async def _command(self, sid: str, *args: object) -> object:
        return to_builtins(await self._answer(sid, args))

    async def _answer(self, sid: str, args: tuple[object, ...]) -> Answer:
        """Nothing is awaited before `submit` has taken the command's place in the queue."""
        client = self._clients.get(sid)
        if client is None:
            return Refusal(code="not_now", about="connection")
        self._attendance.heard(sid)
        try:
            message = decoded(args, CommandMessage)
        except Refused as refused:
            self._session.refuse(client.actor, "?", refused)
            return Refusal(code=refused.code, about=refused.about)
        try:
            return Accepted(seq=await self._session.submit(client.actor, message.id, message.command))
        except Refused as refused:
            return Refusal(code=refused.code, about=refused.about)

    def _probe(self, sid: str, *_: object) -> object:
        self._attendance.heard(sid)
        return to_builtins(Time(now_ms=self._clock.now_exact_ms(), rate=self._clock.rate))

    def _sync(self, sid: str, *_: object) -> None:
        self._attendance.heard(sid)
        self._fanout.send_whole(sid)

    def _status(self, sid: str, *args: object) -> object:
        client = self._clients.get(sid)
        if client is None:
            return None
        try:
            status = decoded(args, Status)
        except Refused as refused:
            return to_builtins(Refusal(code=refused.code, about=refused.about))
        self._attendance.reported(sid, status, self._fanout.settled_seq(client.room))
        return None

    def _unknown(self, event: str, *_: object) -> object:
        return to_builtins(Refusal(code="bad_command", about=event[:40]))

    def _welcome(self, sid: str, client: _Client) -> None:
        observes = client.actor.role == "public"
        self._send(
            sid,
            "welcome",
            Welcome(
                wire=WIRE,
                role=client.actor.role,
                name=client.actor.name,
                audience=AUDIENCES[client.actor.role],
                now_ms=self._clock.now_exact_ms(),
                rate=self._clock.rate,
                beat_ms=OBSERVERS_BEAT_MS if observes else BEAT_MS,
                probe_ms=OBSERVERS_PROBE_MS if observes else PROBE_MS,
            ),
        )

    def _send_presence_to(self, sid: str) -> None:
        self._send(sid, "presence", self._attendance.snapshot(self._session.state.setup))

    def _send(self, sid: str, event: str, message: Struct) -> None:
        self._broadcaster.send(sid, event, encode(message))
