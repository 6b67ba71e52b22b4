"""Everybody who takes part: who connects as whom, and who plays which part."""

import asyncio
from collections.abc import Iterator
from typing import Final, NamedTuple

from server.dialogue.model.ids import Actor, PartyId, SeatId
from server.rehearsal.acting import Person
from server.rehearsal.chair import CHAIR, Presiding
from server.rehearsal.client import Client
from server.rehearsal.delegation import Delegate
from server.rehearsal.incident_participant import IncidentParticipant
from server.rehearsal.plan import Plan
from server.rehearsal.representative import Spokesperson
from server.rehearsal.target_server import TargetServer
from server.wire.views.public import PublicView

AT_ONCE: Final = 16
"""So many connect at the same time."""


class Participant(NamedTuple):
    """One client, and whoever acts with it; None: only watches."""

    client: Client
    audience: str
    person: Person | None = None


def participants(
    target: TargetServer, view: PublicView, plan: Plan, observers: int, deputy: Person | None
) -> Iterator[Participant]:
    """Yield everybody but the chair, not connected yet: deputy, seats, screens, observers."""
    yield _participant(target, Actor("console", "deputy"), "console", deputy)
    for seat, part in plan.delegations.items():
        person = _with_incidents(plan, seat, Delegate(seat, part))
        yield _participant(target, Actor("seat", seat), f"seat:{seat}", person)
    for seat, of_group in plan.representatives.items():
        party, language = view.seats[seat].party, view.seats[seat].language
        answers = seat == _answering(view, plan, party)
        usual = Spokesperson(seat, party, language, of_group, answers=answers)
        yield _participant(target, Actor("seat", seat), f"seat:{seat}", _with_incidents(plan, seat, usual))
    for screen in target.setup.screens:
        yield _participant(target, Actor("screen", screen.id), "screens")
    for number in range(observers):
        client = Client(target.url, f"observer {number + 1}", opened=target.opened("public"))
        yield Participant(client, "public")


def at_consoles(plan: Plan) -> tuple[Presiding, Presiding | None]:
    """The chair; where there are incidents the deputy too, who takes up where the chair left off."""
    if plan.incidents is None:
        return Presiding(CHAIR, plan.chair, None), None
    chair = Presiding(CHAIR, plan.chair, plan.incidents)
    deputy = Presiding("console:deputy", plan.chair, plan.incidents)
    deputy.done = chair.done
    return chair, deputy


def chair(target: TargetServer) -> Client:
    """The chair's client."""
    actor = Actor("console", "chair")
    return Client(target.url, str(actor), target.token(actor), target.opened("console"))


async def connect(clients: list[Client]) -> None:
    """Connect them all, some at a time. Raises `NoAnswer` in a group."""
    door = asyncio.Semaphore(AT_ONCE)

    async def enter(client: Client) -> None:
        async with door:
            await client.connect()

    async with asyncio.TaskGroup() as group:
        for client in clients:
            group.create_task(enter(client))


def _participant(
    target: TargetServer, actor: Actor, audience: str, person: Person | None = None
) -> Participant:
    client = Client(target.url, str(actor), target.token(actor), target.opened(audience))
    return Participant(client, audience, person)


def _with_incidents(plan: Plan, seat: SeatId, usual: Person) -> Person:
    return usual if plan.incidents is None else IncidentParticipant(seat, usual, plan.incidents)


def _answering(view: PublicView, plan: Plan, party: PartyId) -> str:
    """Which of a group's seats takes the questions: the part of its first seat says so."""
    seats = sorted(seat for seat in plan.representatives if view.seats[seat].party == party)
    return seats[0] if plan.representatives[seats[0]].answers < 0.5 else seats[-1]
