"""Older formats of entries, each turned into the next: what `codec.decode` does to bytes of an older version.

An upcaster is given an entry as JSON and returns what the next format would have said; its name says what changed.
One that was released stays as it is, for journals of its format exist. What no command or event of today means any
more is translated here, and nowhere else.
"""

from collections.abc import Callable
from typing import Any, Final

Json = dict[str, Any]


def with_fingerprint_unknown(entry: Json) -> Json:
    """1 to 2: an entry carries the fingerprint of its command; of those before it is not known."""
    return {**entry, "fingerprint": ""}


UPCASTERS: Final[tuple[Callable[[Json], Json], ...]] = (with_fingerprint_unknown,)
"""The first turns format 1 into format 2, and so on."""


def upcast(entry: Json, written_format: int) -> Json:
    """Return what an entry of an older format, 1 or more, says in the present one."""
    for step in UPCASTERS[written_format - 1 :]:
        entry = step(entry)
    return entry
