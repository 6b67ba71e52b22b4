"""What clients send is refused in words that help: which text is too long, and how long it may be."""

import pytest

from server.dialogue.model.refusals import Refused
from server.dialogue.model.text import TEXT_LENGTH, text_fields
from server.dialogue.registry import COMMANDS
from server.live.incoming import decoded
from server.wire.messages import CommandMessage

TEXTS = [(kind.__struct_config__.tag, field) for kind in COMMANDS for field in text_fields(kind)]
GROWS = "\u0958"
"""One letter that is two in the form in which texts are kept."""


def refused(tag: str, field: str, text: str) -> tuple[str, str]:
    """With which code and words a command is refused that lacks its id, and has this text."""
    with pytest.raises(Refused) as why:
        decoded({"command": {"type": tag, field: text}}, CommandMessage)
    return why.value.code, why.value.about


def test_texts_are_found() -> None:
    """Requests, points, issues, guests and messages have one, or two."""
    assert {"ask", "raise_point", "raise_issue", "add_guest", "show_message"} <= {tag for tag, _ in TEXTS}


@pytest.mark.parametrize(("tag", "field"), TEXTS)
def test_a_text_that_is_too_long_is_named_with_its_limit(tag: str, field: str) -> None:
    """In whichever command; one letter less is no matter of length."""
    assert refused(tag, field, "a" * (TEXT_LENGTH + 1)) == ("too_long", f"{field}: {TEXT_LENGTH}")
    assert refused(tag, field, "a" * TEXT_LENGTH)[0] == "bad_command", "what else the command needs"


def test_a_text_that_grows_when_it_is_cleaned_is_too_long_too() -> None:
    """What is kept has to fit."""
    assert refused("show_message", "text", GROWS * TEXT_LENGTH) == ("too_long", f"text: {TEXT_LENGTH}")
