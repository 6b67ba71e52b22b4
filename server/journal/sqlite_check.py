"""Looks at a journal's file, in the data folder or a copy of it, beside the server that may be using it."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import quote

from server.dialogue.entry import Entry
from server.dialogue.model.register import Record
from server.journal.codec import Undecodable, decode, verified
from server.journal.folder import CannotOpen
from server.journal.port import Broken, Saved
from server.journal.sqlite_file import (
    FILE_NAME,
    RESTORE,
    Damaged,
    beside,
    check_identity,
    has_log,
    problem_with_file,
)
from server.journal.sqlite_register import records_of

ROWS: Final = "SELECT seq, body, hash FROM entries ORDER BY seq"
LAST: Final = "SELECT coalesce(max(seq), 0) FROM entries"
# How an entry's bytes begin, in every format (`codec`). Within an entry's texts the quotes are escaped.
BEGIN: Final = re.compile(rb'\{"format":[0-9]{1,9},"entry":\{"seq":([0-9]{1,18}),')


class Whole(NamedTuple):
    """A journal that is whole: its last entry. Of an empty one `(0, "", 0)`."""

    seq: int
    hash: str
    at_ms: int
    """Instant of the last entry, epoch milliseconds."""


class NoJournal(CannotOpen):
    """There is no file."""


def check(path: Path) -> Whole:
    """Verify the journal in the file `path`: every entry, the chain, the file's structure, the log beside it, records.

    Takes no lock, changes nothing and keeps no server waiting. Raises `Broken` at the first entry that is missing,
    altered or lost, `SpoiltRecord`, and a kind of `CannotOpen` where the file as a whole cannot be read.
    """
    with reading(path) as database:
        last: Saved | None = None
        for saved in saved_in(path, database):
            last = saved
        records_of(database)
    whole = Whole(0, "", 0) if last is None else Whole(last.entry.seq, last.hash, last.entry.at_ms)
    check_log(path)
    return whole


def check_log(path: Path) -> None:
    """Raise `Broken` if the log beside the file has lost entries. Raises a kind of `CannotOpen`."""
    if not path.exists() or path.stat().st_size == 0 or not has_log(path):
        return  # what is wrong with a file that is not there, whoever opens it says better
    log = beside(path, "-wal").read_bytes()  # before the last entry is looked up: the server may be appending
    with reading(path) as database:
        (last,) = database.execute(LAST).fetchone()
    lost = scan_wal(log, last)
    if lost is not None:
        raise Broken(
            last + 1, f"the log beside the file is damaged, and all from there to entry {lost} is lost"
        )


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the file for reading; all that is read within the block is of one moment.

    Raises a kind of `CannotOpen`, also for an error of SQLite's within the block.
    """
    if not path.exists():
        raise NoJournal(path, "there is no such file", "Check the name")
    # A file that is in use has a log beside it. One without, a backup say, needs no other file and may lie where
    # nothing can be written: SQLite would want to make a log there even to read.
    mode = "mode=ro" if beside(path, "-wal").exists() else "immutable=1"
    try:
        with closing(_connected(path, mode)) as database:
            check_identity(path, database)
            database.execute("BEGIN")
            yield database
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise problem_with_file(path, error) from error


def saved_in(path: Path, database: sqlite3.Connection) -> Iterator[Saved]:
    """Yield all entries, verified; at the end the file's structure is. Raises `Broken`, and what `reading` does."""
    seq = 0
    try:
        for saved in verified(database.execute(ROWS), 0, ""):
            yield saved
            seq = saved.entry.seq
        (found,) = database.execute("PRAGMA quick_check(1)").fetchone()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise Broken(seq + 1, f"it cannot be read: {problem_with_file(path, error)}") from error
    if found != "ok":
        raise Broken(seq + 1, f"the file is damaged there, entries may be lost ({found})")


def records_in(path: Path) -> tuple[Record, ...]:
    """Return what the register in the file `path` holds. Raises `CannotOpen` or `SpoiltRecord`."""
    with reading(path) as database:
        return records_of(database)


def first_entry(folder: Path) -> Entry | None:
    """Return the first entry of the journal in `folder`, None if there is none yet. Raises `CannotOpen`.

    Takes no lock and changes nothing: in WAL mode a reader and the writer do not wait for each other.
    """
    path = folder / FILE_NAME
    if not path.exists():
        return None
    try:
        with closing(_connected(path, "mode=ro")) as database:
            row = database.execute("SELECT body FROM entries WHERE seq = 1").fetchone()
            return None if row is None else decode(row[0])
    except sqlite3.Error as error:
        raise problem_with_file(folder, error) from error
    except Undecodable as error:
        raise Damaged(folder, f"entry 1 cannot be read: {error}", RESTORE) from error


def scan_wal(log: bytes, head_seq: int) -> int | None:
    """Return the last entry that SQLite's write-ahead log shows traces of, where the journal lost some, else None.

    SQLite takes a log to end before the first frame whose checksum is wrong, because a power cut leaves such a frame
    behind (sqlite.org/fileformat2.html#the_write_ahead_log). A flipped bit in the middle of the log looks the same,
    and everything after it would be gone without a word. The bytes of those entries are still in the file, though.

    `head_seq` is the journal's last entry, looked up after the log was read. One entry more is no loss: it was being
    written when the machine stopped, and an entry is begun only when the one before it is synced. Two more mean
    that one was synced, so perhaps acknowledged, and is gone.
    """
    last = max((int(found[1]) for found in BEGIN.finditer(log)), default=0)
    return last if last >= head_seq + 2 else None


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(path.absolute()))}?{mode}", uri=True, isolation_level=None)
