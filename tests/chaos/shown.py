"""Whether a face was ever shown less than it was shown before, or than what it did itself, on whichever node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import msgspec

from server.dialogue.decider import Folded, Known, evolve, initial
from server.dialogue.entry import Entry
from server.dialogue.model.register import People
from server.dialogue.rooms.session import Created
from server.wire.patch import PlainView
from server.wire.project import project
from tests.chaos.checker import CLOCK_MS
from tests.chaos.records import Diary, Fall, Sighting


class Watch:
    """Of one client: notes in its diary each time that a view is as of an earlier entry than it has seen."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._most = Sighting(0, None, 0.0)

    def connects(self, acted: int, at_s: float) -> None:
        """It says hello, and with that as of which entry it acted last, 0: never."""
        if acted > self._most.entry:
            self._most = Sighting(acted, None, at_s)

    def sees(self, entry: int, view: PlainView, at_s: float) -> None:
        """It has a view, as of an entry. That is kept as it is: views are never changed."""
        now = Sighting(entry, view, at_s)
        if entry < self._most.entry:
            self._diary.falls.append(Fall(self._most, now))
        self._most = now


def less_shown(
    diaries: Iterable[Diary], entries: list[Entry], people: People, zero_ms: float
) -> Iterator[str]:
    """Yield who was shown less. `people`: the register. `zero_ms`: as in `check`.

    A view that is as of an earlier entry is not less where nothing that this audience sees changed in between: a node
    that has just started counts from where it started. Nor where the entry that was seen did not last: it went with a
    Redis, and was nobody's acknowledged act. Then what was seen is not the fold of the journal at that entry; or it is,
    for its sender had it carried out once more, and the journal's entry is younger than the sight of it.
    """
    known = folds(entries, people)

    @lru_cache(256)
    def view(audience: str, entry: int) -> Any:
        return msgspec.json.decode(msgspec.json.encode(project(*known[entry - 1]).view(audience)))

    for diary in diaries:
        for fall in diary.falls:
            most = fall.before.entry
            if not 0 < fall.now.entry < most <= len(known):
                continue
            wanted = view(diary.audience, most)
            was_there = entries[most - 1].at_ms - zero_ms <= fall.before.at_s * 1000 + CLOCK_MS
            lasted = was_there and fall.before.view in (None, wanted)
            if lasted and view(diary.audience, fall.now.entry) != wanted:
                shown = f"entry {fall.now.entry} at {fall.now.at_s:.1f} s"
                yield f"{diary.actor} had seen entry {most}, and was shown {shown}"


def folds(entries: list[Entry], people: People) -> list[Known]:
    """What journal and register add up to after each entry; they share what does not change."""
    found: list[Known] = []
    folded: Folded | None = None
    for entry in entries:
        if folded is None:
            created = entry.events[0]
            assert isinstance(created, Created)
            folded = Folded(initial(created.setup, {}), (), {})
        folded = Folded(*evolve(*folded, entry))
        found.append(folded.known().with_people(people))
    return found
