"""`python -m tests.support.appender FOLDER`: appends until killed, and prints each `seq` once acknowledged."""

import asyncio
import sys
from pathlib import Path

from server.journal.codec import stored_form
from server.journal.sqlite import SqliteJournal
from tests.support.journals import entry_after


async def main(folder: Path) -> None:
    """Append as fast as the disk allows."""
    journal = await SqliteJournal.open(folder)
    seq, prev = await journal.head()
    while True:
        saved = stored_form(entry_after((seq, prev)))
        await journal.append(seq, prev, saved)
        seq, prev = saved.entry.seq, saved.hash
        sys.stdout.write(f"{seq}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
