"""Several nodes on one Redis: any of them decides, all of them show the same, none loses an act."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import msgspec
import pytest
import redis.asyncio as redis

from server.app import Running
from server.dialogue.model.ids import Actor, RequestId, SeatId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.state import Links, Step
from server.dialogue.rooms.requests import Ask, ChangeRequest, Withdraw
from server.dialogue.rooms.screens import ShowMessage
from server.dialogue.rooms.seats import SetAway
from server.dialogue.rooms.session import MoveStep
from server.journal.port import Saved
from server.journal.redis import RedisJournal, stream_of
from server.session.replica import Replica
from server.wire.messages import Accepted, Refusal
from server.wire.project import project
from tests.support.caller import Caller
from tests.support.client import Client, client
from tests.support.fastpath import until
from tests.support.redis_server import RedisServer
from tests.support.server import CONFIG, serving, token_of

CHAIR = Actor("console", "chair")
SEATS = ["BR", "CL", "MX", "PE", "JM", "HT"]
OPEN = MoveStep(Step("scheduled"), Step("opening"))


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The shipped configuration under another id, so that each test has a journal of its own."""
    path = tmp_path / "config.toml"
    text = CONFIG.read_text().replace('id = "cartagena-2012"', f'id = "nodes-{secrets.token_hex(4)}"')
    path.write_text(text)
    return path


@asynccontextmanager
async def node(tmp_path: Path, config: Path, server: RedisServer) -> AsyncIterator[Running]:
    """One more node of the same dialogue."""
    async with serving(tmp_path / "data", config=config, journal=server.url) as running:
        yield running


@asynccontextmanager
async def at(running: Running, actor: Actor) -> AsyncIterator[Client]:
    """A client of one node."""
    async with client(running.url, token_of(running, actor)) as opened:
        yield opened


async def opened(console: Client) -> None:
    """The session, with its exchange begun: States may ask for the floor."""
    await console.done(OPEN)


def seat(code: str) -> Actor:
    """A State's."""
    return Actor("seat", code)


async def test_what_one_node_decides_all_show(
    tmp_path: Path, config: Path, redis_server: RedisServer
) -> None:
    """The chair acts at one node, a delegate at the other: both see both acts, and so does the public."""
    async with (
        node(tmp_path, config, redis_server) as one,
        node(tmp_path, config, redis_server) as two,
        at(one, CHAIR) as chair,
        at(two, seat("BR")) as brazil,
        at(two, Actor("public")) as public,
    ):
        await opened(chair)
        await brazil.until(lambda: brazil.step == Step("opening"))
        seq = await brazil.done(Ask(SeatId("BR")))
        await chair.shows(seq)
        assert [row["seat"] for row in chair.view["agenda"].values()] == ["BR"]
        await public.until(lambda: public.step == Step("opening"))
        assert one.session.state == two.session.state


async def test_a_command_sent_to_another_node_again_is_done_once(
    tmp_path: Path, config: Path, redis_server: RedisServer
) -> None:
    """The answer of the first node was lost with the node: the second gives the same one."""
    async with node(tmp_path, config, redis_server) as one, node(tmp_path, config, redis_server) as two:
        async with at(one, CHAIR) as chair, at(one, seat("BR")) as brazil:
            await opened(chair)
            first = await brazil.do(Ask(SeatId("BR")), "ask-for-the-floor")
            assert isinstance(first, Accepted)
            entry = brazil.opened(first.as_of)
        async with at(two, seat("BR")) as brazil:
            second = await brazil.do(Ask(SeatId("BR")), "ask-for-the-floor")
            assert isinstance(second, Accepted)
            assert brazil.opened(second.as_of) == entry
            assert len(two.session.state.requests) == 1


async def test_an_id_used_again_for_another_command_is_told_apart_at_every_node(
    tmp_path: Path, config: Path, redis_server: RedisServer
) -> None:
    """Carried out at one node, or refused there for good: the other node knows which command bore the id."""
    ask, withdraw = Ask(SeatId("BR")), Withdraw(RequestId("r9"))
    async with (
        node(tmp_path, config, redis_server) as one,
        node(tmp_path, config, redis_server) as two,
        at(one, CHAIR) as chair,
        at(two, seat("BR")) as brazil,
    ):
        await opened(chair)
        first = await one.session.submit(seat("BR"), "ask-for-the-floor", ask)
        assert await brazil.do(withdraw, "ask-for-the-floor") == Refusal(code="id_reused", about="")
        answer = await brazil.do(ask, "ask-for-the-floor")
        assert isinstance(answer, Accepted)
        assert brazil.opened(answer.as_of) == first

        with pytest.raises(Refused, match="unknown"):
            await one.session.submit(seat("BR"), "withdraw-it", withdraw, again=True)
        away = SetAway(SeatId("BR"))
        assert await brazil.do(away, "withdraw-it") == Refusal(code="id_reused", about="")
        assert isinstance(await brazil.do(away, "away-it-is"), Accepted)


