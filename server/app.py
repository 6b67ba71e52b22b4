"""The composition root: the one file that knows every package. What it sets up it also takes down again."""

import asyncio
import tomllib
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

import structlog
from starlette.applications import Starlette
from starlette.types import ASGIApp

from server import address
from server.access.links import Access
from server.access.secret import SecretError, fingerprint
from server.access.secret import load as load_secret
from server.clock import Clock
from server.config import Config, Unusable
from server.dialogue.model.ids import Actor
from server.dialogue.model.setup import Setup
from server.facts import Facts, FileState, open_journal, prepared_of
from server.journal.port import Broken, Journal, JournalError
from server.listening import CannotListen, listener_on, serving
from server.live.admission import AUDIENCES, Admission
from server.live.cluster_presence import Board, ClusterPresence
from server.live.door import Door
from server.live.fanout import Fanout, NoView
from server.live.fastpath import Broadcaster, limits_hold, make_server, self_test
from server.live.gateway import Gateway
from server.live.heartbeat import Heartbeat
from server.live.incoming import Commands
from server.live.limits import Tally
from server.live.polling import Polling
from server.live.polling_clients import PollingClients
from server.live.presence import TOLD, Attendance
from server.live.stream import encode
from server.session import Session
from server.session.clock_sync import ClockSync
from server.web import api, health, journal, metrics, operator, pages
from server.web.api import PublicSnapshot
from server.web.bearer import Watchers
from server.web.headers import SecurityHeaders
from server.web.rendered import PageSource
from server.wire.messages import Presence

ROOT: Final = Path(__file__).parent.parent
PROJECT: Final = ROOT / "pyproject.toml"

log = structlog.get_logger(__name__)


class CannotStart(Exception):
    """Nothing was started. The message is for an operator: what is in the way, and what to do."""


class Running(NamedTuple):
    """A server that accepts clients."""

    url: str
    session: Session
    access: Access


class _Watched(NamedTuple):
    """What is kept of how the server is, who may see it, and where it is reached."""

    metrics: metrics.Metrics
    watchers: Watchers
    tally: Tally
    public_url: str
    facts: Facts


class _Live(NamedTuple):
    app: ASGIApp
    limited: bool
    """Whether the libraries are such as the limits of connections stand on."""


@asynccontextmanager
async def running(
    config: Config | Unusable,
    data: Path,
    *,
    host: str,
    port: int,
    tell: Callable[[str], None] = lambda _: None,
    checks: bool = False,
    clock: Clock | None = None,
) -> AsyncIterator[Running]:
    """Serve until the block ends. Port 0: any that is free.

    `tell` gets what an operator should see of the configuration file. For tests: `checks`, the session's modes;
    `clock`, one that is not the machine's.

    Raises `CannotStart`.
    """
    async with AsyncExitStack() as stack:
        try:
            listener = stack.enter_context(listener_on(host, port))
            entries = await open_journal(config, data)
            stack.push_async_callback(entries.close)
            prepared = await prepared_of(config, entries)
            secret = load_secret(data)
            access = Access(secret)
            clock = clock or Clock()
            board = await stack.enter_async_context(
                _board(config.server.journal, prepared.setup, secret, clock)
            )
            cluster = ClusterPresence(clock, Attendance(clock), board)
            measured = metrics.Metrics(_version())
            session = Session(
                entries,
                clock,
                prepared,
                silent_ms=cluster.consoles_silent_ms,
                watch=measured,
                strict=checks,
                refold=checks,
            )
            await session.open()
            stack.push_async_callback(session.close)
            facts = Facts(config, tell)
            await facts.look_beside(session.known)
        except (CannotListen, JournalError, SecretError) as error:
            raise CannotStart(_explained(error)) from error
        facts.look(session.known)
        session.subscribe(facts.look)
        url = config.server.public_url or address.base_url(host, listener.getsockname()[1])
        watchers = Watchers(access.monitoring_key, proxied=bool(config.server.public_url))
        watched = _Watched(measured, watchers, Tally(), config.server.public_url, facts)
        live = await stack.enter_async_context(_live(session, access, clock, cluster, entries, watched))
        await stack.enter_async_context(serving(live.app, listener, watched.tally, own=live.limited))
        stack.enter_context(address.noting(data, url, address.from_here(host, listener.getsockname()[1])))
        yield Running(url, session, access)


@asynccontextmanager
async def _board(url: str, setup: Setup, secret: bytes, clock: Clock) -> AsyncIterator[Board | None]:
    """Yield what the nodes of the dialogue share beside its journal, and meanwhile have the clock follow theirs."""
    if not url:
        yield None
        return
    from server.journal.redis_coordination import RedisCoordination  # noqa: PLC0415 - without one, its client is not read

    board = RedisCoordination.open(url, setup.id)
    try:
        await board.claim(fingerprint(secret))
        sync = ClockSync(board, clock)
        await sync.begin()
        async with _meanwhile(sync.run()):
            yield board
    finally:
        await board.close()


