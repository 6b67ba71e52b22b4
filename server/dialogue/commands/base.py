"""What all commands have in common."""

from typing import Annotated

from msgspec import Meta, Struct

from server.dialogue.tags import snake

ShortText = Annotated[str, Meta(max_length=200)]


class CommandBase(Struct, frozen=True, tag=snake, forbid_unknown_fields=True, omit_defaults=True):
    """What all commands share: a tag in snake case, unknown fields refused."""
