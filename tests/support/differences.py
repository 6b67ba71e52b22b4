"""Where two views differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def differences(one: Any, other: Any, path: str = "") -> Iterator[str]:
    """The fields in which two views differ, as ".floor.clock.length_ms"."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in sorted({*one, *other}):
            yield from differences(one.get(key), other.get(key), f"{path}.{key}")
    elif isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)) and len(one) == len(other):
        for n, (a, b) in enumerate(zip(one, other, strict=True)):
            yield from differences(a, b, f"{path}[{n}]")
    elif one != other:
        yield path
