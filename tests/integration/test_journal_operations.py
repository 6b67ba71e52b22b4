"""`verify`, `backup` and `restore`: what an operator is told, and that nothing is lost or written over."""

import asyncio
import json
import os
import re
import resource
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from server.__main__ import main
from server.dialogue import commands as cmd
from server.dialogue.entry import Entry
from server.dialogue.values import Step
from server.journal import copies
from server.journal.codec import digest
from server.journal.folder import CannotOpen
from server.journal.port import Broken
from server.journal.sqlite import SqliteJournal
from server.journal.sqlite_check import check
from server.journal.sqlite_open import FILE_NAME
from tests.support.client import Client
from tests.support.journals import append, appender, entries, fill, journal_of
from tests.support.play import CHAIR
from tests.support.server import ServerProcess


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
NEWER = "UPDATE entries SET body = CAST(replace(body, '\"format\":1', '\"format\":99') AS BLOB) WHERE seq = 3"
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
        "format 99, and this version",
    ),
    "negative": (sql("UPDATE entries SET seq = -3 WHERE seq = 3"), 1, "the next one found is -3"),
}


# verify


async def test_a_whole_journal_is_said_to_be_whole(tmp_path: Path) -> None:
    """Number of entries, the last one's instant, the head's seq and hash; exit code 0."""
    await journal_of(tmp_path, 5)
    code, said = palabra("verify", "--data", tmp_path)
    assert code == 0
    whole = check(tmp_path / FILE_NAME)
    assert f"is whole: 5 entries, the last of 2026-09-21 14:13:20 UTC. Head: 5 {whole.hash}" in said


async def test_an_empty_journal_is_whole(tmp_path: Path) -> None:
    """Nothing was recorded yet, and that is said."""
    await journal_of(tmp_path, 0)
    assert palabra("verify", "--data", tmp_path) == (0, f"{tmp_path / FILE_NAME} is whole: it is empty.\n")


def test_where_there_is_no_journal_that_is_said(tmp_path: Path) -> None:
    """No journal is not a whole journal: exit code 1, and nothing is made."""
    code, said = palabra("verify", "--data", tmp_path / "nowhere")
    assert (code, "there is no such file" in said) == (1, True)
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("kind", TAMPERED)
async def test_a_break_is_placed_and_the_remedy_named(tmp_path: Path, kind: str) -> None:
    """Whatever was done to the journal: which entry, what is wrong with it, what to do; exit code 1."""
    tamper, seq, reason = TAMPERED[kind]
    await journal_of(tmp_path, 6)
    tamper(tmp_path / FILE_NAME)
    code, said = palabra("verify", "--data", tmp_path)
    assert code == 1
    assert re.search(rf"broken at entry {seq}: .*{reason}", said)
    assert f"restore --from BACKUP --data {tmp_path} --set-aside" in said


async def test_a_cut_file_is_noticed(tmp_path: Path) -> None:
    """Half a journal, and half a backup: exit code 1 and a remedy, for a backup another one."""
    await journal_of(tmp_path, 60)
    path = tmp_path / FILE_NAME
    cut(path)
    code, said = palabra("verify", "--data", tmp_path)
    assert (code, "put a backup in its place" in said) == (1, True)
    code, said = palabra("verify", "--file", path)
    assert (code, "Use another backup" in said) == (1, True)


def verdict(path: Path) -> tuple[int, str] | None:
    """The head of what is found whole, None if damage is noticed."""
    try:
        return check(path)[:2]
    except (Broken, CannotOpen):
        return None


async def test_a_flipped_bit_anywhere_is_noticed_or_does_no_harm(tmp_path: Path) -> None:
    """Every byte of a small journal's file, one bit of it flipped: noticed, or the journal reads as before.

    And what is read as before is the same entries, since their hashes are; most flips in entries are noticed.
    """
    await journal_of(tmp_path, 4)
    path = tmp_path / FILE_NAME
    content, whole = path.read_bytes(), check(path)[:2]
    used = content.index(b'{"format":1')  # entries fill a page from its end
    noticed = 0
    with path.open("r+b", buffering=0) as file:
        for place, byte in enumerate(content):
            # In the header of the entries' page, all bits: it says how many entries there are.
            for bit in range(8) if PAGE <= place < PAGE + 8 else [place % 8]:
                os.pwrite(file.fileno(), bytes([byte ^ 1 << bit]), place)
                found = verdict(path)
                assert found in (None, whole), f"byte {place}, bit {bit}"
                noticed += found is None and place >= used
            os.pwrite(file.fileno(), bytes([byte]), place)
    assert verdict(path) == whole
    assert noticed > 0.99 * (len(content) - used)  # of what is around the entries, a little is never read


