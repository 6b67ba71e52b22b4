"""Names of States in four languages: Unicode CLDR's, and the Organization's own where the two differ.

CLDR writes "St. Lucia" and "Antigua & Barbuda"; the Organization of American States writes names in full,
and keeps a few names as they are in all its languages ("Suriname").
"""

from functools import cache
from typing import Final

from babel import Locale

from server.dialogue.model.setup import LANGUAGES, Text

_OFFICIAL: Final[dict[str, Text]] = {
    "AG": {"en": "Antigua and Barbuda"},
    "GD": {"es": "Grenada"},
    "KN": {
        "es": "Saint Kitts y Nevis",
        "en": "Saint Kitts and Nevis",
        "fr": "Saint-Kitts-et-Nevis",
    },
    "LC": {"en": "Saint Lucia"},
    "SR": {"es": "Suriname"},
    "SV": {"fr": "El Salvador"},
    "TT": {"en": "Trinidad and Tobago"},
    "VC": {"en": "Saint Vincent and the Grenadines"},
}


def is_state(code: str) -> bool:
    """Whether `code` is a country's in ISO 3166-1 (CLDR's list has regions, too, with numbers for codes)."""
    return len(code) == len("BR") and code in _territories("en")


def state_name(code: str) -> Text:
    """The name of the State in the four languages. Raises KeyError for a code that is no State's."""
    official = _OFFICIAL.get(code, {})
    return {language: official.get(language) or _territories(language)[code] for language in LANGUAGES}


def state_codes() -> list[str]:
    """Every code there is, to find the one that was meant."""
    return sorted(code for code in _territories("en") if is_state(code))


@cache
def _territories(language: str) -> dict[str, str]:
    return dict(Locale(language).territories)
