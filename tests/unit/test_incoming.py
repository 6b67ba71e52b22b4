"""What clients send is refused in words that help: which text is too long, and how long it may be."""

import msgspec
import pytest

from server.dialogue.model.refusals import Refused
from server.dialogue.model.text import TEXT_LENGTH, text_fields
from server.dialogue.registry import COMMANDS
from server.live.incoming import decoded
from server.wire.messages import CommandMessage

TEXTS = [(kind.__struct_config__.tag, field) for kind in COMMANDS for field in text_fields(kind)]
SCHEMA = msgspec.json.schema(CommandMessage)["$defs"]
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


def bounded(within: object, path: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
    """Where in a schema a text has a limit, however deep."""
    if isinstance(within, list):
        return set[tuple[str, ...]]().union(*(bounded(each, path) for each in within))
    if not isinstance(within, dict):
        return set()
    here = {path} if "maxLength" in within else set()
    return here.union(*(bounded(each, (*path, key)) for key, each in within.items()))


def test_every_text_with_a_limit_is_one_that_is_cleaned_and_gone_through() -> None:
    """What else has a limit in a message is its id: a limit deep in a command, or of another length, is found here."""
    names = {kind.__struct_config__.tag: kind.__name__ for kind in COMMANDS}
    texts = {(names[tag], "properties", field) for tag, field in TEXTS}
    assert bounded(SCHEMA) == texts | {("CommandMessage", "properties", "id")}


def test_an_id_that_is_too_long_is_named_with_its_own_limit() -> None:
    """It is no text that people write, and has another limit."""
    with pytest.raises(Refused) as why:
        decoded({"id": "a" * 65, "command": {"type": "open_list"}}, CommandMessage)
    assert (why.value.code, why.value.about) == ("too_long", "id: 64")


@pytest.mark.parametrize(("tag", "field"), TEXTS)
def test_a_text_that_is_too_long_is_named_with_its_limit(tag: str, field: str) -> None:
    """In whichever command; one letter less is no matter of length."""
    assert refused(tag, field, "a" * (TEXT_LENGTH + 1)) == ("too_long", f"{field}: {TEXT_LENGTH}")
    assert refused(tag, field, "a" * TEXT_LENGTH)[0] == "bad_command", "what else the command needs"


def test_a_text_that_grows_when_it_is_cleaned_is_too_long_too() -> None:
    """What is kept has to fit."""
    assert refused("show_message", "text", GROWS * TEXT_LENGTH) == ("too_long", f"text: {TEXT_LENGTH}")
