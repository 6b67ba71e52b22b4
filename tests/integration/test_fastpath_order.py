"""What clients get through the short cut: everything, once, in order, whatever their transport."""

import asyncio
import functools
import itertools
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import socketio

from server.live.fastpath.direct_queue import DirectQueue
from tests.support.fastpath import Rig, WireClient, on_both_loops, serving, until

ROUNDS = 300
ANSWERS = 1_000_000  # answers to commands are numbers from here on
TRANSPORTS = {"upgrade": ["polling", "websocket"], "polling": ["polling"], "websocket": ["websocket"]}


class Unmodified:
    """python-socketio's own client; keeps the numbers of the events and answers it gets, in their order."""

    def __init__(self, rig: Rig, transports: list[str]) -> None:
        self.rig = rig
        self.transports = transports
        self.sio = socketio.AsyncClient(reconnection=False)
        self.got: list[int] = []
        self.sio.on("n", self.got.append)

    async def join(self) -> None:
        """Connect and enter the room."""
        await self.sio.connect(self.rig.url, transports=self.transports)
        await self.sio.call("join")

    async def leave(self) -> None:
        """After the server has said goodbye: wait for the end, but not for 30 s for something to send."""
        await until(lambda: self.sio.eio.state == "disconnected")
        if self.sio.eio.write_loop_task:
            self.sio.eio.write_loop_task.cancel()
        await self.sio.eio.wait()

    async def act(self, answer: int) -> None:
        """Send the command that the server carries out before it answers, and wait for the answer."""
        await self.sio.emit("act", answer, callback=self.got.append)
        await until(lambda: self.got and self.got[-1] == answer)


@asynccontextmanager
async def unmodified_clients(rig: Rig) -> AsyncIterator[list[Unmodified]]:
    """One client for each way to connect."""
    clients = [Unmodified(rig, transports) for transports in TRANSPORTS.values()]
    for client in clients:
        await client.join()
    yield clients
    await rig.sio.eio.disconnect()  # said by the server, for a polling client would wait for its poll to end
    for client in clients:
        await client.leave()


async def mix(rig: Rig, clients: list[Unmodified]) -> int:
    """Send the numbers from 0 to everybody, by every means there is, in random order; return how many."""
    chance = random.Random(1)  # noqa: S311 -- the same mix every time
    numbers = itertools.count()
    answers = itertools.count(ANSWERS)
    sids = [client.sio.get_sid() for client in clients]

    async def command(_sid: str, answer: int) -> int:
        await rig.say(next(numbers))
        return answer

    async def emit() -> None:
        await rig.sio.emit("n", next(numbers), to=sids)

    async def broadcast() -> None:
        await rig.say(next(numbers))

    async def burst() -> None:
        *_, last = [rig.say(next(numbers)) for _ in range(5)]
        await last

    async def overtaken() -> None:
        rig.say(next(numbers))
        number = b"%d" % next(numbers)
        for sid in sids:
            rig.broadcaster.send(sid, "n", number)

    async def act() -> None:
        await chance.choice(clients).act(next(answers))

    rig.sio.on("act", command)
    for _ in range(ROUNDS):
        await chance.choice([emit, broadcast, burst, overtaken, act])()
    return next(numbers)


async def check_a_mix(rig: Rig) -> None:
    """Everybody gets every number, and every answer, in order."""
    async with unmodified_clients(rig) as clients:
        count = await mix(rig, clients)
        for client in clients:
            await until(functools.partial(client.got.__contains__, count - 1))
            assert [number for number in client.got if number < ANSWERS] == list(range(count))


@on_both_loops
async def test_unmodified_clients_on_any_transport_get_everything_in_order() -> None:
    """300 rounds of emits, fan-outs, single sends and commands; ``chunk`` of 1 makes them interleave."""
    async with serving(chunk=1) as rig:
        await check_a_mix(rig)


@on_both_loops
async def test_every_websocket_is_written_to_directly() -> None:
    """Those that came from polling and those that did not; a polling client keeps its queue."""
    async with serving() as rig, unmodified_clients(rig) as clients:
        direct = [type(rig.engine_socket(client.sio.get_sid()).queue) is DirectQueue for client in clients]
        assert direct == [client.transports != ["polling"] for client in clients]


@on_both_loops
async def test_compressed_connections_are_served_too() -> None:
    """With permessage-deflate agreed on, shared frames go uncompressed among compressed ones."""
    async with serving(ws_per_message_deflate=True) as rig:
        client = await WireClient.join(rig, compression="deflate")
        for number in range(0, 20, 2):
            await rig.say(number)
            await rig.sio.emit("n", number + 1, to=client.sid)
        assert await client.numbers(until_value=19) == list(range(20))


@on_both_loops
async def test_under_another_websocket_protocol_the_ordinary_queue_serves() -> None:
    """A server that was not given WebSocketProtocol still serves every transport."""
    async with serving(ws="websockets-sansio") as rig:
        await check_a_mix(rig)


