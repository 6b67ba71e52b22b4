"""How long it takes to export the record of a long session: everything, in every format and language.

    python -m tests.load.bench_export --statements 2000

Prints one line of JSON: seconds of each stage (reading and folding the journal, composing the record, each format in
four languages), the sum, the size of it all, and the most memory the process took. The limit is 60 s.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from server.dialogue.decider import Known, replay
from server.dialogue.model.register import people_in
from server.journal.codec import stored_form
from server.journal.sqlite import SqliteJournal
from server.journal.sqlite_check import reading, records_in, saved_in
from server.journal.sqlite_file import FILE_NAME
from server.record.composed import record_of
from server.record.document import document_of
from server.record.formats import FORMATS, files_of
from tests.support.full_session import FullSession
from tests.support.play import Play
from tests.support.records import LANGUAGES

LIMIT_S: Final = 60.0


async def store(folder: Path, play: Play) -> None:
    """Put a dialogue into a journal there."""
    journal = await SqliteJournal.open(folder)
    await journal.keep(play.records)
    head = (0, "")
    for entry in play.entries:
        saved = stored_form(replace(entry, prev=head[1]))
        await journal.append(*head, saved)
        head = entry.seq, saved.hash
    await journal.close()


def folded(path: Path) -> Known:
    """What the journal in that file adds up to."""
    with reading(path) as database:
        known = replay((saved.entry for saved in saved_in(path, database)), people_in(records_in(path)))
    assert known is not None
    return known


def measured(path: Path) -> dict[str, float]:
    """Export everything; the seconds of each stage, and bytes."""
    stages: dict[str, float] = {}
    last = begun = time.perf_counter()

    def stage(name: str) -> None:
        nonlocal last
        now = time.perf_counter()
        stages[name] = round(now - last, 2)
        last = now

    known = folded(path)
    stage("journal")
    record = record_of(known.state, known.state.at_ms)
    stage("record")
    paragraphs = len(document_of(record, "es").blocks)
    stage("document")
    size = 0
    for kind in FORMATS:
        size += sum(len(file.body) for file in files_of(record, (kind,), LANGUAGES))
        stage(kind)
    stages["total"] = round(time.perf_counter() - begun, 2)
    memory_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    counted = {"statements": len(record.statements), "issues": len(record.issues), "blocks": paragraphs}
    return counted | stages | {"mib": round(size / 2**20, 1), "memory_mib": memory_mib}


def main() -> None:
    """Play, export, print; exit code 1 over the limit."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--statements", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    session = FullSession(random.Random(options.seed))  # noqa: S311 - to be repeated
    play = session.run(options.statements)
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(store(Path(folder), play))
        told = measured(Path(folder) / FILE_NAME)
    sys.stdout.write(f"{json.dumps(told)}\n")
    sys.exit(told["total"] > LIMIT_S)


if __name__ == "__main__":
    main()
