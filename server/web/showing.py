"""What the public is shown now."""

from typing import Any, NamedTuple


class Showing(NamedTuple):
    """The public view of one moment. `version` differs as soon as anything does."""

    version: str
    view: dict[str, Any]
    """A PublicView in plain objects; shared, not to be changed."""
    message: bytes
    """The same as a ViewMessage in JSON text."""
