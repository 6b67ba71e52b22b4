"""What a rule may look at when it decides."""

from collections.abc import Mapping

from msgspec import Struct

from server.dialogue.actor import Actor
from server.dialogue.choices import Rules
from server.dialogue.events import Event
from server.dialogue.ids import RequestId, SeatId, SlotId, StatementId
from server.dialogue.refusals import Refused
from server.dialogue.state import State
from server.dialogue.values import Request, Slot, Statement

Events = tuple[Event, ...]


class Context(Struct, frozen=True):
    """The state before, who acts, and the instant. `silent_ms`: how long each console has been silent (R4)."""

    state: State
    actor: Actor
    now_ms: int
    silent_ms: Mapping[str, int] = {}

    @property
    def rules(self) -> Rules:
        """The organiser's choices."""
        return self.state.setup.rules

    @property
    def is_console(self) -> bool:
        """Whether the chair acts, through its active console."""
        return self.actor.role == "console"

    def request(self, request: RequestId) -> Request:
        """An open request; unknown if it never was, overtaken if it is open no longer (R5)."""
        found = self.state.requests.get(request)
        if found is None:
            raise Refused("unknown", request)
        if found.status != "open":
            raise Refused("overtaken", request)
        return found

    def statement(self, statement: StatementId) -> Statement:
        """A statement that was called at some time."""
        found = self.state.statements.get(statement)
        if found is None:
            raise Refused("unknown", statement)
        return found

    def on_floor(self, statement: StatementId, *status: str) -> Statement:
        """The statement that has the floor, if it is the one named and in one of these states (R5)."""
        found = self.statement(statement)
        if self.state.floor != statement or found.status not in status:
            raise Refused("overtaken", statement)
        return found

    def slot(self, slot: SlotId) -> Slot:
        """A slot of the round that runs."""
        if slot not in self.state.slots:
            raise Refused("unknown", slot)
        if slot not in self.state.lineup:
            raise Refused("overtaken", slot)
        return self.state.slots[slot]

    def clocks_may_run(self) -> None:
        """Nothing is called, started or resumed during a suspension or a point of order (R3, R30)."""
        if self.state.suspension is not None:
            raise Refused("not_now", "suspended")
        if self.state.point is not None:
            raise Refused("not_now", "point_of_order")

    def own(self, seat: SeatId) -> None:
        """A seat acts for itself only; the console may act for any."""
        if not self.is_console and self.actor.seat != seat:
            raise Refused("not_yours", seat)
