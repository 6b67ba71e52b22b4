"""The SQLite journal and durability: kills, SQLite's settings, full disks, failed writes and syncs."""

import resource
import shutil
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from server.journal import sqlite_file
from server.journal.codec import stored_form
from server.journal.folder import NoRoom
from server.journal.port import NotSaved, Unknown
from server.journal.sqlite import SqliteJournal
from server.journal.sqlite_file import FILE_NAME, Unsafe
from tests.support.journals import append, appender, entries, entry_after, fill, journal_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that does not exist yet."""
    return tmp_path / "some" / "data"


@pytest.mark.parametrize("wanted", [1, 60, 400])
async def test_a_kill_loses_nothing_that_was_acknowledged(folder: Path, wanted: int) -> None:
    """A process that appends as fast as it can is killed with -9: every acknowledged entry is there, in a chain.

    At most one more may be: stored, but killed before it could be acknowledged.
    """
    with appender(folder) as (process, lines):
        acked = [int(next(lines)) for _ in range(wanted)]
        process.send_signal(signal.SIGKILL)
        acked += [int(line) for line in lines]
    assert process.returncode == -signal.SIGKILL
    journal = await SqliteJournal.open(folder)
    found = [entry.seq for entry in await entries(journal)]
    assert acked == list(range(1, len(acked) + 1))
    assert found in (acked, [*acked, len(acked) + 1])
    await append(journal)
    await journal.close()


async def test_the_settings_are_in_force(folder: Path) -> None:
    """Write-ahead log, and a sync at every commit, on the connection that appends."""
    journal = await SqliteJournal.open(folder)
    assert await pragma(journal, "journal_mode") == "wal"
    assert await pragma(journal, "synchronous") == 2
    assert await pragma(journal, "fullfsync") == 1
    await journal.close()


async def pragma(journal: SqliteJournal, text: str) -> object:
    """The answer to a PRAGMA, asked on the journal's own connection."""
    return await journal._call(lambda: journal._file._opened.execute(f"PRAGMA {text}").fetchone()[0])


class Disobedient(sqlite3.Connection):
    """A SQLite that ignores `synchronous`, as one that was built without it would."""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """Everything else is done."""
        return super().execute(sql.replace("synchronous = 2", "synchronous = 1"), parameters)


def connections_of(kind: type[sqlite3.Connection], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let journals opened from now on have connections of that kind."""
    monkeypatch.setattr(
        sqlite_file, "connect", lambda path: sqlite3.connect(path, isolation_level=None, factory=kind)
    )


async def test_a_sqlite_that_does_not_sync_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings are read back: where SQLite did not take one, the journal does not open, and lets go."""
    with monkeypatch.context() as patched:
        connections_of(Disobedient, patched)
        with pytest.raises(Unsafe, match=rf"{folder}: SQLite keeps synchronous at 1 instead of 2"):
            await SqliteJournal.open(folder)
    await (await SqliteJournal.open(folder)).close()


# A full disk


async def test_a_full_disk_stores_nothing_and_work_goes_on_later(folder: Path) -> None:
    """`NotSaved` names the folder; what was saved is read as before; with room again, the next append works."""
    journal = await SqliteJournal.open(folder)
    saved = await fill(journal, 3)
    await pragma(journal, f"max_page_count = {await pragma(journal, 'page_count')}")
    with pytest.raises(NotSaved, match=rf"the disk of {folder} is full. Make room"):
        saved += [await append(journal, marked="x" * 5_000)]
    assert await entries(journal) == saved
    await pragma(journal, "max_page_count = 100000")
    saved.append(await append(journal))
    await journal.close()
    again = await SqliteJournal.open(folder)
    assert await entries(again) == saved
    await again.close()


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """Let the system refuse to write further than `size` bytes into any file, as a quota would."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_a_write_the_system_refuses_stores_nothing(folder: Path) -> None:
    """A real write fails half way through an entry: not saved, not there after a restart, and work goes on."""
    journal = await SqliteJournal.open(folder)
    saved = await fill(journal, 3)
    room = (folder / f"{FILE_NAME}-wal").stat().st_size + 100
    with no_file_larger_than(room), pytest.raises(NotSaved, match=rf"the disk of {folder} failed"):
        await append(journal, marked="refused")
    as_it_lies = shutil.copytree(folder, folder.parent / "copy")
    saved.append(await append(journal))
    assert await entries(journal) == saved
    await journal.close()
    after_crash = await SqliteJournal.open(as_it_lies)
    assert await entries(after_crash) == saved[:3]
    await after_crash.close()


async def test_no_room_for_a_new_journal(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full from the start: the message says so, and nothing half made is left in the way."""

    class Full(sqlite3.Connection):
        def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
            super().execute("PRAGMA max_page_count = 1")
            return super().execute(sql, parameters)

    with monkeypatch.context() as patched:
        connections_of(Full, patched)
        with pytest.raises(NoRoom, match=rf"{folder}: .* Make room"):
            await SqliteJournal.open(folder)
    await journal_of(folder, 1)


# A failed sync


class Failing(sqlite3.Connection):
    """Commits fail as told: before anything was written, or after all of it was."""

    commits = checkpoints = True
    says = "SQLITE_IOERR_FSYNC"

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """Do it, or say that the disk failed."""
        if sql == "COMMIT" and Failing.says:
            if Failing.commits:
                super().execute(sql)
            raise self.error(Failing.says)
        if "wal_checkpoint" in sql and not Failing.checkpoints:
            raise self.error("SQLITE_IOERR_WRITE")
        return super().execute(sql, parameters)

    @staticmethod
    def error(name: str) -> sqlite3.OperationalError:
        """What SQLite raises for a result code."""
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorname = name
        return error


@pytest.fixture
async def failing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> SqliteJournal:
    """A journal of two entries, the disk of which is about to fail."""
    connections_of(Failing, monkeypatch)
    monkeypatch.setattr(Failing, "says", "")
    journal = await SqliteJournal.open(folder)
    await fill(journal, 2)
    monkeypatch.setattr(Failing, "says", "SQLITE_IOERR_FSYNC")
    return journal


async def test_a_failed_commit_that_stored_nothing_is_not_saved(
    failing: SqliteJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looked up after the failure, the entry is not there: `NotSaved`, and the next append works."""
    monkeypatch.setattr(Failing, "commits", False)
    with pytest.raises(NotSaved, match="failed"):
        await append(failing)
    monkeypatch.setattr(Failing, "says", "")
    assert (await append(failing)).seq == 3
    await failing.close()


async def test_a_failed_commit_that_stored_all_is_saved(failing: SqliteJournal) -> None:
    """Looked up after the failure, the entry is there and in the main file: it counts as saved."""
    await append(failing)
    assert (await failing.head())[0] == 3
    await failing.close()


async def test_a_commit_that_cannot_be_settled_is_unknown(
    failing: SqliteJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the disk does not even let us look: `Unknown` once, then nothing is stored until it is settled."""
    monkeypatch.setattr(Failing, "checkpoints", False)
    monkeypatch.setattr(Failing, "commits", False)
    head = await failing.head()
    with pytest.raises(Unknown, match="failed"):
        await failing.append(*head, stored_form(entry_after(head)))
    with pytest.raises(NotSaved, match="failed"):
        await failing.append(*head, stored_form(entry_after(head)))
    monkeypatch.setattr(Failing, "checkpoints", True)
    monkeypatch.setattr(Failing, "says", "")
    assert (await append(failing)).seq == 3
    await failing.close()
