"""Who gives a command. The token of the link says so (`server.access`); the core takes it as given."""

from typing import Literal

from msgspec import Struct

from server.dialogue.ids import SeatId

Role = Literal["public", "seat", "screen", "stage", "podium", "console"]


class Actor(Struct, frozen=True):
    """`name` is the seat's id, the console's or screen's name; empty where there is only one: public, stage, podium."""

    role: Role
    name: str = ""

    def __str__(self) -> str:
        """The form in the journal: "console:chair", "seat:BR", "public"."""
        return f"{self.role}:{self.name}" if self.name else self.role

    @property
    def seat(self) -> SeatId | None:
        """The seat whose phone this is."""
        return SeatId(self.name) if self.role == "seat" else None
