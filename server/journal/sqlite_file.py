"""The journal's SQLite file: opened, or refused where it could lose an entry or be misread; what its errors mean."""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Final

from server.journal import sqlite_register
from server.journal.codec import Row
from server.journal.folder import (
    MAKE_WRITABLE,
    PRIVATE_FILE,
    CannotOpen,
    NoRoom,
    NotWritable,
    problem_with,
    sync_folder,
)
from server.journal.sqlite_register import RecordRow

FILE_NAME: Final = "journal.sqlite3"
RESTORED: Final = ".restored"
"""Ending of a restored journal's file that has not taken its place yet."""
# "Pala": marks the file as a journal (sqlite.org/pragma.html#pragma_application_id).
APPLICATION_ID: Final = 0x50616C61
TABLE: Final = "CREATE TABLE entries (seq INTEGER PRIMARY KEY, body BLOB NOT NULL, hash TEXT NOT NULL)"
INSERT: Final = "INSERT INTO entries (seq, body, hash) VALUES (?, ?, ?)"

# With WAL and synchronous=FULL every commit is synced before it returns; fullfsync makes macOS do so
# through the drive's own cache (sqlite.org/pragma.html#pragma_synchronous, #pragma_fullfsync).
SETTINGS: Final = {"journal_mode": "wal", "synchronous": 2, "fullfsync": 1}
BUSY_S: Final = 1.0  # how long to wait for an operator's own sqlite3 shell that holds the file
RESTORE = "Put a backup of the journal in its place, or name another data folder"


class Damaged(CannotOpen):
    """The journal's file is not, or no longer, a journal."""


class Unsafe(CannotOpen):
    """SQLite does not take a setting that durability rests on."""


def open_database(folder: Path) -> sqlite3.Connection:
    """Open the journal in `folder`, making it if there is none. The folder must be claimed.

    The connection belongs to the calling thread. Raises a kind of `CannotOpen`.
    """
    path = folder / FILE_NAME
    database = None
    try:
        _check_or_create(path)
        database = connect(path)
        check_identity(folder, database)
        _check_settings(folder, database)
        database.execute(sqlite_register.TABLE)  # a file of an older version has none
        _make_private(path)
    except BaseException as error:
        if database is not None:
            database.close()
        if isinstance(error, sqlite3.Error | UnicodeDecodeError):
            raise problem_with_file(folder, error) from error
        if isinstance(error, OSError):
            raise problem_with(folder, error) from error
        raise
    return database


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection that begins no transaction of its own."""
    return sqlite3.connect(path, timeout=BUSY_S, isolation_level=None)


def _check_or_create(path: Path) -> None:
    """Create a journal where there was none; SQLite itself would take what is left of one for new."""
    if not path.exists():
        if has_log(path):
            raise _damaged(path.parent, f"{path.name} is gone while entries wait in {path.name}-wal")
        if beside(path, RESTORED).exists():
            raise CannotOpen(path.parent, "a backup is only half restored", "Give the restore command again")
        _create(path)
    elif path.stat().st_size == 0:
        raise _damaged(path.parent, f"{path.name} is empty")
    else:  # SQLite would open a write-protected file without a word, for reading only.
        os.close(os.open(path, os.O_RDWR))


def _create(path: Path) -> None:
    """Make the file under another name first: under its own it is whole from the first moment."""
    new = beside(path, ".new")
    fill(new, ())
    new.rename(path)
    sync_folder(path.parent)


def fill(new: Path, rows: Iterable[Row], records: Iterable[RecordRow] = ()) -> None:
    """Make a journal's file of those rows and records, in place of one that was left half made.

    Its name is not yet durable. The rows are taken as they are. Raises OSError or sqlite3.Error.
    """
    new.unlink(missing_ok=True)
    os.close(os.open(new, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))
    with closing(connect(new)) as database:
        database.execute("BEGIN")
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute(TABLE)
        database.executemany(INSERT, rows)
        database.execute(sqlite_register.TABLE)
        database.executemany(sqlite_register.KEEP, records)
        database.execute("COMMIT")


def _check_settings(folder: Path, database: sqlite3.Connection) -> None:
    for name, wanted in SETTINGS.items():
        database.execute(f"PRAGMA {name} = {wanted}").fetchall()
        (found,) = database.execute(f"PRAGMA {name}").fetchone()
        if found != wanted:
            raise Unsafe(
                folder,
                f"SQLite keeps {name} at {found} instead of {wanted}, so that an entry could be lost",
                "Put the data folder on a local disk (not a network share), and use an ordinary SQLite",
            )


def check_identity(place: Path, database: sqlite3.Connection) -> None:
    """Raise `Damaged`, naming `place`, or sqlite3.Error, if this is no journal."""
    (found,) = database.execute("PRAGMA application_id").fetchone()
    if found != APPLICATION_ID:
        raise _damaged(place, "this is not a journal of Palabra")
    database.execute("SELECT seq, body, hash FROM entries LIMIT 1").fetchall()


def has_log(path: Path) -> bool:
    """Say whether a write-ahead log with something in it lies beside the journal's file."""
    log = beside(path, "-wal")
    return log.exists() and log.stat().st_size > 0


def _make_private(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        file = beside(path, suffix)
        if file.exists():
            file.chmod(PRIVATE_FILE)


def beside(path: Path, suffix: str) -> Path:
    """Return the name of a file that belongs to a journal's."""
    return path.with_name(path.name + suffix)


def _damaged(folder: Path, reason: str) -> Damaged:
    return Damaged(folder, reason, RESTORE)


def name_of(error: Exception) -> str:
    """Return the name of SQLite's extended result code (sqlite.org/rescode.html), "" if it has none."""
    return getattr(error, "sqlite_errorname", "")


def problem_with_file(folder: Path, error: sqlite3.Error | UnicodeDecodeError) -> CannotOpen:
    """Return what to raise where the journal in `folder` does not open.

    A UnicodeDecodeError is an error of SQLite's too: its message quotes what is damaged, and that is no text any more.
    """
    name = name_of(error)
    if name == "SQLITE_FULL":
        return NoRoom(folder, "there is no room on its disk", "Make room and start again")
    if _is_refusal(name):
        return NotWritable(folder, f"the journal may not be written ({error})", MAKE_WRITABLE)
    if name.startswith(("SQLITE_BUSY", "SQLITE_IOERR")):
        return CannotOpen(
            folder,
            f"the journal does not open ({error})",
            "Check the disk, its free room, and who uses the file",
        )
    return Damaged(folder, f"the journal is damaged ({error})", RESTORE)


def cause_of(folder: Path, error: sqlite3.Error) -> str:
    """Return what stopped the running journal in `folder`, and the remedy, as the end of a sentence."""
    name = name_of(error)
    if name == "SQLITE_FULL":
        return f"the disk of {folder} is full. Make room: the journal then goes on by itself"
    if _is_refusal(name):
        return f"{folder} may not be written ({error}). Make it writable: the journal then goes on by itself"
    if name.startswith("SQLITE_BUSY"):
        return f"another program holds the journal in {folder} ({error}). Stop that program"
    if name.startswith("SQLITE_IOERR"):
        return f"the disk of {folder} failed ({error}). Check the disk and its free room"
    return f"the journal in {folder} is damaged ({error}). {RESTORE}"


def _is_refusal(name: str) -> bool:
    return name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM"))
