"""The words of one page: sentences of the faces' catalogues, and the names that a view holds, in one language."""

from functools import cache
from pathlib import Path
from typing import Final

from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource
from msgspec import UNSET

from server.dialogue.model.ids import IssueId, PartyId, SeatId
from server.dialogue.model.setup import LANGUAGES, Language, Text
from server.dialogue.model.values import Lane
from server.wire.views import PublicView, Relation

LOCALE: Final = Path(__file__).parents[2] / "locale"
CATALOGUES: Final = ("common", "observer", "screen")
NAMED: Final = 3
"""So many are named for whom somebody speaks; more of them are counted."""


@cache
def bundle(lang: Language) -> FluentBundle:
    """Return the catalogues of one language."""
    made = FluentBundle([lang], use_isolating=False)
    for name in CATALOGUES:
        made.add_resource(FluentResource((LOCALE / lang / f"{name}.ftl").read_text("utf-8")))
    return made


class Words:
    """One view in one language."""

    def __init__(self, view: PublicView, lang: Language) -> None:
        self.view = view
        self.lang: Language = lang

    def __call__(self, sentence: str, /, **args: str | int) -> str:
        """Return a sentence; where the language has none, the English or Spanish one, else its id."""
        for lang in dict.fromkeys((self.lang, "en", "es")):
            found = bundle(lang)
            if found.has_message(sentence):
                pattern = found.get_message(sentence).value
                if pattern is not None:
                    return str(found.format_pattern(pattern, args)[0])
        return sentence

    def of(self, text: Text) -> str:
        """Return a text of the configuration, in this language or the first that it has."""
        return next((text[lang] for lang in (self.lang, *LANGUAGES) if text.get(lang)), "")

    def seat(self, seat: SeatId) -> str:
        """Return "Youth, representative 1", "Brazil"."""
        found = self.view.seats.get(seat)
        return self.of(found.name) if found else seat

    def party(self, party: PartyId) -> str:
        """Return the full name of a party."""
        found = self.view.parties.get(party)
        return self.of(found.name) if found else party

    def behalf(self, parties: tuple[PartyId, ...]) -> str:
        """Return "on behalf of Canada and Peru", or of how many (R17); nothing where it speaks for itself alone."""
        if len(parties) > NAMED:
            return self("behalf-many", count=len(parties))
        names = format_list([self.party(party) for party in parties], locale=self.lang)
        return self("behalf", names=names) if parties else ""

    def capacity(self, seat: SeatId) -> list[str]:
        """Return in what capacity somebody sits there: by invitation (R32), the function, as a substitute (R7)."""
        found = self.view.seats.get(seat)
        if found is None:
            return []
        owner = self.view.parties.get(found.party)
        guest = owner is not None and owner.kind == "guest"
        return [
            *([self("seat-of-guest")] if guest else []),
            *filter(None, [self.of(found.function)]),
            *([self("seat-of-substitute")] if found.substitute else []),
        ]

    def issue_code(self, issue: IssueId) -> str:
        """Return "Youth 1.2" (R26)."""
        found = self.view.issues.get(issue)
        if found is None:
            return issue
        owner = self.view.parties.get(found.party)
        return f"{(owner and self.of(owner.code)) or self.party(found.party)} {found.number}"

    def issue_title(self, issue: IssueId) -> str:
        """Return its title as it was given, else the name of its theme."""
        found = self.view.issues.get(issue)
        return "" if found is None else found.title or self.of(self.view.themes.get(found.theme, {}))

    def issue(self, issue: IssueId) -> str:
        """Return "Youth 1.2 · Rural connectivity"."""
        return " · ".join(filter(None, (self.issue_code(issue), self.issue_title(issue))))

    def target(self, relation: Relation) -> str:
        """Return what a statement is linked to: an issue, or a party."""
        return self.party(relation.party) if relation.issue is UNSET else self.issue(relation.issue)

    def lane(self, lane: Lane, relations: tuple[Relation, ...], party: PartyId) -> str:
        """Return what a statement is called: faces say "reply" and "question" from its links (R12)."""
        if lane != "statement":
            return self(f"lane-{lane}")
        owner = self.view.parties.get(party)
        if owner is not None and owner.kind == "group":
            return self("lane-follow_up")  # R14
        kinds = {relation.kind for relation in relations}
        said = [word for kind, word in (("replies_to", "reply"), ("asks", "question")) if kind in kinds]
        return self(f"lane-{'_and_'.join(said) or 'statement'}")

    def step(self) -> str:
        """Return where the dialogue is: "Round 1 · Interventions", "Opening"."""
        step = self.view.session.step
        name = self(f"phase-{step.phase}")
        return f"{self('round-number', round=step.round)} · {name}" if step.round else name
