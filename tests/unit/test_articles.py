"""With which article names are spoken: known of every State that takes part, and only such as the language has."""

from pathlib import Path

import pytest

from server.config import ConfigError, load
from server.config.articles import ARTICLES, BY_ARTICLE, state_article
from server.config.states import state_codes
from tests.support.play import shipped_setup

SHIPPED = Path(__file__).parents[2] / "config.toml"
ROUND = 'article.fr = "la"'


def edited(folder: Path, old: str, new: str) -> Path:
    """The shipped configuration with one thing written differently."""
    text = SHIPPED.read_text("utf-8")
    assert old in text
    file = folder / "config.toml"
    file.write_text(text.replace(old, new, 1), "utf-8")
    return file


def test_of_every_party_shipped_it_is_known() -> None:
    """No sentence of the podium has to do without, where Portuguese and French need one."""
    parties = [party for party in shipped_setup().parties if party.kind in ("group", "state")]
    assert len(parties) == 38
    assert [str(party.id) for party in parties if not {"es", "pt", "fr"} <= set(party.article)] == []


@pytest.mark.parametrize(
    ("code", "pt", "fr"),
    [("BR", "o", "le"), ("AR", "a", "l’"), ("US", "os", "les"), ("HT", "o", ""), ("CU", "", "")],
)
def test_of_a_state(code: str, pt: str, fr: str) -> None:
    """The article of the language, or none where the name is used without."""
    assert (state_article(code)["pt"], state_article(code)["fr"]) == (pt, fr)


def test_each_state_has_one_article_at_most_and_the_language_has_it() -> None:
    """A code that stands in the table twice would be spoken by whichever comes last."""
    for language, named in BY_ARTICLE.items():
        codes = [code for listed in named.values() for code in listed.split()]
        assert sorted(set(codes)) == sorted(codes)
        assert set(codes) <= set(state_codes())
        assert set(named) <= {"", *ARTICLES[language]}


def test_of_a_name_of_the_organisers_own_nothing_is_assumed(tmp_path: Path) -> None:
    """The podium then uses a sentence that needs none."""
    own = '{ code = "BR", name = { es = "República Federativa del Brasil" }, language = "pt" }'
    setup = load(edited(tmp_path, '{ code = "BR", language = "pt" }', own)).setup
    assert next(party.article for party in setup.parties if party.id == "BR") == {}


def test_one_that_the_language_does_not_have_is_a_mistake(tmp_path: Path) -> None:
    """It would be spoken as if there were none."""
    with pytest.raises(
        ConfigError, match=r'groups\[0\].article.fr: "der" is no article in fr. Write le, la, l’, les'
    ):
        load(edited(tmp_path, ROUND, 'article.fr = "der"'))
