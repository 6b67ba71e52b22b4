"""A client that reads too slowly costs a fixed amount of memory, nobody else's time, and in the end its place."""

import asyncio
import contextlib
import inspect
import itertools
import socket
from collections.abc import Callable

from websockets.exceptions import ConnectionClosed

from server.live.fastpath import Broadcaster
from server.live.fastpath.direct_queue import POLL_BACKLOG
from server.live.fastpath.protocol import BACKLOG_LIMIT
from server.live.fastpath.setup import SEND_BUFFER_BYTES
from tests.support.fastpath import Rig, WireClient, on_both_loops, serving, small_receive_buffer, until
from tests.support.fastpath_poller import Poller, numbers

HIGH_WATER_BYTES = 65_536  # of asyncio's and uvloop's transports
PAYLOAD = "x" * 15_000  # a whole view


class Newest:
    """What there is to show; ``catch_up`` gives it, as an event of its own."""

    def __init__(self) -> None:
        self.version = 0

    def catch_up(self, _sid: str) -> list[tuple[str, bytes]]:
        """The view as it is now."""
        return [("view", b"%d" % self.version)]

    def change(self, rig: Rig) -> asyncio.Future[int]:
        """Make the next version and broadcast it, with a view's worth of text."""
        self.version += 1
        return rig.say([self.version, PAYLOAD])


async def stalled_client(rig: Rig) -> WireClient:
    """A client that is connected and reads nothing more."""
    return await WireClient.join(rig, sock=small_receive_buffer(rig.port), max_queue=1)


async def change_until(condition: Callable[[], object], newest: Newest, rig: Rig) -> None:
    """Broadcast changes, with time to carry them, until something has come of it."""
    for _ in range(2_000):
        if condition():
            return
        await newest.change(rig)
        await asyncio.sleep(0)
    raise AssertionError("2,000 changes brought nothing about")


async def keep_reading(client: WireClient, got: list[str]) -> None:
    """Read as a client should."""
    while True:
        got.append(await client.read())


@on_both_loops
async def test_the_others_do_not_notice_stalled_clients_and_memory_is_flat() -> None:
    """20 of 60 stall. The 40 get every change; what waits for the 20 does not grow."""
    newest = Newest()
    async with serving(catch_up=newest.catch_up) as rig:
        sids = {(await stalled_client(rig)).sid for _ in range(20)}
        healthy = [await WireClient.join(rig) for _ in range(40)]
        got: list[list[str]] = [[] for _ in healthy]
        readers = [asyncio.create_task(keep_reading(*pair)) for pair in zip(healthy, got, strict=True)]

        await change_until(lambda: rig.broadcaster.behind == sids, newest, rig)
        waiting = [rig.transport(sid).get_write_buffer_size() for sid in sids]
        assert max(waiting) <= HIGH_WATER_BYTES + 2 * len(PAYLOAD)
        for _ in range(100):
            assert await newest.change(rig) == len(healthy)
        assert [rig.transport(sid).get_write_buffer_size() for sid in sids] == waiting

        await until(lambda: all(len(each) == newest.version for each in got))
        for reader in readers:
            reader.cancel()


@on_both_loops
async def test_a_stalled_client_is_cut_off_in_time_and_only_then() -> None:
    """A ping or an answer that waits for it makes no difference, nor that nothing more is broadcast."""
    newest = Newest()
    async with serving(catch_up=newest.catch_up, stall_ms=400) as rig:
        client = await stalled_client(rig)
        transport = rig.transport(client.sid)
        await change_until(lambda: rig.broadcaster.behind, newest, rig)
        since = asyncio.get_running_loop().time()
        assert not transport.is_closing()
        rig.broadcaster.send(client.sid, "one", b"1")
        await until(lambda: rig.left == [client.sid], limit_s=20)
        assert asyncio.get_running_loop().time() - since < 3
        assert transport.is_closing()
        assert rig.broadcaster.behind == frozenset()


@on_both_loops
async def test_a_client_that_reads_in_time_is_not_cut_off() -> None:
    """The count starts anew each time it stalls."""
    newest = Newest()
    async with serving(catch_up=newest.catch_up, stall_ms=800) as rig:
        client = await stalled_client(rig)
        end = asyncio.get_running_loop().time() + 2
        while asyncio.get_running_loop().time() < end:
            await change_until(lambda: rig.broadcaster.behind, newest, rig)
            while not (await client.read()).startswith('42["view"'):
                pass
        assert rig.left == []


@on_both_loops
async def test_a_client_that_reads_again_is_given_the_newest_view() -> None:
    """Not what it missed: one view, then the changes after it. Nothing has to be sent for that to happen."""
    newest = Newest()
    async with serving(catch_up=newest.catch_up) as rig:
        client = await stalled_client(rig)
        await change_until(lambda: rig.broadcaster.behind, newest, rig)
        missed_from = newest.version
        for _ in range(50):
            await newest.change(rig)
        last = newest.version

        while not (text := await client.read()).startswith('42["view"'):
            assert text.startswith('42["n",[')
        assert text == f'42["view",{last}]'
        assert last == missed_from + 50
        assert rig.broadcaster.behind == frozenset()
        await newest.change(rig)
        assert (await client.read()).startswith(f'42["n",[{last + 1},')


