"""A server in the foreground: from its start until Ctrl+C or SIGTERM."""

import asyncio
import signal
from collections.abc import Callable
from pathlib import Path

import click
import structlog
import uvloop

from server import address, app, collector, log
from server.access.links import Access
from server.app import CannotStart
from server.config import Config, Unusable
from server.dialogue.model.setup import Setup

__all__ = ["Announce", "CannotStart", "serve"]

Announce = Callable[[Access, Setup, str], None]
"""Told once clients are accepted: what makes the links, for which dialogue, and the server's URL."""


def serve(
    config: Config | Unusable, data: Path, where: tuple[str, int], announce: Announce, *, checks: bool = False
) -> None:
    """Serve at `where`, host and port, until told to stop. Raises `CannotStart`."""
    log.configure()
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(config, data, where, announce, checks=checks))


async def _serve(
    config: Config | Unusable, data: Path, where: tuple[str, int], announce: Announce, *, checks: bool
) -> None:
    host, port = where
    stop = _stop_signal()
    notes: list[str] = []
    async with app.running(config, data, host=host, port=port, tell=notes.append, checks=checks) as running:
        if not address.is_loopback(host) and not running.url.startswith("https:"):
            structlog.get_logger(__name__).warning(
                "personal links travel unencrypted: put a TLS proxy in front and set server.public_url"
            )
        async with collector.in_steps():
            announce(running.access, running.session.state.setup, running.url)
            for note in notes:
                click.echo(note, err=True)
            await stop.wait()
        click.echo("Stopping.")


def _stop_signal() -> asyncio.Event:
    """Return what Ctrl+C or SIGTERM sets; a second one ends the process at once."""
    loop, stop = asyncio.get_running_loop(), asyncio.Event()

    def caught() -> None:
        stop.set()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(number)
            signal.signal(number, signal.SIG_DFL)

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, caught)
    return stop
