"""`python -m tests.chaos.broken_node BREAKAGE …`: a node without one of the guarantees. Chaos must find it out.

These switches are here and nowhere else: the ordinary server, with one thing taken out before it starts.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncGenerator, Callable
from typing import Any, Final

import structlog

from server.__main__ import main
from server.dialogue.decider import Known
from server.dialogue.entry import Entry
from server.dialogue.model.ids import Actor
from server.journal import redis as redis_journal
from server.journal.codec import stored_form
from server.journal.port import Journal, JournalError, Saved
from server.journal.redis import APPEND
from server.session import Session
from server.session.replica import Fold
from server.session.writer import Writer
from tests.cluster.cluster import SERVE

LATE_S: Final = 1.0
COMPARES: Final = "if seq ~= tonumber(ARGV[1]) or hash ~= ARGV[2] then"

log = structlog.get_logger(__name__)


def no_compare() -> None:
    """An entry is added after whatever the journal holds by now."""
    if COMPARES not in APPEND:
        raise RuntimeError("the script compares in other words now: look at COMPARES")
    setattr(redis_journal, "APPEND", APPEND.replace(COMPARES, "if false then"))  # noqa: B010 - it is Final


def no_dedup() -> None:
    """A command sent again is carried out again."""

    def answered(_fold: Fold, _actor: Actor, _command_id: str) -> None:
        return None

    Fold.answered = answered  # type: ignore[assignment,method-assign]


def ack_before_append() -> None:
    """A command is answered once it is decided; whether it can be stored turns out later."""
    appending: set[asyncio.Task[None]] = set()

    async def stored(writer: Writer, entry: Entry, known: Known) -> bool:
        saved = stored_form(entry)
        task = asyncio.create_task(_append(writer._journal, saved))
        appending.add(task)
        task.add_done_callback(appending.discard)
        await writer._replica.add(saved, known)
        return True

    Writer._stored = stored  # type: ignore[assignment,method-assign]


async def _append(journal: Journal, saved: Saved) -> None:
    entry = saved.entry
    try:
        await journal.append(entry.seq - 1, entry.prev, saved)
    except JournalError as error:
        log.warning("acknowledged, and not stored", seq=entry.seq, reason=str(error))


def no_wait() -> None:
    """An entry counts once Redis has it in memory, wherever its disk and its replica are."""

    def check_synced(_journal: redis_journal.RedisJournal, _synced: Any) -> None:
        return None

    journal = redis_journal.RedisJournal
    journal._sync = property(lambda _journal: (("PING",),))  # type: ignore[assignment,method-assign]
    journal._check_synced = check_synced  # type: ignore[assignment,method-assign]


def less_shown() -> None:
    """A client is let in whatever it has seen elsewhere, at a node that hears of others' entries a second late."""
    read = redis_journal.RedisJournal._follow

    async def caught_up(_session: Session, _seen: int) -> bool:
        return True

    async def late(journal: redis_journal.RedisJournal, *where: Any) -> AsyncGenerator[Saved, None]:
        async for saved in read(journal, *where):
            await asyncio.sleep(max(0.0, LATE_S - time.time() + saved.entry.at_ms / 1000))
            yield saved

    Session.caught_up = caught_up  # type: ignore[assignment,method-assign]
    redis_journal.RedisJournal._follow = late  # type: ignore[assignment,method-assign]


SWITCHES: Final[dict[str, Callable[[], None]]] = {
    switch.__name__: switch for switch in (no_compare, no_dedup, ack_before_append, no_wait, less_shown)
}
BREAKAGES: Final = tuple(SWITCHES)


def program(breakage: str | None) -> tuple[str, ...]:
    """What a node runs, after the interpreter."""
    return ("-m", "tests.chaos.broken_node", breakage, "run") if breakage else SERVE


if __name__ == "__main__":
    SWITCHES[sys.argv.pop(1)]()
    main(prog_name="palabra")
