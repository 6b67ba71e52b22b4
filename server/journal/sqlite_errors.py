"""What SQLite's errors mean to an operator."""

import sqlite3
from pathlib import Path

from server.journal.folder import MAKE_WRITABLE, CannotOpen, NoRoom, NotWritable

RESTORE = "Put a backup of the journal in its place, or name another data folder"


class Damaged(CannotOpen):
    """The journal's file is not, or no longer, a journal."""


class Unsafe(CannotOpen):
    """SQLite does not take a setting that durability rests on."""


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
