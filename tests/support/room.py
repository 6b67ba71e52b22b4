"""A whole room in a dialogue: what the chair does again and again in tests, and what the faces then show."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import msgspec

from server.dialogue.model.ids import RequestId, SeatId, StatementId
from server.dialogue.model.state import Links, Step, Target
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.floor import End, Start
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.session import MoveStep
from server.wire.views.acts import Suggestion
from tests.support.gathering import SCREEN, Gathering
from tests.support.hand_clock import HandClock
from tests.support.play import CHAIR, DEPUTY, OBSERVER
from tests.support.server import CONFIG, serving


class Room(Gathering):
    """Both consoles, an observer, a hall screen, and phones as they are needed."""

    async def primary(self, act: str) -> None:
        """Press the chair's button for the point of order, or the context button; it must be about that act."""
        suggestion = msgspec.convert(self.console.get("point_act") or self.console["primary"], Suggestion)
        assert suggestion.act == act
        await self.do(suggestion.command)

    async def to_interventions(self) -> None:
        """Open and begin the first round."""
        await self.primary("open")
        await self.primary("start_round")

    async def to_exchange(self) -> None:
        """Go to the first exchange without hearing the groups."""
        await self.to_interventions()
        await self.do(MoveStep(self.chair.step, Step("exchange", 1)))

    async def ask(self, name: str, links: Links | None = None) -> RequestId:
        """A seat asks for the floor with its phone."""
        phone = await self.phone(name)
        await self.do(Ask(SeatId(name), links=links or Links()), phone)
        return RequestId(list(phone.view["me"]["requests"])[-1])

    async def start(self, target: Target) -> StatementId:
        """The chair calls somebody and starts the clock."""
        await self.do(Call(target))
        statement = StatementId(self.console["floor"]["statement"])
        await self.do(Start(statement))
        return statement

    async def hear(self, target: Target, ms: int = 60_000) -> StatementId:
        """Somebody is called, speaks for so long, and ends."""
        statement = await self.start(target)
        self.clock.wait(ms)
        await self.do(End(statement))
        return statement

    def left_ms(self) -> int:
        """Time left to the speaker, as every face draws it."""
        clock = self.everywhere(lambda view: view["floor"]["clock"])
        until = clock.get("held_at_ms", self.clock.now_ms())
        return int(clock["length_ms"] - (until - clock["started_at_ms"] - clock["held_for_ms"]))

    def in_list(self) -> list[str]:
        """The seats still to be heard, as the chair sees them, in the order in which they will be called."""
        return [self.console["agenda"][key]["seat"] for key in self.console["order"]]

    def next(self) -> list[str]:
        """The next speakers, as everybody sees them."""
        return [one["seat"] for one in self.everywhere(lambda view: view["next"])]

    def end_ms(self) -> int:
        """When the console says it would end at full limits: max(now, end of the running statement) + tail (R33)."""
        now_ms = self.clock.now_ms()
        free_ms = now_ms + max(0, self.left_ms()) if "floor" in self.console else now_ms
        return int(free_ms + self.console["forecast"]["tail_limits_ms"])


@asynccontextmanager
async def room(data: Path, config: Path = CONFIG) -> AsyncIterator[Room]:
    """A server with its journal in `data`; both consoles, an observer and a hall screen, until the block ends."""
    clock = HandClock()
    async with serving(data, config=config, clock=clock) as server, AsyncExitStack() as stack:
        opened = Room(server, clock, stack)
        for actor in (CHAIR, DEPUTY):
            await opened.enter("console", actor)
        await opened.enter("public", OBSERVER)
        await opened.enter("screens", SCREEN)
        yield opened
