"""Texts that people write: what cannot be read never gets in, by whatever command or configuration."""

import unicodedata
from typing import Annotated, Any, Final, get_args, get_origin, get_type_hints

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.config.values import Words, read_value
from server.dialogue.model.command import Command
from server.dialogue.model.text import TEXT_LENGTH, ShortText, cleaned, is_readable
from server.dialogue.registry import COMMANDS, AnyCommand
from server.dialogue.rooms.screens import ShowMessage
from server.dialogue.rooms.seats import AddGuest
from tests.support.play import Play

GUEST_MS = 60_000
UNSEEN = (
    "\u200b",
    "\u2060\ufeff",
    "\u3164",
    "\u2800",
    "\u00ad",
    "\u0301\u0301",
    "\u202e",
    "\0",
    "\u200d",
    " \u3000\n",
)
"""Names that look empty: of no width, or of spaces of other scripts."""
LOUD = (
    "\x1b",
    "\0",
    "\x07",
    "\x9b",
    "\u202a",
    "\u202e",
    "\u2066",
    "\u2069",
    "\u200e",
    "\u200b",
    "\ufeff",
    "\ue000",
)
"""What moves a terminal, turns the direction of a line, or is nothing to see."""


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  María \t José\n", "María José"),
        ("a\u202eb\u2066c\u2069", "abc"),
        ("\x1b[31mred\0", "[31mred"),
        ("e\u0301", "é"),
        ("Z" + "\u0302" * 40 + "algo", "\u1e90\u0302\u0302\u0302algo"),
        ("Z\u0302\u0302\u200b\u0302\u0302", "\u1e90\u0302\u0302\u0302"),
        ("\u0302x", "x"),
        ("co\u00adope\u200bration", "cooperation"),
        ("Qu\u00a0? Oui\u202f!", "Qu\u00a0? Oui\u202f!"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\u200db", "ab"),
        ("שָׁלוֹם", "שָׁלוֹם"),
        ("Nguyễn Thị", "Nguyễn Thị"),
        ("lone \ud800", "lone"),
    ],
)
def test_what_cannot_be_read_is_taken_out(written: str, kept: str) -> None:
    """Signs without a shape go; accents, joiners and spaces that the languages in use need stay."""
    assert cleaned(written) == unicodedata.normalize("NFC", kept)


ANY: Final = st.text(st.characters(exclude_categories=()), max_size=40)
TROUBLE: Final = st.text(st.sampled_from("ae\u0301\u200b\u200d\u202e\u05d0\u0915 \u00a0\n"), max_size=30)


@given(ANY | TROUBLE)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """So a command that is sent again has the same fingerprint, and an edited text changes nothing else."""
    once = cleaned(text)
    assert cleaned(once) == once
    assert once == once.strip()
    assert not any(loud in once for loud in LOUD)
    once.encode()  # it can be written down


@pytest.mark.parametrize("name", UNSEEN)
def test_a_name_that_looks_empty_is_refused(name: str) -> None:
    """A guest nobody could see or call by name is not added, a message of nothing is not shown."""
    play = Play()
    play.to_exchange()
    assert not is_readable(name)
    assert play.refused(AddGuest(name, "", "en", GUEST_MS)) == "no_text"
    assert play.refused(ShowMessage(name)) == "no_text"
    with pytest.raises(ValueError, match="Write words"):
        read_value(Words, {"es": name})


def _texts(kind: type[Command]) -> dict[str, Any]:
    """The fields of a command that a person's words could stand in: strings of no more special kind."""
    hints = get_type_hints(kind, include_extras=True)
    return {
        name: hint
        for name, hint in hints.items()
        if name in kind.__struct_fields__
        and (hint is str or (get_origin(hint) is Annotated and str in get_args(hint)))
    }


def test_every_text_of_every_command_is_cleaned() -> None:
    """Whatever has words in it, made by hand or decoded: a new command cannot forget it."""
    seen = 0
    for kind in COMMANDS:
        for name, hint in _texts(kind).items():
            if (kind.__name__, name) in {("TakeOver", "console"), ("AnswerTakeOver", "console")}:
                continue
            assert hint == ShortText, f"{kind.__name__}.{name}"
            raw: Any = {field: _sample(kind, field) for field in kind.__struct_fields__}
            raw |= {"type": kind.__struct_config__.tag, name: "a" + "".join(LOUD) + " b"}
            command: Any = msgspec.convert(raw, AnyCommand)
            assert getattr(command, name) == "a b"
            seen += 1
    assert seen >= 8


def _sample(kind: type[Command], field: str) -> Any:
    """Any value of the right type."""
    hint = get_type_hints(kind)[field]
    samples = {
        "language": "es",
        "lane": "statement",
        "links": {},
        "length_ms": 1,
        "version": 1,
        "word": "declined",
    }
    if field in samples:
        return samples[field]
    return () if get_origin(hint) is tuple else "x"


def test_a_text_is_bounded_as_it_is_kept() -> None:
    """Bringing letters to one form can make a text longer; the limit holds for what is kept."""
    with pytest.raises(ValueError, match="too long"):
        ShowMessage("\ufb2c" * TEXT_LENGTH)
