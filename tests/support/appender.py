"""`python -m tests.support.appender FOLDER`: appends until killed, and prints each `seq` once acknowledged."""

import asyncio
import sys
from pathlib import Path

from server.journal.sqlite import SqliteJournal
from tests.support.journals import entry_after


async def main(folder: Path) -> None:
    """Append as fast as the disk allows."""
    journal = await SqliteJournal.open(folder)
    seq, prev = await journal.head()
    while True:
        prev = await journal.append(seq, prev, entry_after((seq, prev)))
        seq += 1
        sys.stdout.write(f"{seq}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
