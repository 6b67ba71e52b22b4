"""Names of States: official in four languages, fit to be said aloud; codes are exact, a hint is never another State."""

import re
from itertools import product
from pathlib import Path

import msgspec
import pytest
from babel import Locale

from server.config import ConfigError, load
from server.config.articles import BY_ARTICLE, state_article
from server.config.states import state_codes, state_meant, state_name
from server.dialogue.model.setup import LANGUAGES
from tests.support.play import shipped_setup

SHIPPED = Path(__file__).parents[2] / "config.toml"
OBSERVERS = {"PS", "VA"}
UNSPEAKABLE = re.compile(r"[()\[\]&/,;:]| - |\bSt\.|'|  |^\s|\s$")
FORMER = {
    "Burma",
    "Birmania",
    "Birmanie",
    "Swaziland",
    "Kinshasa",
    "Brazzaville",
    "Turkey",
    "Turquía",
    "Cape Verde",
}


def test_all_members_of_the_united_nations_and_its_observer_states() -> None:
    """193 and two; territories, unions and users' codes are none."""
    codes = state_codes()
    assert len(codes) == len(set(codes)) == 193 + len(OBSERVERS)
    assert set(codes) >= OBSERVERS
    assert not set(codes) & {
        "ZZ",
        "EU",
        "UN",
        "XK",
        "TW",
        "PR",
        "AQ",
        "EZ",
        "QO",
        "XA",
        "GL",
        "UK",
        "AA",
        "ZR",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_can_be_said_aloud(language: str) -> None:
    """No parentheses, dashes or ampersands; each begins with a capital, and no two States share one."""
    names = {code: state_name(code)[language] for code in state_codes()}
    assert {code: name for code, name in names.items() if UNSPEAKABLE.search(name)} == {}
    assert {code: name for code, name in names.items() if not name[0].isupper()} == {}
    assert {code: name for code, name in names.items() if any(word in name for word in FORMER)} == {}
    assert len(set(names.values())) == len(names)


@pytest.mark.parametrize(
    ("code", "es", "en", "pt", "fr"),
    [
        (
            "CD",
            "República Democrática del Congo",
            "Democratic Republic of the Congo",
            "República Democrática do Congo",
            "République démocratique du Congo",
        ),
        ("CG", "Congo", "Congo", "Congo", "Congo"),
        ("MM", "Myanmar", "Myanmar", "Mianmar", "Myanmar"),
        (
            "BA",
            "Bosnia y Herzegovina",
            "Bosnia and Herzegovina",
            "Bósnia e Herzegovina",
            "Bosnie-Herzégovine",
        ),
        ("KR", "República de Corea", "Republic of Korea", "República da Coreia", "République de Corée"),
        ("RU", "Federación de Rusia", "Russian Federation", "Federação da Rússia", "Fédération de Russie"),
        ("CI", "Côte d’Ivoire", "Côte d’Ivoire", "Côte d’Ivoire", "Côte d’Ivoire"),
        ("CV", "Cabo Verde", "Cabo Verde", "Cabo Verde", "Cabo Verde"),
        ("VN", "Viet Nam", "Viet Nam", "Vietnã", "Viet Nam"),
        ("TR", "Türkiye", "Türkiye", "Türkiye", "Türkiye"),
        ("VA", "Santa Sede", "Holy See", "Santa Sé", "Saint-Siège"),
        (
            "US",
            "Estados Unidos de América",
            "United States of America",
            "Estados Unidos da América",
            "États-Unis d’Amérique",
        ),
    ],
)
def test_names_that_menus_have_otherwise(code: str, es: str, en: str, pt: str, fr: str) -> None:
    """Where a library's name is another than the official one."""
    assert state_name(code) == {"es": es, "en": en, "pt": pt, "fr": fr}


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_the_usual_ones_but_for_a_known_few(language: str) -> None:
    """Unicode's names differ where they are no official ones; any other difference is a slip of the pen."""
    usual = Locale(language).territories
    own = [code for code in state_codes() if state_name(code)[language] != usual[code]]
    assert len(own) <= {"es": 45, "en": 28, "pt": 25, "fr": 28}[language]
    assert not set(own) & {"BR", "FR", "DE", "JP", "ZA", "NG", "IN", "AU"} - {"NG"}


@pytest.mark.parametrize("language", ["pt", "fr"])
def test_the_article_of_every_state_is_known(language: str) -> None:
    """The podium gives the floor to any State in a whole sentence."""
    assert [code for code in state_codes() if language not in state_article(code)] == []
    assert {code for codes in BY_ARTICLE["fr"].values() for code in codes.split()} == set(state_codes())


@pytest.mark.parametrize(
    ("language", "begins", "articles"),
    [
        ("en", "Republic|Democratic|United|Kingdom|Islamic|Federated|State|Holy|Russian|Syrian|Lao", {"the"}),
        ("es", "República|Federación|Santa Sede", {"la"}),
        ("es", "Estados|Emiratos", {"los"}),
        ("es", "Reino|Estado de", {"el"}),
        ("es", "Islas", {"las"}),
        ("pt", "República|Federação|Santa Sé", {"a"}),
        ("pt", "Estados|Emirados", {"os"}),
        ("pt", "Reino|Estado da", {"o"}),
        ("pt", "Ilhas", {"as"}),
        ("fr", "République|Fédération", {"la"}),
        ("fr", "États|Émirats|Îles", {"les"}),
        ("fr", "Royaume|Saint-Siège", {"le"}),
    ],
)
def test_what_a_name_begins_with_has_its_article(language: str, begins: str, articles: set[str]) -> None:
    """As in "a la República de Corea", "to the Russian Federation", "aos Estados Unidos"."""
    found = {
        code: state_article(code)[language]
        for code in state_codes()
        if re.match(rf"(?:{begins})\b", state_name(code)[language]) and code != "DM"
    }
    assert found
    assert {code: article for code, article in found.items() if article not in articles} == {}


def test_french_elides_before_a_vowel() -> None:
    """Nobody says "le Ouganda"."""
    vowels = tuple("AEIOUÉÎÔÂ")
    found = {
        c
        for c in state_codes()
        if state_name(c)["fr"].startswith(vowels) and state_article(c)["fr"] in ("le", "la")
    }
    assert found == set()
    elided = {c for c in state_codes() if state_article(c)["fr"] == "l’"}
    assert {c for c in elided if not state_name(c)["fr"].startswith(vowels)} == set()


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("CAN", "CA"),
        ("can", "CA"),
        ("br", "BR"),
        ("Brasil", "BR"),
        ("MEXICO", "MX"),
        ("DEU", "DE"),
        ("CHE", "CH"),
        ("UK", "GB"),
    ],
)
def test_a_state_that_is_certainly_meant_is_named(written: str, code: str) -> None:
    """Its alpha-3 code, its name, small letters."""
    assert state_meant(written) == code


