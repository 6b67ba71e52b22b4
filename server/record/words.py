"""Sentences of the record in one language: catalogue texts filled with names, each part in the language it is in.

What people wrote stays in its language; a sentence that holds it is a row of runs, so that each format can mark it.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from server.dialogue.model.ids import ActionId, IssueId, PartyId, StatementId
from server.dialogue.model.setup import Language, Text
from server.dialogue.model.state import Phase
from server.record.model import (
    ActionPart,
    Attendant,
    IssuePart,
    MergedPart,
    Record,
    Speaker,
    StatementPart,
    Worded,
)
from server.wording import bundle, day_in_words, duration, listed, zone_name

CATALOGUES: Final = ("common", "result")
_FIRST_PLACE: Final = 0xE000
"""Where an argument stands is marked by a private character: no text has any (`dialogue.model.text`)."""
_BETWEEN: Final[dict[Language, str]] = {"fr": "\u00a0; "}
"""Between several things that may have commas of their own."""


class Run(Struct, frozen=True, omit_defaults=True):
    """A piece of a sentence. `lang`: where it is another than the document's. `to`: a paragraph it leads to.

    `apart`: somebody's own words or name; written from right to left, it turns nothing else around.
    """

    text: str
    lang: str = ""
    strong: bool = False
    to: int = 0
    apart: bool = False


Runs = tuple[Run, ...]


class Words:
    """Names, sentences, days and times of one record in one language."""

    def __init__(self, record: Record, lang: Language) -> None:
        self.record = record
        self.lang: Language = lang
        self._issues: dict[IssueId, IssuePart | MergedPart] = {}
        for issue in record.issues:
            self._issues |= {part.id: part for part in issue.merged} | {issue.id: issue}
        self._actions = {action.id: action for action in record.actions}
        self._statements = {one.id: one for one in record.statements}

    def plain(self, sentence: str, /, **args: str | int) -> str:
        """Return a sentence of the catalogues that holds nothing of another language."""
        pattern = bundle(self.lang, *CATALOGUES).get_message(sentence).value
        assert pattern is not None, sentence  # noqa: S101 - a catalogue's sentence: tests draw each
        return str(bundle(self.lang, *CATALOGUES).format_pattern(pattern, args)[0])

    def say(self, sentence: str, /, **args: str | int | Runs) -> Runs:
        """Return a sentence as runs: numbers and plain texts as they are, runs in their places."""
        places = {
            chr(_FIRST_PLACE + place): value
            for place, value in enumerate(args.values())
            if isinstance(value, tuple)
        }
        marks = iter(places)
        filled = {name: next(marks) if isinstance(value, tuple) else value for name, value in args.items()}
        made: list[Run] = []
        text = ""
        for char in self.plain(sentence, **filled):
            if char in places:
                made += [Run(text)] if text else []
                made += places[char]
                text = ""
            else:
                text += char
        if made and text.startswith(".") and made[-1].text.endswith("."):
            text = text[1:]  # what somebody wrote ends the sentence
        return (*made, Run(text)) if text else tuple(made)

    def own(self, text: Text) -> Run:
        """Return a text of the configuration in this language, else the first that it has, marked as such."""
        for lang in (self.lang, *self.record.dialogue.languages, *text):
            if lang in text:
                return Run(text[lang], "" if lang == self.lang else lang, apart=True)
        return Run("–")

    def worded(self, words: Worded) -> Run:
        """Return what somebody wrote."""
        return Run(words.text, "" if words.language == self.lang else words.language, apart=True)

    def party(self, party: PartyId) -> Run:
        """Return its name."""
        return self.own(self.record.parties[party].name)

    def parties(self, parties: Iterable[PartyId]) -> Runs:
        """Return "Canada, Peru"."""
        return joined((self.party(party),) for party in parties)

    def behalf(self, parties: tuple[PartyId, ...]) -> str:
        """Return "on behalf of Canada and Peru" (R17)."""
        return self.plain("behalf", names=listed((self.party(party).text for party in parties), self.lang))

    def speaker(self, speaker: Speaker, on_behalf: tuple[PartyId, ...] = ()) -> Runs:
        """Return the name, and beside it the party where the name does not say it, function, and for whom else."""
        name, party = self.own(speaker.name), self.party(speaker.party)
        beside: list[Run] = [] if self._says(name, speaker.party) else [party]
        beside += [self.own(speaker.function)] if speaker.function else []
        beside += [Run(self.behalf(on_behalf))] if on_behalf else []
        strong = replace(name, strong=True)
        return (strong, Run(" ("), *joined((run,) for run in beside), Run(")")) if beside else (strong,)

    def _says(self, name: Run, party: PartyId) -> bool:
        """Whether a name says for whom somebody speaks: "Civil society, representative 1" does."""
        owner = self.record.parties[party]
        called = (owner.name, owner.code) if owner.code else (owner.name,)
        return any(self.own(text).text in name.text for text in called)

    def several(self, parts: Iterable[Runs]) -> Runs:
        """Return "Youth 1.2 · Connectivity; Workers 2.1 · Wages"."""
        return joined(parts, _BETWEEN.get(self.lang, "; "))

    def capacity(self, attendant: Attendant) -> Runs:
        """Return in what capacity somebody sits there."""
        function = attendant.speaker.function
        said = [(self.own(function),)] if function else []
        if attendant.capacity is not None:
            said.append((Run(self.plain(f"seat-of-{attendant.capacity}")),))
        return joined(said)

    def lane(self, statement: StatementPart) -> str:
        """Return what a statement is called, within a sentence."""
        name = self.plain(f"lane-{statement.word}")
        return name[:1].lower() + name[1:]

    def code(self, part: IssuePart | MergedPart) -> str:
        """Return "Youth 1.2" (R26)."""
        owner = self.record.parties[part.party]
        return f"{self.own(owner.code or owner.name).text} {part.number}"

    def title(self, part: IssuePart | MergedPart) -> Run:
        """Return an issue's title as it was given, else the name of its theme."""
        if part.title is not None:
            return self.worded(part.title)
        return self.own(self.record.dialogue.themes.get(part.theme, {}))

    def issue(self, issue: IssueId) -> Runs:
        """Return "Youth 1.2 · Rural connectivity"."""
        part = self._issues[issue]
        return (Run(f"{self.code(part)}\u00a0· "), self.title(part))

    def action(self, action: ActionId) -> Runs:
        """Return its words; of one that has none, from which issue it came."""
        return self.action_named(self._actions[action])

    def action_named(self, action: ActionPart) -> Runs:
        """Return the same."""
        if action.what is not None:
            return (self.worded(action.what),)
        return self.say(
            "action-untold", issue=(Run("–"),) if action.issue is None else self.issue(action.issue)
        )

    def statement(self, statement: StatementId) -> StatementPart | None:
        """Return a statement that is in the record."""
        return self._statements.get(statement)

    def step(self, phase: Phase, round_: int) -> str:
        """Return where the dialogue was: "Round 1 · Interventions", "Opening"."""
        name = self.plain(f"phase-{phase}")
        return f"{self.plain('round-number', round=round_)} · {name}" if round_ else name

    def language(self, lang: Language) -> str:
        """Return the name of a language."""
        return self.plain(f"language-{lang}")

    def time(self, at: datetime) -> str:
        """Return a time of day, "11:42"."""
        return at.strftime("%H:%M")

    def day(self, at: datetime) -> str:
        """Return a day in words, "13 April 2012"."""
        return day_in_words(at, self.lang)

    def length(self, ms: int) -> str:
        """Return "1:58": whole seconds."""
        return duration(ms)

    @cached_property
    def zone(self) -> str:
        """The name of the place whose time it is."""
        return zone_name(self.record.dialogue.timezone)


def joined(parts: Iterable[Runs], between: str = ", ") -> Runs:
    """Return the parts with something between each two."""
    made: list[Run] = []
    for part in parts:
        made += [Run(between), *part] if made else part
    return tuple(made)


def sentences(parts: Iterable[Runs]) -> Runs:
    """Return the parts as sentences: each ends with a full stop, be it what somebody wrote."""
    return joined(((*part, *_stop(part)) for part in parts), " ")


def _stop(part: Runs) -> Runs:
    return () if text_of(part).endswith((".", "?", "!", "…")) else (Run("."),)


def text_of(runs: Runs) -> str:
    """Return the bare text."""
    return "".join(run.text for run in runs)
