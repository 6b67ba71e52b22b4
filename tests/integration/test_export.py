"""`python -m server export`: the record as files, of a folder, a backup or a Redis; and why there is none."""

import asyncio
import json
import random
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from server.journal.codec import stored_form
from server.journal.port import Journal
from server.journal.redis import RedisJournal
from server.journal.sqlite import SqliteJournal
from tests.support.full_session import FullSession
from tests.support.operations import names_in, palabra
from tests.support.play import Play

LIGHT = ("--format", "json", "--format", "csv", "--format", "vtt")
"""Formats that are drawn in no time."""


async def store(journal: Journal, play: Play) -> None:
    """Put a dialogue into a journal, and close that."""
    await journal.keep(play.records)
    head = (0, "")
    for entry in play.entries:
        saved = stored_form(replace(entry, prev=head[1]))
        await journal.append(*head, saved)
        head = entry.seq, saved.hash
    await journal.close()


def played() -> Play:
    """A short one with everything in it."""
    return FullSession(random.Random(5)).run(40)  # noqa: S311 - the same each time


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a dialogue in it."""

    async def fill() -> None:
        await store(await SqliteJournal.open(tmp_path / "data"), played())

    asyncio.run(fill())
    return tmp_path / "data"


def contents(folder: Path) -> dict[str, bytes]:
    """The files in a folder."""
    return {name: (folder / name).read_bytes() for name in names_in(folder)}


def test_a_folder_a_backup_and_a_redis_give_the_same_bytes(
    data: Path, tmp_path: Path, redis_url: str
) -> None:
    """And so does the same folder once more, at another time: only the journal counts."""
    kinds = ("--format", "all", "--lang", "fr")
    assert palabra("export", "--data", data, "--out", tmp_path / "one", *kinds)[0] == 0
    assert palabra("export", "--data", data, "--out", tmp_path / "again", *kinds)[0] == 0
    assert palabra("backup", "--data", data, "--to", tmp_path / "copy")[0] == 0
    assert palabra("export", "--file", tmp_path / "copy", "--out", tmp_path / "two", *kinds)[0] == 0

    async def into_redis() -> None:
        await store(await RedisJournal.open(redis_url, "cartagena-2012"), played())

    asyncio.run(into_redis())
    code, output = palabra("export", "--journal", redis_url, "--out", tmp_path / "three", *kinds)
    assert code == 0, output
    one = contents(tmp_path / "one")
    assert len(one) >= 4
    assert one == contents(tmp_path / "again") == contents(tmp_path / "two") == contents(tmp_path / "three")


def test_each_language_and_format_that_is_asked_for_once(data: Path, tmp_path: Path) -> None:
    """Files without a language come once, whatever is asked for; the names are printed."""
    code, output = palabra(
        "export", "--data", data, "--out", tmp_path / "out", *LIGHT, "--lang", "pt", "--lang", "es"
    )
    assert code == 0
    names = ["record.json", "speakers.es.vtt", "speakers.pt.vtt", "statements.es.csv", "statements.pt.csv"]
    assert names_in(tmp_path / "out") == names
    assert sorted(Path(line).name for line in output.split()) == names


def test_series_and_symbol_are_those_of_the_configuration(data: Path, tmp_path: Path) -> None:
    """Read anew each time, also out of a file with a mistake elsewhere."""
    text = Path("config.toml").read_text("utf-8").replace('symbol = ""', 'symbol = "ASCA/Foro-29/12"')
    for name, written in {"whole": text, "broken": text.replace("[lengths]", "[lenghts]")}.items():
        (tmp_path / name).write_text(written, "utf-8")
        where = ("--config", tmp_path / name, "--out", tmp_path / f"out-{name}")
        assert palabra("export", "--data", data, *where, "--format", "json")[0] == 0
        assert b'"symbol": "ASCA/Foro-29/12"' in (tmp_path / f"out-{name}/record.json").read_bytes()


def test_nothing_is_replaced(data: Path, tmp_path: Path) -> None:
    """A file that is there stays, and none is made beside it."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "record.json").write_text("mine")
    code, output = palabra("export", "--data", data, "--out", out, *LIGHT)
    assert code == 1
    assert "record.json" in output
    assert "name another folder" in output
    assert contents(out) == {"record.json": b"mine"}


