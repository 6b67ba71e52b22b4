"""One rehearsal from the first connection to the report."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from server.dialogue.model.ids import Actor, SeatId
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.session import Rehearse
from server.rehearsal import troupe
from server.rehearsal.acting import perform
from server.rehearsal.client import Client
from server.rehearsal.drawing import draw
from server.rehearsal.house import house
from server.rehearsal.narrator import Narrator
from server.rehearsal.report import Report, report
from server.rehearsal.tempo import Tempo
from server.rehearsal.trouble import RehearsalError
from server.rehearsal.troupe import Member
from server.rehearsal.upset import upset
from server.rehearsal.verdict import differing, fold, read_journal
from server.wire.messages import Accepted, Refusal
from server.wire.views import ConsoleView

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
    port: int = 0
    """Of a server of its own; 0: any that is free."""
    incidents: bool = False


async def rehearse(options: Options, narrator: Narrator, say: Callable[[str], None]) -> Report:
    """Play the whole dialogue. Raises `RehearsalError` or `ConfigError`, in a group where several went wrong."""
    async with house(options.config, options.data, options.url, options.port) as here:
        say(f"Watch {here.url}/")
        if (
            narrator.each_statement
        ):  # links with tokens are for eyes, not for the files that output is sent to
            say(f"      {here.url}/console#t={here.token(Actor('console', 'deputy'))}")
        chair = Member(troupe.chair(here), "console")
        members = [chair]
        try:
            await chair.client.connect()
            await _mark(chair.client, options.speed)
            tempo = Tempo()
            await tempo.learn(chair.client)
            view = msgspec.convert(chair.client.view, ConsoleView)
            parts = draw(options.seed, view)
            if options.incidents:
                parts = upset(options.seed, parts, view)
            presiding, deputy = troupe.at_consoles(parts)
            chair = members[0] = chair._replace(person=presiding)
            members += troupe.members(here, view, parts, options.observers, deputy)
            await troupe.connect([member.client for member in members[1:]])
            await _refuse_observers(members)
            await _perform(members, tempo, narrator, LONGEST_MS / 1_000 / options.speed + SPARE_S)
            entries = await read_journal(here.url, here.token(Actor("console", "chair")))
            known = fold(entries)
            late = await differing(known, members)
            if late:
                say(f"Another view than the journal's: {', '.join(late)}")
            return report(known.state, entries, [member.client for member in members], views_equal=not late)
        finally:
            await asyncio.gather(*(member.client.close() for member in members))


async def _mark(chair: Client, speed: float) -> None:
    """Make the empty journal a rehearsal's. Raises `RehearsalError` if it is not empty."""
    answer = await chair.do(Rehearse(rate=speed))
    if isinstance(answer, Refusal):
        raise RehearsalError(
            f"this dialogue cannot become a rehearsal ({answer.code}): its journal is not empty. "
            "Rehearse with a data folder of its own."
        )
    await chair.reached(answer.seq)


async def _refuse_observers(members: list[Member]) -> None:
    """An observer tries to take the floor with a message made by hand, and must be refused."""
    observer = next((member.client for member in members if member.audience == "public"), None)
    seat = next(member.client.name for member in members if member.client.name.startswith("seat:"))
    if observer and isinstance(await observer.do(Ask(SeatId(seat.removeprefix("seat:")))), Accepted):
        raise RehearsalError("an observer was let onto the list of speakers")


async def _perform(members: list[Member], tempo: Tempo, narrator: Narrator, longest_s: float) -> None:
    """Let all act until the dialogue is closed. Raises `RehearsalError` if it does not come to its end."""
    try:
        async with asyncio.timeout(longest_s), asyncio.TaskGroup() as beside:
            helpers = [
                beside.create_task(member.client.report(tempo.error_ms))
                for member in members
                if member.audience in {"console", "screens"}
            ]
            async with asyncio.TaskGroup() as acting:
                acting.create_task(narrator.follow(members[0].client, tempo))
                for member in members:
                    if member.person is not None:
                        acting.create_task(perform(member.client, member.person, tempo))
            for helper in helpers:
                helper.cancel()
    except TimeoutError as error:
        step = members[0].client.view["session"]["step"]
        raise RehearsalError(f"the dialogue got stuck in {step}") from error
