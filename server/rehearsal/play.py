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
from server.rehearsal import participants
from server.rehearsal.acting import perform
from server.rehearsal.client import Client
from server.rehearsal.clock_estimate import ClockEstimate
from server.rehearsal.errors import RehearsalError
from server.rehearsal.final_check import differing, fold, read_journal
from server.rehearsal.incident_plan import with_incidents
from server.rehearsal.narrator import Narrator
from server.rehearsal.participants import Participant
from server.rehearsal.plan_generator import draw
from server.rehearsal.report import Report, report
from server.rehearsal.target_server import target_server
from server.wire.messages import Accepted, Refusal
from server.wire.views.console import ConsoleView

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
    async with target_server(options.config, options.data, options.url, options.port) as here:
        say(f"Watch {here.url}/")
        if (
            narrator.each_statement
        ):  # links with tokens are for eyes, not for the files that output is sent to
            say(f"      {here.url}/console#t={here.token(Actor('console', 'deputy'))}")
        chair = Participant(participants.chair(here), "console")
        everybody = [chair]
        try:
            await chair.client.connect()
            await _mark(chair.client, options.speed)
            estimate = ClockEstimate()
            await estimate.learn(chair.client)
            view = msgspec.convert(chair.client.view, ConsoleView)
            parts = draw(options.seed, view)
            if options.incidents:
                parts = with_incidents(options.seed, parts, view)
            presiding, deputy = participants.at_consoles(parts)
            chair = everybody[0] = chair._replace(person=presiding)
            everybody += participants.participants(here, view, parts, options.observers, deputy)
            await participants.connect([one.client for one in everybody[1:]])
            await _refuse_observers(everybody)
            await _perform(everybody, estimate, narrator, LONGEST_MS / 1_000 / options.speed + SPARE_S)
            entries = await read_journal(here.url, here.token(Actor("console", "chair")))
            known = fold(entries)
            late = await differing(known, everybody)
            if late:
                say(f"Another view than the journal's: {', '.join(late)}")
            return report(known.state, entries, [one.client for one in everybody], views_equal=not late)
        finally:
            await asyncio.gather(*(one.client.close() for one in everybody))


async def _mark(chair: Client, speed: float) -> None:
    """Make the empty journal a rehearsal's. Raises `RehearsalError` if it is not empty."""
    answer = await chair.do(Rehearse(rate=speed))
    if isinstance(answer, Refusal):
        raise RehearsalError(
            f"this dialogue cannot become a rehearsal ({answer.code}): its journal is not empty. "
            "Rehearse with a data folder of its own."
        )
    await chair.reached(answer)


async def _refuse_observers(everybody: list[Participant]) -> None:
    """An observer tries to take the floor with a message made by hand, and must be refused."""
    observer = next((one.client for one in everybody if one.audience == "public"), None)
    seat = next(one.client.name for one in everybody if one.client.name.startswith("seat:"))
    if observer and isinstance(await observer.do(Ask(SeatId(seat.removeprefix("seat:")))), Accepted):
        raise RehearsalError("an observer was let onto the list of speakers")


async def _perform(
    everybody: list[Participant], estimate: ClockEstimate, narrator: Narrator, longest_s: float
) -> None:
    """Let all act until the dialogue is closed. Raises `RehearsalError` if it does not come to its end."""
    try:
        async with asyncio.timeout(longest_s), asyncio.TaskGroup() as beside:
            helpers = [
                beside.create_task(one.client.report(estimate.error_ms))
                for one in everybody
                if one.audience in {"console", "screens"}
            ]
            async with asyncio.TaskGroup() as acting:
                acting.create_task(narrator.follow(everybody[0].client, estimate))
                for one in everybody:
                    if one.person is not None:
                        acting.create_task(perform(one.client, one.person, estimate))
            for helper in helpers:
                helper.cancel()
    except TimeoutError as error:
        step = everybody[0].client.view["session"]["step"]
        raise RehearsalError(f"the dialogue got stuck in {step}") from error
