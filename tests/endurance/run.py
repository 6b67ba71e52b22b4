"""Two hours of a session: the rehearsal's play on a real server, on phones that sleep and roam, and one `kill -9`."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Final, cast
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct
from playwright.async_api import Page, expect

from server.dialogue.model.ids import Actor, Role
from server.dialogue.rooms.session import Rehearse
from server.rehearsal import participants
from server.rehearsal.acting import perform
from server.rehearsal.client import Client
from server.rehearsal.clock_estimate import ClockEstimate
from server.rehearsal.final_check import differing, fold, read_journal
from server.rehearsal.incident_plan import with_incidents
from server.rehearsal.participants import Participant
from server.rehearsal.plan_generator import draw
from server.rehearsal.target_server import TargetServer, target_server
from server.wire.messages import Accepted
from server.wire.views.console import ConsoleView
from tests.cluster.proxy import Proxy, serving
from tests.endurance.device_incidents import DeviceIncidents
from tests.endurance.memory import heap_mb, resident_mb
from tests.endurance.report import Figures, Memory, lost_and_doubled
from tests.endurance.roaming_client import Roaming, RoamingClient, RoamingShipped
from tests.support.face import LIMIT_MS
from tests.support.live_server import LiveServer
from tests.support.program import REPOSITORY
from tests.support.words import words

CONFIG: Final = REPOSITORY / "config.toml"
RESTART_MS: Final = 60 * 60_000
"""Session time after the beginning, when the server is killed."""
WARM_S: Final = 3.0
"""Real time after a start: all are there again, and what comes with the first beats and probes is over."""
AT_ONCE: Final = 25
EVERY_S: Final = 1.2
"""At a steady pace, for what the server holds at most at one time it keeps."""
FORGOTTEN_S: Final = 30.0
"""Real time until a connection that broke is forgotten: what waits to send its next ping holds it for 25 s."""
SHIPPED_STATES: Final = 3
"""So many delegates, and as many observers, are the code that the faces ship; all others its twin in Python."""
LONGEST_MS: Final = 6 * 3_600_000
SPARE_S: Final = 300.0


class Options(Struct, frozen=True):
    """How it is played."""

    speed: float
    seed: int
    observers: int
    crowd: int = 0
    """After the closing so many visitors come and go, and once more as many; 0: none."""


class Anew(ClockEstimate):
    """An estimate of the server's clock that is made again: after a restart, what it was before is worth nothing."""

    async def learn(self, client: Client) -> None:
        """Take a burst of samples, and only then go by them."""
        fresh = ClockEstimate()
        await fresh.learn(client)
        vars(self).update(vars(fresh))


