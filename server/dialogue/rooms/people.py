"""What the register forgets: a person's right, and no part of the procedure."""

from msgspec.structs import replace

from server.dialogue.derived.seats import all_versions, find_seat
from server.dialogue.model.command import ALWAYS, Command, Context, Events, Permit
from server.dialogue.model.ids import PersonVersion, SeatId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.state import Event, State


class PersonErased(Event, frozen=True):
    """The register holds none of these records any more. What happened stays."""

    seat: SeatId
    versions: tuple[PersonVersion, ...]

    def fold(self, state: State, at_ms: int, /) -> State:
        """Who sat there is called by the party's name from now on, and a factor of time reads 1 (R21)."""
        return replace(
            state,
            people={version: who for version, who in state.people.items() if version not in self.versions},
            introduced={one: seat for one, seat in state.introduced.items() if one not in self.versions},
            erased=(*state.erased, *self.versions),
        )


class ErasePerson(Command, frozen=True):
    """Forget who sits, or sat, on a seat: name, function and factor of time."""

    permit = Permit(ALWAYS, console=False, operator=True)

    seat: SeatId

    def decide(self, ctx: Context, /) -> Events:
        """Every record of that seat which the journal names, also of a guest who was a mistake (R32); no way back."""
        left = all_versions(ctx.state, self.seat)
        if not left:
            raise Refused("overtaken", find_seat(ctx.state, self.seat).id)
        return (PersonErased(self.seat, left),)
