"""Personal links: who a token makes somebody, and what the secret is kept like."""

import stat
from pathlib import Path

import msgspec
import pytest

from server.access.links import Access, actors
from server.access.secret import SecretError, load
from server.dialogue.model.ids import Actor
from tests.support.play import shipped_setup

SETUP = shipped_setup()
URL = "http://127.0.0.1:8012"


def test_everybody_has_one_link_of_their_own() -> None:
    """Two consoles, podium, stage, eight representatives, 34 States, screens, the public: the token says who it is."""
    access = Access(b"s" * 32)
    links = list(access.links(SETUP, URL))

    roles = [link.actor.role for link in links]
    assert (roles.count("console"), roles.count("seat"), roles.count("public")) == (2, 8 + 34, 1)
    assert (roles.count("podium"), roles.count("stage")) == (1, 1)
    assert roles.count("screen") == len(SETUP.screens)
    tokens = [link.url.partition("#t=")[2] for link in links]
    assert [access.actor(SETUP, token) for token in tokens] == [link.actor for link in links]
    assert len(set(tokens)) == len(tokens)


def test_a_row_names_role_who_and_address() -> None:
    """The form of `links --json`; the token is in the fragment."""
    rows = [link.row() for link in Access(b"s" * 32).links(SETUP, URL)]

    brazil = next(row for row in rows if row.get("seat") == "BR")
    assert brazil["url"].startswith(f"{URL}/floor#t=")
    assert rows[0] | {"url": ""} == {"role": "console", "name": "chair", "url": ""}
    assert rows[-1] == {"role": "public", "url": f"{URL}/"}


def test_a_token_has_at_least_128_bits() -> None:
    """Base64 holds six bits in a character."""
    assert len(Access(b"s" * 32).token(SETUP, Actor("seat", "BR")).rstrip("=")) * 6 >= 128


@pytest.mark.parametrize("forged", ["BR", "seat:BR", "A" * 24, "chair"])
def test_what_is_nobodys_token_opens_nothing(forged: str) -> None:
    """Not even as the public: who shows a token wants to be somebody."""
    assert Access(b"s" * 32).actor(SETUP, forged) is None


def test_no_token_is_the_public() -> None:
    """Observers need no link of their own."""
    assert Access(b"s" * 32).actor(SETUP, "") == Actor("public")


def test_another_secret_or_dialogue_makes_other_tokens() -> None:
    """A link is good for one dialogue on one server."""
    other_dialogue = msgspec.structs.replace(SETUP, id="another")
    mine, yours = Access(b"s" * 32), Access(b"t" * 32)
    for actor in actors(SETUP):
        if actor.role != "public":
            assert mine.token(SETUP, actor) not in {
                yours.token(SETUP, actor),
                mine.token(other_dialogue, actor),
            }


def test_the_secret_is_made_once_and_private(tmp_path: Path) -> None:
    """The folder too; and what is too open is closed again."""
    folder = tmp_path / "data"
    secret = load(folder)

    assert len(secret) == 32
    assert load(folder) == secret
    assert load(tmp_path / "other") != secret
    file = folder / "secret"
    file.chmod(0o644)
    load(folder)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [path.name for path in folder.iterdir()] == ["secret"]


@pytest.mark.parametrize("content", ["", "zz", "00" * 16])
def test_a_damaged_secret_is_not_used(tmp_path: Path, content: str) -> None:
    """An empty one would make tokens that anybody can make."""
    (tmp_path / "secret").write_text(content)
    with pytest.raises(SecretError, match="damaged"):
        load(tmp_path)