async def test_nodes_that_decide_at_once_lose_nothing(
    tmp_path: Path, config: Path, redis_server: RedisServer
) -> None:
    """Six delegates at three nodes change their requests forty times in all: every act is there, each once."""
    async with (
        node(tmp_path, config, redis_server) as one,
        node(tmp_path, config, redis_server) as two,
        node(tmp_path, config, redis_server) as three,
        at(one, CHAIR) as chair,
    ):
        await opened(chair)

        async def busy(running: Running, code: str) -> list[int]:
            async with at(running, seat(code)) as delegate:
                await delegate.until(lambda: delegate.step == Step("opening"))
                seqs = [await delegate.done(Ask(SeatId(code)))]
                (request,) = delegate.view["me"]["requests"]
                for turn in range(6):
                    change = ChangeRequest(request, turn + 1, Links(), "es", f"{code} {turn}")
                    seqs.append(await delegate.done(change))
                return seqs

        acked = await asyncio.gather(
            *(busy(running, code) for running, code in zip((one, two, three) * 2, SEATS, strict=True))
        )
        journal = await RedisJournal.open(redis_server.url, one.session.state.setup.id)
        entries = [saved.entry async for saved in journal.read()]
        await journal.close()
        for code, seqs in zip(SEATS, acked, strict=True):
            assert [e.seq for e in entries if e.actor == f"seat:{code}"] == seqs == sorted(seqs)
        await chair.shows(len(entries))
        view = msgspec.json.encode(project(*one.session.known).view("console"))
        assert chair.view == msgspec.json.decode(view)


async def test_a_dead_redis_refuses_clearly_and_comes_back(tmp_path: Path, config: Path) -> None:
    """Acts are refused, nobody is cut off; when Redis is there again the same command is carried out, once."""
    server = RedisServer(tmp_path)
    server.start()
    try:
        async with (
            node(tmp_path, config, server) as one,
            node(tmp_path, config, server) as two,
            at(one, CHAIR) as chair,
            at(two, seat("BR")) as brazil,
        ):
            await opened(chair)
            server.kill()
            answer = await brazil.do(Ask(SeatId("BR")), "ask-in-the-dark")
            assert isinstance(answer, Refusal)
            assert answer.code in {"not_saved", "unsettled"}
            await chair.until(lambda: chair.of("presence")[-1]["saved"] is False)
            server.start()
            async with asyncio.timeout(30):
                while not isinstance(answer, Accepted):
                    answer = await brazil.do(Ask(SeatId("BR")), "ask-in-the-dark")
            await chair.shows(brazil.opened(answer.as_of))
            assert len(chair.view["agenda"]) == 1
            await chair.until(lambda: chair.of("presence")[-1]["saved"] is True)
            assert not chair.of("cut")
            assert not brazil.of("cut")
    finally:
        server.kill()


async def test_an_entry_that_did_not_last_is_taken_back(
    tmp_path: Path, config: Path, redis_server: RedisServer
) -> None:
    """Another machine takes over without an entry that nobody was told of: every face gets the whole view anew."""
    async with node(tmp_path, config, redis_server) as one, at(one, CHAIR) as chair:
        await opened(chair)
        key = stream_of(one.session.state.setup.id)
        async with redis.Redis.from_url(redis_server.url) as raw:
            before = await raw.dump(key)
            assert before is not None
            journal = await RedisJournal.open(redis_server.url, one.session.state.setup.id)
            async with node(tmp_path, config, redis_server) as two, at(two, seat("BR")) as brazil:
                await brazil.done(Ask(SeatId("BR")))
                await chair.until(lambda: chair.view["agenda"])
            await journal.close()
            await raw.restore(key, 0, before, replace=True)
            await chair.until(lambda: not chair.view["agenda"])
            epochs = [message["epoch"] for message in chair.of("view")]
            assert len(set(epochs)) == 2
            await chair.done(ShowMessage("we go on"))


