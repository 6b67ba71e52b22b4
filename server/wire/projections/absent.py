"""Views hold no nulls."""

from typing import TypeVar

from msgspec import UNSET, UnsetType

T = TypeVar("T")


def or_unset(value: T | None) -> T | UnsetType:
    """Views hold no nulls: what is not there is absent."""
    return UNSET if value is None else value
