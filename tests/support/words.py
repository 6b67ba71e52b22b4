"""What the faces say: the same catalogues and names that they show, so that tests don't repeat their wording."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from fluent.runtime import FluentBundle, FluentResource

from server.dialogue.model.setup import Text
from tests.support.play import shipped, shipped_setup

CATALOGUES = Path(__file__).parents[2] / "server/locale"


class Words:
    """Everything in one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._bundle = FluentBundle([lang], use_isolating=False)
        for file in sorted((CATALOGUES / lang).glob("*.ftl")):
            self._bundle.add_resource(FluentResource(file.read_text("utf-8")), allow_overrides=True)

    def __call__(self, sentence: str, /, **args: str | int) -> str:
        """A sentence of the catalogues. KeyError where there is none, ValueError where an argument is missing."""
        pattern = self._bundle.get_message(sentence).value
        if pattern is None:
            raise KeyError(sentence)
        text, problems = self._bundle.format_pattern(pattern, args)
        if problems:
            raise ValueError(f"{sentence}: {problems}")
        return str(text)

    def of(self, text: Text) -> str:
        """A text of the configuration."""
        return text[self.lang]

    def time(self, ms: float) -> str:
        """Time of day where the dialogue is held: "11:42"."""
        return datetime.fromtimestamp(ms / 1000, ZoneInfo(shipped_setup().timezone)).strftime("%H:%M")

    def seat(self, seat: str) -> str:
        """What the faces call a seat: "Youth, representative 1", "Brazil"."""
        setup, people = shipped()
        return next(self.of(people[each.person].name) for each in setup.seats if each.id == seat)

    def short_seat(self, seat: str) -> str:
        """What the console calls it where room is scarce: "Youth 1", "Brazil"."""
        setup = shipped_setup()
        party = next(each.party for each in setup.seats if each.id == seat)
        colleagues = [str(each.id) for each in setup.seats if each.party == party]
        return f"{self.code(party)} {colleagues.index(seat) + 1}" if len(colleagues) > 1 else self.seat(seat)

    def party(self, party: str) -> str:
        """The full name of a party."""
        return next(self.of(each.name) for each in shipped_setup().parties if each.id == party)

    def code(self, party: str) -> str:
        """The short form of a group: "Youth"."""
        return next(self.of(each.code) for each in shipped_setup().parties if each.id == party)

    def issue(self, party: str, number: str) -> str:
        """Code of an issue (R26): "Youth 1.2"."""
        return f"{self.code(party)} {number}"

    def theme(self, theme: str) -> str:
        """Name of a theme."""
        return next(self.of(each.name) for each in shipped_setup().themes if each.id == theme)

    def ordinal(self, rank: int) -> str:
        """A place in the list as phones write it: "2nd", "2.º"."""
        if self.lang != "en":
            return f"{rank}.º"
        return f"{rank}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(rank, 'th') }"


@cache
def words(lang: str) -> Words:
    """The words of one language, read once."""
    return Words(lang)
