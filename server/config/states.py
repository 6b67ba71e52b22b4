"""The States: codes of ISO 3166-1 and official short names in four languages, as they are spoken from the chair.

Who is here: the 193 members of the United Nations, and its two observer States, the Holy See and the State of
Palestine, which sit and speak there as States do. Territories, unions and codes that ISO leaves to users are no
States: they take part as a guest of the dialogue.

The names are those of UN Terminology (Portuguese, which the United Nations do not have, as the Ministry of Foreign
Affairs of Brazil writes them). What UN Terminology puts in parentheses is in its natural place ("Islamic Republic of
Iran"). A member of the Organization of American States has the name that the Organization uses where the two differ:
"Bolivia", "Venezuela", and "Grenada", "Suriname", "Saint Kitts" in Spanish. A library's names (Unicode CLDR) are made
for menus: "Congo - Kinshasa", "Myanmar (Burma)" cannot be said aloud. They would change with its version, too.
"""

from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from server.dialogue.model.setup import Text

NAMES: Final = Path(__file__).with_name("states.txt")
"""One line for each State: its codes, and its name in Spanish, English, Portuguese and French."""
OTHER_CODES: Final = {"UK": "GB"}
"""Reserved in ISO 3166-1 for a State that has another code."""


class _State(NamedTuple):
    alpha3: str
    name: Text


def is_state(code: str) -> bool:
    """Whether `code` is a State's in ISO 3166-1 alpha-2."""
    return code in _states()


def state_name(code: str) -> Text:
    """The name of the State in the four languages. Raises KeyError for a code that is no State's."""
    return dict(_states()[code].name)


def state_codes() -> list[str]:
    """Every code there is."""
    return sorted(_states())


def state_meant(written: str) -> str | None:
    """The code of the State that is certainly meant: its alpha-3 code, its name, or small letters were written.

    Never one that only looks like it: another State's code is one letter away from any.
    """
    return _written_so().get(written.strip().casefold())


@cache
def _states() -> dict[str, _State]:
    states = {}
    for line in NAMES.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        codes, es, en, pt, fr = line.split(" | ")
        alpha2, alpha3 = codes.split()
        states[alpha2] = _State(alpha3, {"es": es, "en": en, "pt": pt, "fr": fr})
    return states


@cache
def _written_so() -> dict[str, str]:
    """Everything that is one State's and no other's, in small letters."""
    found = {code.casefold(): meant for code, meant in OTHER_CODES.items()}
    for code, state in _states().items():
        found |= dict.fromkeys(map(str.casefold, (code, state.alpha3, *state.name.values())), code)
    return found
