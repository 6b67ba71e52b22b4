"""`backup` and `restore`: what an operator is told, and that nothing is lost or written over."""

import asyncio
import os
import re
import shutil
import sqlite3
from pathlib import Path

import pytest

from server.dialogue.model.state import Step
from server.dialogue.rooms.session import MoveStep, Suspend
from server.journal import backup
from server.journal.folder import CannotOpen
from server.journal.sqlite_check import check
from server.journal.sqlite_file import FILE_NAME
from tests.support.client import Client
from tests.support.journals import appender, journal_of
from tests.support.operations import TAMPERED, another, entries_in, names_in, number_of, palabra
from tests.support.play import CHAIR
from tests.support.server import ServerProcess


async def test_a_running_journal_is_copied_and_not_disturbed(tmp_path: Path) -> None:
    """While another process appends as fast as it can: each copy is whole, and the appending goes on."""
    data, heads = tmp_path / "data", []
    with appender(data) as (process, lines):
        for number in range(5):
            acked = int(next(lines))
            code, said = palabra("backup", "--data", data, "--to", tmp_path / f"copy-{number}")
            assert code == 0, said
            head = check(tmp_path / f"copy-{number}").seq
            assert head >= acked
            heads.append(head)
            while int(next(lines)) <= head:
                pass
        assert process.poll() is None
    assert heads == sorted(heads)
    assert palabra("verify", "--data", data)[0] == 0
    assert palabra("verify", "--file", tmp_path / "copy-0")[0] == 0
    assert names_in(tmp_path) == sorted(["data", *(f"copy-{n}" for n in range(5))])


async def test_a_backup_is_never_written_over_another(tmp_path: Path) -> None:
    """The file that is there stays as it was, to the byte."""
    await journal_of(tmp_path, 2)
    (tmp_path / "old").write_text("precious")
    code, said = palabra("backup", "--data", tmp_path, "--to", tmp_path / "old")
    assert (code, "no backup is written over" in said) == (1, True)
    assert (tmp_path / "old").read_text() == "precious"


async def test_a_broken_journal_makes_no_backup(tmp_path: Path) -> None:
    """What would be called a backup and is none must not be left behind; the remedy is named."""
    await journal_of(tmp_path / "data", 6)
    TAMPERED["altered"][0](tmp_path / "data" / FILE_NAME)
    code, said = palabra("backup", "--data", tmp_path / "data", "--to", tmp_path / "copy")
    assert (code, "broken at entry 3" in said, "--until-break" in said) == (1, True, True)
    assert names_in(tmp_path) == ["data"]


async def test_what_is_whole_of_a_broken_journal_can_be_saved(tmp_path: Path) -> None:
    """Asked for by name, the entries before the break are copied; a server can go on with them."""
    data, copy = tmp_path / "data", tmp_path / "copy"
    await journal_of(data, 6)
    before = await entries_in(data)
    TAMPERED["altered"][0](data / FILE_NAME)
    assert palabra("backup", "--data", data, "--to", copy, "--until-break")[0] == 0
    assert palabra("restore", "--from", copy, "--data", data, "--set-aside")[0] == 0
    assert await entries_in(data) == before[:2]


async def test_no_room_for_a_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It fails half way: said so, and nothing half made has the name of a backup."""

    def fails(*_: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    await journal_of(tmp_path / "data", 3)
    monkeypatch.setattr(backup, "fill", fails)
    code, said = palabra("backup", "--data", tmp_path / "data", "--to", tmp_path / "copy")
    assert (code, "there is no room on its disk" in said) == (1, True)
    assert names_in(tmp_path) == ["data"]


async def test_a_backup_is_durable_before_it_is_called_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy's content and its name in the folder are synced."""
    await journal_of(tmp_path / "data", 3)
    synced: list[int] = []
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", lambda number: synced.append(os.fstat(number).st_ino))
        assert palabra("backup", "--data", tmp_path / "data", "--to", tmp_path / "copy")[0] == 0
    assert synced == [number_of(tmp_path / "copy"), number_of(tmp_path)]


# restore


async def test_a_restored_journal_goes_on_where_the_backup_ends(tmp_path: Path) -> None:
    """Into a new folder: the same entries, owner-only, and the next one follows."""
    data, new, copy = tmp_path / "data", tmp_path / "new", tmp_path / "copy"
    await journal_of(data, 4)
    palabra("backup", "--data", data, "--to", copy)
    code, said = palabra("restore", "--from", copy, "--data", new)
    assert (code, 'no file "secret"' in said, f"run --data {new}" in said) == (0, True, True)
    assert await entries_in(new) == await entries_in(data)
    assert (new / FILE_NAME).stat().st_mode & 0o777 == 0o600
    await journal_of(new, 1)
    assert len(await entries_in(new)) == 5


async def test_a_journal_in_use_is_not_replaced(tmp_path: Path) -> None:
    """While a server runs on the folder, restoring is refused, also with --set-aside."""
    data, copy = tmp_path / "data", tmp_path / "copy"
    with appender(data) as (process, lines):
        next(lines)
        palabra("backup", "--data", data, "--to", copy)
        code, said = palabra("restore", "--from", copy, "--data", data, "--set-aside")
        assert (code, f"process {process.pid}" in said) == (1, True)
        next(lines)
    assert palabra("verify", "--data", data)[0] == 0