class Endurance:
    """One session."""

    def __init__(self, options: Options, server: LiveServer, proxy: Proxy) -> None:
        self._options = options
        self._server = server
        self._proxy = proxy
        self._page: Page | None = None
        self._tempo = Anew()
        self._device_incidents = DeviceIncidents(proxy, options.speed, options.seed)
        self._server_mb: dict[str, Memory] = {}
        self._page_warm_mb = 0.0
        self._restarts = 0

    async def play(self, here: TargetServer, page: Page | None = None) -> Figures:
        """Play it to its end, and tell. `page`: one of the public's, on the same server, is watched too."""
        self._page = page
        began_s = time.monotonic()
        members = await self._gather(here)
        await self._perform(members)
        if self._options.crowd:
            self._server_mb["crowds"] = Memory(await self._crowd(here), await self._crowd(here))
        entries = await read_journal(here.url, here.token(Actor("console", "chair")))
        state = fold(entries)
        different = await differing(state, members)
        if self._page is not None and not await _shows_the_end(self._page):
            different.append("page")
        sent = [each for client in _roaming(members) for each in client.diary.sent]
        lost, doubled = lost_and_doubled(sent, entries)
        page_mb = None if self._page is None else Memory(self._page_warm_mb, await heap_mb(self._page))
        for client in _roaming(members):
            await client.close()
        return Figures(
            seed=self._options.seed,
            speed=self._options.speed,
            session_min=round((entries[-1].at_ms - entries[0].at_ms) / 60_000),
            real_s=round(time.monotonic() - began_s),
            clients=len(members),
            entries=len(entries),
            acked=sum(each.fate == "acked" for each in sent),
            shipped_acked=sum(
                each.fate == "acked"
                for client in _roaming(members)
                if isinstance(client, RoamingShipped)
                for each in client.diary.sent
            ),
            lost=lost,
            doubled=doubled,
            incidents=dict(self._device_incidents.happened),
            restarts=self._restarts,
            gaps=sum(member.client.gaps for member in members),
            different=different,
            server_mb=self._server_mb,
            page_mb=page_mb,
        )

    async def _gather(self, here: TargetServer) -> list[Participant]:
        """Connect everybody, and mark the journal as a rehearsal's."""
        chair = _roaming_client(here, Participant(participants.chair(here), "console"))
        await chair.come()
        answer = await chair.do(Rehearse(rate=self._options.speed))
        assert isinstance(answer, Accepted), answer
        await chair.reached(answer)
        await self._tempo.learn(chair)
        view = msgspec.convert(chair.view, ConsoleView)
        parts = with_incidents(self._options.seed, draw(self._options.seed, view), view)
        presiding, deputy = participants.at_consoles(parts)
        others = list(participants.participants(here, view, parts, self._options.observers, deputy))
        members = [Participant(chair, "console", presiding)]
        shipped = _shipped(others)
        members += [
            each._replace(client=_roaming_client(here, each, shipped=each in shipped)) for each in others
        ]
        await asyncio.gather(*(client.come() for client in _roaming(members[1:])))
        return members

    async def _perform(self, members: list[Participant]) -> None:
        """Let all act until the dialogue is closed, whatever happens meanwhile."""
        limit_s = LONGEST_MS / 1000 / self._options.speed + SPARE_S
        async with asyncio.timeout(limit_s), asyncio.TaskGroup() as beside:
            meanwhile = [
                beside.create_task(member.client.report(self._tempo.error_ms))
                for member in members
                if member.audience in {"console", "screens"}
            ]
            meanwhile += [
                beside.create_task(self._device_incidents.over(client))
                for member, client in zip(members, _roaming(members), strict=True)
                if member.audience != "console"
            ]
            restart = beside.create_task(self._restart(members[0].client))
            async with asyncio.TaskGroup() as acting:
                for member in members:
                    if member.person is not None:
                        acting.create_task(perform(member.client, member.person, self._tempo))
            for task in meanwhile:
                task.cancel()
            self._server_mb["after"] = Memory(await restart, await self._resident_mb())

    async def _restart(self, chair: Client) -> float:
        """Kill the server in the middle, and start it again; return how much memory it has then, MB."""
        killed_s = time.monotonic() + RESTART_MS / 1000 / self._options.speed
        await asyncio.sleep(WARM_S)
        warm_mb = await self._resident_mb()
        if self._page is not None:
            self._page_warm_mb = await heap_mb(self._page)
        await asyncio.sleep(killed_s - time.monotonic())
        self._server_mb["before"] = Memory(warm_mb, await self._resident_mb())
        self._server.kill()
        await self._server.gone()
        await self._server.start()
        self._restarts += 1
        await self._tempo.learn(chair)
        await asyncio.sleep(WARM_S)
        return await self._resident_mb()

    async def _crowd(self, here: TargetServer) -> float:
        """Visitors come and leave without a word; return the server's memory once it has noticed, MB."""
        for _ in range(self._options.crowd // AT_ONCE):
            visitors = [
                RoamingClient(here.url, f"visitor-{number}", "public", "", here.access.seal)
                for number in range(AT_ONCE)
            ]
            pace = asyncio.create_task(asyncio.sleep(EVERY_S))
            await asyncio.gather(*(visitor.come() for visitor in visitors))
            await asyncio.gather(*(visitor.close() for visitor in visitors))
            await pace
        await asyncio.sleep(FORGOTTEN_S)
        return await self._resident_mb()

    async def _resident_mb(self) -> float:
        return await resident_mb(self._server.pid)


def _shipped(members: list[Participant]) -> list[Participant]:
    """The last delegates of States and the last observers."""
    observers = [each for each in members if each.audience == "public"]
    delegates = [each for each in members if each.audience.startswith("seat:") and each.person is not None]
    return delegates[-SHIPPED_STATES:] + observers[-SHIPPED_STATES:]


def _roaming_client(here: TargetServer, member: Participant, *, shipped: bool = False) -> Roaming:
    """The same participant, on a device that roams; `shipped`: with the faces' own code on it."""
    kind = RoamingShipped if shipped else RoamingClient
    role, _, name = member.client.name.partition(":")
    seal = here.access.seal
    if member.audience == "public":
        return kind(here.url, member.client.name.replace(" ", "-"), "public", "", seal)
    token = here.token(Actor(cast("Role", role), name))
    return kind(here.url, member.client.name, member.audience, token, seal)


def _roaming(members: list[Participant]) -> list[Roaming]:
    return [member.client for member in members if isinstance(member.client, Roaming)]


async def _shows_the_end(page: Page) -> bool:
    closed = page.get_by_text(words("en")("say-closed")).filter(visible=True).first
    with suppress(AssertionError):
        await expect(closed).to_be_visible(timeout=LIMIT_MS)
        return True
    return False


@asynccontextmanager
async def endurance(options: Options, folder: Path) -> AsyncIterator[tuple[Endurance, TargetServer]]:
    """A server with an empty journal in `folder`, the proxy before it, and whoever plays there."""
    server = LiveServer(folder, "--config", str(CONFIG))
    await server.start()
    try:
        proxy = Proxy(options.seed)
        proxy.add("server", urlsplit(server.url).port or 0)
        async with serving(proxy) as url, target_server(CONFIG, server.data, url) as here:
            yield Endurance(options, server, proxy), here
    finally:
        await server.stop()
