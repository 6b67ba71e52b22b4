"""Who is in which room, and what of the room's fan-outs each has had. No input or output.

Every call that sends or joins takes the next number of one count. A member's ``seen`` is the number of the
last fan-out it got, or need not get because it was given a newer view. So a fan-out that is spread over many
turns of the event loop skips whoever joined, or was brought up to date, after it was ordered.
"""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import Final

from server.live.fastpath.direct_queue import EncodedEvent, EngineSocket

EVERYTHING: Final = 2**63
"""A ``seen`` beyond every fan-out: the member has left."""


@dataclass(slots=True, eq=False)
class Recipient:
    """One connected client and its rooms. ``behind``: a fan-out was held back from it."""

    sid: str
    socket: EngineSocket
    memberships: dict[str, "Membership"] = field(default_factory=dict)
    behind: bool = False

    def has_seen(self, number: int) -> None:
        """Owe the client nothing that was ordered up to ``number``."""
        for member in self.memberships.values():
            member.seen = number


@dataclass(slots=True, eq=False)
class Membership:
    """A client in a room."""

    client: Recipient
    seen: int


@dataclass(slots=True, eq=False)
class Delivery:
    """An encoded event on its way to a room. ``done`` gets the number of clients it was handed to."""

    number: int
    encoded: EncodedEvent
    done: asyncio.Future[int]
    handed: int = 0

    def finish(self) -> None:
        """Tell whoever waits, if they still do."""
        if not self.done.done():
            self.done.set_result(self.handed)


@dataclass(slots=True, eq=False)
class Room:
    """Members by sid, and the fan-outs on their way, oldest first; ``runner`` carries them out."""

    members: dict[str, Membership] = field(default_factory=dict)
    pending: deque[Delivery] = field(default_factory=deque)
    runner: asyncio.Task[None] | None = None


class Register:
    """All rooms and all clients that are in one."""

    def __init__(self) -> None:
        self._rooms: dict[str, Room] = {}
        self._by_sid: dict[str, Recipient] = {}
        self._by_socket: dict[str, Recipient] = {}

    def room(self, name: str) -> Room | None:
        """Return the room, if it has members."""
        return self._rooms.get(name)

    def client(self, sid: str) -> Recipient | None:
        """Return the client, if it is in a room."""
        return self._by_sid.get(sid)

    def client_on(self, socket_id: str) -> Recipient | None:
        """Return the client with this engine.io socket, if it is in a room."""
        return self._by_socket.get(socket_id)

    def join(self, client: Recipient, name: str, number: int) -> None:
        """Make the client a member that needs no fan-out up to ``number``. Twice is once."""
        if name in client.memberships:
            return
        self._by_sid[client.sid] = self._by_socket[client.socket.sid] = client
        member = client.memberships[name] = Membership(client, number)
        self._rooms.setdefault(name, Room()).members[client.sid] = member

    def leave(self, sid: str) -> None:
        """Take the client out of all rooms. One that is in none is no error."""
        client = self._by_sid.pop(sid, None)
        if client is None:
            return
        del self._by_socket[client.socket.sid]
        client.has_seen(EVERYTHING)
        for name in client.memberships:
            room = self._rooms[name]
            del room.members[sid]
            if not room.members and not room.pending:
                del self._rooms[name]
        client.memberships.clear()  # they refer to the client

    def owed(self, client: Recipient) -> list[tuple[Membership, Delivery]]:
        """Return the fan-outs that were ordered but have not come to this client yet, oldest first."""
        late = [
            (member, delivery)
            for name, member in client.memberships.items()
            for delivery in self._rooms[name].pending
            if delivery.number > member.seen
        ]
        return sorted(late, key=lambda pair: pair[1].number)