async def test_a_journal_is_set_aside_only_if_told_so(tmp_path: Path) -> None:
    """Without the option nothing changes; with it the old journal lies whole under a dated name."""
    data, copy = tmp_path / "data", tmp_path / "copy"
    await journal_of(data, 2)
    palabra("backup", "--data", data, "--to", copy)
    await journal_of(data, 2)
    before = await entries_in(data)
    code, said = palabra("restore", "--from", copy, "--data", data)
    assert (code, "there is a journal already" in said, "--set-aside" in said) == (1, True, True)
    assert await entries_in(data) == before
    code, said = palabra("restore", "--from", copy, "--data", data, "--set-aside")
    assert code == 0
    kept = re.search(r"is now (\S+journal-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.sqlite3)", said)
    assert kept is not None
    assert check(Path(kept[1])).seq == 4
    assert await entries_in(data) == before[:2]


async def test_a_broken_backup_is_not_restored(tmp_path: Path) -> None:
    """Verified first: the journal that is there stays in its place."""
    data, copy = tmp_path / "data", tmp_path / "copy"
    await journal_of(data, 6)
    before = await entries_in(data)
    palabra("backup", "--data", data, "--to", copy)
    TAMPERED["missing"][0](copy)
    code, said = palabra("restore", "--from", copy, "--data", data, "--set-aside")
    assert (code, "Use another backup" in said) == (1, True)
    assert await entries_in(data) == before


@pytest.mark.parametrize("renames", range(5))
async def test_a_restore_that_is_cut_short_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, renames: int
) -> None:
    """Stopped after any of its steps: the old journal, the new one, or a refusal to start; never an empty one.

    Done again, it is done; and the old entries are still there.
    """
    data, copy = tmp_path / "data", tmp_path / "copy"
    await journal_of(data, 2)
    palabra("backup", "--data", data, "--to", copy)
    with appender(data) as (process, lines):
        while int(next(lines)) < 5:
            pass
        process.kill()  # so that there is a log to be set aside as well
    left = renames

    def step(self: Path, target: Path) -> Path:
        nonlocal left
        if left == 0:
            raise KeyboardInterrupt
        left -= 1
        os.rename(self, target)  # noqa: PTH104 - the one that is replaced here
        return target

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", step)
        patched.setattr(Path, "replace", step)
        if renames < 4:
            with pytest.raises(KeyboardInterrupt):
                backup.restore_file(copy, data, "first")
        else:
            backup.restore_file(copy, data, "first")
    try:
        assert len(await entries_in(shutil.copytree(data, tmp_path / "as it lies"))) in {2, 5, 6, 7, 8, 9, 10}
    except CannotOpen as refusal:
        assert re.search("half restored|is gone while", str(refusal))  # noqa: PT017
    backup.restore_file(copy, data, "second")
    assert len(await entries_in(data)) == 2
    assert any(b'"seq":5,' in file.read_bytes() for file in data.iterdir() if file.name != FILE_NAME)


async def test_a_server_on_a_restored_backup_shows_what_was(tmp_path: Path) -> None:
    """A dialogue under way is backed up, its journal destroyed; restored, every face is as it was at the backup."""
    data, copy = tmp_path / "data", tmp_path / "copy"
    with ServerProcess(data).started() as server:
        chair = Client(server.url, server.token(CHAIR))
        await chair.connect()
        await chair.done(MoveStep(chair.step, Step("opening")))
        await chair.done(MoveStep(chair.step, Step("interventions", 1)))
        before = chair.view
        assert palabra("backup", "--data", data, "--to", copy)[0] == 0
        await chair.done(Suspend("break"))
        server.kill()
        await chair.got("cut")
        os.truncate(data / FILE_NAME, 0)
        with pytest.raises(RuntimeError, match="did not start"):
            server.start()
        code, said = palabra("restore", "--from", copy, "--data", data, "--set-aside")
        assert (code, "secret" in said) == (0, False)
        server.start()
        again = Client(server.url, server.token(CHAIR))
        await again.connect()
        assert again.view == before
        await chair.close()
        await again.close()


# Redis


async def test_a_journal_moves_from_a_file_to_redis_and_back(tmp_path: Path, redis_url: str) -> None:
    """Restored into Redis, verified, and backed up from there: the same entries with the same hashes."""
    data, copy, back = tmp_path / "data", tmp_path / "copy", tmp_path / "back"
    await journal_of(data, 5)
    palabra("backup", "--data", data, "--to", copy)
    url = ("--journal", redis_url, "--data", data)
    code, said = await asyncio.to_thread(palabra, "restore", "--from", copy, *url)
    assert (code, f"Head: 5 {check(copy).hash}" in said) == (0, True), said
    assert (await asyncio.to_thread(palabra, "verify", *url))[0] == 0
    assert (await asyncio.to_thread(palabra, "backup", "--to", back, *url))[0] == 0
    assert check(back) == check(copy) == check(data / FILE_NAME)


async def test_a_journal_in_redis_is_filled_up_but_not_mixed(tmp_path: Path, redis_url: str) -> None:
    """What was restored half way is completed; where other entries are already, nothing is added."""
    data, half, copy = tmp_path / "data", tmp_path / "half", tmp_path / "copy"
    await journal_of(data, 2)
    palabra("backup", "--data", data, "--to", half)
    await journal_of(data, 3)
    palabra("backup", "--data", data, "--to", copy)
    url = ("--journal", redis_url, "--data", data)
    for source in (half, copy):
        assert (await asyncio.to_thread(palabra, "restore", "--from", source, *url))[0] == 0
    for source in (half, await another(tmp_path)):
        code, said = await asyncio.to_thread(palabra, "restore", "--from", source, *url)
        assert (code, "there is a journal already" in said) == (1, True), said
    assert (await asyncio.to_thread(palabra, "backup", "--to", tmp_path / "back", *url))[0] == 0
    assert check(tmp_path / "back") == check(copy)
