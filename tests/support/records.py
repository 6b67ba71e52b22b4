"""Dialogues to make records of, and what an independent reader finds in their journals."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from server.dialogue.decider import replay
from server.dialogue.entry import Entry
from server.dialogue.model.register import people_in
from server.dialogue.model.setup import Language
from server.journal.sqlite_check import reading, records_in, saved_in
from server.record.composed import record_of
from server.record.formats import files_of
from server.record.model import Record
from tests.support.full_session import FullSession
from tests.support.golden import FOLDER
from tests.support.own_reader import Journal, entries_in

LANGUAGES: tuple[Language, ...] = ("es", "en", "pt", "fr")
GOLDEN = sorted(path.name for path in FOLDER.glob("journal-format-[34].*.sqlite3"))
CASES = (*(f"seed {seed}" for seed in range(2)), *GOLDEN)
"""Played ones, and journals of which the entries say no names."""


@dataclass
class Case:
    """A record, and what somebody else reads in the journal that it was made of."""

    record: Record
    read: Journal
    _drawn: dict[tuple[str, str], bytes] = field(default_factory=dict)

    def file(self, kind: str, lang: Language) -> bytes:
        """One file of the record; drawn once."""
        if (kind, lang) not in self._drawn:
            (made,) = files_of(self.record, (kind,), (lang,))
            self._drawn[kind, lang] = made.body
        return self._drawn[kind, lang]


def plainly(entries: list[Entry]) -> list[dict[str, Any]]:
    """Entries as a journal has them: JSON, and nothing of our classes."""
    return [msgspec.json.decode(msgspec.json.encode(entry)) for entry in entries]


def played(seed: int) -> Case:
    """One that is played."""
    play = FullSession(random.Random(seed)).run(60, close=seed % 2 == 0)  # noqa: S311 - drawn anew each time
    record = record_of(play.state, play.now_ms)
    return Case(record, Journal.of(plainly(play.entries)))


def golden(path: Path) -> Case:
    """One whose journal lies in tests/data."""
    with reading(path) as database:
        known = replay((saved.entry for saved in saved_in(path, database)), people_in(records_in(path)))
    assert known is not None
    record = record_of(known.state, known.state.at_ms)
    return Case(record, Journal.of(entries_in(path)))


def case_of(name: str) -> Case:
    """One of `CASES`."""
    return played(int(name.removeprefix("seed "))) if name.startswith("seed ") else golden(FOLDER / name)
