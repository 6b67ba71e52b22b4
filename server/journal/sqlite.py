"""The journal in a SQLite file: the default, for one process on one machine."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, Self, TypeVar, TypeVarTuple

from server.journal.chain import check_same
from server.journal.followers import Followers
from server.journal.forbidden import Refusals
from server.journal.port import Closed, Conflict, Saved
from server.journal.sqlite_file import SqliteFile

T = TypeVar("T")
Args = TypeVarTuple("Args")

ROWS_AT_A_TIME: Final = 500  # some milliseconds of the journal's thread, between which an append finds room


class SqliteJournal:
    """Hands every call to one thread, which owns the file. Made by `open`."""

    def __init__(self, folder: Path) -> None:
        self._file = SqliteFile(folder)
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