@on_both_loops
async def test_a_fan_out_under_way_skips_who_was_given_a_newer_view() -> None:
    """A change it has already seen in the view would make the client ask for the view again."""
    newest = Newest()
    async with serving(catch_up=newest.catch_up, chunk=1) as rig:
        others = [await WireClient.join(rig) for _ in range(3)]
        readers = [asyncio.create_task(keep_reading(client, [])) for client in others]
        client = await stalled_client(rig)
        await change_until(lambda: rig.broadcaster.behind, newest, rig)
        under_way = [newest.change(rig) for _ in range(3)]
        await asyncio.sleep(0)
        rig.engine_socket(client.sid).queue.is_paused = False  # as when it has just read what was there
        rig.broadcaster._resumed(rig.engine_socket(client.sid).sid)
        assert rig.broadcaster.behind == frozenset()

        assert [await each for each in under_way] == [3, 3, 3]
        rig.broadcaster.send(client.sid, "end", b"0")
        texts = [await client.read()]
        while not texts[-1].startswith('42["end"'):
            texts.append(await client.read())
        assert texts[-2:] == [f'42["view",{newest.version}]', '42["end",0]']
        for reader in readers:
            reader.cancel()


@on_both_loops
async def test_what_must_not_be_lost_reaches_a_paused_client() -> None:
    """Answers and single sends wait for it, in order, behind what it has not read."""
    newest = Newest()
    async with serving(catch_up=newest.catch_up) as rig:
        client = await stalled_client(rig)
        await change_until(lambda: rig.broadcaster.behind, newest, rig)
        rig.broadcaster.send(client.sid, "one", b"1")
        await rig.sio.emit("two", 2, to=client.sid)
        await client.ws.send('423["ask",3]')
        texts = [await client.read()]
        while not texts[-1].startswith("433"):
            texts.append(await client.read())
        wanted = ('42["one"', '42["two"', "433")
        assert [text for text in texts if text.startswith(wanted)] == ['42["one",1]', '42["two",2]', "433[3]"]


@on_both_loops
async def test_a_client_that_asks_and_never_reads_is_cut_off() -> None:
    """Long before its time is up, when BACKLOG_LIMIT is reached."""
    async with serving() as rig:
        client = await stalled_client(rig)
        transport = rig.transport(client.sid)
        waiting: list[int] = []

        def ask(_sid: str, value: str) -> str:
            waiting.append(transport.get_write_buffer_size())
            return value

        rig.sio.on("ask", ask)
        with contextlib.suppress(ConnectionClosed):
            for number in itertools.count(1):
                await client.ws.send(f'42{number}["ask","{PAYLOAD}"]')
        await until(lambda: rig.left == [client.sid])
        assert abs(max(waiting) - BACKLOG_LIMIT) < 2 * len(PAYLOAD)  # one answer more or less


@on_both_loops
async def test_a_polling_client_that_stops_polling_lags_too() -> None:
    """Its queue stays short, and its next poll but one brings the newest view."""
    newest = Newest()
    async with serving(catch_up=newest.catch_up) as rig, Poller.joined(rig) as poller:
        for number in range(POLL_BACKLOG + 10):
            newest.version = number
            await rig.say(number)
        assert rig.broadcaster.behind == {poller.sid}
        assert rig.engine_socket(poller.sid).queue.qsize() == POLL_BACKLOG

        assert numbers(await poller.poll()) == list(range(POLL_BACKLOG))
        await rig.say(newest.version)
        assert await poller.poll() == [f'42["view",{newest.version}]']


@on_both_loops
async def test_a_lagging_poller_is_brought_up_to_date_by_its_upgrade() -> None:
    """As soon as it is on a WebSocket, behind what waited for it."""
    newest = Newest()
    async with serving(catch_up=newest.catch_up) as rig, Poller.joined(rig) as poller:
        for number in range(POLL_BACKLOG + 10):
            newest.version = number
            await rig.say(number)
        websocket = await poller.probe()
        await websocket.ws.send("5")
        assert await websocket.numbers(until_value=POLL_BACKLOG - 1) == list(range(POLL_BACKLOG))
        while not (text := await websocket.read()).startswith("42"):
            pass
        assert text == f'42["view",{newest.version}]'


@on_both_loops
async def test_a_view_that_cannot_be_made_costs_that_client_its_connection_only() -> None:
    """It will connect anew; the others go on."""

    def fail(_sid: str) -> list[tuple[str, bytes]]:
        raise ZeroDivisionError

    newest = Newest()
    async with serving(catch_up=fail) as rig:
        client, other = await stalled_client(rig), await WireClient.join(rig)
        reader = asyncio.create_task(keep_reading(other, []))
        await change_until(lambda: rig.broadcaster.behind == {client.sid}, newest, rig)
        assert await client.is_cut_off(limit_s=20)
        await until(lambda: rig.left == [client.sid])
        assert await newest.change(rig) == 1
        reader.cancel()


@on_both_loops
async def test_a_connections_send_buffer_is_bounded() -> None:
    """Linux reports twice what was asked for (socket(7)); left to itself it would grow to megabytes."""
    async with serving() as rig:
        client = await WireClient.join(rig)
        size = (
            rig.transport(client.sid).get_extra_info("socket").getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF)
        )
        assert size in {SEND_BUFFER_BYTES, 2 * SEND_BUFFER_BYTES}


def test_by_default_a_client_stalls_for_15_s() -> None:
    """So that it is gone within 20 s."""
    assert inspect.signature(Broadcaster).parameters["stall_ms"].default == 15_000
