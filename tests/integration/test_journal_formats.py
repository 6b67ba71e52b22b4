"""Journals of every format that was ever written are read, by this version, to the state they have always meant."""

import re
from itertools import islice
from pathlib import Path

import msgspec
import pytest

from server.dialogue.decider import replay
from server.journal.codec import FORMAT
from server.journal.port import Broken
from server.journal.sqlite import SqliteJournal
from server.journal.sqlite_file import FILE_NAME
from server.wire.project import project
from tests.support.golden import (
    KINDS,
    changes,
    entries_in,
    folded,
    journals,
    kinds_in,
    people_in_file,
    state_of,
)
from tests.support.journals import entries

NEW_FORMAT = (
    "Journals like this one exist. Either keep reading what they hold (a new field needs a default that means what "
    "was meant before), or make a new format: add a step to server/journal/upcasters.py that turns the old "
    "entries into new ones, and make the golden journal of the new format: python -m tests.support.golden"
)
NEW_STATE = (
    "If an event now means something else, that is a new format. If only a field of the state has another name "
    "or form: python -m tests.support.golden --state, and look at what changes in tests/data."
)
NEW_KIND = "No golden journal has this kind of event. Make one more: python -m tests.support.golden --more"


def test_there_is_a_golden_journal_of_the_present_format() -> None:
    """A new format comes with its journal."""
    formats = {int(number) for path in journals() for number in re.findall(r"format-(\d+)\.", path.name)}
    assert formats == set(range(1, FORMAT + 1)), NEW_FORMAT


@pytest.mark.parametrize("journal", journals(), ids=lambda path: path.stem)
def test_a_golden_journal_is_read_to_the_same_state(journal: Path) -> None:
    """Every entry is whole and is understood; the state has all it had, with the same values."""
    try:
        found = folded(entries_in(journal), people_in_file(journal))
    except Broken as error:
        pytest.fail(f"{journal.name}: {error}. {NEW_FORMAT}")
    was = msgspec.json.decode(state_of(journal).read_bytes())
    assert list(islice(changes(was, found), 5)) == [], NEW_STATE


def test_the_first_golden_journal_is_shown_as_it_always_was() -> None:
    """Recorded before the core was laid out anew: every view has all it had, with the same values."""
    journal = journals()[0]
    was = msgspec.json.decode(journal.with_suffix(".views.json").read_bytes())
    found = entries_in(journal)
    for end, views in was.items():
        known = replay(found[: int(end)], {})
        assert known is not None
        projection = project(*known)
        shown = {audience: projection.view(audience) for audience in views}
        now = msgspec.json.decode(msgspec.json.encode(shown))
        if views["console"].get("primary", {}).get("act") in ("recognise", "rule"):
            views["console"]["point_act"] = views["console"].pop(
                "primary"
            )  # since then: a button of its own (R30)
        for view in views.values():  # since then: an issue that nobody raises is not left open
            for sheet in (*view.get("moves", ()), *([view["closing"]] if "closing" in view else ())):
                sheet["issues"] = [i for i in sheet["issues"] if not views["public"]["issues"][i]["detached"]]
        for mine in (view["me"] for view in views.values() if "me" in view):
            mine["may_raise_point"] &= "point" not in mine  # since then: whose point waits raises no other
        assert list(islice(changes(views, now, f"views.{end}"), 5)) == []


@pytest.mark.parametrize("journal", journals(), ids=lambda path: path.stem)
async def test_a_server_opens_a_golden_journal(journal: Path, tmp_path: Path) -> None:
    """Put into a data folder, file and all, it is read as it lies."""
    (tmp_path / FILE_NAME).write_bytes(journal.read_bytes())  # noqa: ASYNC240
    opened = await SqliteJournal.open(tmp_path)
    assert await entries(opened) == entries_in(journal)
    await opened.close()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_event_is_in_a_golden_journal(kind: str) -> None:
    """So that no event's shape can change unnoticed."""
    assert any(kind in kinds_in(entries_in(journal)) for journal in journals()), NEW_KIND


def test_a_change_of_the_state_is_placed() -> None:
    """What is gone or has another value is named; what is new is not."""
    was = {"kept": 1, "gone": 2, "list": [{"a": 1}, {"a": 2}], "shorter": [1, 2]}
    now = {"kept": 1, "new": 3, "list": [{"a": 1, "b": 0}, {"a": 3}], "shorter": [1]}
    assert list(changes(was, now)) == [
        "state.gone is gone",
        "state.list[1].a was 2 and is 3",
        "state.shorter was [1, 2] and is [1]",
    ]
