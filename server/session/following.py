"""Takes what other nodes append to the same journal, for as long as there are any."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Final

import structlog

from server.journal.port import Forked, Journal, JournalError
from server.session.replica import Replica

RETRY_S: Final = 0.2
"""How soon a journal that cannot be read is asked again."""

Work = Callable[[], Awaitable[None]]

log = structlog.get_logger(__name__)


async def follow(journal: Journal, replica: Replica, in_turn: Callable[[Work], Awaitable[object]]) -> None:
    """Fold every entry of the journal that is not known yet, until it closes.

    `in_turn` does the folding when no command is being carried out. An outage is waited out, and told of once.
    """
    told = ""
    while True:
        try:
            async with contextlib.aclosing(journal.follow(*replica.head)) as news:
                async for saved in news:
                    told = ""
                    await in_turn(partial(replica.hear, saved))
        except Forked as fork:
            with contextlib.suppress(JournalError):  # still out of reach: the next turn says so
                await in_turn(partial(replica.begin_anew, fork))
        except JournalError as error:
            if str(error) != told:
                told = str(error)
                log.error("the journal cannot be followed", reason=told)  # noqa: TRY400 - no error of the program
        else:
            return
        await asyncio.sleep(RETRY_S)


async def cancelled(task: asyncio.Task[None]) -> None:
    """Cancel a task, and return when it has ended."""
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
