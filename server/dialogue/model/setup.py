"""Everything that is fixed before a dialogue begins: parties, seats, lengths, limits, and the organiser's choices.

The first event of a journal holds one `Setup`, so that replay never reads `config.toml`; of people it names versions
of the register, and nothing else. A default of a choice is
what a journal counts with that was begun before its key was there, so defaults never change. All durations are
milliseconds, all instants milliseconds since 1970-01-01 UTC.
"""

from typing import Literal

from msgspec import Struct

from server.dialogue.model.ids import PartyId, PersonVersion, ScreenId, SeatId, ThemeId

AnswerMode = Literal["at_once", "batch", "at_end"]
OrderMode = Literal["arrival", "balanced"]
Unheard = Literal["carry_over", "written"]


class Lengths(Struct, frozen=True):
    """How long a turn lasts (R10, R14, R21, R29, R33)."""

    slot_first_round_ms: int = 360_000
    slot_later_rounds_ms: int = 180_000
    statement_ms: int = 120_000
    answer_ms: int = 90_000
    follow_up_ms: int = 60_000
    right_of_reply_ms: int = 120_000
    second_right_of_reply_ms: int = 60_000
    """R31: the second of a party."""
    bloc_ms: int = 60_000
    """R17: added for who speaks on behalf of others."""
    shorten_ms: int = 60_000
    """R35: what the console offers to shorten statements to."""
    remarks_ms: int = 300_000
    point_of_order_ms: int = 60_000
    """R30."""
    closing_ms: int = 480_000
    hand_over_ms: int = 20_000
    """First guess of the gap between two speakers; the median observed replaces it (R33)."""
    pace: float = 0.9
    """First guess of the share of the allotted time that is used; the median observed replaces it (R33)."""


class Rules(Struct, frozen=True):
    """The choices that the rules of procedure leave to the organiser (each marked C there)."""

    rotate_groups: bool = True
    """R9: each later round starts one group later."""
    answers: AnswerMode = "batch"
    answers_batch: int = 5
    """R29: answers are taken after so many States."""
    order: OrderMode = "arrival"
    """R16."""
    second_statements_last: bool = True
    """R15."""
    extend_ms: int = 900_000
    """R2: one extension."""
    chair_silence_ms: int = 10_000
    """R4: how long the active console may be silent, and how long a take-over stays visible."""
    last_call_ms: int = 120_000
    """R18: how long the list stays open after the last call."""
    groups_raise_points: bool = False
    """R30: whether groups too may raise points of order."""
    recognise_back_ms: int = 30_000
    """R30: how far back recognising a point of order freezes the running clock."""
    reopen_ms: int = 900_000
    """R39: how long after the close the dialogue can be reopened."""
    devices: int = 3
    """R7: on how many devices a seat may be open."""
    undo_depth: int = 10
    """R6."""
    warn_first_ms: int = 60_000
    warn_last_ms: int = 15_000
    """R22."""
    public_next: int = 3
    """R36: how many of the next speakers the public sees; 0 = all."""
    not_here_ms: int = 20_000
    """R20: how long a called speaker may take before the console asks "not here?"."""
    places_down: int = 3
    """R20: how far down the list who was called in vain goes, the first time."""
    requests_per_seat: int = 1
    """R12: how many requests a seat may have open in each lane."""
    follow_ups: int = 1
    """R14: how often a group may follow up one reply."""
    unheard: Unheard = "carry_over"
    """R18: what becomes of statements not heard when their round is over."""
    rights_of_reply: int = 2
    """R31: for each party."""
    consecutive_factor: float = 2.0
    """R21: by how much consecutive interpretation multiplies the time."""


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
    """Somebody who may take the floor for a party. Who that is, the register says (`model/register`)."""

    id: SeatId
    party: PartyId
    language: Language
    person: PersonVersion


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