@on_both_loops
async def test_a_client_that_joins_during_a_fan_out_gets_only_later_ones() -> None:
    """It has taken a view that holds the change under way."""
    async with serving(chunk=1) as rig:
        early = [await WireClient.join(rig) for _ in range(5)]
        late = await WireClient.join(rig)
        rig.broadcaster.leave(late.sid)

        first = rig.say(1)
        await asyncio.sleep(0)  # the fan-out has begun, and is not done
        rig.broadcaster.join(late.sid, "all")
        second = rig.say(2)

        assert (await first, await second) == (5, 6)
        assert await late.numbers(until_value=2) == [2]
        for client in early:
            assert await client.numbers(until_value=2) == [1, 2]


@on_both_loops
async def test_a_single_send_comes_after_the_fan_outs_called_before_it() -> None:
    """Even to the last client of a fan-out that has only begun, and of one that waits its turn."""
    async with serving(chunk=1) as rig:
        clients = [await WireClient.join(rig) for _ in range(4)]
        rig.say(1)
        rig.say(2)
        rig.broadcaster.send(clients[-1].sid, "n", b"3")
        rig.say(4)
        assert await clients[-1].numbers(until_value=4) == [1, 2, 3, 4]
        assert await clients[0].numbers(until_value=4) == [1, 2, 4]


@on_both_loops
async def test_who_has_left_gets_nothing_more() -> None:
    """Not even of a fan-out under way."""
    async with serving(chunk=1) as rig:
        stays, leaves = [await WireClient.join(rig) for _ in range(2)]
        said = rig.say(1)
        await asyncio.sleep(0)  # the fan-out has begun: the first client has had it
        rig.broadcaster.leave(leaves.sid)
        assert await said == 1
        rig.broadcaster.send(leaves.sid, "n", b"2")
        assert await leaves.numbers(until_value=2) == [2]
        assert await stays.numbers(until_value=1) == [1]
        assert await rig.broadcaster.broadcast("nobody", "n", b"3") == 0


@on_both_loops
async def test_who_is_gone_costs_nothing_even_if_nobody_said_so() -> None:
    """An application that forgets to call ``leave`` does not fill the rooms with the dead."""
    async with serving() as rig:
        rig.sio.on("disconnect", rig.left.append)
        stays, goes = [await WireClient.join(rig) for _ in range(2)]
        goes.ws.transport.abort()
        await until(lambda: rig.left == [goes.sid])
        assert await rig.say(1) == 1
        assert rig.broadcaster._register.client(goes.sid) is None
        assert await stays.numbers(until_value=1) == [1]


@on_both_loops
async def test_one_clients_trouble_does_not_keep_a_change_from_the_others() -> None:
    """It is cut off, so that it connects anew and takes a whole view."""
    async with serving() as rig:
        first, trouble, last = [await WireClient.join(rig) for _ in range(3)]
        rig.engine_socket(trouble.sid).queue._protocol.write_frame = None
        assert await rig.say(1) == 2
        assert await first.numbers(until_value=1) == [1]
        assert await last.numbers(until_value=1) == [1]
        assert await trouble.is_cut_off(limit_s=20)


@on_both_loops
async def test_joining_is_for_connected_clients() -> None:
    """Anything else is a mistake of the caller's, or news that the client is gone."""
    async with serving() as rig:
        with pytest.raises(LookupError, match="nobody"):
            rig.broadcaster.join("nobody", "all")


@on_both_loops
async def test_answers_get_through_while_a_fan_out_is_under_way() -> None:
    """A command sent by the first to hear is answered before the last has heard."""
    async with serving(chunk=1) as rig:
        clients = [await WireClient.join(rig) for _ in range(100)]
        answered_after: list[bool] = []
        said = rig.say(1)
        rig.sio.on("act", lambda _sid: answered_after.append(said.done()))
        await clients[0].numbers(until_value=1)
        await clients[0].ws.send('427["act"]')
        while not (await clients[0].read()).startswith("437"):
            pass
        await said
        assert answered_after == [False]


@on_both_loops
async def test_a_clients_commands_do_not_swap() -> None:
    """The second is not begun before the first, however slow, is answered."""
    async with serving() as rig:
        began: list[int] = []
        others = asyncio.Event()

        async def act(_sid: str, number: int) -> int:
            began.append(number)
            if number == 1:
                await others.wait()
            return number

        rig.sio.on("act", act)
        slow, quick = [await WireClient.join(rig) for _ in range(2)]
        for number in (1, 2):
            await slow.ws.send(f'42{number}["act",{number}]')
        await quick.ws.send('423["act",3]')
        assert await quick.read() == "433[3]"
        assert began == [1, 3]
        others.set()
        assert [await slow.read(), await slow.read()] == ["431[1]", "432[2]"]
