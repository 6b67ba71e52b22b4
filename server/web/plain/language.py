"""In which language a page is drawn."""

import re
from typing import Final

from server.dialogue.model.setup import LANGUAGES, Language

TAG: Final = re.compile(r"\s*([A-Za-z]{2})(?:-[\w-]+)?\s*(?:;\s*q=([\d.]{1,5}))?\s*")
RANGES: Final = 20
"""So many languages of a header are looked at."""


def known(tag: str) -> Language | None:
    """Return the language of a tag such as "pt-BR", None if it is none of ours."""
    return next((lang for lang in LANGUAGES if lang == tag[:2].lower()), None)


def preferred(accept_language: str) -> Language | None:
    """Return the first of ours in an Accept-Language header (RFC 9110, section 12.5.4), by weight."""
    wanted: list[tuple[float, Language]] = []
    for item in accept_language.split(",")[:RANGES]:
        found = TAG.fullmatch(item)
        lang = known(found[1]) if found else None
        weight = _weight(found[2]) if found else 0
        if lang is not None and weight > 0:
            wanted.append((-weight, lang))
    return min(wanted, key=lambda pair: pair[0], default=(0, None))[1]  # of equals, the one named first


def _weight(q: str | None) -> float:
    try:
        return 1 if q is None else float(q)
    except ValueError:  # "1.2.3"
        return 0
