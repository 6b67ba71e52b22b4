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
            introduced=tuple(version for version in state.introduced if version not in self.versions),
            erased=(*state.erased, *self.versions),
        )


class ErasePerson(Command, frozen=True):
    """Forget who sits, or sat, on a seat: name, function and factor of time."""

    permit = Permit(ALWAYS, console=False, operator=True)

    seat: SeatId

    def decide(self, ctx: Context, /) -> Events:
        """Every record of that seat which the journal names; there is no way back."""
        seat = find_seat(ctx.state, self.seat)
        left = tuple(one for one in all_versions(ctx.state, seat.id) if one not in ctx.state.erased)
        if not left:
            raise Refused("overtaken", seat.id)
        return (PersonErased(seat.id, left),)
