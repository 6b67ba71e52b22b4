"""Turns of those without a link: a few in each turn of the loop, one after the other, whatever happens in one."""

import asyncio

from server.live.fastpath.protocol import PIECES, Turns


async def test_a_few_are_read_in_each_turn_of_the_loop() -> None:
    """100 that are due at once: whoever else has something to do waits for eight of them, not for all."""
    turns, read = Turns(), list[int]()
    for number in range(100):
        turns.soon(lambda number=number: read.append(number))  # type: ignore[misc] # a lambda of its own default
    seen = []
    while len(read) < 100:
        await asyncio.sleep(0)
        seen.append(len(read))
    assert max(after - before for before, after in zip([0, *seen], seen, strict=False)) <= PIECES
    assert read == list(range(100))


async def test_whoever_is_due_again_stands_behind_the_others() -> None:
    """So one with much to read keeps nobody waiting."""
    turns, read = Turns(), list[str]()

    def greedy() -> None:
        read.append("greedy")
        if len(read) < 40:
            turns.soon(greedy)

    turns.soon(greedy)
    for _ in range(3):
        turns.soon(lambda: read.append("other"))
    for _ in range(60):
        await asyncio.sleep(0)
    assert len(read) == 40
    assert read[:4] == ["greedy", "other", "other", "other"]


async def test_an_error_in_one_turn_ends_no_others() -> None:
    """It is reported by the loop, as any other, and the next ones are read."""
    turns, read, told = Turns(), list[str](), list[object]()
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: told.append(context["exception"]))

    def fail() -> None:
        raise ValueError

    try:
        for one in (fail, lambda: read.append("next"), fail):
            turns.soon(one)
        for _ in range(5):
            await asyncio.sleep(0)
        turns.soon(lambda: read.append("later"))
        await asyncio.sleep(0.01)
    finally:
        loop.set_exception_handler(None)
    assert read == ["next", "later"]
    assert [type(error) for error in told] == [ValueError, ValueError]
