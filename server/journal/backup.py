"""Backups of a journal, and putting one back: from file to file, and between a Redis and a file.

A backup is a journal's file of its own, needing no other beside it.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from server.journal.codec import Row, verified
from server.journal.folder import PRIVATE_FILE, CannotOpen, DataFolder, problem_with, sync_folder
from server.journal.port import Broken, Journal, JournalError, Saved
from server.journal.sqlite_check import ROWS, Whole, check, reading, saved_in
from server.journal.sqlite_file import FILE_NAME, RESTORED, beside, fill, problem_with_file
from server.journal.sqlite_register import RecordRow, records_of
from server.journal.sqlite_register import rows_of as rows_of_records

PART: Final = ".part"
"""Ending of a backup that is not whole yet."""
SET_ASIDE: Final = "Name another data folder, or add --set-aside to keep that journal under a dated name"


class Exists(CannotOpen):
    """Something is already where the copy should go."""


def copy_file(source: Path, to: Path, *, until_break: bool = False) -> Whole:
    """Copy the journal in the file `source` as it is at this moment, also while a server appends to it.

    `until_break`: of a broken one, copy the entries before the break. Raises what `write_file` and `check` do.
    """
    if not until_break:
        check(source)  # the copy is checked as well, but the source's structure and log are only here
    with reading(source) as database:
        rows, records = database.execute(ROWS), rows_of_records(records_of(database))
        return write_file(to, _before_break(rows) if until_break else rows, records)


def _before_break(rows: Iterable[Row]) -> Iterator[Row]:
    seq, prev = 0, ""
    with suppress(Broken, sqlite3.Error):  # here the break is where one stops
        for row in rows:
            for saved in verified([row], seq, prev):
                seq, prev = saved.entry.seq, saved.hash
            yield row


def write_file(to: Path, rows: Iterable[Row], records: Iterable[RecordRow]) -> Whole:
    """Write a journal's file of those rows and records, durable and verified once this returns, or leave nothing.

    Raises `Exists`, `Broken` where the rows are no whole journal, or a kind of `CannotOpen`.
    """
    part = beside(to, PART)
    with _reserved(to), _problems_of(to.parent):
        whole = _written(part, rows, records)
        part.replace(to)  # over our own reservation
        sync_folder(to.parent)
    return whole


def restore_file(source: Path, data: Path, aside: str | None) -> tuple[Whole, Path | None]:
    """Put a copy of the journal in the file `source` into the data folder, which no server may be using.

    A journal that is there already is kept under the name `journal-{aside}.sqlite3`; None: then nothing is done.
    Returns what was restored, and where the old journal is now. If the machine stops half way, the folder holds
    the old journal, the new one, or is refused until the restore is done again. Raises `InUse`, `Exists`, what
    `check` does, or another kind of `CannotOpen`.
    """
    folder, path = DataFolder(data), data / FILE_NAME
    check(source)
    folder.claim()
    try:
        if aside is None and _parts(path):
            raise Exists(
                data,
                "there is a journal already",
                "Name another data folder, or add --set-aside to keep that one under a dated name",
            )
        new = beside(path, RESTORED)
        with _problems_of(data):
            with reading(source) as database:
                whole = _written(new, database.execute(ROWS), rows_of_records(records_of(database)))
            sync_folder(data)
            kept = _set_aside(path, aside) if aside is not None else None
            new.replace(path)
            sync_folder(data)
    finally:
        folder.release()
    return whole, kept


def _written(new: Path, rows: Iterable[Row], records: Iterable[RecordRow]) -> Whole:
    try:
        fill(new, rows, records)
        whole = check(new)
        with new.open("rb") as file:
            os.fsync(file.fileno())  # SQLite did; said once more, for whatever lies under a backup's folder
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return whole


def _parts(path: Path) -> list[Path]:
    """The files of the journal at `path` that are there. The main one first: without it no server starts."""
    return [file for suffix in ("", "-wal", "-shm") if (file := beside(path, suffix)).exists()]


def _set_aside(path: Path, name: str) -> Path | None:
    kept = path.with_name(f"{path.stem}-{name}{path.suffix}")
    if kept.exists():
        raise Exists(kept, "there is such a file already", "Wait a second")
    parts = _parts(path)
    for part in parts:
        part.rename(beside(kept, part.name.removeprefix(path.name)))
    sync_folder(path.parent)
    return kept if parts else None


@contextmanager
def _reserved(to: Path) -> Iterator[None]:
    """Have the name of a new file for oneself, and give it up again if the block fails."""
    try:
        os.close(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))
    except FileExistsError as error:
        raise Exists(
            to, "there is such a file already", "Choose another name: no backup is written over"
        ) from error
    except OSError as error:
        raise problem_with(to.parent, error) from error
    try:
        yield
    except BaseException:
        with suppress(OSError):
            to.unlink()
        raise


@contextmanager
def _problems_of(folder: Path) -> Iterator[None]:
    """Say of errors in writing into `folder` what they mean."""
    try:
        yield
    except sqlite3.Error as error:
        raise problem_with_file(folder, error) from error
    except OSError as error:
        raise problem_with(folder, error) from error


class NotEmpty(JournalError):
    """The journal holds another dialogue's entries, or other entries of this one."""


async def verify_journal(journal: Journal) -> Whole:
    """Read the whole journal and its register, and return its head. Raises `Broken` or `SpoiltRecord`."""
    last: Saved | None = None
    await journal.records()
    async for saved in journal.read():
        last = saved
    return Whole(0, "", 0) if last is None else Whole(last.entry.seq, last.hash, last.entry.at_ms)


async def rows_of(journal: Journal) -> tuple[list[Row], list[RecordRow]]:
    """Return the whole journal as rows of a file, the same bytes with the same hashes; and then its register.

    Raises `Broken` or `SpoiltRecord`.
    """
    rows: list[Row] = [(saved.entry.seq, saved.body, saved.hash) async for saved in journal.read()]
    return rows, rows_of_records(await journal.records())


async def refill(journal: Journal, source: Path) -> Whole:
    """Append to an empty journal what the file `source` holds, byte for byte; half filled, it is filled up.

    Raises `NotEmpty`, or what `append` and reading the file do.
    """
    head_seq, head_hash = await journal.head()
    whole = Whole(0, "", 0)
    with reading(source) as database:
        if records := records_of(database):
            await journal.keep(records)
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
