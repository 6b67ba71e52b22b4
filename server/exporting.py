"""`python -m server export`: the record of a dialogue as files, of a journal in use or of a backup."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NoReturn, cast

import click

from server.config import Config, Unusable
from server.dialogue.decider import Known, replay
from server.dialogue.model.register import people_in
from server.dialogue.model.setup import LANGUAGES, Language
from server.dialogue.model.state import State
from server.facts import check_known, dialogue_of, settings_of
from server.journal.port import JournalError
from server.journal.redis import RedisJournal
from server.journal.sqlite_check import reading, saved_in
from server.journal.sqlite_file import FILE_NAME
from server.journal.sqlite_register import records_of
from server.options import config_option, data_option, journal_option
from server.record.composed import NotOpened, record_of
from server.record.formats import FORMATS, files_of, names_of
from server.record.model import Heading, Record

ALL: Final = "all"


class _Nothing(Exception):
    """There is no record yet; the message says why and what to do."""


@click.command()
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice([*FORMATS, ALL]),
    default=[ALL],
    show_default=True,
    help="Which; may be given several times.",
)
@click.option(
    "--lang",
    "langs",
    multiple=True,
    type=click.Choice([*LANGUAGES, ALL]),
    default=[ALL],
    help="In which languages, of those of the dialogue; may be given several times.  [default: all]",
)
@click.option(
    "--out", type=Path, required=True, help="Folder to make the files in; nothing in it is replaced."
)
@click.option("--file", type=Path, help="A backup, instead of the journal in use.")
@config_option
@data_option
@journal_option
def export(
    formats: Sequence[str],
    langs: Sequence[str],
    out: Path,
    file: Path | None,
    config: Path,
    data: Path,
    journal: str | None,
) -> None:
    """Make the record of the dialogue, provisional until it is released. Works beside a running server.

    The same journal gives the same bytes: the instant of its preparation is that of the last act.
    """
    settings = settings_of(config, journal)
    try:
        known = _known(settings, data, file)
        record = _record(known.state, settings)
    except _Nothing as nothing:
        _fail(str(nothing))
    except JournalError as error:
        _fail(str(error))
    wanted = _langs(record, langs)
    chosen = tuple(FORMATS) if ALL in formats else tuple(dict.fromkeys(formats))
    _check_free(out, names_of(chosen, wanted))
    for made in files_of(record, chosen, wanted):
        _write(out / made.name, made.body)
        click.echo(out / made.name)


def _known(settings: Config | Unusable, data: Path, file: Path | None) -> Known:
    """Fold the journal, as it is at this moment; whoever writes it is not kept waiting. Raises `JournalError`."""
    if file is None:
        check_known(settings)
        if settings.server.journal:
            return _begun(asyncio.run(_of_redis(settings)))
    path = data / FILE_NAME if file is None else file
    if file is None and not path.exists():
        raise _Nothing(
            f"There is no journal in {data}. Name its folder with --data, or a backup with --file."
        )
    with reading(path) as database:
        found = replay((saved.entry for saved in saved_in(path, database)), people_in(records_of(database)))
    return _begun(found)


def _begun(found: Known | None) -> Known:
    if found is None:
        raise _Nothing("Nothing has been recorded yet: there is no record before the dialogue is opened.")
    return found


async def _of_redis(settings: Config | Unusable) -> Known | None:
    journal = await RedisJournal.open(settings.server.journal, await dialogue_of(settings))
    try:
        entries = [saved.entry async for saved in journal.read()]
        return replay(entries, people_in(await journal.records()))
    finally:
        await journal.close()


def _record(state: State, settings: Config | Unusable) -> Record:
    result = settings.result
    heading = Heading(series=result.series, symbol=result.symbol, original=result.original)
    try:
        return record_of(state, state.at_ms, heading=heading)
    except NotOpened:
        raise _Nothing(
            "The dialogue has not been opened yet: there is nothing to export. Try again after the opening."
        ) from None


def _langs(record: Record, langs: Sequence[str]) -> tuple[Language, ...]:
    """The languages that were asked for, of those that the dialogue has."""
    has = record.dialogue.languages
    if ALL in langs:
        return has
    lacking = [lang for lang in langs if lang not in has]
    if lacking:
        _fail(f"The dialogue was not held in {', '.join(lacking)}. It has: {', '.join(has)}.")
    return cast("tuple[Language, ...]", tuple(dict.fromkeys(langs)))


def _check_free(out: Path, names: Sequence[str]) -> None:
    """End where a file would be replaced, or the folder cannot be made: before anything is drawn."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        _fail(f"{out} is a file. Name a folder with --out.")
    except OSError as error:
        _fail(f"{out} cannot be made ({error.strerror}). Name another folder with --out.")
    if there := [name for name in names if (out / name).exists()]:
        _fail(f"{out} already has {', '.join(there)}. Nothing is replaced: name another folder with --out.")


def _write(path: Path, body: bytes) -> None:
    try:
        with path.open("xb") as target:
            target.write(body)
    except OSError as error:
        _fail(f"{path} cannot be written ({error.strerror}). Name another folder with --out.")


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)
