"""Everything that is fixed before a dialogue begins: parties, seats, lengths, limits.

The first event of a journal holds one `Setup`, so that replay never reads `config.toml`. All durations are
milliseconds, all instants milliseconds since 1970-01-01 UTC.
"""

from typing import Literal

from msgspec import Struct

from server.dialogue.choices import Lengths, Rules
from server.dialogue.ids import PartyId, ScreenId, SeatId, ThemeId

Language = Literal["es", "en", "pt", "fr"]
LANGUAGES: tuple[Language, ...] = ("es", "en", "pt", "fr")

Text = dict[str, str]
"""A text by language; a language that is missing falls back to the first of the dialogue's languages."""

PartyKind = Literal["group", "state", "chair", "guest"]
Shape = Literal["triangle", "circle", "square", "diamond"]
"""The four groups are told apart by shape, so that colour is never the only sign."""


class Party(Struct, frozen=True, omit_defaults=True):
    """A social-actor group, a State, or the chair. `mark` is the plate (ISO code) or the group's shape."""

    id: PartyId
    kind: PartyKind
    name: Text
    mark: str
    code: Text = {}
    """Short form in issue codes, "Youth" in "Youth 1.2" (groups only)."""
    article: Text = {}
    """With which its name is spoken aloud, "" for none; a language in which that is not known is left out."""


class Seat(Struct, frozen=True, omit_defaults=True):
    """Somebody who may take the floor for a party."""

    id: SeatId
    party: PartyId
    name: Text
    """What the screens call it: "Youth, representative 1"; for a State, the State's name."""
    function: Text
    language: Language
    time_factor: float = 1.0
    """Extra time for a person who needs it (R21); never shown, never exported."""
    consecutive: bool = False
    """Interpreted consecutively, so the time is doubled (R21); never shown either."""


class Theme(Struct, frozen=True):
    """One of the Summit's themes."""

    id: ThemeId
    name: Text


class Screen(Struct, frozen=True):
    """A projection screen that the console can name."""

    id: ScreenId
    name: Text


class Setup(Struct, frozen=True):
    """One dialogue, as configured."""

    id: str
    title: Text
    place: Text
    timezone: str
    """IANA name; every time shown is in this zone and names it."""
    planned_start_ms: int
    planned_end_ms: int
    hard_stop_ms: int
    """R2: when the interpreters leave."""
    inscription_ms: int
    """R13: from when States may inscribe."""
    languages: tuple[Language, ...]
    themes: tuple[Theme, ...]
    parties: tuple[Party, ...]
    """In the drawn order of precedence; groups in the order of their slots."""
    seats: tuple[Seat, ...]
    screens: tuple[Screen, ...]
    lengths: Lengths = Lengths()
    rules: Rules = Rules()
    clock_rate: float | None = None
    """Set only in a rehearsal: how much faster than real time its clock runs."""
