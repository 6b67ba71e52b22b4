"""Names: of the things in a dialogue, of who acts, and of classes on the wire.

Parties, seats, themes and screens are named by the configuration ("BR", "youth-1"); the core counts the
rest: statements "s7", requests "r12", issues "i3", joint actions "a4", points of order "p2", slots "1.youth"; an
answer due is named by question and group, "s7.youth".
"""

from typing import Literal, NewType

from msgspec import Struct

PartyId = NewType("PartyId", str)
SeatId = NewType("SeatId", str)
ThemeId = NewType("ThemeId", str)
ScreenId = NewType("ScreenId", str)
SlotId = NewType("SlotId", str)
RequestId = NewType("RequestId", str)
StatementId = NewType("StatementId", str)
IssueId = NewType("IssueId", str)
ActionId = NewType("ActionId", str)
DueId = NewType("DueId", str)
PointId = NewType("PointId", str)
PersonVersion = NewType("PersonVersion", str)
"""Names one record of the register for ever (`model/register.version_of`)."""

Role = Literal["public", "seat", "screen", "stage", "podium", "console", "operator"]
"""`operator`: whoever looks after the server, from its own machine; no personal link is theirs."""


class Actor(Struct, frozen=True):
    """Who gives a command. The token of the link says so (`server.access`); the core takes it as given.

    `name` is the seat's id, the console's or screen's name; empty where there is only one: public, stage, podium.
    """

    role: Role
    name: str = ""

    def __str__(self) -> str:
        """The form in the journal: "console:chair", "seat:BR", "public"."""
        return f"{self.role}:{self.name}" if self.name else self.role

    @property
    def seat(self) -> SeatId | None:
        """The seat whose phone this is."""
        return SeatId(self.name) if self.role == "seat" else None


def snake(name: str) -> str:
    """How a class is named on the wire and in the journal: `RequestAdded` becomes `request_added`."""
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")
