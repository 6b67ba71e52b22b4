"""What faces and documents write alike: catalogues, lists, clocks, days and times of day, as each language has them.

As `web_client/shared/time.ts` and `bidi.ts` write them. Nothing here asks what time it is.
"""

import unicodedata
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource

from server.dialogue.model.setup import Language

LOCALE: Final = Path(__file__).parent / "locale"

_TURNING: Final = frozenset({"R", "AL", "AN", "RLE", "RLO", "LRE", "LRO", "PDF", "RLI", "LRI", "FSI", "PDI"})
_FIRST_STRONG_ISOLATE: Final = "\u2068"
_POP_ISOLATE: Final = "\u2069"

ACCENTED: Final = {"Bogota": "Bogotá", "Sao Paulo": "São Paulo", "Asuncion": "Asunción"}
"""Cities whose names the zones spell without accents."""


@cache
def bundle(lang: Language, *catalogues: str) -> FluentBundle:
    """Return these catalogues of one language."""
    made = FluentBundle([lang], use_isolating=False)
    for name in catalogues:
        made.add_resource(FluentResource((LOCALE / lang / f"{name}.ftl").read_text("utf-8")))
    return made


def isolated(text: str) -> str:
    """Return a person's text as it may stand in a sentence: one from right to left turns nothing else around.

    What `<bdi>` is for elements (Unicode Standard Annex 9).
    """
    turns = any(unicodedata.bidirectional(char) in _TURNING for char in text)
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}" if turns else text


def babel_locale(lang: Language) -> str:
    """Return what Babel calls it: "en" alone would be American, with its dates and the comma before "and"."""
    return "en_GB" if lang == "en" else lang


def listed(names: Iterable[str], lang: Language) -> str:
    """Return "Canada, Peru and Haiti"."""
    return format_list(list(names), locale=babel_locale(lang))


def figures(ms: int) -> str:
    """Return "0:48", "1:02:03"; below 0 "+0:15", time over. A second that has begun counts as left."""
    seconds = -(-ms // 1000)
    return f"+{_figures(-seconds)}" if seconds < 0 else _figures(seconds)


def duration(ms: int) -> str:
    """Return how long something took, in whole seconds that have passed: "1:58"."""
    return _figures(max(0, ms) // 1000)


def _figures(seconds: int) -> str:
    minutes, hours = seconds // 60 % 60, seconds // 3600
    return (f"{hours}:{minutes:02}" if hours else f"{minutes}") + f":{seconds % 60:02}"


def time_of_day(ms: int, timezone: str, *, seconds: bool = False) -> str:
    """Return "11:42" or "11:42:05" in the dialogue's own zone."""
    return _local(ms, timezone).strftime("%H:%M:%S" if seconds else "%H:%M")


def day(ms: int, timezone: str, lang: Language) -> str:
    """Return the day in words: "13 April 2012"."""
    return day_in_words(_local(ms, timezone), lang)


def day_in_words(day: date, lang: Language) -> str:
    """Return that day in words."""
    return format_date(day, format="long", locale=babel_locale(lang))


def zone_name(timezone: str) -> str:
    """Return the zone's name as people say it: "Bogotá" of "America/Bogota"."""
    city = timezone.rpartition("/")[2].replace("_", " ")
    return ACCENTED.get(city, city)


def _local(ms: int, timezone: str) -> datetime:
    return datetime.fromtimestamp(ms / 1000, ZoneInfo(timezone))
