"""The kinds of values a configuration is written in, and how each is read.

Readers raise ValueError with a message that says what is wrong and what to write instead.
"""

import re
from datetime import time
from difflib import get_close_matches
from typing import Annotated, Any, Final

from msgspec import Meta

from server.dialogue.model.setup import LANGUAGES
from server.dialogue.model.text import cleaned, is_readable

_DURATION: Final = re.compile(r"(\d{1,4}):([0-5]\d)")
_TIME: Final = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")


class Duration(int):
    """Milliseconds; written "minutes:seconds"."""


class TimeOfDay(str):
    """Hours and minutes; written "10:30"."""

    __slots__ = ()

    def time(self) -> time:
        """The same as a time of the day, without a zone."""
        return time.fromisoformat(self)


Name = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$")]
"""The name by which the server knows a thing: "youth-1", "BR"."""


class Words(dict[str, str]):
    """A text by language."""


def read_value(kind: type, written: Any) -> Any:  # noqa: ANN401 - whatever the file holds
    """`dec_hook` of msgspec for the kinds above. Raises ValueError, for an unknown kind NotImplementedError."""
    if kind is Duration:
        return _duration(written)
    if kind is TimeOfDay:
        return _time_of_day(written)
    if kind is Words:
        return _words(written)
    raise NotImplementedError(kind)


def nearest(name: str, known: list[str]) -> str:
    """A sentence that offers the known name most like `name`, or lists them all."""
    return likely(name, known) or f"Known: {', '.join(known)}."


def likely(name: str, known: list[str]) -> str:
    """A sentence that offers the known name most like `name`; empty if none is."""
    close = get_close_matches(name, known, n=1)
    return f'Did you mean "{close[0]}"?' if close else ""


def _duration(written: object) -> Duration:
    match = _DURATION.fullmatch(written) if isinstance(written, str) else None
    if match is None:
        raise ValueError(
            f'{_shown(written)} is not a duration. Write minutes:seconds in quotes, like "6:00".'
        )
    length_ms = (int(match[1]) * 60 + int(match[2])) * 1_000
    if length_ms == 0:
        raise ValueError('a duration must be longer than nothing. The shortest is "0:01".')
    return Duration(length_ms)


def _time_of_day(written: object) -> TimeOfDay:
    if not (isinstance(written, str) and _TIME.fullmatch(written)):
        raise ValueError(f'{_shown(written)} is not a time. Write hours:minutes in quotes, like "09:30".')
    return TimeOfDay(written)


def _words(written: object) -> Words:
    languages: list[str] = list(LANGUAGES)
    if not isinstance(written, dict):
        raise ValueError(  # noqa: TRY004 - msgspec adds the key to a ValueError only
            f'{_shown(written)} has no language. Write {{ es = "…", en = "…" }}.'
        )
    for language, text in written.items():
        if language not in languages:
            raise ValueError(f'there is no language "{language}" here. {nearest(language, languages)}')
        if not (isinstance(text, str) and is_readable(text)):
            raise ValueError(
                f"the text in {language} is {_shown(text)}. Write words in quotes, or leave it out."
            )
    return Words({language: cleaned(text) for language, text in written.items()})


def _shown(written: object) -> str:
    """A value as the file's author knows it, shortened."""
    text = f'"{written}"' if isinstance(written, str) else str(written)
    return text if len(text) <= 40 else f"{text[:39]}…"
