"""`python -m server rehearse`."""

import asyncio
import sys
from pathlib import Path

import click
import msgspec

from server.config import ConfigError
from server.rehearsal.narrator import Narrator
from server.rehearsal.play import Options
from server.rehearsal.play import rehearse as play
from server.rehearsal.trouble import RehearsalError


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
@click.option(
    "--config", type=Path, default=Path("config.toml"), show_default=True, help="The configuration."
)
@click.option("--data", type=Path, help="Data folder; without it a temporary one (with --url: data).")
def rehearse(
    speed: float,
    seed: int,
    observers: int,
    url: str | None,
    config: Path,
    data: Path | None,
    *,
    incidents: bool,
) -> None:
    """Play the whole dialogue with made-up participants, and report in one line of JSON."""
    narrator = Narrator(_say, each_statement=sys.stderr.isatty())
    options = Options(speed, seed, observers, config, data, url, incidents)
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
