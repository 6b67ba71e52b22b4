"""What all events have in common."""

from msgspec import Struct

from server.dialogue.tags import snake


class EventBase(Struct, frozen=True, tag=snake, forbid_unknown_fields=True):
    """What all events share: a tag in snake case."""
