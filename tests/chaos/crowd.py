"""Everybody who takes part: consoles, seats of groups and States, stage, podium, screens, observers."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator
from typing import Final

from server.dialogue.model.ids import Actor, SeatId
from tests.chaos import parts
from tests.chaos.face import Face
from tests.chaos.shipped_face import ShippedFace
from tests.cluster.cluster import Cluster
from tests.cluster.waiting import ended

OBSERVERS: Final = 4
STATES: Final = 10
SHIPPED: Final = 3
"""So many of the States' delegates, one group's representative and one observer are the faces' own code."""
WINDOW: Final = 3
"""So many commands a client may have under way at once."""
PAUSE_S: Final = 0.26
"""Between two acts of one client, on average."""
CONNECTED_LIMIT_S: Final = 20.0


class Crowd:
    """All clients, and what they do until told to rest."""

    def __init__(self, cluster: Cluster, seed: int) -> None:
        self._seed = seed
        self._cast = list(_cast(cluster, seed))
        self.faces = [face for face, _ in self._cast]
        self.steady = {
            face
            for face, part in self._cast
            if part is not None and face.audience not in {"public", "console"}
        }
        """Those of whom there is always something that counts to be had; a console has to preside for that."""
        self._lives: list[asyncio.Task[None]] = []
        self._plays: list[asyncio.Task[None]] = []

    async def connect(self) -> None:
        """Let all connect, and wait until each has its view. Raises TimeoutError."""
        self._lives = [asyncio.create_task(face.live(), name=face.name) for face in self.faces]
        async with asyncio.timeout(CONNECTED_LIMIT_S):
            for face in self.faces:
                while face.seq < 0:
                    await face.told(0.1)

    def play(self) -> None:
        """Let all act."""
        self._plays = [
            asyncio.create_task(_play(face, part, random.Random(f"{self._seed} {face.name}")))  # noqa: S311
            for face, part in self._cast
            if part is not None
        ]

    async def rest(self) -> None:
        """Let nobody want anything new."""
        await ended(self._plays)

    async def leave(self) -> None:
        """Disconnect all."""
        await ended(self._lives)
        for face in self.faces:
            await face.close()

    def failures(self) -> Iterator[str]:
        """Yield what ended though it should not have: errors of these programs."""
        for task in (*self._plays, *self._lives):
            if task.done() and not task.cancelled() and task.exception() is not None:
                yield f"{task.get_name()} ended: {task.exception()!r}"

    @property
    def in_flight(self) -> bool:
        """Whether anybody waits for an answer."""
        return any(face.outbox for face in self.faces)


def _cast(cluster: Cluster, seed: int) -> Iterator[tuple[Face, parts.Part | None]]:
    setup = cluster.setup
    kinds = {party.id: party.kind for party in setup.parties}
    groups = [seat.id for seat in setup.seats if kinds[seat.party] == "group"]
    states = [seat.id for seat in setup.seats if kinds[seat.party] == "state"]
    random.Random(seed).shuffle(states)  # noqa: S311 (who comes, not secrets)

    def face(actor: Actor, audience: str, name: str = "", kind: type[Face] = Face) -> Face:
        rng = random.Random(f"{seed} {name or actor}")  # noqa: S311
        token = cluster.access.token(setup, actor)
        return kind(cluster.url, name or str(actor), audience, token, rng, cluster.access.seal)

    def seat(name: SeatId, kind: type[Face] = Face) -> Face:
        return face(Actor("seat", name), f"seat:{name}", kind=kind)

    def kind(at: int, shipped: int) -> type[Face]:
        return ShippedFace if at < shipped else Face

    for name in ("chair", "deputy"):
        yield face(Actor("console", name), "console"), parts.console(name)
    yield face(Actor("stage"), "stage"), parts.stage
    yield face(Actor("podium"), "podium"), None
    for screen in setup.screens[:2]:
        yield face(Actor("screen", screen.id), "screens"), None
    yield from ((seat(name, kind(at, 1)), parts.group(name)) for at, name in enumerate(groups))
    yield from ((seat(name, kind(at, SHIPPED)), parts.state(name)) for at, name in enumerate(states[:STATES]))
    for at in range(OBSERVERS):
        yield face(Actor("public"), "public", f"observer-{at + 1}", kind(at, 1)), parts.observer


async def _play(face: Face, part: parts.Part, rng: random.Random) -> None:
    while True:
        if len(face.outbox) < WINDOW and face.view:
            command = part(face.view, rng)
            if command is not None:
                await face.act(command)
        await asyncio.sleep(rng.expovariate(1 / PAUSE_S))
