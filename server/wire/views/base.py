"""What all views share."""

from typing import TypeVar

from msgspec import UNSET, Struct, UnsetType


class View(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What all parts of a view share."""


T = TypeVar("T")


def or_unset(value: T | None) -> T | UnsetType:
    """Views hold no nulls: what is not there is absent."""
    return UNSET if value is None else value
