"""`verify`: a whole journal is said to be whole, any other says where it breaks and what to do."""

import os
import re
import shutil
from pathlib import Path

import pytest

from server.dialogue.model.ids import SeatId
from server.dialogue.model.register import Person, Record
from server.journal.codec import FORMAT
from server.journal.folder import CannotOpen
from server.journal.port import Broken, SpoiltRecord
from server.journal.sqlite import SqliteJournal
from server.journal.sqlite_check import check
from server.journal.sqlite_file import FILE_NAME
from tests.support.journals import fill, journal_of
from tests.support.operations import PAGE, TAMPERED, cut, palabra


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
    except (Broken, CannotOpen, SpoiltRecord):
        return None


async def test_a_flipped_bit_anywhere_is_noticed_or_does_no_harm(tmp_path: Path) -> None:
    """Every byte of a small journal's file, one bit of it flipped: noticed, or the journal reads as before.

    And what is read as before is the same entries, since their hashes are; most flips in entries and records are
    noticed.
    """
    await journal_of(tmp_path, 4)
    journal = await SqliteJournal.open(tmp_path)
    await journal.keep(
        [Record(SeatId(f"seat-{n}"), Person({"en": f"Delegate {n}"}), "salt") for n in range(24)]
    )
    await journal.close()
    path = tmp_path / FILE_NAME
    content, whole = path.read_bytes(), check(path)[:2]
    first = [content.index(begin) for begin in (b'{"format":%d' % FORMAT, b'{"seat":"seat-23"')]
    written = [
        place for begin in first for place in range(begin, -(-begin // PAGE) * PAGE)
    ]  # a page, to its end
    counted, noticed = set(written), 0
    with path.open("r+b", buffering=0) as file:
        for place, byte in enumerate(content):
            # In the header of the entries' page, all bits: it says how many entries there are.
            for bit in range(8) if PAGE <= place < PAGE + 8 else [place % 8]:
                os.pwrite(file.fileno(), bytes([byte ^ 1 << bit]), place)
                found = verdict(path)
                assert found in (None, whole), f"byte {place}, bit {bit}"
                noticed += found is None and place in counted
            os.pwrite(file.fileno(), bytes([byte]), place)
    assert verdict(path) == whole
    assert noticed > 0.99 * len(counted)  # of what is around entries and records, a little is never read


async def test_a_flipped_bit_in_the_log_is_noticed(tmp_path: Path) -> None:
    """SQLite takes a log to end at a damaged frame. Here what it would lose is missed, but for
    the last entry: its frame may have been torn before it was acknowledged.
    """
    journal = await SqliteJournal.open(tmp_path / "live")
    await fill(journal, 14)  # the last of them fits on the page of the one before: it is one frame
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
