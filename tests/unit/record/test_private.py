"""What nobody may learn is in no format: factors of time, signals, requests withdrawn, points never recognised."""

import random

import pytest

from server.record.composed import record_of
from server.record.formats import FORMATS, files_of
from tests.support.full_session import PRIVATE, FullSession
from tests.support.play import Play
from tests.support.record_text import READERS, bare
from tests.support.records import LANGUAGES


def played(seed: int, *, private: bool) -> Play:
    """A dialogue with or without what is private; all else is the same."""
    return FullSession(random.Random(seed), private=private).run(50)  # noqa: S311 - the same each time


def files(play: Play) -> dict[str, bytes]:
    """Every format of the record in every language."""
    record = record_of(play.state, play.now_ms)
    return {file.name: file.body for file in files_of(record, FORMATS, LANGUAGES)}


@pytest.mark.parametrize("seed", range(3))
def test_with_and_without_what_is_private_the_bytes_are_the_same(seed: int) -> None:
    """Nobody can tell from any file who had more time, who signalled, who withdrew, or who wanted to raise a point."""
    with_it, without = played(seed, private=True), played(seed, private=False)
    allotted = [one.allotted_ms for one in with_it.state.statements.values()]
    assert allotted != [one.allotted_ms for one in without.state.statements.values()]
    assert len(with_it.entries) > len(without.entries) + 10
    told = files(with_it)
    assert len(told) == 26
    for name, body in files(without).items():
        assert told[name] == body, name


def test_the_text_of_what_is_private_is_in_no_format() -> None:
    """Neither plainly nor packed; what is public of the same session is."""
    play = played(1, private=True)
    assert any(PRIVATE in repr(entry.events) for entry in play.entries)
    record = record_of(play.state, play.now_ms)
    for kind, form in FORMATS.items():
        (file,) = files_of(record, (kind,), ("es",))
        text = READERS[kind](file.body) if kind in READERS else bare(file.body.decode("utf-8-sig"))
        assert bare(PRIVATE) not in text, form.name
        assert PRIVATE.encode() not in file.body
        if kind != "schema":
            assert "Juventud" in text
