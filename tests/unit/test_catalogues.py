"""What is written in the catalogues: the conventions of each language, plural forms, and wording that was decided."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

LOCALE: Final = Path(__file__).parents[2] / "server/locale"
LANGUAGES: Final = ("en", "es", "fr", "pt")
MESSAGE: Final = re.compile(r"^([\w-]+) = ?((?:.|\n[ }])*)", re.MULTILINE)
PLACEABLE: Final = re.compile(r"\{[^{}]*\}")
VARIANT: Final = re.compile(r"^\s*\*?\[\w+\]", re.MULTILINE)
NUMBERS: Final = ("count", "turns", "samples", "seats", "online")
"""Arguments that count things; minutes and seconds come with a unit that has no plural."""
NAMES_OF_NUMBERS: Final = {"console-seats-online"}
INVARIABLE: Final = {
    "en": {"more", "of"},
    "es": {"más", "de"},
    "fr": {"de", "sur"},
    "pt": {"de", "a"},
}
"""Words after a number that agree with nothing."""
FORBIDDEN: Final = {
    "en": ["colour-blind", r"\bdesk\b"],
    "es": [
        r"\b[Mm]oción\b",
        r"\b[Úú]ltimo llamado\b",
        r"\b[Ee]nsay",
        r"\bPronóstico\b",
        r"\bPor tandas\b",
        r"\boíd[oa]s?\b",
        r"Nadie espera",
        r"\bLlamar a\b",
        r"Sesión terminada",
        r"\bsu puesto en la lista",
        r"\bFin al (ritmo|límite)",
        r"\bun (invitado|suplente)\b",
    ],
    "fr": [
        r"\bdues?\b",
        r"\binterroge",
        r"\bentendue?s?\b(?! dans)",
        r"Personne n’attend",
        r"\b[Aa]ppeler\b",
        r"\bDémarrer\b(?= \{)",
        r"\brestants\b",
        r"parlent en premier",
        r"Je demande \{",
        r"\b[Aa]bsent\b",
        r"\bun (invité|suppléant)\b",
        r"Lui seul",
        r"^Nature$",
        r"^Prévue$",
        r"pour une pause",
        r"\bquestions? (soulevée|déposée)",
    ],
    "pt": [
        r"\bestá(?:o)? a \w+[aei]r\b",
        r"\bdevidas?\b",
        r"\b[Ee]nsai",
        r"no aperto",
        r"\b[Pp]úlpito\b",
        r"\b(telemóvel|ecrã|utilizador|ficheiro|equipa|facto|contacto|connosco|registo)\b",
        r"Ninguém espera",
        r"Vezes dos grupos",
        r"\bChamar\b",
        r"\bum (convidado|suplente)\b",
    ],
}
"""Agreement with a gender nobody stated, calques, forms of another country, the other name of a thing."""
HEARD: Final = re.compile(r"^(console-(drops|sheet)|podium-sheet)-")
"""Of a request, a right or a point: not heard is what they were."""


def messages(language: str) -> Iterator[tuple[str, str]]:
    """Each message of a language with its text, all files."""
    for file in sorted((LOCALE / language).glob("*.ftl")):
        for found in MESSAGE.finditer(file.read_text("utf-8")):
            yield found[1], found[2]


def shown(text: str) -> Iterator[str]:
    """The texts that a message can be: of a choice each variant, arguments as "X"."""
    for part in VARIANT.split(text):
        bare = PLACEABLE.sub("X", re.sub(r"\{ *\$\w+ *->", "", part)).strip().strip("{}").strip()
        if bare:
            yield bare


def test_french_has_its_spaces() -> None:
    """Before : ; ! ? and inside « »."""
    wrong = [
        (key, text)
        for key, message in messages("fr")
        for text in shown(message)
        if re.search(r"[^\s][:;!?»](?!\d)", re.sub(r"\d:\d", "", text)) or re.search(r"«\S", text)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", ["en", "es", "pt"])
def test_the_others_have_none(language: str) -> None:
    """A French space is wrong everywhere else."""
    assert [
        (key, text)
        for key, message in messages(language)
        for text in shown(message)
        if re.search(r"\s[:;!?»](\s|$)|«\s", text)
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_counted_has_a_plural(language: str) -> None:
    """Where a number stands before a word that agrees with it, the message chooses by the number."""
    wrong = []
    for key, message in messages(language):
        for found in re.finditer(r"\{ \$(\w+) \} ([a-zà-ÿ]+)", message):
            argument, word = found.groups()
            if argument in NUMBERS and word not in INVARIABLE[language] and "->" not in message:
                wrong.append((key, found[0]))
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_choice_by_number_has_one_and_other(language: str) -> None:
    """Both forms of every plural, in the languages there are."""
    for key, message in messages(language):
        for argument in NUMBERS:
            if f"${argument} ->" in message:
                assert "[one]" in message, key
                assert "*[other]" in message, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_wording_that_was_decided_against_does_not_come_back(language: str) -> None:
    """`FORBIDDEN`, in any catalogue."""
    wrong = [
        (key, text)
        for key, message in messages(language)
        for text in shown(message)
        for form in FORBIDDEN[language]
        if re.search(form, text) and not (HEARD.match(key) and "ntendu" in text)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_ellipsis_apostrophe_and_quotes_are_typographic(language: str) -> None:
    """No typewriter's three dots, straight apostrophes or straight quotes."""
    assert [
        (key, text)
        for key, message in messages(language)
        for text in shown(message)
        if re.search(r"\.\.\.|'|\"", text)
    ] == []


def test_one_thing_has_one_name() -> None:
    """An empty list of speakers is called the same on every face."""
    for language in ("es", "fr", "pt"):
        found = dict(messages(language))
        same = {found[key] for key in ("say-next-none", "hall-list-empty", "podium-nobody")}
        assert len(same) == 1, language
        calls = {found["console-list-call"].lower(), found["act-last_call_made"].lower()}
        assert len(calls) == 1, language
