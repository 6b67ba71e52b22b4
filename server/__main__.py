"""The command line: `python -m server …`."""

import json
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Final, NoReturn

import click
from msgspec.structs import replace

from server import address
from server.access.links import Access, AccessLink
from server.access.secret import SecretError
from server.access.secret import load as load_secret
from server.config import Config, Unusable, differences, told
from server.dialogue.model.setup import Setup
from server.facts import begun_with, settings_of
from server.journal.port import JournalError
from server.options import (
    config_option,
    data_option,
    host_option,
    journal_option,
    port_option,
    public_url_option,
)

ELSEWHERE: Final = {
    "backup": "server.operations",
    "erase": "server.operator",
    "export": "server.exporting",
    "rehearse": "server.rehearsal.cli",
    "restore": "server.operations",
    "verify": "server.operations",
}
"""Commands with a module of their own, which is read when they are asked for: a server starts without it."""
REHEARSALS_OWN: Final = "aiohttp"
"""What only a rehearsal needs (server/rehearsal/requirements.in)."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *ELSEWHERE])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in ELSEWHERE:
            return super().get_command(ctx, cmd_name)
        try:
            command: click.Command = getattr(import_module(ELSEWHERE[cmd_name]), cmd_name)
        except ModuleNotFoundError as error:
            if error.name != REHEARSALS_OWN:
                raise
            return _lacking(cmd_name)
        return command


def _lacking(name: str) -> click.Command:
    """Stand in for a command whose packages are not installed: it says how to get them."""

    def remedy() -> None:
        _fail(f"`{name}` needs packages that a server has no use for: make setup-rehearsal installs them.")

    settings = {"ignore_unknown_options": True, "allow_extra_args": True}
    return click.Command(name, settings, remedy, short_help="Not installed: make setup-rehearsal.")


@click.group(cls=_Commands)
def main() -> None:
    """Palabra: a live dialogue between social actors and ministers."""


@main.command()
@config_option
@data_option
@journal_option
@host_option
@port_option("the configuration's")
@public_url_option
@click.option(
    "--checks", is_flag=True, hidden=True, help="For tests: refold after each act, let errors through."
)
def run(
    config: Path,
    data: Path,
    journal: str | None,
    host: str | None,
    port: int | None,
    *,
    public_url: str | None,
    checks: bool,
) -> None:
    """Run the server until Ctrl+C or SIGTERM."""
    settings = settings_of(config, journal)
    if public_url is not None:
        settings = settings._replace(server=replace(settings.server, public_url=public_url))
    from server import serving  # noqa: PLC0415 - the whole server, which no other command needs

    def announce(access: Access, setup: Setup, url: str) -> None:
        click.echo(f"Palabra is running at {url}/")
        if sys.stdout.isatty():  # tokens are for eyes, not for the files that output is sent to
            click.echo(_table(access.links(setup, url)))
        else:
            click.echo(f"Personal links: {sys.executable} -m server links --data {data}")
        sys.stdout.flush()

    try:
        serving.serve(settings, data, _where(settings, host, port), announce, checks=checks)
    except serving.CannotStart as error:
        _fail(f"Palabra did not start. {error}")


@main.command()
@config_option
@data_option
@journal_option
@host_option
@port_option("the configuration's")
@click.option("--json", "as_json", is_flag=True, help="One JSON list: role, seat or name, url.")
def links(
    config: Path, data: Path, journal: str | None, host: str | None, port: int | None, *, as_json: bool
) -> None:
    """Print the personal links. Who has one is who it says: hand them out one by one."""
    settings = settings_of(config, journal)
    try:
        access = Access(load_secret(data))
        begun = begun_with(settings, data)  # the dialogue has begun: the configuration it began with counts
    except (SecretError, JournalError) as error:
        _fail(str(error))
    setup = _usable(settings).setup if begun is None else begun.setup
    where = _where(settings, host, port)
    url = settings.server.public_url or address.noted(data) or address.base_url(*where)
    found = list(access.links(setup, url))
    click.echo(json.dumps([link.row() for link in found], indent=2) if as_json else _table(found))


@main.command("monitoring-key")
@data_option
def monitoring_key(data: Path) -> None:
    """Print what a program shows, as a bearer token, that reads /metrics from another machine.

    From this machine itself it needs none, unless a proxy stands in front (server.public_url).
    """
    try:
        click.echo(Access(load_secret(data)).monitoring_key)
    except SecretError as error:
        _fail(str(error))


@main.command("check-config")
@config_option
@data_option
@journal_option
def check_config(config: Path, data: Path, journal: str | None) -> None:
    """Say whether the configuration can be used, and if not, every mistake with its remedy.

    Where the dialogue has begun, also what of it differs from the journal, and so does nothing any more.
    """
    read = _usable(settings_of(config, journal))
    setup = read.setup
    for hint in read.advice:
        click.echo(f"{config}: {hint}")
    try:
        begun = begun_with(read, data)
    except JournalError as error:
        click.echo(f"Whether the dialogue has begun is not known. {error}", err=True)
        begun = None
    differing = () if begun is None else differences(read.prepared, begun)
    if differing:
        click.echo(f"{config}: {told(differing)}: the journal counts. They count again for another dialogue.")
    states = sum(party.kind == "state" for party in setup.parties)
    groups = sum(party.kind == "group" for party in setup.parties)
    click.echo(f"{config} is well: {groups} groups, {states} States, {len(setup.screens)} screens.")


@main.command("schema")
def schema_command() -> None:
    """The protocol as JSON Schema, from which the faces' types are generated."""
    from server.wire.schema import schema  # noqa: PLC0415 - only this command needs it

    click.echo(json.dumps(schema(), indent=2, sort_keys=True))


def _usable(settings: Config | Unusable) -> Config:
    if isinstance(settings, Unusable):
        _fail(str(settings.error))
    return settings


def _where(config: Config | Unusable, host: str | None, port: int | None) -> tuple[str, int]:
    """Return host and port to listen on: as the command line or the environment says, else the configuration."""
    return host or config.server.host, config.server.port if port is None else port


def _table(found: Iterable[AccessLink]) -> str:
    return "\n".join(f"{link.actor!s:<24} {link.url}" for link in found)


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)


if __name__ == "__main__":
    main(prog_name="palabra")
