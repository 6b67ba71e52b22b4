"""The checker finds a face that was shown less than before, and takes nothing else for that."""

from __future__ import annotations

import msgspec
import pytest

from server.dialogue.model.ids import Actor
from server.dialogue.rooms.screens import ClearMessage, ShowMessage
from server.wire.patch import PlainView
from server.wire.project import project
from tests.chaos.records import Diary
from tests.chaos.shown import Watch, folds, less_shown
from tests.support.play import Play

SEEN_S = 2e9
"""After everything that is played here."""


class Seen:
    """An observer at a dialogue in which three States ask, and the stage shows a message between."""

    def __init__(self) -> None:
        self.play = Play()
        self.play.to_exchange()
        self.asked = []
        for name in ("BR", "MX", "CL"):
            self.play.ask(name)
            self.asked.append(len(self.play.entries))
        self.diary = Diary("observer-1", "public")
        self.watch = Watch(self.diary)

    def at(self, entry: int) -> PlainView:
        """The public's view as of an entry."""
        known = folds(self.play.entries, self.play.people)[entry - 1]
        view: PlainView = msgspec.json.decode(msgspec.json.encode(project(*known).view("public")))
        return view

    def sees(self, *entries: int) -> None:
        """It is shown the views as of these entries, one after the other."""
        for entry in entries:
            self.watch.sees(entry, self.at(entry), SEEN_S)

    def told(self) -> list[str]:
        """What the checker says of it."""
        return list(less_shown([self.diary], self.play.entries, self.play.people, 0.0))


def test_less_than_before_is_found() -> None:
    """A view as of an earlier entry, between which and the last one something changed for this audience."""
    seen = Seen()
    first, second, third = seen.asked
    seen.sees(first, third, second, third)
    assert seen.told() == [
        f"observer-1 had seen entry {third}, and was shown entry {second} at {SEEN_S:.1f} s"
    ]


def test_less_than_one_did_oneself_is_found() -> None:
    """What was acknowledged before it said hello again."""
    seen = Seen()
    seen.sees(seen.asked[0])
    seen.watch.connects(seen.asked[2], SEEN_S)
    seen.sees(seen.asked[1])
    assert len(seen.told()) == 1


def test_an_earlier_entry_that_shows_the_same_is_none() -> None:
    """A node that has just started counts from where it started: what the stage did, this audience is not shown."""
    seen = Seen()
    seen.play.do(ShowMessage("x"), Actor("stage"))
    seen.play.do(ClearMessage(), Actor("stage"))
    last = len(seen.play.entries)
    seen.sees(last, seen.asked[2])
    assert seen.told() == []


def test_what_did_not_last_is_none() -> None:
    """It was shown an entry that went with a Redis: what it saw there is not what the journal says."""
    seen = Seen()
    lost = seen.at(seen.asked[2]) | {"title": "another"}
    seen.watch.sees(seen.asked[2], lost, SEEN_S)
    seen.sees(seen.asked[1])
    assert seen.told() == []
    seen.watch.sees(len(seen.play.entries) + 5, lost, SEEN_S)
    seen.sees(seen.asked[1])
    assert seen.told() == []


def test_what_was_done_once_more_is_none() -> None:
    """It went with a Redis, and its sender sent it again: the journal's entry is younger than the sight of it."""
    seen = Seen()
    seen.watch.sees(seen.asked[2], seen.at(seen.asked[2]), seen.play.entries[-1].at_ms / 1000 - 1)
    seen.sees(seen.asked[1])
    assert seen.told() == []


@pytest.mark.parametrize("entries", [(0, 1, 2), (2, 2, 2)])
def test_who_goes_on_or_stays_is_not_noted(entries: tuple[int, ...]) -> None:
    """Only falls are."""
    seen = Seen()
    seen.sees(*(seen.asked[place] for place in entries))
    assert seen.diary.falls == []
