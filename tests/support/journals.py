"""Entries to put into a journal, and the shortest ways to fill and follow one."""

import subprocess
import sys
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing, contextmanager
from pathlib import Path

from server.dialogue.entry import Entry
from server.dialogue.rooms.session import Extended
from server.journal.codec import stored_form
from server.journal.port import Journal, Saved
from server.journal.sqlite import SqliteJournal

ROOT = Path(__file__).parents[2]
FIRST_INSTANT_MS = 1_790_000_000_000


def entry_after(head: tuple[int, str], *, by: str = "console:chair", marked: str = "") -> Entry:
    """An entry that follows `head`; `marked` tells it from others in the same place."""
    seq, prev = head[0] + 1, head[1]
    return Entry(
        seq=seq,
        id=f"e{seq}{marked}",
        at_ms=FIRST_INSTANT_MS + seq,
        actor=by,
        command_id=f"c{seq}{marked}",
        fingerprint=f"{seq:032x}",
        events=(Extended(planned_end_ms=FIRST_INSTANT_MS + 60_000 * seq),),
        prev=prev,
    )


async def append(journal: Journal, *, by: str = "console:chair", marked: str = "") -> Entry:
    """Append one entry after the journal's head."""
    head = await journal.head()
    entry = entry_after(head, by=by, marked=marked)
    await journal.append(*head, stored_form(entry))
    return entry


async def fill(journal: Journal, count: int) -> list[Entry]:
    """Append `count` entries."""
    return [await append(journal) for _ in range(count)]


async def entries(journal: Journal, after_seq: int = 0) -> list[Entry]:
    """What a read gives."""
    return [saved.entry async for saved in journal.read(after_seq)]


async def take(following: AsyncGenerator[Saved, None], count: int) -> list[Entry]:
    """The next `count` entries, and an end to the following."""
    found: list[Entry] = []
    async with aclosing(following):
        while len(found) < count:
            found.append((await anext(following)).entry)
    return found


async def journal_of(folder: Path, count: int) -> None:
    """Leave a SQLite journal of `count` more entries in `folder`, closed."""
    journal = await SqliteJournal.open(folder)
    await fill(journal, count)
    await journal.close()


@contextmanager
def appender(folder: Path) -> Iterator[tuple[subprocess.Popen[str], Iterator[str]]]:
    """Another process that has the journal in `folder`, appends until killed, and prints each `seq`."""
    command = [sys.executable, "-m", "tests.support.appender", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout
        finally:
            process.kill()
