"""The setting: the dialogue, its parties and seats, and where the session stands."""

from msgspec import UNSET, UnsetType

from server.dialogue.model.ids import PartyId, SeatId, ThemeId
from server.dialogue.model.setup import Language, PartyKind, Text
from server.dialogue.model.values import Step, SuspendReason
from server.wire.views.base import View


class PartyView(View, frozen=True, kw_only=True):
    """`mark`: ISO code of a State; triangle, circle, square, diamond for the groups; "chair"."""

    kind: PartyKind
    name: Text
    mark: str
    code: Text
    """Short form in issue codes ("Youth" in "Youth 1.2"); empty where the name serves."""
    article: Text
    """With which the name is spoken aloud, "" for none; a language in which that is not known is left out."""


class SeatView(View, frozen=True, kw_only=True):
    """Somebody who may take the floor for a party."""

    party: PartyId
    name: Text
    function: Text
    language: Language
    substitute: bool
    """A substitute of the delegation sits there (R7)."""


class DialogueView(View, frozen=True, kw_only=True):
    """What does not change during the dialogue."""

    id: str
    title: Text
    place: Text
    timezone: str
    languages: tuple[Language, ...]
    rehearsal: bool
    rate: float
    """How fast the dialogue's clock runs; 1 outside rehearsals."""
    warn_first_ms: int
    warn_last_ms: int


class Configuration(View, frozen=True, kw_only=True):
    """The part of every view that does not change while the dialogue runs, but for guests and substitutes."""

    dialogue: DialogueView
    themes: dict[ThemeId, Text]
    parties: dict[PartyId, PartyView]
    seats: dict[SeatId, SeatView]


class SuspensionView(View, frozen=True, kw_only=True):
    """Why the session pauses, and until when (R3)."""

    reason: SuspendReason
    since_ms: int
    resume_at_ms: int | UnsetType = UNSET


class SessionView(View, frozen=True, kw_only=True):
    """Where we are, and the session clock. `heard`: statements heard in this step."""

    step: Step
    planned_start_ms: int
    planned_end_ms: int
    hard_stop_ms: int
    heard: int
    list_open: bool
    presiding: SeatId
    """The seat of the console that presides (R4, R8)."""
    last_call_ends_ms: int | UnsetType = UNSET
    """R18: from that instant on the list is closed."""
    opened_at_ms: int | UnsetType = UNSET
    closed_at_ms: int | UnsetType = UNSET
    suspension: SuspensionView | UnsetType = UNSET