@pytest.mark.parametrize(
    "written", ["ZZ", "EU", "UN", "XK", "XX", "CN2", "BB2", "GER", "PRI", "Cuba-1", "C", "AAA", "QM"]
)
def test_a_code_that_is_no_states_is_no_other_states_either(tmp_path: Path, written: str) -> None:
    """It is refused, and none that looks like it is offered."""
    assert state_meant(written) is None
    file = tmp_path / "config.toml"
    file.write_text(SHIPPED.read_text("utf-8").replace('{ code = "GY"', f'{{ code = "{written}"', 1), "utf-8")
    with pytest.raises(ConfigError) as caught:
        load(file)
    (problem,) = caught.value.problems
    assert problem.key == "delegations.states[1].code"
    assert "Did you mean" not in problem.what
    assert "guest" in problem.what


def test_no_code_is_hinted_at_for_another() -> None:
    """Of all two and three letters, what is hinted at is the State whose code or name that is."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    alpha3 = {c: state_meant(c) for c in map("".join, product(letters, repeat=3)) if state_meant(c)}
    assert len(alpha3) == len(state_codes())
    assert sorted(code for code in alpha3.values() if code) == state_codes()
    for two in map("".join, product(letters, repeat=2)):
        assert state_meant(two) in {None, two} or two == "UK"


def test_every_state_there_is_can_be_configured(tmp_path: Path) -> None:
    """All 195 at once: each is a party with a name and an article in four languages."""
    text = SHIPPED.read_text("utf-8")
    head, _, rest = text.partition("states = [")
    rows = "".join(f'  {{ code = "{code}", language = "en" }},\n' for code in state_codes())
    tail = rest.partition("\n]")[2]
    file = tmp_path / "config.toml"
    file.write_text(f"{head}states = [\n{rows}]{tail}", "utf-8")
    setup = load(file).setup
    parties = [party for party in setup.parties if party.kind == "state"]
    assert len(parties) == 195
    assert all(set(party.name) == set(party.article) == set(LANGUAGES) for party in parties)
    assert msgspec.json.decode(msgspec.json.encode(setup), type=type(setup)) == setup


def test_the_shipped_names_are_the_organizations() -> None:
    """Bolivia, Venezuela, and the Caribbean as the Organization of American States writes it."""
    name = {str(party.id): party.name for party in shipped_setup().parties}
    assert name["BO"]["es"] == "Bolivia"
    assert name["VE"]["fr"] == "Venezuela"
    assert (name["GD"]["es"], name["SR"]["es"], name["KN"]["fr"]) == (
        "Grenada",
        "Suriname",
        "Saint-Kitts-et-Nevis",
    )
