"""Between a journal that is not a file and a journal's file: what backups of a Redis are made of."""

from pathlib import Path

from server.journal.chain import Row
from server.journal.port import Journal, JournalError, Saved
from server.journal.sqlite_check import Whole, reading, saved_in


class NotEmpty(JournalError):
    """The journal holds another dialogue's entries, or other entries of this one."""


async def verify(journal: Journal) -> Whole:
    """Read the whole journal, and return its head. Raises `Broken`."""
    last: Saved | None = None
    async for saved in journal.read():
        last = saved
    return Whole(0, "", 0) if last is None else Whole(last.entry.seq, last.hash, last.entry.at_ms)


async def rows_of(journal: Journal) -> list[Row]:
    """Return the whole journal as rows of a file, the same bytes with the same hashes. Raises `Broken`."""
    return [(saved.entry.seq, saved.body, saved.hash) async for saved in journal.read()]


async def refill(journal: Journal, source: Path) -> Whole:
    """Append to an empty journal what the file `source` holds, byte for byte; half filled, it is filled up.

    Raises `NotEmpty`, or what `append` and reading the file do.
    """
    head_seq, head_hash = await journal.head()
    whole = Whole(0, "", 0)
    with reading(source) as database:
        for saved in saved_in(source, database):
            entry = saved.entry
            if entry.seq == head_seq and saved.hash != head_hash:
                break
            if entry.seq > head_seq:
                await journal.append(entry.seq - 1, entry.prev, saved)
            whole = Whole(entry.seq, saved.hash, entry.at_ms)
    if whole.seq < head_seq:
        raise NotEmpty(
            "there is a journal already, and not the beginning of this one. Name another Redis or database"
        )
    return whole
