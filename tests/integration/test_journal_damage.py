"""Damage to a SQLite journal's file is noticed, placed, and never taken for a shorter journal."""

import random
import sqlite3
from pathlib import Path

import pytest

from server.dialogue.entry import Entry
from server.journal.codec import FORMAT
from server.journal.folder import CannotOpen
from server.journal.port import Broken
from server.journal.sqlite import SqliteJournal
from server.journal.sqlite_file import FILE_NAME, Damaged
from tests.support.journals import entries, journal_of

PAGE = 4096  # bytes, SQLite's default


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that does not exist yet."""
    return tmp_path / "some" / "data"


@pytest.mark.parametrize("content", [b"", b"Not a database, but long enough to be taken for one. " * 40])
async def test_a_file_that_is_no_journal_is_refused(folder: Path, content: bytes) -> None:
    """Emptied or overwritten: said so, not silently begun anew."""
    await journal_of(folder, 3)
    (folder / FILE_NAME).write_bytes(content)
    with pytest.raises(Damaged, match=rf"{folder}: .* Put a backup"):
        await SqliteJournal.open(folder)
    assert (folder / FILE_NAME).read_bytes() == content


async def test_the_log_beside_an_emptied_file_is_kept(folder: Path) -> None:
    """It may hold entries that can still be rescued; SQLite would delete it."""
    await journal_of(folder, 3)
    log = (folder / FILE_NAME).rename(folder / f"{FILE_NAME}-wal")
    (folder / FILE_NAME).touch()
    with pytest.raises(Damaged, match="is empty"):
        await SqliteJournal.open(folder)
    assert log.stat().st_size > 0


async def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    """A SQLite file of something else is not written into."""
    other = sqlite3.connect(tmp_path / FILE_NAME)
    other.execute("CREATE TABLE entries (seq, body, hash)")
    other.close()
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(Damaged, match="not a journal"):
        await SqliteJournal.open(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == before


async def test_a_log_without_its_main_file_is_refused(folder: Path) -> None:
    """Somebody took the main file away while entries were only in the log: no new journal on top of them."""
    await journal_of(folder, 3)
    (folder / FILE_NAME).rename(folder / f"{FILE_NAME}-wal")
    with pytest.raises(Damaged, match=f"{FILE_NAME} is gone"):
        await SqliteJournal.open(folder)


async def test_an_altered_entry_is_found_and_those_before_it_read(folder: Path) -> None:
    """One entry was changed behind our back: a read gives the ones before it and names the place."""
    await journal_of(folder, 600)
    database = sqlite3.connect(folder / FILE_NAME)
    with database:
        database.execute("UPDATE entries SET body = replace(body, 'chair', 'CHAIR') WHERE seq = 550")
    database.close()
    journal = await SqliteJournal.open(folder)
    reading = journal.read()
    assert [(await anext(reading)).entry.seq for _ in range(549)] == list(range(1, 550))
    with pytest.raises(Broken, match="does not match its hash") as caught:
        await anext(reading)
    assert caught.value.seq == 550
    await journal.close()


def hide_last_entry(path: Path, seq: int) -> None:
    """Let the page that holds entry `seq`, the last, say that it has one row fewer.

    A page's header: type 13 for rows of a table, at offset 3 their number (sqlite.org/fileformat2.html#b_tree_pages).
    """
    content = bytearray(path.read_bytes())
    page = content.index(b'{"format":%d,"entry":{"seq":%d,' % (FORMAT, seq)) // PAGE * PAGE
    assert content[page] == 13
    count = int.from_bytes(content[page + 3 : page + 5], "big")
    content[page + 3 : page + 5] = (count - 1).to_bytes(2, "big")
    path.write_bytes(content)


async def test_a_last_entry_that_is_hidden_is_missed(folder: Path) -> None:
    """A chain that ends one entry early looks whole; that the file's structure is damaged gives it away."""
    await journal_of(folder, 40)
    hide_last_entry(folder / FILE_NAME, 40)
    journal = await SqliteJournal.open(folder)
    assert (await journal.head())[0] == 39
    with pytest.raises(Broken, match="entries may be lost") as caught:
        await entries(journal)
    assert caught.value.seq == 40
    await journal.close()


def damage(whole: bytes, chance: random.Random) -> bytes:
    """The content of a file with its end cut off or one bit flipped."""
    if chance.random() < 0.2:
        return whole[: chance.randrange(1, len(whole))]
    place = chance.randrange(len(whole))
    return whole[:place] + bytes([whole[place] ^ 1 << chance.randrange(8)]) + whole[place + 1 :]


async def what_is_found(folder: Path) -> list[Entry] | None:
    """All entries, or None where an error says that the journal is damaged."""
    try:
        journal = await SqliteJournal.open(folder)
    except CannotOpen:
        return None
    try:
        return await entries(journal)
    except Broken:
        return None
    finally:
        await journal.close()


async def test_damage_anywhere_is_noticed_or_does_no_harm(folder: Path) -> None:
    """Bits flipped, or the file cut, at random: a clear error, or else every entry as it was. Never fewer, quietly."""
    await journal_of(folder, 40)
    path = folder / FILE_NAME
    whole, content = await what_is_found(folder), path.read_bytes()
    noticed = 0
    for seed in range(100):
        path.write_bytes(damage(content, random.Random(seed)))  # noqa: S311 - to be repeated, not to be secret
        found = await what_is_found(folder)
        assert found in (None, whole), f"seed {seed}"
        noticed += found is None
    assert noticed > 20
