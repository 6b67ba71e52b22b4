"""Texts that people write: cleaned once, where a command or a configuration comes in, so that no face has to.

What can't be read is taken out rather than refused: mail, word processors and telephones put it there unasked. Taken
out are control characters (also NUL and ESC), marks that turn the direction of what follows (U+202A-202E,
U+2066-2069), characters without width, private and surrogate code points, and accents heaped higher than any language
in use heaps them. Joiners stay between letters of scripts that need them (Persian, Devanagari). Every kind of space
becomes one plain space, but for the two that French sets before ";" and "?". The rest is brought to one form (NFC).
Cleaning twice is cleaning once. Sources: Unicode Standard Annex 9 (explicit directional formatting), Annex 15
(normalisation), Technical Standard 39, section 5.4 (stacked marks).
"""

import unicodedata
from functools import cache
from typing import Annotated, Final, get_type_hints

from msgspec import Meta, Struct
from msgspec.structs import force_setattr

TEXT_LENGTH: Final = 200
ShortText = Annotated[str, Meta(max_length=TEXT_LENGTH)]
"""A field of a command that people read. Its limit keeps a hand-made message from growing the journal."""

MARKS: Final = 3
"""So many accents one letter carries: pointed Hebrew needs three, Vietnamese two that have no letter of their own."""
JOINERS: Final = "\u200c\u200d"
_KEPT_SPACES: Final = "\u00a0\u202f"
_KEPT_FORMATS: Final = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
"""Arabic and Syriac signs that stand before figures and can be seen, although Unicode counts them as formatting."""
_UNSEEN: Final = frozenset(
    map(
        chr,
        (0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, *range(0x180B, 0x1810)),
    )
)
"""Letters, accents and signs of no width, or that look like a space."""
_SPACES: Final = frozenset("\t\n\v\f\r\x85\u2028\u2029")
_REMOVED: Final = frozenset({"Cc", "Cf", "Cs", "Co"})
_NONCHARACTERS: Final = 0xFFFE
_COMPLEX: Final = (
    range(0x0590, 0x0E00),  # Hebrew to Sinhala: Arabic and the scripts of India among them
    range(0x0F00, 0x0FC0),  # Tibetan
    range(0x1000, 0x10A0),  # Myanmar
    range(0x1780, 0x18B0),  # Khmer, Mongolian
)
"""Scripts in which a joiner makes another word."""


def cleaned(text: str) -> str:
    """Return `text` as it is kept and shown, without space at its ends; empty if nothing of it can be seen."""
    kept: list[str] = []
    marks = 0
    for char in unicodedata.normalize("NFC", text):
        last = kept[-1] if kept else " "
        category = unicodedata.category(char)
        if char in _SPACES or category == "Zs":
            if not last.isspace():
                kept.append(char if char in _KEPT_SPACES else " ")
            elif kept:
                kept[-1] = " "
        elif _is_unseen(char) or (char in JOINERS and not _needs_joiner(last)):
            continue
        elif category not in {"Mn", "Me"}:
            kept.append(char)
            marks = 0
        elif marks < MARKS and not last.isspace():
            kept.append(char)
            marks += 1
    return unicodedata.normalize("NFC", "".join(kept).rstrip(f" {JOINERS}{_KEPT_SPACES}"))


def is_readable(text: str) -> bool:
    """Whether somebody can say it aloud: it has a letter or a figure."""
    return any(unicodedata.category(char)[0] in "LN" for char in cleaned(text))


def _is_unseen(char: str) -> bool:
    if char in JOINERS or char in _KEPT_FORMATS:
        return False
    return (
        unicodedata.category(char) in _REMOVED
        or char in _UNSEEN
        or ord(char) & _NONCHARACTERS == _NONCHARACTERS
        or 0xE0000 <= ord(char) <= 0xE0FFF
    )


def _needs_joiner(before: str) -> bool:
    return any(ord(before) in script for script in _COMPLEX)


@cache
def text_fields(kind: type[Struct]) -> tuple[str, ...]:
    """The names of a command's fields that are texts."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple(name for name in kind.__struct_fields__ if hints[name] == ShortText)


def clean_texts(command: Struct) -> None:
    """Clean every text of a command that is being made. Raises ValueError if one is longer so than it may be."""
    for name in text_fields(type(command)):
        text = getattr(command, name)
        clean = cleaned(text)
        if len(clean) > TEXT_LENGTH:
            raise ValueError(f"{name} is too long")
        if clean != text:
            force_setattr(command, name, clean)
