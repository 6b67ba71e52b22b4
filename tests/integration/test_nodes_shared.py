"""What several nodes share beside the journal, by a real Redis: the time, who is there, the secret."""

import asyncio
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import redis.asyncio as redis

from server.app import CannotStart, Running
from server.clock import SLEW, Clock
from server.dialogue.model.ids import Actor
from server.dialogue.model.state import Step
from server.dialogue.rooms.chair import AnswerTakeOver, TakeChair
from server.dialogue.rooms.screens import ShowMessage
from server.dialogue.rooms.session import MoveStep, Rehearse
from server.journal.redis_coordination import LIFE_MS, RedisCoordination
from server.session.clock_sync import ClockSync
from server.session.following import cancelled
from server.wire.messages import Refusal
from tests.support.client import Client, client
from tests.support.fastpath import until
from tests.support.redis_server import RedisServer
from tests.support.server import CONFIG, serving, token_of

CHAIR = Actor("console", "chair")
DEPUTY = Actor("console", "deputy")
SILENCE_S = 2
TRIES = 10
MINUTE_MS = 60_000
OPEN = MoveStep(Step("scheduled"), Step("opening"))


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A dialogue of each test's own, whose consoles count as silent after two seconds."""
    path = tmp_path / "config.toml"
    text = CONFIG.read_text().replace('id = "cartagena-2012"', f'id = "shared-{secrets.token_hex(4)}"')
    path.write_text(text.replace('chair_silence = "0:10"', f'chair_silence = "0:0{SILENCE_S}"'))
    return path


def off_by(ms: float) -> Clock:
    """The clock of a machine whose system clock is wrong by so much."""
    return Clock(wall=lambda: time.time_ns() + int(ms * 1_000_000))


@asynccontextmanager
async def node(
    data: Path, config: Path, server: RedisServer, clock: Clock | None = None
) -> AsyncIterator[Running]:
    """One more node of the same dialogue."""
    async with serving(data, config=config, journal=server.url, clock=clock) as running:
        yield running


@asynccontextmanager
async def at(running: Running, actor: Actor) -> AsyncIterator[Client]:
    """A client of one node."""
    async with client(running.url, token_of(running, actor)) as opened:
        yield opened


def counted(console: Client) -> tuple[int, dict[str, int], dict[str, int]]:
    """Observers, seats and consoles, as the console was told last."""
    told = console.of("presence")[-1]
    return told["observers"], told["seats"], told["consoles"]


async def test_nodes_tell_the_same_time(tmp_path: Path, config: Path, redis_server: RedisServer) -> None:
    """Their machines are seven minutes apart; before and after an act, all clients are told that of Redis."""
    early, late = off_by(-3 * MINUTE_MS), off_by(4 * MINUTE_MS)
    async with (
        node(tmp_path / "data", config, redis_server, early) as one,
        node(tmp_path / "data", config, redis_server, late) as two,
        at(one, CHAIR) as chair,
        at(two, Actor("public")) as public,
    ):
        for told in (chair, public):
            assert told.of("welcome")[-1]["now_ms"] == pytest.approx(time.time() * 1_000, abs=10_000)
        await chair.done(OPEN)
        await public.until(lambda: public.step == Step("opening"))
        await asyncio.sleep(2)  # while both are steered
        await until(
            lambda: abs(early.now_exact_ms() - late.now_exact_ms()) <= 20
        )  # as the best sample allows
        assert two.session.state.at_ms == pytest.approx(time.time() * 1_000, abs=10_000)


async def test_an_entry_from_the_future_leads_no_clock_astray(
    tmp_path: Path, config: Path, redis_server: RedisServer
) -> None:
    """One clock was ahead when it acted: another goes ahead too, and both come back to Redis' time."""
    fast, right = Clock(), Clock()
    async with (
        node(tmp_path / "data", config, redis_server, fast) as one,
        node(tmp_path / "data", config, redis_server, right) as two,
        at(one, CHAIR) as chair,
        at(two, Actor("public")) as public,
    ):
        await chair.done(OPEN)

        def ahead_ms(clock: Clock) -> float:
            return clock.now_exact_ms() - time.time() * 1_000

        for attempt in range(TRIES):  # an entry that is long under way tells of no future
            fast.not_before(round(time.time() * 1_000) + 200)
            await public.shows(await chair.done(ShowMessage(str(attempt))))
            if ahead_ms(right) > 100:
                break
        else:
            raise AssertionError("the other clock never went ahead")
        await until(lambda: abs(ahead_ms(right)) < 10 and abs(ahead_ms(fast)) < 10)


