"""What all commands share: who may give them when, and what they may look at when they decide."""

from collections.abc import Mapping
from typing import ClassVar, Final

from msgspec import Struct

from server.dialogue.model.ids import Actor, RequestId, Role, SeatId, SlotId, StatementId, snake
from server.dialogue.model.refusals import Refused
from server.dialogue.model.register import Record
from server.dialogue.model.setup import Rules
from server.dialogue.model.state import Event, Phase, Request, Slot, State, Statement
from server.dialogue.model.text import clean_texts

Events = tuple[Event, ...]

ROUNDS: Final[frozenset[Phase]] = frozenset({"interventions", "exchange"})
HEARD: Final[frozenset[Phase]] = frozenset({*ROUNDS, "closing"})
"""Where slots and answers are heard; what is left of the exchange may be taken in the closing."""
SESSION: Final[frozenset[Phase]] = frozenset({"opening", *HEARD})
BEFORE_CLOSE: Final[frozenset[Phase]] = frozenset({"scheduled", *SESSION})
CORRECTIONS: Final[frozenset[Phase]] = frozenset({*SESSION, "closed"})
"""R39: after the close the record is corrected; the journal keeps the original."""
ALWAYS: Final[frozenset[Phase]] = frozenset({*BEFORE_CLOSE, "closed"})


class Permit(Struct, frozen=True):
    """Who may give a command, and in which phases. Observers, screens and podium may give none (R14)."""

    phases: frozenset[Phase]
    console: bool = True
    seat: bool = False
    stage: bool = False
    """The technician's: what the screens show, whichever console presides."""
    operator: bool = False
    """Whoever looks after the server: what is no part of the procedure."""
    watching: bool = False
    """Also a console that does not preside (R4)."""

    def allows(self, role: Role) -> bool:
        """Whether this role may ever give the command."""
        named = {"console": self.console, "seat": self.seat, "stage": self.stage, "operator": self.operator}
        return named.get(role, False)


class Context(Struct, frozen=True):
    """The state before, who acts, and the instant. `silent_ms`: how long each console has been silent (R4)."""

    state: State
    actor: Actor
    now_ms: int
    silent_ms: Mapping[str, int] = {}
    salt: str = ""
    """By chance, of whoever carries the command out: for the record that it may make (`model/register`)."""

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
            raise Refused("overtaken" if self.state.requests.had("r", request) else "unknown", request)
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


class Command(Struct, frozen=True, tag=snake, forbid_unknown_fields=True, omit_defaults=True):
    """What an actor wants. Each names what it acts on (R5), never "the next".

    Commands are also the wire format: a tagged union in snake case, unknown fields refused.
    """

    permit: ClassVar[Permit]
    personal: ClassVar[frozenset[str]] = frozenset()
    """Fields that say who somebody is: they go into the register, and into no hash (`codec.fingerprint`)."""

    def __post_init__(self) -> None:
        """Its texts are clean from the beginning, whoever made it: no rule can forget it."""
        clean_texts(self)

    def decide(self, ctx: Context, /) -> Events:
        """Return the events it leads to, at least one. Raises Refused; permission has been checked."""
        raise NotImplementedError

    def records(self, ctx: Context, /) -> tuple[Record, ...]:
        """Return what it puts into the register; `decide` gives their versions away. Only where it is accepted."""
        return ()


def check_permitted(state: State, actor: Actor, command: Command) -> None:
    """Refused if this role may never give this command, if another console presides, or in the wrong phase."""
    permit = command.permit
    if not permit.allows(actor.role):
        raise Refused("not_allowed", actor.role)
    if actor.role == "console" and str(actor) != state.console and not permit.watching:
        raise Refused("not_active_console", state.console)
    if state.step.phase not in permit.phases:
        raise Refused("not_now", state.step.phase)
