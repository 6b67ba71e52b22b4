"""`python -m server verify | backup | restore`: looking after a journal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from server.clock import Clock
from server.journal import copies
from server.journal.port import Broken, JournalError
from server.journal.sqlite_check import Whole, check
from server.journal.sqlite_errors import Damaged
from server.journal.sqlite_open import FILE_NAME

data_option = click.option(
    "--data", type=Path, default=Path("data"), show_default=True, help="Folder of the journal and the secret."
)


@click.command()
@data_option
@click.option("--file", type=Path, help="A backup, instead of the journal in the data folder.")
def verify(data: Path, file: Path | None) -> None:
    """Say whether the journal is whole, or where it breaks. Works beside a running server."""
    path = file or data / FILE_NAME
    with _explained(path, _remedy(data, path) if file is None else "Use another backup"):
        click.echo(f"{path} is whole: {_described(check(path))}")


@click.command()
@data_option
@click.option(
    "--to", type=Path, required=True, help="The file to make. One that is there is not written over."
)
@click.option("--until-break", is_flag=True, help="Of a broken journal, save the entries before the break.")
def backup(data: Path, to: Path, *, until_break: bool) -> None:
    """Copy the journal to a file, beside a running server, and verify the copy.

    A backup has the whole journal: every act, and the configuration that the dialogue began with. It has neither
    the file "secret" of the data folder, on which the personal links hang, nor config.toml: keep copies of both.
    """
    path = data / FILE_NAME
    with _explained(path, _remedy(data, path)):
        whole = copies.copy(path, to, until_break=until_break)
    click.echo(f"{to} is a backup of {path}, verified: {_described(whole)}")


@click.command()
@click.option("--from", "source", type=Path, required=True, help="The backup.")
@data_option
@click.option("--set-aside", is_flag=True, help="Keep a journal that is there already, under a dated name.")
def restore(source: Path, data: Path, *, set_aside: bool) -> None:
    """Put a backup into a data folder that no server is using. The file "secret" in it stays as it is."""
    aside = _stamp(Clock().now_ms()) if set_aside else None
    with _explained(source, "Use another backup"):
        whole, kept = copies.restore(source, data, aside)
    click.echo(f"{data / FILE_NAME} is restored, and verified: {_described(whole)}")
    if kept is not None:
        click.echo(f"The journal that was there is now {kept}")
    if not (data / "secret").exists():
        click.echo(
            'There is no file "secret": copy the old one to here, or all personal links will be new ones.'
        )
    click.echo(f"Start the server again: {sys.executable} -m server run --data {data}")


def _described(whole: Whole) -> str:
    if whole.seq == 0:
        return "it is empty."
    entries = "1 entry" if whole.seq == 1 else f"{whole.seq} entries"
    last = datetime.fromtimestamp(whole.at_ms / 1_000, UTC)
    return f"{entries}, the last of {last:%Y-%m-%d %H:%M:%S} UTC. Head: {whole.seq} {whole.hash}"


def _remedy(data: Path, path: Path) -> str:
    command = f"{sys.executable} -m server"
    return (
        f"Stop the server and put a backup in its place: {command} restore --from BACKUP --data {data} --set-aside. "
        f"Without one, what is whole can be saved and then restored: {command} backup --to FILE --until-break "
        f"--data {data}. {path} itself stays as it is"
    )


def _stamp(at_ms: int) -> str:
    return f"{datetime.fromtimestamp(at_ms / 1_000, UTC):%Y-%m-%dT%H-%M-%SZ}"


@contextmanager
def _explained(path: Path, remedy: str) -> Iterator[None]:
    """End with the reason and 1 where a journal's error comes up."""
    try:
        yield
    except Broken as error:
        click.echo(f"{path}: {error}. {remedy}.", err=True)
        sys.exit(1)
    except Damaged as error:
        click.echo(f"{error.folder}: {error.reason}. {remedy}.", err=True)
        sys.exit(1)
    except JournalError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
