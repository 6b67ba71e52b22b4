"""What does not change in any view: the same for all audiences, sent once, and named by the hash of its content.

A whole view goes over the wire as what differs from it: a merge patch on the configuration (RFC 7396). So a guest, a
substitute or a name that was corrected is part of the patch, and no view can be put together with another
configuration than its own. Changes are between whole views and need none.
"""

import hashlib
from functools import lru_cache
from typing import Final, NamedTuple

import msgspec

from server.dialogue.derived.seats import Seated, configured_seats, find_party
from server.dialogue.model.ids import PartyId, SeatId, ThemeId
from server.dialogue.model.setup import Language, Party, PartyKind, Setup, Text
from server.dialogue.model.state import State
from server.wire.patch import PlainView
from server.wire.views.base import View


class PartyView(View, frozen=True, kw_only=True):
    """`mark`: ISO code of a State; triangle, circle, square, diamond for the groups; "chair"."""

    kind: PartyKind
    name: Text
    mark: str
    code: Text
    """Short form in issue codes ("Youth" in "Youth 1.2"); empty where the name serves."""
    article: Text
    """With which the name is spoken aloud, "" for none; a language in which that is not known is left out."""


class SeatView(View, frozen=True, kw_only=True):
    """Somebody who may take the floor for a party."""

    party: PartyId
    name: Text
    function: Text
    language: Language
    substitute: bool
    """A substitute of the delegation sits there (R7)."""


class DialogueView(View, frozen=True, kw_only=True):
    """What does not change during the dialogue."""

    id: str
    title: Text
    place: Text
    timezone: str
    languages: tuple[Language, ...]
    rehearsal: bool
    rate: float
    """How fast the dialogue's clock runs; 1 outside rehearsals."""
    warn_first_ms: int
    warn_last_ms: int


class Configuration(View, frozen=True, kw_only=True):
    """The part of every view that does not change while the dialogue runs, but for guests and substitutes."""

    dialogue: DialogueView
    themes: dict[ThemeId, Text]
    parties: dict[PartyId, PartyView]
    seats: dict[SeatId, SeatView]


KEPT: Final = 8
"""Configurations kept ready: that of the dialogue, and in tests those of a few."""


DIGITS: Final = 32
"""Of the SHA-256, in hexadecimal."""


class PreparedConfiguration(NamedTuple):
    """One configuration. `view` and `plain` are shared: do not change them."""

    hash: str
    view: Configuration
    plain: PlainView
    encoded: bytes
    """`plain` as JSON text; `hash` is that of these bytes."""


class _Same:
    """Set-up and people by identity: they are as large as the configuration itself, and cannot be hashed."""

    def __init__(self, state: State) -> None:
        self.state = state
        self._key = (id(state.setup), id(state.people))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)


def configuration(state: State) -> PreparedConfiguration:
    """Return the configuration of a dialogue, made once for each set-up and register. Equal ones have the same hash."""
    return _made(_Same(state))


@lru_cache(KEPT)
def _made(same: _Same) -> PreparedConfiguration:
    setup = same.state.setup
    view = Configuration(
        dialogue=dialogue_view(setup),
        themes={theme.id: theme.name for theme in setup.themes},
        parties={party.id: party_view(party) for party in setup.parties},
        seats={seat.id: seat_view(same.state, seat) for seat in configured_seats(same.state)},
    )
    encoded = msgspec.json.encode(view)
    return PreparedConfiguration(
        hashlib.sha256(encoded).hexdigest()[:DIGITS], view, msgspec.json.decode(encoded), encoded
    )


def dialogue_view(setup: Setup) -> DialogueView:
    """What does not change during the dialogue."""
    return DialogueView(
        id=setup.id,
        title=setup.title,
        place=setup.place,
        timezone=setup.timezone,
        languages=setup.languages,
        rehearsal=setup.clock_rate is not None,
        rate=setup.clock_rate or 1.0,
        warn_first_ms=setup.rules.warn_first_ms,
        warn_last_ms=setup.rules.warn_last_ms,
    )


def party_view(party: Party) -> PartyView:
    """A party, as everybody names it."""
    return PartyView(
        kind=party.kind, name=party.name, mark=party.mark, code=party.code, article=party.article
    )


def seat_view(state: State, seat: Seated, *, substitute: bool = False) -> SeatView:
    """A seat; nothing of its factor (R21). `substitute`: one sits there (R7). Who was erased has the party's name."""
    return SeatView(
        party=seat.party,
        name=seat.name or find_party(state, seat.party).name,
        function=seat.function,
        language=seat.language,
        substitute=substitute,
    )
