"""The record as data: what was said, asked, answered, promised and ruled, without a language and without a format.

An allow-list, as views are. Not in it, for they are nobody's business: time allotted (a factor of time could be read
off it, R21), private signals, requests that were withdrawn or lapsed, points of order that were not recognised, and
issues that were filed and not raised. Instants are ISO 8601 in the dialogue's own zone, lengths are milliseconds.
"""

from datetime import date, datetime
from typing import Literal

from msgspec import Struct

from server.dialogue.derived.actions import ActionStatus
from server.dialogue.model.ids import ActionId, IssueId, PartyId, SeatId, StatementId, ThemeId
from server.dialogue.model.setup import Language, PartyKind, Text
from server.dialogue.model.state import ActionWord, Lane, Phase
from server.wire.views.floor import LaneWord

FORMAT: Literal["palabra-record-1"] = "palabra-record-1"

Capacity = Literal["guest", "substitute"]
"""By invitation (R32), or in place of who was expected (R7)."""
Outcome = Literal["answered", "written", "open"]
LinkKind = Literal["replies_to", "asks", "answers"]
PromiseOf = Literal["issue", "question", "statement"]


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the record; nothing in it changes, and nothing that is not declared is in it."""


class Worded(Part, frozen=True, kw_only=True):
    """What somebody wrote, in the language in which it was written."""

    text: str
    language: Language


class Prose(Part, frozen=True, kw_only=True):
    """What the Secretariat wrote: paragraphs by language, one of which is the original."""

    original: Language
    paragraphs: dict[Language, tuple[str, ...]]
    translated_by: dict[Language, str] = {}
    """Whose the others are, where that is to be said."""


class Texts(Part, frozen=True, kw_only=True):
    """All that the Secretariat adds to what happened."""

    introduction: Prose | None = None
    conclusions: Prose | None = None
    summaries: dict[StatementId, Prose] = {}


class Heading(Part, frozen=True, kw_only=True):
    """How the organiser files the record: `[result]` of the configuration. Empty: it has none."""

    series: str = ""
    symbol: str = ""
    original: Language | None = None
    """In which language it was drawn up; None: the first of the dialogue's."""


class DialoguePart(Part, frozen=True, kw_only=True):
    """Which dialogue it was."""

    id: str
    title: Text
    place: Text
    day: date
    timezone: str
    """IANA name."""
    languages: tuple[Language, ...]
    themes: dict[ThemeId, Text]
    planned_start: datetime
    planned_end: datetime
    opened: datetime
    closed: datetime | None
    rehearsal: bool


class PartyPart(Part, frozen=True, kw_only=True):
    """A group, a State, the chair or a guest; `code`: its name in the codes of issues, where it has another there."""

    kind: PartyKind
    name: Text
    mark: str
    code: Text


class Speaker(Part, frozen=True, kw_only=True):
    """Somebody, as the register knows them; whoever was erased has the party's name and no function."""

    party: PartyId
    name: Text
    function: Text


class Attendant(Part, frozen=True, kw_only=True):
    """A seat, who sat there, and in how many statements it was heard."""

    seat: SeatId
    speaker: Speaker
    capacity: Capacity | None
    statements: int


class Link(Part, frozen=True, kw_only=True):
    """What a statement did: `party` is whose issue or statement it replies to or answers, or whom it asks."""

    kind: LinkKind
    party: PartyId
    issue: IssueId | None = None
    statement: StatementId | None = None


class StatementPart(Part, frozen=True, kw_only=True):
    """A statement that was heard. `spoken_ms`: from start to end without holds."""

    id: StatementId
    number: int
    """1, 2, 3 … in the order in which they were heard."""
    phase: Phase
    round: int
    lane: Lane
    word: LaneWord
    seat: SeatId
    speaker: Speaker
    language: Language
    on_behalf: tuple[PartyId, ...]
    subject: Worded | None
    """The short text with which the floor was asked for."""
    raises: tuple[IssueId, ...]
    proposes: tuple[ActionId, ...]
    links: tuple[Link, ...]
    started: datetime
    ended: datetime
    spoken_ms: int
    summary: Prose | None


