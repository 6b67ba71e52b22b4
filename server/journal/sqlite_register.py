"""The register's table in a journal's file. Entries are for ever; what stands here can be erased, and leaves nothing.

A file that an older version made has no such table until a server opens it.
"""

import sqlite3
from collections.abc import Iterable
from typing import Final

from server.dialogue.model.ids import PersonVersion
from server.dialogue.model.register import Record, encode, version_of
from server.journal.codec import checked_record

TABLE: Final = "CREATE TABLE IF NOT EXISTS register (version TEXT PRIMARY KEY, record BLOB NOT NULL)"
KEEP: Final = "INSERT OR REPLACE INTO register (version, record) VALUES (?, ?)"
FORGET: Final = "DELETE FROM register WHERE version = ?"
ALL: Final = "SELECT version, record FROM register ORDER BY rowid"
IS_THERE: Final = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'register'"
# What is deleted is overwritten with zeros (sqlite.org/pragma.html#pragma_secure_delete); after that a checkpoint
# writes the zeros over the file's own page, and cuts the log, which has the page as it was.
OVERWRITE: Final = "PRAGMA secure_delete = 1"
INTO_THE_FILE: Final = "PRAGMA wal_checkpoint(TRUNCATE)"

RecordRow = tuple[str, bytes]


def rows_of(records: Iterable[Record]) -> list[RecordRow]:
    """Return records as rows."""
    return [(version_of(record), encode(record)) for record in records]


def keep(database: sqlite3.Connection, records: Iterable[Record]) -> None:
    """Store records in one transaction, synced. Raises sqlite3.Error."""
    database.execute("BEGIN IMMEDIATE")
    database.executemany(KEEP, rows_of(records))
    database.execute("COMMIT")


def forget(database: sqlite3.Connection, versions: Iterable[PersonVersion]) -> None:
    """Delete records, so that none of their bytes is left in the file or its log. Raises sqlite3.Error.

    Where somebody reads the journal at this moment, they are left in the log until the next checkpoint.
    """
    database.execute(OVERWRITE).fetchall()
    database.execute("BEGIN IMMEDIATE")
    database.executemany(FORGET, [(version,) for version in versions])
    database.execute("COMMIT")
    database.execute(INTO_THE_FILE).fetchall()


def records_of(database: sqlite3.Connection) -> tuple[Record, ...]:
    """Return all records; none where the file is older than the register. Raises sqlite3.Error, `SpoiltRecord`."""
    if database.execute(IS_THERE).fetchone() is None:
        return ()
    return tuple(checked_record(version, body) for version, body in database.execute(ALL))