async def test_a_clock_runs_on_without_redis(tmp_path: Path) -> None:
    """Redis dies: now goes on; it comes back, as another run: the nodes agree that time goes on as it was."""
    server = RedisServer(tmp_path)
    server.start()
    clock = off_by(5 * MINUTE_MS)
    shared = RedisCoordination.open(server.url, "alone")
    sync = ClockSync(shared, clock)
    try:
        await sync.begin()
        first = (await shared.read_time()).run
        steered = asyncio.create_task(sync.run())
        try:
            server.kill()
            before_ms, began_s = clock.now_exact_ms(), time.monotonic()
            await asyncio.sleep(1.5)
            passed_ms = 1_000 * (time.monotonic() - began_s)
            assert clock.now_exact_ms() - before_ms == pytest.approx(passed_ms, rel=SLEW, abs=50)
            server.start()
            async with asyncio.timeout(30):
                while (told := await shared.read_time()).agreed_run == first:  # noqa: ASYNC110 - nothing signals it
                    await asyncio.sleep(0.05)
            await until(lambda: abs(clock.now_exact_ms() - time.time() * 1_000) <= 20)
        finally:
            await cancelled(steered)
        assert told.agreed_run == told.run
        assert told.shift_ms == pytest.approx(0, abs=20)
    finally:
        await shared.close()
        server.kill()


async def test_the_first_proposal_for_a_run_counts(redis_server: RedisServer) -> None:
    """Two nodes notice at once that another Redis answers: both add what the first one proposed."""
    one, two = (RedisCoordination.open(redis_server.url, "agreeing") for _ in range(2))
    try:
        assert (await one.read_time()).agreed_run == ""
        run = (await one.read_time()).run
        assert await one.agree(run, -180_000.25) == -180_000.25
        assert await two.agree(run, 7) == -180_000.25
        told = await two.read_time()
        assert (told.agreed_run, told.shift_ms) == (run, -180_000.25)
        assert await two.agree("the next one", 7) == 7
    finally:
        await one.close()
        await two.close()


async def test_a_rehearsal_runs_alike_at_all_nodes(
    tmp_path: Path, config: Path, redis_server: RedisServer
) -> None:
    """Sixty times as fast, also at a node that joins later: a real 20 ms apart at most."""
    first, second, third = off_by(-MINUTE_MS), off_by(MINUTE_MS), Clock()
    async with (
        node(tmp_path / "data", config, redis_server, first) as one,
        node(tmp_path / "data", config, redis_server, second) as two,
        at(one, CHAIR) as chair,
    ):
        await chair.do(Rehearse(60))
        await chair.done(OPEN)
        await until(lambda: two.session.state.seq == 2)
        await asyncio.sleep(1.5)  # while all are steered
        async with node(tmp_path / "data", config, redis_server, third):

            def apart_ms() -> float:
                now_ms = [clock.now_exact_ms() for clock in (first, second, third)]
                return max(now_ms) - min(now_ms)

            await until(lambda: apart_ms() <= 20 * 60)


async def test_everybody_is_counted_at_whatever_node(
    tmp_path: Path, config: Path, redis_server: RedisServer
) -> None:
    """Consoles at two of three nodes are told the same: who is at all of them, and that a whole node is gone."""
    async with (
        node(tmp_path / "data", config, redis_server) as one,
        node(tmp_path / "data", config, redis_server) as two,
        at(one, CHAIR) as chair,
        at(two, DEPUTY) as deputy,
        at(two, Actor("seat", "BR")),
    ):
        here = (0, {"BR": 1}, {"chair": 1, "deputy": 1})
        async with (
            node(tmp_path / "data", config, redis_server) as three,
            at(three, Actor("public")),
            at(three, Actor("seat", "BR")),
        ):
            for console in (chair, deputy):
                await console.until(lambda c=console: counted(c) == (1, {"BR": 2}, here[2]))  # type: ignore[misc]
        for console in (chair, deputy):
            await console.until(lambda c=console: counted(c) == here)  # type: ignore[misc]