class Section(Part, frozen=True, kw_only=True):
    """One step of the dialogue, and what was heard in it, in that order."""

    phase: Phase
    round: int
    statements: tuple[StatementId, ...]


class IssuePart(Part, frozen=True, kw_only=True):
    """An issue that was raised, and what became of it (R26-R28). A fact, not a judgement."""

    id: IssueId
    party: PartyId
    number: str
    theme: ThemeId
    title: Worded | None
    statement: StatementId
    addressees: tuple[PartyId, ...]
    """Empty: all States."""
    merged: tuple["MergedPart", ...]
    replies: tuple[StatementId, ...]
    replied_by: tuple[PartyId, ...]
    written_by: tuple[PartyId, ...]
    """Who promised a written reply."""
    acknowledged_by: tuple[PartyId, ...]
    """Who acknowledged a joint action that came from it."""
    silent: tuple[PartyId, ...]
    """Addressees by name of whom nothing is on record."""
    unanswered: bool


class MergedPart(Part, frozen=True, kw_only=True):
    """An issue that was treated as part of another."""

    id: IssueId
    party: PartyId
    number: str
    theme: ThemeId
    title: Worded | None


class AnswerPart(Part, frozen=True, kw_only=True):
    """What a party said last of a joint action that names it."""

    party: PartyId
    word: ActionWord
    text: Worded | None


class ActionPart(Part, frozen=True, kw_only=True):
    """A joint action (R37): recorded once all parties named have acknowledged it, else what somebody proposed."""

    id: ActionId
    status: ActionStatus
    party: PartyId
    """Who proposed it; the chair's party where nobody did at the floor."""
    statement: StatementId | None
    """At which it was proposed."""
    issue: IssueId | None
    """From which it came."""
    what: Worded | None
    """None where an older journal tells no words."""
    parties: tuple[PartyId, ...]
    others: Worded | None
    """Who else is to do it, as a text: whoever has no seat acknowledges nothing."""
    by_when: Worded | None
    mandate: Worded | None
    """Cited as provisional."""
    answers: tuple[AnswerPart, ...]
    open: tuple[PartyId, ...]
    """Who was named and said nothing."""
    merged: tuple[Worded, ...]
    """What is treated as part of it."""


class Question(Part, frozen=True, kw_only=True):
    """What a statement asked of a group (R29), and whether it was answered."""

    statement: StatementId
    asker: PartyId
    group: PartyId
    outcome: Outcome
    answers: tuple[StatementId, ...]


class Promise(Part, frozen=True, kw_only=True):
    """A reply that is to come in writing: to an issue, to a question, or in place of a statement not heard (R18)."""

    party: PartyId
    of: PromiseOf
    issue: IssueId | None = None
    statement: StatementId | None = None
    """The question."""


class PointPart(Part, frozen=True, kw_only=True):
    """A point of order that was recognised (R30). `ruling` None: it is being decided.

    It has no name: those of others would tell how many were raised and never recognised.
    """

    party: PartyId
    recognised: datetime
    ruled: datetime | None
    ruling: Literal["upheld", "dismissed", "noted"] | None
    appealed: bool


class Interval(Part, frozen=True, kw_only=True):
    """A suspension (R3). `until` None: it lasts."""

    since: datetime
    until: datetime | None


class TotalPart(Part, frozen=True, kw_only=True):
    """How often and how long a party had the floor."""

    party: PartyId
    statements: int
    spoken_ms: int


class Record(Part, frozen=True, kw_only=True):
    """The whole record."""

    format: Literal["palabra-record-1"]
    provisional: bool
    """Not released: it may change."""
    prepared: datetime
    heading: Heading
    dialogue: DialoguePart
    parties: dict[PartyId, PartyPart]
    attendance: tuple[Attendant, ...]
    introduction: Prose | None
    sections: tuple[Section, ...]
    statements: tuple[StatementPart, ...]
    issues: tuple[IssuePart, ...]
    actions: tuple[ActionPart, ...]
    questions: tuple[Question, ...]
    promises: tuple[Promise, ...]
    points: tuple[PointPart, ...]
    suspensions: tuple[Interval, ...]
    totals: tuple[TotalPart, ...]
    """In the order of the parties; those that were not heard too, with 0, but for the chair and guests."""
    conclusions: Prose | None