async def test_acknowledged_entries_that_are_gone_stop_the_node(
    tmp_path: Path, config: Path, redis_server: RedisServer
) -> None:
    """Redis was emptied, or given an old file: nothing is acknowledged on top of that, and the console is told."""
    async with node(tmp_path, config, redis_server) as one, at(one, CHAIR) as chair:
        await opened(chair)
        async with redis.Redis.from_url(redis_server.url) as raw:
            await raw.delete(stream_of(one.session.state.setup.id))
        await chair.until(lambda: chair.of("presence")[-1]["saved"] is False)
        answer = await chair.do(ShowMessage("is anybody there?"))
        assert answer == Refusal(code="not_saved", about="")
        assert chair.step == Step("opening")


async def deaf(_replica: Replica, _saved: Saved) -> None:
    """A node that has not heard yet of what another one has just stored."""


async def test_a_client_that_changes_node_is_not_shown_less_than_it_saw(
    tmp_path: Path, config: Path, redis_server: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other node is behind: by socket and by calls, it looks into the journal before it shows anything."""
    monkeypatch.setattr(Replica, "hear", deaf)
    async with (
        node(tmp_path, config, redis_server) as one,
        node(tmp_path, config, redis_server) as two,
        at(one, CHAIR) as chair,
        at(one, Actor("public")) as observer,
        aiohttp.ClientSession(two.url) as http,
    ):
        await observer.shows(await chair.done(OPEN))
        newcomer = Caller(http)
        await newcomer.call()
        assert newcomer.view["session"]["step"]["phase"] == "scheduled", "the other node is not behind"
        moved = Client(two.url)
        moved.config, moved.configuration = observer.config, observer.configuration
        await moved.connect(epoch=observer.epoch, seq=observer.seq, as_of=observer.as_of)
        assert [view["view"]["session"]["step"]["phase"] for view in moved.of("view")] == ["opening"]

        await observer.shows(await chair.done(ShowMessage("Welcome")))
        calls = Caller(http)
        await calls.call(epoch=observer.epoch, seq=observer.seq, as_of=observer.as_of)
        assert calls.view["message"] == "Welcome"
        await moved.close()


async def test_who_acted_at_another_node_is_shown_the_act(
    tmp_path: Path, config: Path, redis_server: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer came, the change did not: the next node, which is behind, shows the phone its own request."""
    monkeypatch.setattr(Replica, "hear", deaf)
    async with (
        node(tmp_path, config, redis_server) as one,
        node(tmp_path, config, redis_server) as two,
        at(one, CHAIR) as chair,
        aiohttp.ClientSession(one.url) as here,
        aiohttp.ClientSession(two.url) as there,
    ):
        await opened(chair)
        token = token_of(one, seat("BR"))
        phone, moved = Caller(here, token), Caller(there, token)
        await moved.call()
        assert (await phone.do(Ask(SeatId("BR"))))["answer"] == "accepted"
        await moved.call()
        assert not moved.view["me"]["requests"], "the other node is not behind"
        moved.acted = phone.acted
        await moved.call()
        assert len(moved.view["me"]["requests"]) == 1


async def test_a_node_that_cannot_find_out_shows_nothing_older(
    tmp_path: Path, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is behind, and Redis is away: who has seen more is turned away until it knows, newcomers are served."""
    monkeypatch.setattr(Replica, "hear", deaf)
    server = RedisServer(tmp_path)
    server.start()
    try:
        async with (
            node(tmp_path, config, server) as one,
            node(tmp_path, config, server) as two,
            at(one, CHAIR) as chair,
            at(one, Actor("public")) as observer,
            aiohttp.ClientSession(two.url) as http,
        ):
            await observer.shows(await chair.done(OPEN))
            server.kill()
            held = {"epoch": observer.epoch, "as_of": observer.as_of}
            async with http.get("/api/view", params=held) as response:
                assert response.status == 503
            await Caller(http).call()
            moved, again = Client(two.url), Client(two.url)
            moved.seq = 1  # it holds a view, and does not wait for one
            await moved.connect(**held)
            await moved.got("cut")
            assert moved.log == [("cut", {})]
            server.start()
            await until(lambda: not one.session.behind and not two.session.behind)
            await again.connect(**held)
            assert again.step == Step("opening")
            await again.close()
    finally:
        server.kill()
