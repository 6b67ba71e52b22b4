"""The command line on journals, as an operator uses it, and what tests do to the files behind its back."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner

from server.__main__ import main
from server.dialogue.entry import Entry
from server.journal.codec import FORMAT, digest
from server.journal.sqlite import SqliteJournal
from tests.support.journals import append, entries


def palabra(*arguments: str | Path) -> tuple[int, str]:
    """The exit code and all that was printed."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)
    return result.exit_code, result.output


def names_in(folder: Path) -> list[str]:
    """The files that lie there."""
    return sorted(file.name for file in folder.iterdir())


def number_of(path: Path) -> int:
    """The inode that has that name."""
    return path.stat().st_ino


async def entries_in(folder: Path) -> list[Entry]:
    """What the journal in a folder holds."""
    journal = await SqliteJournal.open(folder)
    found = await entries(journal)
    await journal.close()
    return found


def sql(*statements: str) -> Callable[[Path], None]:
    """A change behind our back, with SQLite's own means."""

    def change(path: Path) -> None:
        database = sqlite3.connect(path)
        with database:
            database.create_function("digest", 1, digest)
            for statement in statements:
                database.execute(statement)
        database.close()

    return change


def cut(path: Path) -> None:
    """Only the first half of the file came through."""
    os.truncate(path, path.stat().st_size // 2)


PAGE = 4096  # bytes, SQLite's default
NEWER = """UPDATE entries SET body = CAST(replace(body, '{"format":', '{"format":9') AS BLOB) WHERE seq = 3"""
SWAP = "UPDATE entries SET seq = CASE seq WHEN 3 THEN -4 ELSE -3 END WHERE seq IN (3, 4)"
RENAMED = "UPDATE entries SET body = CAST(replace(body, 'chair', 'deputy') AS BLOB) WHERE seq = 3"
TAMPERED = {
    "altered": (
        sql("UPDATE entries SET body = replace(body, 'chair', 'CHAIR') WHERE seq = 3"),
        3,
        "not match",
    ),
    "missing": (sql("DELETE FROM entries WHERE seq = 3"), 3, "missing, the next one found is 4"),
    "first missing": (sql("DELETE FROM entries WHERE seq = 1"), 1, "missing"),
    "swapped": (
        sql(SWAP, "UPDATE entries SET seq = -seq WHERE seq < 0"),
        3,
        "says of itself that it is entry 4",
    ),
    "of another chain": (
        sql(RENAMED, "UPDATE entries SET hash = digest(body)"),
        4,
        "does not follow the entry before",
    ),
    "newer": (
        sql(NEWER, "UPDATE entries SET hash = digest(body) WHERE seq = 3"),
        3,
        f"format 9{FORMAT}, and this version",
    ),
    "negative": (sql("UPDATE entries SET seq = -3 WHERE seq = 3"), 1, "the next one found is -3"),
}


async def another(folder: Path) -> Path:
    """A backup of another dialogue, longer than any other here."""
    journal = await SqliteJournal.open(folder / "other")
    for _ in range(8):
        await append(journal, marked="other")
    await journal.close()
    palabra("backup", "--data", folder / "other", "--to", folder / "other-copy")
    return folder / "other-copy"
