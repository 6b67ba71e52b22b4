"""The data folder of a SQLite journal: who may read it, who may use it, and what is said where it cannot be used."""

import asyncio
import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from server.journal.folder import CannotOpen, InUse, NoRoom, NotWritable
from server.journal.sqlite import SqliteJournal
from server.journal.sqlite_file import FILE_NAME
from tests.support.journals import append, appender, journal_of

NOBODY = 65534


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that does not exist yet."""
    return tmp_path / "some" / "data"


def mode(path: Path) -> int:
    """The permissions of a file."""
    return stat.S_IMODE(path.stat().st_mode)


def set_modes(path: Path, *, folder: int, file: int) -> None:
    """Change the permissions of a folder and of the journal in it."""
    (path / FILE_NAME).chmod(file)
    path.chmod(folder)


def modes_in(folder: Path) -> dict[str, int]:
    """The permissions of every file in a folder."""
    return {file.name: mode(file) for file in folder.iterdir()}


async def test_a_second_process_is_told_who_has_the_folder(folder: Path) -> None:
    """The message names the folder, the other process and the remedy; when that one is gone, all is well."""
    with appender(folder) as (process, lines):
        next(lines)
        with pytest.raises(InUse, match=rf"{folder}: .*\(process {process.pid}\).* data folder of its own"):
            await SqliteJournal.open(folder)
    await (await SqliteJournal.open(folder)).close()


async def test_a_folder_is_free_again_after_closing(folder: Path) -> None:
    """Within one process, too, one journal has the folder at a time."""
    first = await SqliteJournal.open(folder)
    with pytest.raises(InUse):
        await SqliteJournal.open(folder)
    await append(first)
    await first.close()
    await (await SqliteJournal.open(folder)).close()


async def test_a_folder_is_free_again_after_giving_up(folder: Path) -> None:
    """Who is cancelled while opening does not keep the folder."""
    for turns in range(4):
        opening = asyncio.create_task(SqliteJournal.open(folder))
        for _ in range(turns):
            await asyncio.sleep(0)
        opening.cancel()
        await asyncio.wait([opening])
        assert opening.cancelled()
        await (await SqliteJournal.open(folder)).close()


async def test_a_new_journals_place_is_made_durable(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every folder that got a new name in it is synced: a power cut does not take the journal's name away."""
    synced: list[int] = []
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", lambda number: synced.append(os.fstat(number).st_ino))
        await journal_of(folder, 1)
    assert {place.stat().st_ino for place in (folder, folder.parent, folder.parent.parent)} <= set(synced)


async def test_a_full_disk_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is not even room for the lock: said so, with the remedy; afterwards the folder is free."""

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        with pytest.raises(NoRoom, match=rf"{folder}: .* Make room"):
            await SqliteJournal.open(folder)
    await journal_of(folder, 1)


async def test_only_the_owner_may_read_a_journal(folder: Path) -> None:
    """Whatever the umask, a new folder is 0700, every file in it 0600."""
    before = os.umask(0)
    try:
        journal = await SqliteJournal.open(folder)
        await append(journal)
    finally:
        os.umask(before)
    assert mode(folder) == 0o700
    assert modes_in(folder) == dict.fromkeys(
        [FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm", "lock"], 0o600
    )
    await journal.close()


async def test_permissions_of_what_is_there(tmp_path: Path) -> None:
    """A folder that somebody else made keeps its mode; a journal that was copied carelessly is closed up."""
    await journal_of(tmp_path, 1)
    set_modes(tmp_path, folder=0o750, file=0o644)
    await journal_of(tmp_path, 1)
    assert (mode(tmp_path), mode(tmp_path / FILE_NAME)) == (0o750, 0o600)


@contextmanager
def unprivileged() -> Iterator[Path]:
    """A folder of a user who, unlike root, is bound by permissions; the test runs as that user."""
    with tempfile.TemporaryDirectory() as name:
        if os.geteuid() != 0:
            yield Path(name)
            return
        os.chown(name, NOBODY, NOBODY)
        os.seteuid(NOBODY)
        try:
            yield Path(name)
        finally:
            os.seteuid(0)


async def test_a_folder_that_may_not_be_written_is_named() -> None:
    """Read-only with or without a journal in it: the message names the folder and says what to do."""
    with unprivileged() as theirs:
        await journal_of(theirs / "old", 1)
        (theirs / "new").mkdir()
        for place in (theirs / "old", theirs / "new"):
            place.chmod(0o500)
            with pytest.raises(NotWritable, match=rf"{place}: .* Make it and its files writable"):
                await SqliteJournal.open(place)
            place.chmod(0o700)
            await journal_of(place, 1)


async def test_a_file_that_may_not_be_written_is_named() -> None:
    """The folder is ours and the journal in it is not: the same message."""
    with unprivileged() as theirs:
        await journal_of(theirs, 1)
        (theirs / FILE_NAME).chmod(0o400)
        with pytest.raises(NotWritable, match=rf"{theirs}: .* Make it and its files writable"):
            await SqliteJournal.open(theirs)


async def test_a_file_in_the_folders_place_is_named(tmp_path: Path) -> None:
    """A data folder that is a file: refused with its name."""
    (tmp_path / "data").write_text("")
    with pytest.raises(CannotOpen, match=rf"{tmp_path / 'data'}"):
        await SqliteJournal.open(tmp_path / "data")
