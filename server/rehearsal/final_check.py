"""Whether everybody ended with the same truth: the views held, against a fresh fold of the journal."""

import asyncio
from typing import Any, Final

import aiohttp
import msgspec

from server.dialogue.decider import Known, replay
from server.dialogue.entry import Entry
from server.dialogue.model.register import People, Person
from server.dialogue.model.state import State
from server.journal.codec import decode, digest
from server.rehearsal.errors import RehearsalError
from server.rehearsal.participants import Participant
from server.wire.project import project

SETTLE_S: Final = 10.0


async def read_journal(url: str, token: str) -> list[Entry]:
    """Fetch the journal with a console's token. Raises `RehearsalError` if it is not a whole chain."""
    async with aiohttp.ClientSession() as http:
        response = await http.get(f"{url}/api/journal", headers={"Authorization": f"Bearer {token}"})
        lines = (await response.read()).splitlines()
    if response.status != 200:
        raise RehearsalError(f"the journal cannot be read: {response.status}")
    entries: list[Entry] = []
    prev = ""
    for seq, line in enumerate(lines, start=1):
        entry = decode(line)
        if (entry.seq, entry.prev) != (seq, prev):
            raise RehearsalError(f"entry {seq} of the journal does not follow the one before it")
        entries.append(entry)
        prev = digest(line)
    return entries


def fold(entries: list[Entry]) -> Known:
    """Fold the whole journal. Raises `RehearsalError` if it is empty."""
    known = replay(entries, {})
    if known is None:
        raise RehearsalError("the journal is empty")
    return known


def _people_shown(state: State, view: dict[str, Any]) -> People:
    """Who sits where, as one client was told: the journal names versions of a register that nobody outside sees."""
    seats = (*state.setup.seats, *(guest.seat for guest in state.guests))
    shown = {seat.person: view["seats"][seat.id] for seat in seats if seat.id in view["seats"]}
    return {version: Person(one["name"], one["function"]) for version, one in shown.items()}


async def differing(known: Known, participants: list[Participant]) -> list[str]:
    """Wait until all views are those of `known`; return the names of the clients whose view is not."""
    projection = project(*known.with_people(_people_shown(known.state, participants[0].client.view)))
    wanted: dict[str, Any] = {}
    for participant in participants:
        if participant.audience not in wanted:
            wanted[participant.audience] = msgspec.json.decode(
                msgspec.json.encode(projection.view(participant.audience))
            )

    async def settled(participant: Participant) -> None:
        while participant.client.view != wanted[participant.audience]:
            await participant.client.told()

    waiting = {
        asyncio.create_task(settled(participant)): participant.client.name for participant in participants
    }
    _, late = await asyncio.wait(waiting, timeout=SETTLE_S)
    for task in late:
        task.cancel()
    return sorted(waiting[task] for task in late)
