"""Every kind of face at one server, the record, and a clock set by hand."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AsyncExitStack
from functools import partial
from typing import Any, TypeVar

import aiohttp
import msgspec

from server.app import Running
from server.dialogue.entry import Entry
from server.dialogue.model.ids import Actor
from server.dialogue.model.state import Event
from server.dialogue.registry import AnyCommand
from server.journal.codec import decode
from server.wire.messages import Refusal
from server.wire.project import project, seat_audience
from tests.support.client import Client, client
from tests.support.hand_clock import HandClock
from tests.support.play import CHAIR, DEPUTY, OBSERVER, seat
from tests.support.server import token_of

PlainView = dict[str, Any]
AnEvent = TypeVar("AnEvent", bound=Event)
SCREEN = Actor("screen", "hall-left")


class Gathering:
    """Clients of one server. Whatever is done here is done when every face shows it."""

    def __init__(self, server: Running, clock: HandClock, stack: AsyncExitStack) -> None:
        self.server = server
        self.clock = clock
        self.faces: dict[str, tuple[str, Client]] = {}
        """By the name of who holds it: audience and client."""
        self._stack = stack

    async def enter(self, audience: str, actor: Actor, holder: str = "") -> Client:
        """One more face; `holder` tells it from others that the same actor has."""
        opened = await self._stack.enter_async_context(client(self.server.url, token_of(self.server, actor)))
        self.faces[holder or str(actor)] = (audience, opened)
        return opened

    async def phone(self, name: str) -> Client:
        """The phone of a seat, opened where it is not yet."""
        if str(seat(name)) not in self.faces:
            return await self.enter(seat_audience(name), seat(name))
        return self.faces[str(seat(name))][1]

    @property
    def chair(self) -> Client:
        """The chair's console."""
        return self.faces[str(CHAIR)][1]

    @property
    def console(self) -> PlainView:
        """What the consoles show."""
        return self.chair.view

    @property
    def deputy(self) -> Client:
        """The deputy's console."""
        return self.faces[str(DEPUTY)][1]

    @property
    def observer(self) -> Client:
        """Anybody."""
        return self.faces[str(OBSERVER)][1]

    @property
    def screen(self) -> Client:
        """A screen in the hall."""
        return self.faces[str(SCREEN)][1]

    async def settled(self) -> None:
        """Wait until each face, patched change by change, shows what a fresh projection gives. Raises TimeoutError."""
        projection = project(*self.server.session.known)
        for audience, face in self.faces.values():
            fresh = msgspec.json.decode(msgspec.json.encode(projection.view(audience)))
            await face.until(partial(_shows, face, fresh))

    def everywhere(self, show: Callable[[PlainView], Any]) -> Any:
        """What a part of the view is, the same on every face."""
        shown = {name: show(face.view) for name, (_, face) in self.faces.items()}
        first = shown[str(CHAIR)]
        assert all(one == first for one in shown.values()), shown
        return first

    async def do(self, command: AnyCommand, by: Client | None = None) -> int:
        """Have the chair, or another, do something that must be accepted; its entry."""
        who = by or self.chair
        answer = await who.do(command)
        assert not isinstance(answer, Refusal), answer
        await self.settled()
        return who.opened(answer.as_of)

    async def refused(self, command: AnyCommand, by: Client | None = None) -> str:
        """The code with which the chair, or another, is refused."""
        answer = await (by or self.chair).do(command)
        assert isinstance(answer, Refusal), answer
        return answer.code

    async def record(self) -> list[Entry]:
        """The journal, as consoles download it."""
        bearer = {"Authorization": f"Bearer {token_of(self.server, CHAIR)}"}
        url = f"{self.server.url}/api/journal"
        async with aiohttp.ClientSession(headers=bearer) as http, http.get(url) as response:
            return [decode(line) for line in (await response.read()).splitlines()]

    async def recorded(self, kind: type[AnEvent]) -> list[AnEvent]:
        """The events of one kind, in the record."""
        return [e for entry in await self.record() for e in entry.events if isinstance(e, kind)]


def _shows(face: Client, view: PlainView) -> bool:
    return face.view == view