async def test_without_redis_each_counts_its_own(tmp_path: Path, config: Path) -> None:
    """Whom the other node has is not known any more; when Redis is back, it is."""
    server = RedisServer(tmp_path)
    server.start()
    try:
        async with (
            node(tmp_path / "data", config, server) as one,
            node(tmp_path / "data", config, server) as two,
            at(one, CHAIR) as chair,
            at(two, DEPUTY),
        ):
            await chair.until(lambda: counted(chair)[2] == {"chair": 1, "deputy": 1})
            server.kill()
            await chair.until(lambda: counted(chair)[2] == {"chair": 1})
            server.start()
            await chair.until(lambda: counted(chair)[2] == {"chair": 1, "deputy": 1})
    finally:
        server.kill()


async def test_a_node_that_dies_drops_out(redis_server: RedisServer) -> None:
    """It takes nothing away; five seconds after its last report the others are not given that any more."""
    one, two = (RedisCoordination.open(redis_server.url, "dying") for _ in range(2))
    try:
        await one.exchange("one", b"the last of one")
        begun_s = time.monotonic()
        assert await two.exchange("two", b"{}") == [b"the last of one"]
        async with asyncio.timeout(LIFE_MS / 1_000 + 1):
            while await two.exchange("two", b"{}"):  # noqa: ASYNC110 - nothing signals it
                await asyncio.sleep(0.05)
        assert time.monotonic() - begun_s > LIFE_MS / 1_000 - 0.1
        async with redis.Redis.from_url(redis_server.url) as raw:
            assert (
                0 < await raw.pttl("palabra:{dying}:nodes") <= LIFE_MS
            )  # nor does it stay when all are dead
    finally:
        await one.close()
        await two.close()


async def test_the_deputy_waits_for_a_chair_at_another_node(
    tmp_path: Path, config: Path, redis_server: RedisServer
) -> None:
    """The chair's console is at node A: node B has never heard of it, and makes the deputy wait all the same.

    Node A and the chair's console go: after as long as a console may be silent, the deputy presides at once.
    """
    clock = Clock()
    async with node(tmp_path / "data", config, redis_server, clock) as two, at(two, DEPUTY) as deputy:
        async with node(tmp_path / "data", config, redis_server) as one, at(one, CHAIR) as chair:
            await chair.done(OPEN)
            await deputy.until(lambda: counted(deputy)[2] == {"chair": 1, "deputy": 1})
            await asyncio.sleep(SILENCE_S + 0.1)
            await deputy.done(TakeChair())
            assert two.session.state.console == str(CHAIR)
            answer = await deputy.do(TakeChair())
            assert answer == Refusal(code="take_over_waits", about=str(CHAIR))
            seq = await chair.done(AnswerTakeOver(str(DEPUTY), consent=False))
            await deputy.shows(seq)
        await deputy.until(lambda: counted(deputy)[2] == {"deputy": 1})
        await asyncio.sleep(SILENCE_S + 0.1)
        await deputy.done(TakeChair())
        assert two.session.state.console == str(DEPUTY)


async def test_a_node_with_another_secret_is_refused(
    tmp_path: Path, config: Path, redis_server: RedisServer
) -> None:
    """Links of the first node would not work there; with the first one's file it starts, and they do."""
    async with node(tmp_path / "one", config, redis_server) as one:
        with pytest.raises(CannotStart, match='Copy the file "secret"'):
            async with node(tmp_path / "two", config, redis_server):
                pass
        secret = (tmp_path / "one" / "secret").read_text()
        (tmp_path / "two" / "secret").write_text(secret)
        async with node(tmp_path / "two", config, redis_server) as two:
            assert token_of(one, CHAIR) == token_of(two, CHAIR)
        async with redis.Redis.from_url(redis_server.url) as raw:
            kept = await raw.get(f"palabra:{{{one.session.state.setup.id}}}:secret")
            assert isinstance(kept, bytes)
            assert kept.decode() not in secret


async def test_a_node_starts_while_redis_stores_nothing(
    tmp_path: Path, config: Path, redis_server: RedisServer
) -> None:
    """Its replica is gone: nothing can be stored, yet one more node shows what there is, and the right time."""
    late = off_by(5 * MINUTE_MS)
    async with node(tmp_path / "data", config, redis_server) as one, at(one, CHAIR) as chair:
        await chair.done(OPEN)
        async with redis.Redis.from_url(redis_server.url) as raw:
            await raw.config_set("min-replicas-to-write", 1)
            try:
                async with (
                    node(tmp_path / "data", config, redis_server, late) as two,
                    at(two, Actor("public")) as public,
                ):
                    assert public.step == Step("opening")
                    assert late.now_exact_ms() == pytest.approx(time.time() * 1_000, abs=20)
            finally:
                await raw.config_set("min-replicas-to-write", 0)