def test_a_link_that_leads_nowhere_is_not_followed(data: Path, tmp_path: Path) -> None:
    """Nothing is written where it points to."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "record.json").symlink_to(tmp_path / "elsewhere")
    code, output = palabra("export", "--data", data, "--out", out, "--format", "json")
    assert code == 1
    assert "record.json cannot be written" in output
    assert not (tmp_path / "elsewhere").exists()


def test_the_journal_is_left_as_it_is(data: Path, tmp_path: Path) -> None:
    """Nothing is written beside it."""
    before = contents(data)
    assert palabra("export", "--data", data, "--out", tmp_path / "out", *LIGHT)[0] == 0
    assert contents(data) == before


def test_whoever_writes_the_journal_goes_on_writing(tmp_path: Path) -> None:
    """Exported between two acts, while it is open: up to the last act, and the next one is stored as ever."""
    play, data = played(), tmp_path / "data"

    async def write_and_export() -> None:
        journal = await SqliteJournal.open(data)
        await journal.keep(play.records)
        head, half = (0, ""), len(play.entries) // 2
        for place, entry in enumerate(play.entries):
            saved = stored_form(replace(entry, prev=head[1]))
            await journal.append(*head, saved)
            head = entry.seq, saved.hash
            if place in (half, len(play.entries) - 1):
                out = tmp_path / f"out-{place}"
                assert palabra("export", "--data", data, "--out", out, "--format", "json")[0] == 0
                prepared = json.loads((out / "record.json").read_bytes())["prepared"]
                assert round(datetime.fromisoformat(prepared).timestamp() * 1000) == entry.at_ms
        await journal.close()

    asyncio.run(write_and_export())


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--format", "word"), "json"),
        (("--lang", "de"), "fr"),
        (("--data", "nowhere"), "There is no journal in nowhere. Name its folder with --data"),
        (("--file", "nowhere"), "no such file"),
        (("--file", "config.toml"), "config.toml"),
        (("--out", "config.toml"), "config.toml is a file. Name a folder with --out."),
    ],
)
def test_what_is_wrong_is_said_with_its_remedy(
    data: Path, tmp_path: Path, arguments: tuple[str, str], told: str
) -> None:
    """And no file is made."""
    usual = {"--data": str(data), "--out": str(tmp_path / "out")}
    given = usual | dict([arguments])
    code, output = palabra("export", *(part for pair in given.items() for part in pair))
    assert code != 0
    assert told in output
    assert not list(tmp_path.glob("out/*"))


def test_before_the_opening_there_is_no_record(tmp_path: Path) -> None:
    """Neither of an empty journal nor of one in which only requests were made."""

    async def fill(name: str, play: Play | None) -> None:
        journal = await SqliteJournal.open(tmp_path / name)
        if play is None:
            await journal.close()
        else:
            await store(journal, play)

    early = Play()
    early.ask("BR")
    asyncio.run(fill("empty", None))
    asyncio.run(fill("early", early))
    for name, told in {"empty": "Nothing has been recorded yet", "early": "has not been opened yet"}.items():
        code, output = palabra("export", "--data", tmp_path / name, "--out", tmp_path / "out")
        assert code == 1
        assert told in output


def test_a_language_that_the_dialogue_does_not_have_is_named(tmp_path: Path) -> None:
    """With those that it has."""
    session = FullSession(random.Random(5))  # noqa: S311 - the same each time
    session.play.setup = replace(session.play.setup, languages=("es", "pt"))
    session.play.__post_init__()
    play = session.run(10)

    async def fill() -> None:
        await store(await SqliteJournal.open(tmp_path / "data"), play)

    asyncio.run(fill())
    code, output = palabra("export", "--data", tmp_path / "data", "--out", tmp_path / "out", "--lang", "fr")
    assert code == 1
    assert "not held in fr. It has: es, pt" in output
    code, output = palabra("export", "--data", tmp_path / "data", "--out", tmp_path / "out", *LIGHT)
    assert code == 0
    assert "statements.pt.csv" in output
    assert "statements.fr.csv" not in output
