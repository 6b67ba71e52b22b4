"""How a client comes to a WebSocket, stays on it, and leaves it."""

import asyncio
import logging
from unittest import TestCase, mock

from server.live.fastpath import websocket
from server.live.fastpath.setup import MAX_MESSAGE_BYTES
from tests.support.fastpath import ROOM, Rig, WireClient, on_both_loops, serving, until
from tests.support.fastpath_poller import Poller, numbers


@on_both_loops
async def test_nothing_is_lost_or_swapped_at_any_step_of_an_upgrade() -> None:
    """Fan-outs, sends and emits before the probe, during it, and between the last poll and the upgrade."""
    async with serving(chunk=1) as rig, Poller.joined(rig) as poller:
        await rig.say(1)
        found = numbers(await poller.poll())

        websocket = await poller.open_websocket()
        rig.say(2)
        rig.broadcaster.send(poller.sid, "n", b"3")
        await websocket.ws.send("2probe")
        assert await websocket.read() == "3probe"
        await rig.say(4)
        await rig.sio.emit("n", 5, to=poller.sid)
        rig.say(6)
        await websocket.ws.send("5")
        rig.say(7)
        await until(lambda: rig.engine_socket(poller.sid).upgraded)
        rig.say(8)
        rig.broadcaster.send(poller.sid, "n", b"9")
        found += await websocket.numbers(until_value=9)

        assert found == [1, 2, 3, 4, 5, 6, 7, 8, 9]


@on_both_loops
async def test_a_poll_that_waits_ends_with_the_upgrade() -> None:
    """Even a second one, which no client should have open. Left waiting it would later end the session."""
    async with serving() as rig, Poller.joined(rig) as poller:
        polls = [asyncio.create_task(poller.poll()) for _ in range(2)]
        waiting = rig.engine_socket(poller.sid).queue._getters
        await until(lambda: len(waiting) == 2)
        websocket = await poller.probe()
        await websocket.ws.send("5")
        assert await asyncio.wait_for(asyncio.gather(*polls), 20) == [["6"], ["6"]]
        await rig.say(1)
        assert await websocket.numbers(until_value=1) == [1]


@on_both_loops
async def test_a_client_whose_upgrade_fails_polls_on() -> None:
    """Gone after the probe, or before it, or saying something else: what waited comes by the next poll."""
    async with serving() as rig, Poller.joined(rig) as poller:
        for number, say in enumerate([None, "2probe", "2nonsense", "x"]):
            websocket = await poller.open_websocket()
            if say:
                await websocket.ws.send(say)
            await until(lambda: rig.engine_socket(poller.sid).upgrading)
            await rig.say(number)
            await websocket.ws.close()
            await until(lambda: not rig.engine_socket(poller.sid).upgrading)
            assert numbers(await poller.poll()) == [number]


@on_both_loops
async def test_an_upgrade_that_gets_stuck_is_given_up() -> None:
    """A network that lets a WebSocket be opened and nothing through it: the client polls on."""
    with mock.patch.object(websocket, "_silence_limit_s", return_value=0.2):
        async with serving() as rig, Poller.joined(rig) as poller:
            stuck = await poller.open_websocket()
            await until(lambda: rig.engine_socket(poller.sid).upgrading)
            await rig.say(1)
            assert await stuck.is_cut_off(limit_s=20)
            assert numbers(await poller.poll()) == [1]


@on_both_loops
async def test_a_second_websocket_of_a_session_is_refused() -> None:
    """While the first is upgrading: the session stays with the first."""
    async with serving() as rig, Poller.joined(rig) as poller:
        first = await poller.probe()
        second = await poller.open_websocket()
        assert await second.is_cut_off(limit_s=20)
        await first.ws.send("5")
        await rig.say(1)
        assert await first.numbers(until_value=1) == [1]


@on_both_loops
async def test_a_client_disconnected_by_the_server_is_cut_off_at_once() -> None:
    """Whether or not it heeds the CLOSE packet: so a revoked link ends."""
    async with serving() as rig:
        client = await WireClient.join(rig)
        await rig.sio.eio.disconnect(rig.engine_socket(client.sid).sid)
        assert await client.is_cut_off(limit_s=1)
        assert rig.left == [client.sid]


async def go_in_four_ways(rig: Rig) -> None:
    """Connect four clients and have each end in its own way."""
    polite, rude, babbling, large = [await WireClient.join(rig) for _ in range(4)]
    await polite.ws.close()
    rude.ws.transport.abort()
    await babbling.ws.send("x")
    await large.ws.send('42["ask","' + "x" * MAX_MESSAGE_BYTES + '"]')
    gone = sorted(client.sid for client in (polite, rude, babbling, large))
    await until(lambda: sorted(rig.left) == gone)
    assert await babbling.is_cut_off(limit_s=20)
    assert await large.is_cut_off(limit_s=20)
    assert await rig.say(1) == 0


@on_both_loops
async def test_the_application_hears_once_of_every_client_that_goes() -> None:
    """Politely, rudely, or by sending what is no packet or too large: none of which is an error of ours."""
    async with serving() as rig:
        logs = logging.getLogger("uvicorn.error")
        with TestCase().assertNoLogs(logs, "ERROR"):
            await go_in_four_ways(rig)


@on_both_loops
async def test_a_silent_client_is_dropped() -> None:
    """One that does not answer pings; one that does stays."""
    async with serving(ping_s=0.3) as rig:
        silent, lively = [await WireClient.join(rig) for _ in range(2)]
        reading = asyncio.create_task(lively.numbers(until_value=1))
        await until(lambda: rig.left, limit_s=20)
        assert rig.left == [silent.sid]
        await rig.say(1)
        assert await reading == [1]


@on_both_loops
async def test_a_failing_handler_does_not_end_the_connection() -> None:
    """It is a fault of ours, not of the client's."""
    async with serving() as rig:
        rig.sio.on("act", lambda _sid: 1 / 0)
        client = await WireClient.join(rig)
        await client.ws.send('421["act"]')
        await client.ws.send('422["ask",7]')
        assert await client.read() == "432[7]"


@on_both_loops
async def test_what_is_sent_while_the_connect_handler_runs_arrives() -> None:
    """A client may be joined, and be given its view, before it is told that it is connected."""
    async with serving() as rig:

        def welcome(sid: str, _environ: object) -> None:
            rig.broadcaster.join(sid, ROOM)
            rig.broadcaster.send(sid, "n", b"1")

        rig.sio.on("connect", welcome)
        client = await WireClient.join(rig)
        await rig.say(2)
        assert await client.numbers(until_value=2) == [2]  # 1 came before the answer to "join"
