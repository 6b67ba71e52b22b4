"""`python -m server verify | backup | restore`: looking after a journal."""

import asyncio
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import click

from server.clock import Clock
from server.config import Config, Unusable
from server.facts import check_known, dialogue_of, settings_of
from server.journal.backup import copy_file, refill, restore_file, rows_of, verify_journal, write_file
from server.journal.codec import Row
from server.journal.port import Broken, Journal, JournalError
from server.journal.redis import RedisJournal
from server.journal.sqlite_check import Whole, check
from server.journal.sqlite_file import FILE_NAME, Damaged
from server.journal.sqlite_register import RecordRow
from server.options import config_option, data_option, journal_option

COMMAND = f"{sys.executable} -m server"


@click.command()
@config_option
@data_option
@journal_option
@click.option("--file", type=Path, help="A backup, instead of the journal in use.")
def verify(config: Path, data: Path, journal: str | None, file: Path | None) -> None:
    """Say whether the journal is whole, or where it breaks. Works beside a running server."""
    if file is not None:
        with _explained(file, "Use another backup"):
            whole = check(file)
        click.echo(f"{file} is whole: {_described(whole)}")
        return
    settings, place = _place(config, data, journal)
    url = settings.server.journal
    with _explained(place, _remedy(data, url)):
        whole = asyncio.run(_verified(settings)) if url else check(data / FILE_NAME)
    click.echo(f"{place} is whole: {_described(whole)}")


@click.command()
@config_option
@data_option
@journal_option
@click.option(
    "--to", type=Path, required=True, help="The file to make. One that is there is not written over."
)
@click.option("--until-break", is_flag=True, help="Of a broken file, save the entries before the break.")
def backup(config: Path, data: Path, journal: str | None, to: Path, *, until_break: bool) -> None:
    """Copy the journal to a file, beside a running server, and verify the copy.

    A backup has the whole journal: every act, and the configuration that the dialogue began with. It has neither
    the file "secret" of the data folder, on which the personal links hang, nor config.toml: keep copies of both.
    """
    settings, place = _place(config, data, journal)
    url = settings.server.journal
    with _explained(place, _remedy(data, url)):
        if url:
            whole = write_file(to, *asyncio.run(_rows(settings)))
        else:
            whole = copy_file(data / FILE_NAME, to, until_break=until_break)
    click.echo(f"{to} is a backup of {place}, verified: {_described(whole)}")


@click.command()
@click.option("--from", "source", type=Path, required=True, help="The backup.")
@config_option
@data_option
@journal_option
@click.option("--set-aside", is_flag=True, help="Keep a journal that is there already, under a dated name.")
def restore(source: Path, config: Path, data: Path, journal: str | None, *, set_aside: bool) -> None:
    """Put a backup into a data folder that no server is using, or into a Redis that has no such journal.

    The file "secret" in the data folder stays as it is.
    """
    settings, place = _place(config, data, journal)
    url = settings.server.journal
    with _explained(source, "Use another backup"):
        if url:
            check(source)
            whole, kept = asyncio.run(_refilled(settings, source)), None
        else:
            aside = _stamp(Clock().now_ms()) if set_aside else None
            whole, kept = restore_file(source, data, aside)
    click.echo(f"{place} is restored, and verified: {_described(whole)}")
    if kept is not None:
        click.echo(f"The journal that was there is now {kept}")
    if not (data / "secret").exists():
        click.echo(
            f'There is no file "secret" in {data}: copy the old one there, or all personal links will be new.'
        )
    click.echo(f"Start the server again: {COMMAND} run --data {data}")


def _place(config: Path, data: Path, journal: str | None) -> tuple[Config | Unusable, str]:
    """Return what says where the journal is, and what to call the journal.

    Only a URL can hold a password: it is not shown. A configuration with mistakes is no obstacle, if it says where.
    """
    settings = settings_of(config, journal)
    try:
        check_known(settings)
    except JournalError as error:
        _fail(str(error))
    return settings, "The journal in Redis" if settings.server.journal else str(data / FILE_NAME)


@asynccontextmanager
async def _redis(settings: Config | Unusable) -> AsyncIterator[Journal]:
    journal = await RedisJournal.open(settings.server.journal, await dialogue_of(settings))
    try:
        yield journal
    finally:
        await journal.close()


async def _verified(settings: Config | Unusable) -> Whole:
    async with _redis(settings) as journal:
        return await verify_journal(journal)


async def _rows(settings: Config | Unusable) -> tuple[list[Row], list[RecordRow]]:
    async with _redis(settings) as journal:
        return await rows_of(journal)


async def _refilled(settings: Config | Unusable, source: Path) -> Whole:
    async with _redis(settings) as journal:
        await refill(journal, source)
        return await verify_journal(journal)


def _described(whole: Whole) -> str:
    if whole.seq == 0:
        return "it is empty."
    entries = "1 entry" if whole.seq == 1 else f"{whole.seq} entries"
    last = datetime.fromtimestamp(whole.at_ms / 1_000, UTC)
    return f"{entries}, the last of {last:%Y-%m-%d %H:%M:%S} UTC. Head: {whole.seq} {whole.hash}"


def _remedy(data: Path, url: str) -> str:
    if url:
        return f"Put a backup into another Redis or database: {COMMAND} restore --from BACKUP --journal URL"
    return (
        f"Stop the server and put a backup in its place: {COMMAND} restore --from BACKUP --data {data} --set-aside. "
        f"Without one, what is whole can be saved and then restored: {COMMAND} backup --to FILE --until-break "
        f"--data {data}. The broken file stays as it is"
    )


def _stamp(at_ms: int) -> str:
    return f"{datetime.fromtimestamp(at_ms / 1_000, UTC):%Y-%m-%dT%H-%M-%SZ}"


@contextmanager
def _explained(place: str | Path, remedy: str) -> Iterator[None]:
    """End with the reason and 1 where a journal's error comes up."""
    try:
        yield
    except Broken as error:
        _fail(f"{place}: {error}. {remedy}.")
    except Damaged as error:
        _fail(f"{error.folder}: {error.reason}. {remedy}.")
    except JournalError as error:
        _fail(str(error))


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)
