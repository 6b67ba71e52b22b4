"""One rehearsal from the first connection to the report."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from server.dialogue.actor import Actor
from server.dialogue.commands import Ask, Rehearse
from server.rehearsal import plan, troupe
from server.rehearsal.acting import RehearsalError, perform
from server.rehearsal.chair import Presiding
from server.rehearsal.client import Client, NoAnswer
from server.rehearsal.house import House, house
from server.rehearsal.narrator import Narrator
from server.rehearsal.report import Report, report
from server.rehearsal.tempo import Tempo
from server.rehearsal.troupe import Member
from server.rehearsal.verdict import differing, fold_journal
from server.wire.messages import Accepted, Refusal
from server.wire.views import PublicView

LONGEST_MS: Final = 6 * 3_600_000
"""A dialogue that takes longer has got stuck."""
SPARE_S: Final = 60.0


class Options(Struct, frozen=True):
    """What the command line says."""

    speed: float
    seed: int
    observers: int
    config: Path
    data: Path | None
    url: str | None


async def rehearse(options: Options, narrator: Narrator, say: Callable[[str], None]) -> Report:
    """Play the whole dialogue. Raises `RehearsalError`, `ConfigError`."""
    async with house(options.config, options.data, options.url) as here:
        say(f"Watch: {here.url}/  and  {here.url}/console#t={here.token(Actor('console', 'deputy'))}")
        members: list[Member] = []
        try:
            return await _play(options, here, narrator, members)
        except* NoAnswer as group:
            raise RehearsalError("; ".join(str(error) for error in _leaves(group))) from group
        except* RehearsalError as group:
            raise RehearsalError("; ".join(str(error) for error in _leaves(group))) from group
        finally:
            await asyncio.gather(*(member.client.close() for member in members))