@asynccontextmanager
async def _live(
    session: Session,
    access: Access,
    clock: Clock,
    cluster: ClusterPresence,
    entries: Journal,
    watched: _Watched,
) -> AsyncIterator[_Live]:
    """Yield the ASGI application: sockets and pages, behind the door."""
    measured, watchers, tally, public_url, facts = watched
    sio = make_server(
        cors_allowed_origins=address.own_pages(public_url, lambda: tally.count("pages_of_others"))
    )
    fanout = Fanout(session.known, access.seal)
    broadcaster = Broadcaster(sio, fanout.catch_up)
    limited = await self_test(broadcaster) is None or await limits_hold()
    fanout.send_by(broadcaster)
    admission = Admission(session, access, clock, tally)
    attendance = cluster.attendance
    polling_clients = PollingClients(clock, admission, attendance, fanout.lacks)

    def here() -> Presence:
        return attendance.snapshot(session.state.setup, saved=session.saved)

    def present() -> Presence:
        return cluster.merged(here())

    commands = Commands(session, clock, tally, fanout)
    polling = Polling(session, commands, admission, present, polling_clients, fanout)
    Gateway(sio, session, commands, admission, attendance, fanout)
    fanout.accompany(TOLD, "presence", lambda: encode(present()))
    heartbeat = Heartbeat(fanout, broadcaster, polling_clients, present)

    def healthy() -> health.Health:
        return health.Health(
            status=_status(session, fanout, facts.file),
            seq=session.state.seq,
            saved=session.saved,
            rehearsal=session.state.setup.clock_rate is not None,
            clock_step_ms=clock.step_ms(),
            fanout=health.FanoutHealth(broadcaster.fast(), len(broadcaster.behind), broadcaster.reason),
            failing=fanout.failing,
            file=facts.file,
            door="whole" if limited else "packets",
            turned_away=dict(tally.total),
        )

    measured.read_from(_reading(session, attendance, broadcaster, clock))

    def actor_of(token: str) -> Actor | None:
        return access.actor(session.state.setup, token)

    def snapshot() -> PublicSnapshot:
        public = fanout.current("public")
        return PublicSnapshot(f"{fanout.epoch}-{public.seq}", public.view, public.whole(fanout.epoch))

    routes = [
        *pages.routes(ROOT, PageSource(snapshot, clock.now_ms)),
        *api.routes(api.Api(polling.news, polling.command, snapshot, fanout.configuration)),
        health.route(healthy, watchers),
        metrics.route(measured, watchers),
        operator.route(access.operator_key, partial(commands.answer, Actor("operator"))),
        journal.route(entries, actor_of, lambda: tally.count("links_of_nobody")),
    ]
    web = Starlette(routes=routes, exception_handlers={NoView: pages.unavailable})
    door = Door(sio, web, actor_of, clock, tally, prefix=address.prefix(public_url))
    try:
        async with _meanwhile(heartbeat.run(), cluster.run(here), door.run(), measured.look_at_loop()):
            yield _Live(SecurityHeaders(door), limited)
    finally:
        await sio.shutdown()


def _reading(
    session: Session, attendance: Attendance, broadcaster: Broadcaster, clock: Clock
) -> Callable[[], metrics.Reading]:
    """Return what tells `/metrics` what is known anyway."""

    def read() -> metrics.Reading:
        step = session.state.step
        return metrics.Reading(
            clients={AUDIENCES[role]: count for role, count in attendance.roles().items()},
            behind=len(broadcaster.behind),
            deliveries=broadcaster.delivered,
            seq=session.state.seq,
            saved=session.saved,
            phase=step.phase,
            round=step.round,
            clock_step_ms=clock.step_ms(),
        )

    return read


def _status(session: Session, fanout: Fanout, file: FileState) -> health.Status:
    if session.behind:
        return "behind"
    if not session.saved:
        return "not_saved"
    return "degraded" if fanout.failing or file == "unusable" else "ok"


@asynccontextmanager
async def _meanwhile(*work: Coroutine[object, object, None]) -> AsyncIterator[None]:
    """Do what has no end of its own until the block ends."""
    tasks = [asyncio.create_task(each) for each in work]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        for task in tasks:
            with suppress(asyncio.CancelledError):
                await task


def _version() -> str:
    with PROJECT.open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def _explained(error: Exception) -> str:
    if isinstance(error, Broken):
        return f"{error}. Put a backup of the journal in its place, or name another data folder."
    return str(error)
