"""Moment 14 on two bad networks: two laptops of the chair press "next" again and again, one of them always late."""

from __future__ import annotations

import asyncio
import random
from itertools import pairwise

from server.dialogue.rooms.calls import Called
from server.dialogue.rooms.floor import Ended, Started
from tests.support.cable import cable
from tests.support.face_console import Console
from tests.support.faces import Hall
from tests.support.live_server import LiveServer

SEATS = ("BR", "MX", "CL", "PE", "UY")
NEAR_S = (0.0, 0.02)
FAR_S = (0.15, 0.3)


async def press_after(console: Console, key: str, pause_s: float) -> None:
    """Press a key a little later."""
    await asyncio.sleep(pause_s)
    await console.key_at_once(key)


async def test_moment_14_a_double_next_never_skips_anyone(hall: Hall, server: LiveServer) -> None:
    """Whoever is faster, each is called once and in turn; whoever is late is told."""
    rng = random.Random(14)  # noqa: S311 (delays, not secrets)
    async with cable(server.url) as near_way, cable(server.url) as far_way:
        near_way.delay(*NEAR_S)
        far_way.delay(*FAR_S)
        near, far = await hall.console(port=near_way.port), await hall.console(port=far_way.port)
        for seat in SEATS:
            await (await hall.phone(seat)).ask()
        await near.enter("do-open")
        await near.enter("do-start_round", round=1)
        await near.move_to("exchange", 1)
        await near.enter("console-confirm-exchange", round=1)
        await near.enter("do-call", SEATS[0])
        for seat, following in pairwise(SEATS):
            await asyncio.gather(near.is_ready_to("do-start", seat), far.is_ready_to("do-start", seat))
            await asyncio.gather(*(press_after(desk, "Enter", rng.uniform(0, 0.2)) for desk in (near, far)))
            await asyncio.gather(near.finds_f4(following), far.finds_f4(following))
            await asyncio.gather(near.is_settled(), far.is_settled())
            await asyncio.gather(*(press_after(desk, "F4", rng.uniform(0, 0.2)) for desk in (near, far)))
            await asyncio.gather(
                near.is_ready_to("do-start", following), far.is_ready_to("do-start", following)
            )
        assert sum([await desk.refusal.count() for desk in (near, far)]) == 1, "the slower desk was told so"
    called = [each.statement.seat for each in await server.events(Called)]
    assert called == list(SEATS)
    assert len(await server.events(Started)) == len(await server.events(Ended)) == len(SEATS) - 1
