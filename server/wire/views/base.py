"""What all views share."""

from msgspec import Struct


class View(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What all parts of a view share."""
