"""The journal's SQLite file: append, read, head, all from the one thread that opened it."""

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Final

from server.journal.chain import check_follows, verified
from server.journal.folder import DataFolder
from server.journal.port import Broken, Closed, Conflict, NotSaved, Saved, Unknown
from server.journal.sqlite_check import check_log
from server.journal.sqlite_errors import RESTORE, cause_of, name_of
from server.journal.sqlite_open import FILE_NAME, INSERT, open_database

# A failed COMMIT of these kinds did not write its last WAL frame whole, the one that makes the transaction count
# (sqlite.org/fileformat2.html#the_write_ahead_log). After a failed sync, say, that frame may be there.
NOT_WRITTEN: Final = {"SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_BUSY", "SQLITE_READONLY"}

HEAD: Final = "SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1"
HASH_AT: Final = "SELECT hash FROM entries WHERE seq = ?"
ROWS: Final = "SELECT seq, body, hash FROM entries WHERE seq > ? ORDER BY seq LIMIT ?"


class SqliteFile:
    """One journal in one folder; see `port.Journal` for what the methods promise."""

    def __init__(self, folder: Path) -> None:
        self._folder = DataFolder(folder)
        self._database: sqlite3.Connection | None = None
        self._unsettled = False

    def open(self) -> None:
        """Claim the folder and open the file. Raises a kind of `CannotOpen` or `Broken`; then, too, call `close`."""
        self._folder.claim()
        check_log(
            self._folder.path / FILE_NAME
        )  # SQLite would cut what it cannot read off the log, at the latest on closing
        self._database = open_database(self._folder.path)

    def close(self) -> None:
        """Close the file and let go of the folder; does nothing where they are not open."""
        if self._database is not None:
            self._database.close()
            self._database = None
        self._folder.release()

    def append(self, expected_seq: int, expected_hash: str, saved: Saved) -> None:
        """Add an entry in one transaction, synced to disk."""
        check_follows(expected_seq, expected_hash, saved.entry)
        seq = saved.entry.seq
        try:
            self._settle()
            self._opened.execute("BEGIN IMMEDIATE")
            head = self._head()
            if head == (expected_seq, expected_hash):
                self._opened.execute(INSERT, (seq, saved.body, saved.hash))
        except sqlite3.Error as error:
            self._roll_back()
            raise NotSaved(self._cause(error)) from error
        if head != (expected_seq, expected_hash):
            self._roll_back()
            raise Conflict(head[0])
        self._commit((seq, saved.hash))

    def head(self) -> tuple[int, str]:
        """Return `(seq, hash)` of the last entry. Raises `Broken`."""
        try:
            return self._head()
        except sqlite3.Error as error:
            raise Broken(1, self._cause(error)) from error

    def hash_at(self, seq: int) -> str:
        """Return the hash of entry `seq`, "" for 0. Raises `Broken` if the journal does not have it."""
        if seq == 0:
            return ""
        try:
            row = self._opened.execute(HASH_AT, (seq,)).fetchone()
        except sqlite3.Error as error:
            raise Broken(seq, self._cause(error)) from error
        if row is None:
            raise Broken(seq, f"it is missing, the journal ends at entry {self.head()[0]}")
        return str(row[0])

    def read(self, after_seq: int, prev: str, limit: int) -> tuple[list[Saved], Broken | None]:
        """Return the entries after `after_seq`, at most `limit`, and what is wrong with the one after them."""
        found: list[Saved] = []
        try:
            rows = self._opened.execute(ROWS, (after_seq, limit))
            for saved in verified(rows, after_seq, prev):
                found.append(saved)  # noqa: PERF402 - what was found before an error is wanted
        except Broken as broken:
            return found, broken
        except sqlite3.Error as error:
            return found, Broken(after_seq + len(found) + 1, self._cause(error))
        return found, None

    def check_structure(self, next_seq: int) -> None:
        """Raise `Broken` if the file is damaged: the chain may end early there and yet look whole."""
        try:
            (found,) = self._opened.execute("PRAGMA quick_check(1)").fetchone()
        except sqlite3.Error as error:
            raise Broken(next_seq, self._cause(error)) from error
        if found != "ok":
            raise Broken(next_seq, f"the file is damaged, entries may be lost ({found}). {RESTORE}")

    @property
    def _opened(self) -> sqlite3.Connection:
        if self._database is None:
            raise Closed
        return self._database

    def _head(self) -> tuple[int, str]:
        return self._opened.execute(HEAD).fetchone() or (0, "")

    def _commit(self, new_head: tuple[int, str]) -> None:
        try:
            self._opened.execute("COMMIT")
        except sqlite3.Error as error:
            self._roll_back()
            if name_of(error) not in NOT_WRITTEN:
                self._unsettled = True
                if self._has_after_all(new_head, error):
                    return
            raise NotSaved(self._cause(error)) from error

    def _has_after_all(self, new_head: tuple[int, str], error: sqlite3.Error) -> bool:
        """Say whether the entry is durable although its commit failed. Raises `Unknown`."""
        try:
            self._settle()
            return self._head() == new_head
        except sqlite3.Error:
            raise Unknown(self._cause(error)) from error

    def _settle(self) -> None:
        """Clear up after a commit that may have left its frames in the WAL although it failed.

        A checkpoint moves what counts into the main file, syncs that, and cuts the WAL to nothing: then
        no frame is left that a restart could take for an entry. Raises sqlite3.Error if it cannot.
        """
        self._roll_back()
        if self._unsettled:
            (busy, _, _) = self._opened.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if busy:
                message = "another program is reading the journal"
                raise sqlite3.OperationalError(message)
            self._unsettled = False

    def _roll_back(self) -> None:
        """End the transaction, if there is one; where that fails, the next append tries again first."""
        if self._opened.in_transaction:
            with suppress(sqlite3.Error):
                self._opened.execute("ROLLBACK")

    def _cause(self, error: sqlite3.Error) -> str:
        return cause_of(self._folder.path, error)
