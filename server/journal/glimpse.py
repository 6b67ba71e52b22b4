"""A look at a journal's first entry, beside the server that may be using it."""

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from server.dialogue.entry import Entry
from server.journal.codec import Undecodable, decode
from server.journal.sqlite_errors import RESTORE, Damaged, problem_with_file
from server.journal.sqlite_open import FILE_NAME


def first_entry(folder: Path) -> Entry | None:
    """Return the first entry of the journal in `folder`, None if there is none yet. Raises `CannotOpen`.

    Takes no lock and changes nothing: in WAL mode a reader and the writer do not wait for each other.
    """
    path = folder / FILE_NAME
    if not path.exists():
        return None
    try:
        with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True)) as database:
            row = database.execute("SELECT body FROM entries WHERE seq = 1").fetchone()
            return None if row is None else decode(row[0])
    except sqlite3.Error as error:
        raise problem_with_file(folder, error) from error
    except Undecodable as error:
        raise Damaged(folder, f"entry 1 cannot be read: {error}", RESTORE) from error
