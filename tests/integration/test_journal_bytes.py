"""Entries stay the bytes that were written, however another version would write them: wherever they are copied to."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import aiohttp
import msgspec
import pytest

from server.app import Running
from server.dialogue.rooms.screens import ShowMessage
from server.journal.codec import Row, decode, digest, encode, verified
from server.journal.sqlite_check import ROWS
from server.journal.sqlite_file import FILE_NAME, fill
from tests.support.golden import journals
from tests.support.operations import palabra
from tests.support.play import CHAIR, Play
from tests.support.server import serving, token_of

LATER = ("lengths", "rules", "clock_rate")
"""Fields of the set-up that have a default: bytes of before they were there lack them."""


def rows_in(file: Path) -> list[Row]:
    """A journal's rows as they lie there."""
    with closing(sqlite3.connect(file)) as database:
        return list(database.execute(ROWS))


def golden(file: Path) -> None:
    """A golden journal of the oldest format."""
    file.write_bytes(journals()[0].read_bytes())


def made_by_hand(file: Path) -> None:
    """A journal of the present format, from before some fields had their defaults."""
    play = Play()
    play.primary()
    play.do(ShowMessage("Bienvenidos"))
    rows: list[Row] = []
    prev = ""
    for entry in play.entries:
        content = msgspec.json.decode(encode(entry))
        content["entry"]["prev"] = prev
        for event in content["entry"]["events"]:
            for field in LATER:
                event.get("setup", {}).pop(field, None)
        body = msgspec.json.encode(content)
        prev = digest(body)
        rows.append((entry.seq, body, prev))
    fill(file, rows)


@pytest.fixture(params=[golden, made_by_hand], ids=lambda make: make.__name__)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A data folder with a journal whose bytes are not what today's encoder makes of its entries."""
    folder = tmp_path / "old"
    folder.mkdir()
    request.param(folder / FILE_NAME)
    rows = rows_in(folder / FILE_NAME)
    assert any(encode(saved.entry) != saved.body for saved in verified(rows, 0, ""))
    return folder


async def exported(server: Running) -> list[bytes]:
    """The lines of /api/journal."""
    bearer = {"Authorization": f"Bearer {token_of(server, CHAIR)}"}
    async with (
        aiohttp.ClientSession(server.url) as http,
        http.get("/api/journal", headers=bearer) as response,
    ):
        return (await response.read()).splitlines()


def assert_chained(lines: list[bytes]) -> None:
    """Each entry names the hash of the bytes before it."""
    assert [decode(line).prev for line in lines] == ["", *map(digest, lines)][: len(lines)]


async def test_a_backup_holds_the_bytes_that_were_written(old: Path, tmp_path: Path, redis_url: str) -> None:
    """From the file to a backup, into Redis, to a backup, into a file: every row is the same to the byte."""
    rows, copy, back, new = rows_in(old / FILE_NAME), tmp_path / "copy", tmp_path / "back", tmp_path / "new"
    redis = ("--journal", redis_url)
    for command in (
        ("backup", "--data", old, "--to", copy),
        ("restore", "--from", copy, "--data", old, *redis),
        ("verify", "--data", old, *redis),
        ("backup", "--data", old, "--to", back, *redis),
        ("restore", "--from", back, "--data", new),
        ("verify", "--data", new),
    ):
        code, said = await asyncio.to_thread(palabra, *command)
        assert code == 0, said
    assert rows_in(copy) == rows_in(back) == rows_in(new / FILE_NAME) == rows


@pytest.mark.parametrize("kind", ["sqlite", "redis"])
async def test_an_export_is_the_chain_as_it_was_written(old: Path, redis_url: str, kind: str) -> None:
    """`/api/journal` of a server that goes on with an old journal: the old bytes, then its own; every hash fits."""
    rows = rows_in(old / FILE_NAME)
    if kind == "redis":
        source = ("--from", old / FILE_NAME, "--data", old, "--journal", redis_url)
        assert (await asyncio.to_thread(palabra, "restore", *source))[0] == 0
    async with serving(old, journal=redis_url if kind == "redis" else "") as server:
        await server.session.submit(CHAIR, "message-1", ShowMessage("today"))
        lines = await exported(server)
    assert lines[:-1] == [body for _, body, _ in rows]
    assert_chained(lines)
