"""Shows how a rehearsal goes on: each statement on a terminal, else each step."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
from msgspec import UNSET, Struct, UnsetType

from server.dialogue.model.ids import PartyId, SeatId, StatementId
from server.rehearsal.client import Client
from server.rehearsal.clock_estimate import ClockEstimate
from server.wire.views.configuration import DialogueView, PartyView, SeatView
from server.wire.views.content import IssueView, StatementView
from server.wire.views.floor import FloorView, SessionView
from server.wire.views.lists import ForecastView


class Seen(Struct, frozen=True):
    """What the narrator looks at, on a console."""

    dialogue: DialogueView
    session: SessionView
    parties: dict[PartyId, PartyView]
    seats: dict[SeatId, SeatView]
    issues: dict[str, IssueView]
    statements: dict[StatementId, StatementView]
    forecast: ForecastView
    waiting: int
    floor: FloorView | UnsetType = UNSET


class Narrator:
    """Tells what happens, in English."""

    def __init__(self, say: Callable[[str], None], *, each_statement: bool) -> None:
        self._say = say
        self.each_statement = each_statement
        self._told: set[str] = set()

    async def follow(self, client: Client, estimate: ClockEstimate) -> None:
        """Tell until the dialogue is closed."""
        phase = ""
        while phase != "closed":
            seen = msgspec.convert(client.view, Seen)
            phase = seen.session.step.phase
            self._tell(seen, estimate.now_ms())
            if phase != "closed":
                await client.told()

    def _tell(self, seen: Seen, now_ms: float) -> None:
        step = seen.session.step
        moved = self._new(f"{step}")
        # With the floor free, the last statement may have been ended by a slip that is about to be undone.
        if self.each_statement and (moved or seen.floor is not UNSET):
            for statement_id, statement in seen.statements.items():
                if self._new(statement_id):
                    self._say(f"{_time(seen, statement.ended_at_ms)}    {_line(seen, statement)}")
        if moved:
            words = f"{step.phase.capitalize()}{f', round {step.round}' if step.round else ''}"
            end = _time(seen, now_ms + seen.forecast.tail_pace_ms)
            self._say(f"{_time(seen, now_ms)}  {words} · {seen.waiting} waiting · ends about {end}")

    def _new(self, what: str) -> bool:
        new = what not in self._told
        self._told.add(what)
        return new


def _line(seen: Seen, statement: StatementView) -> str:
    relations = []
    for relation in statement.relations:
        issue = None if relation.issue is UNSET else seen.issues.get(relation.issue)
        party = seen.parties[relation.party]
        words = {"replies_to": "replies to", "asks": "asks", "answers": "answers"}[relation.kind]
        relations.append(
            f"{words} {party.code['en']} {issue.number}" if issue else f"{words} {party.name['en']}"
        )
    used = f"{_clock(statement.used_ms)} of {_clock(statement.length_ms)}"
    name = seen.seats[statement.seat].name["en"]
    return f"{statement.order:>3}. {name} · {statement.lane} {used}{' · ' if relations else ''}{', '.join(relations)}"


def _clock(ms: int) -> str:
    return f"{ms // 60_000}:{ms // 1_000 % 60:02}"


def _time(seen: Seen, at_ms: float) -> str:
    return f"{datetime.fromtimestamp(at_ms / 1_000, ZoneInfo(seen.dialogue.timezone)):%H:%M:%S}"
