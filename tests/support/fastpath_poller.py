"""A polling client of the short cut's tests, which can upgrade step by step."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Self

import aiohttp
import orjson

from tests.support.fastpath import Rig, WireClient

PACKETS_END = "\x1e"  # between packets in one answer to a poll


class Poller:
    """A polling client that does each step of an upgrade only when told to."""

    def __init__(self, http: aiohttp.ClientSession, rig: Rig) -> None:
        self.http = http
        self.rig = rig
        self.query = {"EIO": "4", "transport": "polling"}
        self.sid = ""

    @classmethod
    @asynccontextmanager
    async def joined(cls, rig: Rig) -> AsyncIterator[Self]:
        """Connect by polling and enter the room."""
        async with aiohttp.ClientSession(rig.url) as http:
            poller = cls(http, rig)
            (opened,) = await poller.poll()
            poller.query["sid"] = orjson.loads(opened[1:])["sid"]
            await poller.post("40")
            await poller.poll()
            await poller.post('420["join"]')
            (answer,) = await poller.poll()
            (poller.sid,) = orjson.loads(answer[3:])
            yield poller

    async def poll(self) -> list[str]:
        """The packets that one GET brings."""
        async with self.http.get("/socket.io/", params=self.query) as response:
            assert response.status == 200
            return (await response.text()).split(PACKETS_END)

    async def post(self, packet: str) -> None:
        """Send one packet."""
        async with self.http.post("/socket.io/", params=self.query, data=packet) as response:
            assert response.status == 200

    async def open_websocket(self) -> WireClient:
        """Open a WebSocket for the session, and no more."""
        client = WireClient(await self.rig.connect(f"&sid={self.query['sid']}"))
        client.sid = self.sid
        return client

    async def probe(self) -> WireClient:
        """Open a WebSocket and have the server answer the probe."""
        client = await self.open_websocket()
        await client.ws.send("2probe")
        assert await client.read() == "3probe"
        return client


def numbers(packets: list[str]) -> list[Any]:
    """The arguments of the events "n" among packets."""
    return [orjson.loads(packet[2:])[1] for packet in packets if packet.startswith('42["n",')]
