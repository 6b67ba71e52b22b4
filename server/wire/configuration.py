"""What does not change in any view: the same for all audiences, sent once, and named by the hash of its content.

A whole view goes over the wire as what differs from it: a merge patch on the configuration (RFC 7396). So a guest, a
substitute or a name that was corrected is part of the patch, and no view can be put together with another
configuration than its own. Changes are between whole views and need none.
"""

import hashlib
from functools import lru_cache
from typing import Final, NamedTuple

import msgspec

from server.dialogue.model.setup import Setup
from server.wire import views
from server.wire.patch import View
from server.wire.projections.setting import dialogue_view, party_view, seat_view

KEPT: Final = 8
"""Configurations kept ready: that of the dialogue, and in tests those of a few."""
DIGITS: Final = 32
"""Of the SHA-256, in hexadecimal."""


class Configuration(NamedTuple):
    """One configuration. `view` and `plain` are shared: do not change them."""

    hash: str
    view: views.Configuration
    plain: View
    encoded: bytes
    """`plain` as JSON text; `hash` is that of these bytes."""


class _Same:
    """A set-up by identity: it is as large as the configuration itself, and cannot be hashed."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.setup is other.setup

    def __hash__(self) -> int:
        return id(self.setup)


def configuration(setup: Setup) -> Configuration:
    """Return the configuration of a dialogue, made once for each set-up. Equal set-ups have the same hash."""
    return _made(_Same(setup))


@lru_cache(KEPT)
def _made(same: _Same) -> Configuration:
    setup = same.setup
    view = views.Configuration(
        dialogue=dialogue_view(setup),
        themes={theme.id: theme.name for theme in setup.themes},
        parties={party.id: party_view(party) for party in setup.parties},
        seats={seat.id: seat_view(seat) for seat in setup.seats},
    )
    encoded = msgspec.json.encode(view)
    return Configuration(
        hashlib.sha256(encoded).hexdigest()[:DIGITS], view, msgspec.json.decode(encoded), encoded
    )
