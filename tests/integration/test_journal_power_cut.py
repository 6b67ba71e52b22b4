"""Append, sync, acknowledge, in this order: shown by cutting the power behind every single step.

Each test runs the journal as it is over a VFS that notes its steps, and then opens it from every disk that a cut
could have left. That the same check fails where a sync is left out shows that it can see one missing.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.journal import sqlite_file
from server.journal.codec import stored_form
from server.journal.port import JournalError
from server.journal.sqlite import SqliteJournal
from tests.support.journals import entries, entry_after
from tests.support.power import Did, Recorder, Survives, chances, on_disk

ENTRIES = 20
PAGES = 6
"""After so many in the log it is moved into the main file and begun again: three times in a recording."""
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - made by tempfile, so safe there
"""Where disks are tried: nothing is learnt from how long their own syncs take."""


async def recorded(folder: Path, *, ack_first: bool = False) -> list[Did]:
    """The steps of a new journal that takes entries, is closed, opened again, and takes more."""
    recorder = Recorder(folder)
    with recorder.recording():
        for _ in range(2):
            journal = await SqliteJournal.open(folder)
            await journal._call(checkpoint_often, journal)
            for _ in range(ENTRIES // 2):
                head = await journal.head()
                if ack_first:
                    recorder.acknowledged(head[0] + 1)
                await journal.append(*head, stored_form(entry_after(head)))
                if not ack_first:
                    recorder.acknowledged(head[0] + 1)
            await journal.close()
    return recorder.did


def checkpoint_often(journal: SqliteJournal) -> None:
    """Not only after a thousand pages; on the journal's thread."""
    journal._file._opened.execute(f"PRAGMA wal_autocheckpoint = {PAGES}")


def put(files: dict[str, bytes], folder: Path) -> None:
    """Lay them there."""
    for name, content in files.items():
        (folder / name).write_bytes(content)


def cuts(did: list[Did]) -> Iterator[tuple[str, int, dict[str, bytes]]]:
    """Every disk tried: what it is called, how many entries were acknowledged by then, its files."""
    kinds: dict[str, Survives] = {"nothing unsynced": lambda: False, "everything": lambda: True}
    for place in range(len(did) + 1):
        acked = max((step.number for step in did[:place] if step.kind == "ack"), default=0)
        for kind, survives in kinds.items():
            yield f"step {place}, {kind}", acked, on_disk(did[:place], survives)
        for seed in range(5):
            yield f"step {place}, seed {seed}", acked, on_disk(did[:place], chances(1_000 * place + seed))


async def losses(did: list[Did], like: str = "") -> list[str]:
    """The cuts after which an acknowledged entry is missing, or the journal does not open, or has too much.

    With `like`, only up to the first that is told in these words.
    """
    found: list[str] = []
    tried: set[int] = set()
    for name, acked, files in cuts(did):
        same = hash((acked, *sorted(files.items())))
        if same in tried:
            continue
        tried.add(same)
        problem = await problem_of(files, acked)
        if problem:
            found.append(f"{name}: {problem}")
            if like and like in problem:
                break
    return found


async def problem_of(files: dict[str, bytes], acked: int) -> str:
    """What is wrong with a disk that has these files, "" if nothing is."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as scratch:
        put(files, Path(scratch))
        try:
            has = await count(Path(scratch))
        except JournalError as error:
            return str(error)
    return "" if has in {acked, acked + 1} else f"{acked} acknowledged, {has} there"


async def count(folder: Path) -> int:
    """How many entries a server finds there, each checked; and that it can go on."""
    journal = await SqliteJournal.open(folder)
    try:
        has = len(await entries(journal))
        head = await journal.head()
        await journal.append(*head, stored_form(entry_after(head)))
        return has
    finally:
        await journal.close()


async def test_nothing_acknowledged_is_lost_wherever_the_power_is_cut(tmp_path: Path) -> None:
    """After a cut behind any write, sync or rename, whatever of the unsynced came through: all acknowledged entries
    are there, at most the one under way besides, and the journal goes on.
    """
    did = await recorded(tmp_path)
    assert sum(step.kind == "ack" for step in did) == ENTRIES
    assert sum(step.kind == "sync" for step in did) > ENTRIES
    assert await losses(did) == []


@pytest.mark.parametrize("synchronous", [0, 1], ids=["off", "normal"])
async def test_without_a_sync_at_each_commit_entries_are_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, synchronous: int
) -> None:
    """With SQLite's `synchronous` at OFF or NORMAL, the same check finds acknowledged entries missing."""
    with monkeypatch.context() as patched:
        patched.setitem(sqlite_file.SETTINGS, "synchronous", synchronous)
        did = await recorded(tmp_path)
    assert "acknowledged" in "".join(await losses(did, "acknowledged"))


async def test_an_acknowledgement_before_the_append_is_found_out(tmp_path: Path) -> None:
    """The order counts: told "saved" first and appended then, an entry is missing after a cut between the two."""
    did = await recorded(tmp_path, ack_first=True)
    assert "1 acknowledged, 0 there" in "".join(await losses(did, "1 acknowledged, 0 there"))


async def test_a_journal_whose_name_is_not_synced_is_found_out(tmp_path: Path) -> None:
    """Without the syncs of the folder the whole journal may be gone."""
    did = [step for step in await recorded(tmp_path) if step.kind != "sync folder"]
    assert "1 acknowledged, 0 there" in "".join(await losses(did, "1 acknowledged, 0 there"))
