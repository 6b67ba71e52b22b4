"""Sentences of the faces' catalogues, filled with the names that a view holds, in one language."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, NamedTuple, Self

from msgspec import UNSET

from server.dialogue.model.ids import IssueId, PartyId, SeatId, ThemeId
from server.dialogue.model.setup import LANGUAGES, Language, Text
from server.dialogue.model.state import Step
from server.wire.views.actions import ActionView
from server.wire.views.configuration import DialogueView, PartyView, SeatView
from server.wire.views.content import IssueView, StatementView
from server.wire.views.floor import LaneWord, Relation
from server.wire.views.public import PublicView
from server.wire.views.said import Phrase, Sentence
from server.wording import bundle, day, figures, isolated, listed, time_of_day

CATALOGUES: Final = ("common", "observer", "screen")


class Names(NamedTuple):
    """What sentences are filled with: the names that a view holds. Equal names make equal sentences."""

    dialogue: DialogueView
    themes: dict[ThemeId, Text]
    parties: dict[PartyId, PartyView]
    seats: dict[SeatId, SeatView]
    issues: dict[IssueId, IssueView]

    @classmethod
    def of(cls, view: PublicView, *, issues: bool = True) -> Self:
        """Return those of a view. Without `issues` no issue can be named, and none makes a difference."""
        return cls(view.dialogue, view.themes, view.parties, view.seats, view.issues if issues else {})


class Phrasebook:
    """Sentences in one language."""

    def __init__(self, names: Names, lang: Language) -> None:
        self.names = names
        self.lang: Language = lang

    def __call__(self, sentence: str, /, **args: str | int) -> str:
        """Return a sentence; where the language has none, the English or Spanish one, else its id."""
        for lang in dict.fromkeys((self.lang, "en", "es")):
            found = bundle(lang, *CATALOGUES)
            if found.has_message(sentence):
                pattern = found.get_message(sentence).value
                if pattern is not None:
                    return str(found.format_pattern(pattern, args)[0])
        return sentence

    def of(self, text: Text) -> str:
        """Return a text of the configuration, in this language or the first that it has."""
        return isolated(next((text[lang] for lang in (self.lang, *LANGUAGES) if text.get(lang)), ""))

    def seat(self, seat: SeatId) -> str:
        """Return "Youth, representative 1", "Brazil"."""
        found = self.names.seats.get(seat)
        return self.of(found.name) if found else seat

    def party(self, party: PartyId) -> str:
        """Return the full name of a party."""
        found = self.names.parties.get(party)
        return self.of(found.name) if found else party

    def behalf(self, parties: tuple[PartyId, ...]) -> str:
        """Return "on behalf of Canada and Peru", each named (R17); nothing where it speaks for itself alone."""
        names = listed(map(self.party, parties), self.lang) if parties else ""
        return self("behalf", names=names) if parties else ""

    def capacity(self, seat: SeatId) -> list[str]:
        """Return in what capacity somebody sits there: by invitation (R32), the function, as a substitute (R7)."""
        found = self.names.seats.get(seat)
        if found is None:
            return []
        owner = self.names.parties.get(found.party)
        guest = owner is not None and owner.kind == "guest"
        return [
            *([self("seat-of-guest")] if guest else []),
            *filter(None, [self.of(found.function)]),
            *([self("seat-of-substitute")] if found.substitute else []),
        ]

    def issue_code(self, issue: IssueId) -> str:
        """Return "Youth 1.2" (R26)."""
        found = self.names.issues.get(issue)
        if found is None:
            return issue
        owner = self.names.parties.get(found.party)
        return f"{(owner and self.of(owner.code)) or self.party(found.party)} {found.number}"

    def issue_title(self, issue: IssueId) -> str:
        """Return its title as it was given, else the name of its theme."""
        found = self.names.issues.get(issue)
        return (
            "" if found is None else isolated(found.title) or self.of(self.names.themes.get(found.theme, {}))
        )

    def issue(self, issue: IssueId) -> str:
        """Return "Youth 1.2 · Rural connectivity"."""
        return " · ".join(filter(None, (self.issue_code(issue), self.issue_title(issue))))

    def target(self, relation: Relation) -> str:
        """Return what a statement is linked to: an issue, or a party."""
        return self.party(relation.party) if relation.issue is UNSET else self.issue(relation.issue)

    def sentence(self, phrases: Sentence, now_ms: int) -> str:
        """Return a sentence as it is at this instant; empty where there is nothing to say."""
        holds = [phrase for phrase in phrases if phrase.from_ms is UNSET or phrase.from_ms <= now_ms]
        return self._phrase(holds[-1], now_ms) if holds else ""

    def _phrase(self, phrase: Phrase, now_ms: int) -> str:
        filled = {}
        if phrase.seat is not UNSET:
            filled["name"] = self.seat(phrase.seat)
        if phrase.reason is not UNSET:
            filled["reason"] = self(f"hold-{phrase.reason}")
        if phrase.at_ms is not UNSET:
            filled |= {"time": self.time(phrase.at_ms), "day": self.day(phrase.at_ms)}
        if phrase.until_ms is not UNSET:
            filled["time"] = figures(phrase.until_ms - now_ms)
        return self(phrase.say, **filled)

    def lane(self, word: LaneWord) -> str:
        """Return what a statement is called."""
        return self(f"lane-{word}")

    def record(self, issue: IssueView) -> list[str]:
        """Return what is on record about an issue; a reply is not judged (R28)."""
        return [
            self(
                f"observer-issue-{line.say}",
                **({} if line.count is UNSET else {"count": line.count}),
                **({} if line.parties is UNSET else {"names": self.parties(line.parties)}),
            )
            for line in issue.record
        ]

    def action_standing(self, action: ActionView) -> str:
        """Return that it is recorded, or who proposed it (R37)."""
        recorded = action.status == "recorded"
        return (
            self("action-recorded") if recorded else self("action-proposed-by", name=self.party(action.party))
        )

    def action_words(self, action: ActionView) -> str:
        """Return what is to be done; where an older journal tells no words, about which issue."""
        issue = "–" if action.issue is UNSET else self.issue_code(action.issue)
        return isolated(action.what) or self("action-untold", issue=issue)

    def action_lines(self, action: ActionView) -> list[str]:
        """Return who is to do it by when, of which mandate, from which issue, and what those named say of it."""
        who = ", ".join(filter(None, [*map(self.party, action.parties), isolated(action.others)]))
        lines = [self("action-who", names=who)]
        if action.by_when:
            lines.append(self("action-by-when", when=isolated(action.by_when)))
        if action.mandate:
            lines.append(self("action-mandate", mandate=isolated(action.mandate)))
        if action.issue is not UNSET and action.what:
            lines.append(self("action-from", issue=self.issue_code(action.issue)))
        return [*lines, *self._answers(action)]

    def _answers(self, action: ActionView) -> Iterator[str]:
        said = action.answers
        agreed = [p for p in action.parties if p in said and said[p].word == "acknowledged"]
        if agreed:
            yield self("action-acknowledged", names=listed(map(self.party, agreed), self.lang))
        for party in action.parties:
            if party in said and said[party].word == "declined":
                name, text = self.party(party), isolated(said[party].text)
                yield (
                    self("action-declined-text", name=name, text=text)
                    if text
                    else self("action-declined", name=name)
                )
        open_ = [party for party in action.parties if party not in said]
        if open_:
            yield self("action-left-open", names=listed(map(self.party, open_), self.lang))

    def parties(self, parties: Iterable[PartyId]) -> str:
        """Return "Brazil, Peru"."""
        return ", ".join(map(self.party, parties))

    def step(self, step: Step) -> str:
        """Return where the dialogue is: "Round 1 · Interventions", "Opening"."""
        name = self(f"phase-{step.phase}")
        return f"{self('round-number', round=step.round)} · {name}" if step.round else name

    def relation(self, relation: Relation) -> str:
        """Return "replies to Youth 1.2 · Rural connectivity", "asks Workers"."""
        return self(f"relation-{relation.kind}", what=self.target(relation))

    def deeds(self, statement: StatementView) -> str:
        """Return what a statement did, to follow its speaker's name: "raises Rural connectivity; asks Workers"."""
        titles = ", ".join(filter(None, map(self.issue_title, statement.issues)))
        did = [self.behalf(statement.on_behalf), self("relation-raises", what=titles) if titles else ""]
        for kind, relations in groupby(statement.relations, lambda relation: relation.kind):
            did.append(self(f"relation-{kind}", what=", ".join(map(self.target, relations))))
        return "; ".join(filter(None, did))

    def time(self, ms: int) -> str:
        """Return a time of day, "11:42"."""
        return time_of_day(ms, self.names.dialogue.timezone)

    def day(self, ms: int) -> str:
        """Return a day in words, "13 April 2012"."""
        return day(ms, self.names.dialogue.timezone, self.lang)

    def language(self, lang: Language) -> str:
        """Return the name of a language."""
        return self(f"language-{lang}")