async def test_a_flipped_bit_in_the_log_is_noticed(tmp_path: Path) -> None:
    """SQLite takes a log to end at a damaged frame. Here what it would lose is missed, but for
    the last entry: its frame may have been torn before it was acknowledged.
    """
    journal = await SqliteJournal.open(tmp_path / "live")
    await fill(journal, 12)
    await journal.head()
    lying = shutil.copytree(tmp_path / "live", tmp_path / "lying")
    head = await journal.head()
    await journal.close()
    path, log, index = (lying / f"{FILE_NAME}{suffix}" for suffix in ("", "-wal", "-shm"))
    content = log.read_bytes()
    shorter = 0
    for place in range(0, len(content), 97):
        log.write_bytes(content[:place] + bytes([content[place] ^ 1 << place % 8]) + content[place + 1 :])
        index.unlink(missing_ok=True)
        found = verdict(path)
        assert found is None or found[0] >= head[0] - 1, f"byte {place}"
        shorter += found is not None and found[0] == head[0] - 1
    assert 0 < shorter < len(content) / 97 / 6


async def test_a_journal_whose_log_is_damaged_is_not_opened(tmp_path: Path) -> None:
    """The server says what is lost instead of going on without it, and leaves the log as evidence."""
    journal = await SqliteJournal.open(tmp_path / "live")
    await fill(journal, 12)
    lying = shutil.copytree(tmp_path / "live", tmp_path / "lying")
    await journal.close()
    log = lying / f"{FILE_NAME}-wal"
    content = bytearray(log.read_bytes())
    content[len(content) // 2] ^= 1
    log.write_bytes(content)
    (lying / f"{FILE_NAME}-shm").unlink()
    with pytest.raises(
        Broken, match="log beside the file is damaged, and all from there to entry 12 is lost"
    ):
        await SqliteJournal.open(lying)
    assert log.read_bytes() == content


# backup


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
    monkeypatch.setattr(copies, "fill", fails)
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
                copies.restore(copy, data, "first")
        else:
            copies.restore(copy, data, "first")
    try:
        assert len(await entries_in(shutil.copytree(data, tmp_path / "as it lies"))) in {2, 5, 6, 7, 8, 9, 10}
    except CannotOpen as refusal:
        assert re.search("half restored|is gone while", str(refusal))  # noqa: PT017
    copies.restore(copy, data, "second")
    assert len(await entries_in(data)) == 2
    assert any(b'"seq":5,' in file.read_bytes() for file in data.iterdir() if file.name != FILE_NAME)


async def test_a_server_on_a_restored_backup_shows_what_was(tmp_path: Path) -> None:
    """A dialogue under way is backed up, its journal destroyed; restored, every face is as it was at the backup."""
    data, copy = tmp_path / "data", tmp_path / "copy"
    with ServerProcess(data).started() as server:
        chair = Client(server.url, server.token(CHAIR))
        await chair.connect()
        await chair.done(cmd.MoveStep(chair.step, Step("opening")))
        await chair.done(cmd.MoveStep(chair.step, Step("interventions", 1)))
        before = (chair.seq, chair.view)
        assert palabra("backup", "--data", data, "--to", copy)[0] == 0
        await chair.done(cmd.Suspend("break"))
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
        assert (again.seq, again.view) == before
        await chair.close()
        await again.close()


# A full disk under a running server


@pytest.mark.skipif(
    not hasattr(resource, "prlimit"), reason="only Linux can take room away from another process"
)
async def test_a_server_without_room_says_so_and_goes_on_when_there_is_some(tmp_path: Path) -> None:
    """Refused acts are not in the journal, `/healthz` says "not_saved"; with room again the same act is accepted."""
    with ServerProcess(tmp_path / "data").started() as server:
        chair = Client(server.url, server.token(CHAIR))
        await chair.connect()
        await chair.done(cmd.MoveStep(chair.step, Step("opening")))
        log = tmp_path / "data" / f"{FILE_NAME}-wal"
        with room_for(server._running.pid, log.stat().st_size + 100):
            answers = [await chair.do(cmd.Suspend("break")) for _ in range(3)]
            assert [getattr(answer, "code", "accepted") for answer in answers] == ["not_saved"] * 3
            assert await asyncio.to_thread(health, server.url) == "not_saved"
            assert palabra("verify", "--data", tmp_path / "data")[0] == 0
        assert await chair.done(cmd.Suspend("break")) == 2
        assert await asyncio.to_thread(health, server.url) == "ok"
        await chair.close()
    assert len(await entries_in(tmp_path / "data")) == 2


@contextmanager
def room_for(process: int, size: int) -> Iterator[None]:
    """Let the system refuse to let a process write further than `size` bytes into any file."""
    soft, hard = resource.prlimit(process, resource.RLIMIT_FSIZE)
    resource.prlimit(process, resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.prlimit(process, resource.RLIMIT_FSIZE, (soft, hard))


def health(url: str) -> str:
    """What `/healthz` says, whether or not it says so with an error."""
    try:
        with urlopen(f"{url}/healthz") as answer:  # noqa: S310 - our own server
            return str(json.load(answer)["status"])
    except HTTPError as error:
        with error:
            return str(json.load(error)["status"])


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


async def another(folder: Path) -> Path:
    """A backup of another dialogue, longer than any other here."""
    journal = await SqliteJournal.open(folder / "other")
    for _ in range(8):
        await append(journal, marked="other")
    await journal.close()
    palabra("backup", "--data", folder / "other", "--to", folder / "other-copy")
    return folder / "other-copy"
