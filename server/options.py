"""Options that commands share: each has one name, one default and one place in the environment, whichever command.

    --config   PALABRA_CONFIG   --data     PALABRA_DATA   --port   PORT

What the command line says counts more than the environment, and both more than the configuration file.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from server.config.checks import public_url_problem

F = TypeVar("F", bound=Callable[..., Any])

DATA_VARIABLE: Final = "PALABRA_DATA"


def config_option(function: F) -> F:
    """Add `config`, the path of the configuration."""
    return click.option(
        "--config",
        type=Path,
        default=Path("config.toml"),
        envvar="PALABRA_CONFIG",
        show_default=True,
        show_envvar=True,
        help="The configuration.",
    )(function)


def data_option(function: F) -> F:
    """Add `data`, the path of the data folder."""
    return click.option(
        "--data",
        type=Path,
        default=Path("data"),
        envvar=DATA_VARIABLE,
        show_default=True,
        show_envvar=True,
        help="Folder of the journal and the secret.",
    )(function)


def journal_option(function: F) -> F:
    """Add `journal`, a URL, or None where the configuration's counts."""
    return click.option(
        "--journal", help="URL of the Redis that holds the journal, instead of the configuration's."
    )(function)


def host_option(function: F) -> F:
    """Add `host`, or None where the configuration's counts."""
    return click.option("--host", help="Address to listen on, instead of the configuration's.")(function)


def public_url_option(function: F) -> F:
    """Add `public_url`, or None where the configuration's counts; what would be wrong there is wrong here."""

    def proper(_context: click.Context, _option: click.Parameter, url: str | None) -> str | None:
        if problem := public_url_problem(url or ""):
            raise click.BadParameter(problem)
        return url

    return click.option(
        "--public-url",
        callback=proper,
        help="URL by which clients reach it, instead of the configuration's.",
    )(function)


def port_option(otherwise: str) -> Callable[[F], F]:
    """Add `port`, or None where nobody says one: then it is what `otherwise` says in a word or two."""
    return click.option(
        "--port",
        type=click.IntRange(0, 65_535),
        envvar="PORT",
        show_envvar=True,
        help=f"Port, instead of {otherwise}; 0 finds one.",
    )
