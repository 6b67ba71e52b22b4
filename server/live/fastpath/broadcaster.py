"""Sends events to rooms of clients: in order, in chunks, and never more than a slow client can take."""

import asyncio
import itertools
import logging
from collections import OrderedDict
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Final

import socketio

from server.live.fastpath import contract
from server.live.fastpath.direct_queue import DirectQueue, EncodedEvent, lags, offer
from server.live.fastpath.plain import PlainEmitter
from server.live.fastpath.rooms import Delivery, Membership, Recipient, Register, Room

CatchUp = Callable[[str], Iterable[tuple[str, bytes]]]
"""Given a sid, the newest whole view, or views, of that client: pairs of event and JSON text."""

ENCODED: Final = 64
"""So many of the last payloads that went to one client each are kept as they were encoded."""

log = logging.getLogger(__name__)


class Broadcaster:
    """Fan-out over one Socket.IO server. All methods belong to the event loop's thread.

    ``broadcast``, ``send`` and ``join`` take effect when they are *called*, in that order; awaiting what they
    return only tells when it is done. Within a room every client gets the fan-outs in the order of the calls;
    a ``send`` comes after every fan-out called before it; a client that joins gets the fan-outs called after.

    What is broadcast must be **versioned, latest wins**: it is not sent to a client that reads too slowly.
    Such a client is ``behind``, gets nothing from rooms, and is given ``catch_up(sid)`` as soon as it reads
    again. If that takes it ``stall_ms``, it is cut off. What ``catch_up`` returns must hold every change whose
    broadcast was called before.
    """

    def __init__(
        self, sio: socketio.AsyncServer, catch_up: CatchUp, *, chunk: int = 256, stall_ms: int = 15_000
    ) -> None:
        """Tie the short cut into ``sio``, which ``make_server`` made, if its libraries are as they should be.

        ``chunk`` clients are written to before other work gets its turn.
        """
        self._sio = sio
        self._catch_up = catch_up
        self._chunk = chunk
        self._register = Register()
        self._numbers = itertools.count(1)
        self._last = 0
        self._behind: set[str] = set()
        self._encoded: OrderedDict[tuple[str, int], tuple[bytes, EncodedEvent]] = OrderedDict()
        self.delivered = 0
        """How often an event that was broadcast was handed to a client, since the start."""
        self._plain = PlainEmitter(sio, chunk)
        self._reason: str | None = None
        breaches = contract.breaches()
        if breaches:
            self.fall_back("; ".join(breaches))
        else:
            contract.install(sio, stall_ms, self._resumed)

    def fast(self) -> bool:
        """Whether the short cut is in use."""
        return self._reason is None

    @property
    def reason(self) -> str | None:
        """Why the short cut is not in use, for the health page."""
        return self._reason

    @property
    def behind(self) -> frozenset[str]:
        """The sids of the clients that changes are held back from now."""
        return frozenset(self._behind)

    def fall_back(self, reason: str) -> None:
        """From now on, send by ``sio.emit``. For start-up: what is on its way already stays on its way."""
        log.error("fan-out falls back to plain emits: %s", reason)
        self._reason = reason
        contract.use_parts(self._sio)

    def join(self, sid: str, room: str) -> None:
        """Put a client into a room; take its view in the same breath, with no await between.

        Raises LookupError if no client with this sid is connected.
        """
        if self._reason is not None:
            self._plain.join(sid, room)
            return
        client = self._register.client(sid)
        if client is None:
            socket = contract.socket_of(self._sio, sid)
            if socket is None:
                message = f"no client {sid}"
                raise LookupError(message)
            client = Recipient(sid, socket)
        self._plain.join(sid, room)  # kept up even while not in use, for `fall_back`
        self._register.join(client, room, self._last)

    def leave(self, sid: str) -> None:
        """Take a client out of all rooms; call it when the client is gone. Twice is no error."""
        self._plain.leave(sid)
        self._register.leave(sid)
        self._behind.discard(sid)

    def broadcast(self, room: str, event: str, payload: bytes) -> asyncio.Future[int]:
        """Send an event, its one argument given as JSON text, to all who are in the room now.

        Returns a future of the number of clients it was handed to; those behind do not count.
        """
        if self._reason is not None:
            done = self._plain.broadcast(room, event, payload)
            done.add_done_callback(self._count)
            return done
        target = self._register.room(room)
        if target is None:
            return _done(0)
        self._last = next(self._numbers)
        done = asyncio.get_running_loop().create_future()
        done.add_done_callback(self._count)
        target.pending.append(Delivery(self._last, EncodedEvent(event, payload), done))
        if target.runner is None:
            target.runner = asyncio.get_running_loop().create_task(self._run(target))
        return done

    def send(self, sid: str, event: str, payload: bytes) -> asyncio.Future[int]:
        """Send an event to one client, in a room or not; never held back. Future of 1, or 0 if it is gone."""
        if self._reason is not None:
            return self._plain.send(sid, event, payload)
        client = self._register.client(sid)
        if client is not None:
            for member, delivery in self._register.owed(client):
                self._give(member, delivery)
        socket = contract.socket_of(self._sio, sid)
        if socket is None or socket.closed:
            return _done(0)
        socket.queue.put_nowait(self._encode(event, payload).packet)
        return _done(1)

    def defer(self, sid: str) -> bool:
        """Whether a client has yet to read what it was sent: then it is ``behind``, and given ``catch_up(sid)`` later.

        Whoever asks again and again for what replaces everything before, without reading it, is kept nothing for. Where
        the short cut is not in use, it is given that every ``ASKED_S``.
        """
        if self._reason is not None:
            return self._plain.defer(sid, partial(self._send_newest, sid))
        client = self._register.client(sid)
        if client is None or not lags(client.socket):
            return False
        client.behind = True
        self._behind.add(sid)
        return True

    def _send_newest(self, sid: str) -> None:
        for event, payload in self._catch_up(sid):
            self._plain.send(sid, event, payload)

    def _encode(self, event: str, payload: bytes) -> EncodedEvent:
        """Encode once what is sent to many, one by one: a view waits once for all polling clients that are new."""
        key = (event, id(payload))
        kept = self._encoded.pop(key, None)
        if kept is None or kept[0] is not payload:
            kept = (payload, EncodedEvent(event, payload))
        self._encoded[key] = kept
        if len(self._encoded) > ENCODED:
            self._encoded.popitem(last=False)
        return kept[1]

    def _count(self, done: asyncio.Future[int]) -> None:
        if not done.cancelled():
            self.delivered += done.result()

    async def _run(self, room: Room) -> None:
        """Carry out the room's fan-outs, one at a time, until there are none."""
        try:
            while room.pending:
                delivery = room.pending[0]
                members = list(room.members.values())
                for start in range(0, len(members), self._chunk):
                    if start:
                        await asyncio.sleep(0)  # acks get through, and what was written goes out
                    for member in members[start : start + self._chunk]:
                        self._give(member, delivery)
                room.pending.popleft()
                delivery.finish()
        finally:
            room.runner = None
            while room.pending:
                room.pending.popleft().done.cancel()

    def _give(self, member: Membership, delivery: Delivery) -> None:
        """Give a member a fan-out, unless it has had it or reads too slowly."""
        if member.seen >= delivery.number:
            return
        member.seen = delivery.number
        client = member.client
        try:
            if client.socket.closed:
                self.leave(client.sid)
            elif client.behind:
                self._bring_up_to_date(client)
            elif offer(client.socket, delivery.encoded):
                delivery.handed += 1
            else:
                client.behind = True
                self._behind.add(client.sid)
        except Exception:
            # One client's trouble must not keep a change from the others. Cut off, it connects anew.
            log.exception("fan-out to client %s failed", client.sid)
            _cut_off(client)

    def _bring_up_to_date(self, client: Recipient) -> None:
        """Give a client that was behind the newest view, if it reads again."""
        if lags(client.socket):
            return
        newest = [self._encode(event, payload) for event, payload in self._catch_up(client.sid)]
        client.behind = False
        self._behind.discard(client.sid)
        client.has_seen(self._last)
        for encoded in newest:
            client.socket.queue.put_nowait(encoded.packet)

    def _resumed(self, socket_id: str) -> None:
        client = self._register.client_on(socket_id)
        if client is None or not client.behind:
            return
        try:
            self._bring_up_to_date(client)
        except Exception:
            log.exception("catching up client %s failed", client.sid)
            _cut_off(client)


def _cut_off(client: Recipient) -> None:
    queue: Any = client.socket.queue
    if type(queue) is DirectQueue:
        queue.abort()


def _done(count: int) -> asyncio.Future[int]:
    future: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    future.set_result(count)
    return future
