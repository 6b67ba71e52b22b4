"""`python -m server rehearse`."""

import asyncio
import sys
from pathlib import Path

import click
import msgspec
from click.core import ParameterSource

from server.config import ConfigError
from server.options import config_option, data_option, port_option
from server.rehearsal.errors import RehearsalError
from server.rehearsal.narrator import Narrator
from server.rehearsal.play import Options
from server.rehearsal.play import rehearse as play


@click.command()
@click.option(
    "--speed", type=click.FloatRange(1, 10_000), default=60.0, show_default=True, help="Times as fast."
)
@click.option("--seed", type=int, default=7, show_default=True, help="The same seed gives the same plan.")
@click.option(
    "--observers", type=click.IntRange(0, 5_000), default=20, show_default=True, help="How many watch."
)
@click.option(
    "--incidents", is_flag=True, help="With points of order, a suspension, a guest, a take-over and more."
)
@click.option("--url", help="A server that runs already, with an empty journal; --data is its data folder.")
@config_option
@data_option
@port_option("any that is free")
@click.pass_context
def rehearse(  # noqa: PLR0913, PLR0917 - one for each option
    context: click.Context,
    speed: float,
    seed: int,
    observers: int,
    url: str | None,
    config: Path,
    data: Path,
    port: int | None,
    *,
    incidents: bool,
) -> None:
    """Play the whole dialogue with made-up participants, and report in one line of JSON.

    Its own server plays in a temporary folder, unless --data names one on the command line: what the environment
    says is the folder of the real dialogue, which must not become a rehearsal by mistake.
    """
    narrator = Narrator(_say, each_statement=sys.stderr.isatty())
    named = url is not None or context.get_parameter_source("data") is ParameterSource.COMMANDLINE
    options = Options(speed, seed, observers, config, data if named else None, url, port or 0, incidents)
    try:
        report = asyncio.run(play(options, narrator, _say))
    except* (RehearsalError, ConfigError) as group:
        for error in _leaves(group):
            _say(str(error))
        sys.exit(1)
    click.echo(msgspec.json.encode(report))
    sys.exit(0 if report.views_equal and report.gaps == 0 else 1)


def _say(line: str) -> None:
    click.echo(line, err=True)


def _leaves(error: BaseException) -> list[BaseException]:
    """The errors in a group of groups."""
    if isinstance(error, BaseExceptionGroup):
        return [leaf for inner in error.exceptions for leaf in _leaves(inner)]
    return [error]
