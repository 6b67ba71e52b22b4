"""The journal in a SQLite file: the default, for one process on one machine."""

import asyncio
import sqlite3
from collections.abc import AsyncGenerator, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Final, Self, TypeVar, TypeVarTuple

from server.dialogue.model.ids import PersonVersion
from server.dialogue.model.register import Record
from server.journal import sqlite_register
from server.journal.codec import check_follows, check_same, verified
from server.journal.folder import DataFolder
from server.journal.memory import Followers, Refusals
from server.journal.port import Broken, Closed, Conflict, NotSaved, Saved, Unknown
from server.journal.sqlite_check import check_log
from server.journal.sqlite_file import (
    FILE_NAME,
    INSERT,
    RESTORE,
    cause_of,
    name_of,
    open_database,
)

T = TypeVar("T")
Args = TypeVarTuple("Args")

# A failed COMMIT of these kinds did not write its last WAL frame whole, the one that makes the transaction count
# (sqlite.org/fileformat2.html#the_write_ahead_log). After a failed sync, say, that frame may be there.
NOT_WRITTEN: Final = {"SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_BUSY", "SQLITE_READONLY"}

HEAD: Final = "SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1"
HASH_AT: Final = "SELECT hash FROM entries WHERE seq = ?"
ROWS: Final = "SELECT seq, body, hash FROM entries WHERE seq > ? ORDER BY seq LIMIT ?"
ROWS_AT_A_TIME: Final = 500  # some milliseconds of the journal's thread, between which an append finds room


class _File:
    """The file, on the one thread that opened it; see `port.Journal` for what the methods promise."""

    def __init__(self, folder: Path) -> None:
        self._folder = DataFolder(folder)
        self._database: sqlite3.Connection | None = None
        self._unsettled = False

    def open(self) -> None:
        """Claim the folder and open the file. Raises a kind of `CannotOpen` or `Broken`; then, too, call `close`."""
        self._folder.claim()
        # SQLite would cut what it cannot read off the log, at the latest on closing.
        check_log(self._folder.path / FILE_NAME)
        self._database = open_database(self._folder.path)

    def close(self) -> None:
        """Close the file and let go of the folder; does nothing where they are not open."""
        if self._database is not None:
            self._database.close()
            self._database = None
        self._folder.release()

    def append(self, expected_seq: int, expected_hash: str, saved: Saved) -> None:
        """Add an entry in one transaction, synced to disk."""
        check_follows(expected_seq, expected_hash, saved)
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

    def keep(self, records: Iterable[Record]) -> None:
        """Have the register hold these."""
        self._change_register(sqlite_register.keep, records)

    def forget(self, versions: Iterable[PersonVersion]) -> None:
        """Have the register hold these no longer."""
        self._change_register(sqlite_register.forget, versions)

    def _change_register(self, change: Callable[[sqlite3.Connection, T], None], what: T) -> None:
        try:
            self._settle()
            change(self._opened, what)
        except sqlite3.Error as error:
            self._roll_back()
            raise NotSaved(self._cause(error)) from error

    def records(self) -> tuple[Record, ...]:
        """Return what the register holds. Raises `Broken` or `SpoiltRecord`."""
        try:
            return sqlite_register.records_of(self._opened)
        except sqlite3.Error as error:
            raise Broken(1, self._cause(error)) from error

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


class SqliteJournal:
    """Hands every call to one thread, which owns the file. Made by `open`."""

    def __init__(self, folder: Path) -> None:
        self._file = _File(folder)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")
        self._followers = Followers()
        self._refusals = Refusals()
        self._closed = False

    @classmethod
    async def open(cls, folder: Path) -> Self:
        """Open the journal in `folder`, making both if they are missing.

        Raises a kind of `CannotOpen`: `InUse`, `NotWritable`, `NoRoom`, `Damaged`, `Unsafe`; or `Broken` where the
        log of a server that was killed has lost entries.
        """
        journal = cls(folder)
        try:
            await journal._call(journal._file.open)
        except BaseException:
            await journal.close()
            raise
        return journal

    @property
    def shared(self) -> bool:
        """One process alone has the folder."""
        return False

    async def append(self, expected_seq: int, expected_hash: str, saved: Saved) -> None:
        """Add an entry after the expected head; see `Journal.append`."""
        self._refusals.check(saved.entry)
        appended = self._submit(self._file.append, expected_seq, expected_hash, saved)
        # Not after the await: followers learn of an entry even if whoever appended it was cancelled.
        appended.add_done_callback(lambda _: self._followers.wake())
        await asyncio.shield(appended)

    async def forbid(
        self, expected_seq: int, expected_hash: str, actor: str, command_id: str, fingerprint: str
    ) -> None:
        """Refuse a command for good; see `Journal.forbid`. A restart forgets it, and all lines with it."""
        head_seq, head_hash = await self.head()
        if (expected_seq, expected_hash) != (head_seq, head_hash):
            raise Conflict(head_seq)
        self._refusals.add(actor, command_id, fingerprint)

    async def settle(self, seq: int, entry_hash: str) -> None:
        """What can be read has been synced; see `Journal.settle`."""

    async def read(self, after_seq: int = 0, after_hash: str | None = None) -> AsyncGenerator[Saved, None]:
        """Yield the entries after `after_seq`; see `Journal.read`."""
        whole = after_seq == 0
        prev = await self._call(self._file.hash_at, after_seq)
        check_same(after_seq, after_hash, prev)
        while True:
            found, broken = await self._call(self._file.read, after_seq, prev, ROWS_AT_A_TIME)
            for saved in found:
                yield saved
            if broken is not None:
                raise broken
            if not found:
                break
            after_seq, prev = found[-1].entry.seq, found[-1].hash
        if whole:
            await self._call(self._file.check_structure, after_seq + 1)

    def follow(self, after_seq: int = 0, after_hash: str | None = None) -> AsyncGenerator[Saved, None]:
        """Yield the entries after `after_seq` and each new one; see `Journal.follow`."""
        return self._followers.follow(self.read, after_seq, after_hash)

    async def keep(self, records: Iterable[Record]) -> None:
        """Have the register hold these; see `Journal.keep`."""
        await self._call(self._file.keep, records)

    async def records(self) -> tuple[Record, ...]:
        """Return what the register holds; see `Journal.records`."""
        return await self._call(self._file.records)

    async def forget(self, versions: Iterable[PersonVersion]) -> None:
        """Have the register hold these no longer; see `Journal.forget`."""
        await self._call(self._file.forget, versions)

    async def check_storing(self) -> None:
        """Only the next append tells; see `Journal.check_storing`."""

    def behind_ms(self) -> float:
        """Nobody else appends."""
        return 0.0

    async def head(self) -> tuple[int, str]:
        """Return `(seq, hash)` of the last entry, `(0, "")` if there is none."""
        return await self._call(self._file.head)

    async def close(self) -> None:
        """Finish what is under way, close the file, let go of the folder."""
        if self._closed:
            return
        closing = self._submit(self._file.close)
        self._closed = True
        self._followers.close()
        self._thread.shutdown(wait=False)
        await asyncio.shield(closing)

    async def _call(self, work: Callable[[*Args], T], *args: *Args) -> T:
        """Do `work` on the journal's thread. A caller that is cancelled does not stop it half way."""
        return await asyncio.shield(self._submit(work, *args))

    def _submit(self, work: Callable[[*Args], T], *args: *Args) -> asyncio.Future[T]:
        if self._closed:
            raise Closed
        return asyncio.get_running_loop().run_in_executor(self._thread, work, *args)
