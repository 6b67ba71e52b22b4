"""Putting an item into one of the state's dictionaries.

A state is frozen, so each fold that changes an item copies the whole dictionary: nothing at the size of a dialogue,
but of a journal of 100,000 entries it is what opening it would take half a minute for. While many entries are
folded at once, nobody holds the states between them. For that time the dictionaries are drafts.
"""

from collections.abc import Mapping
from typing import Final, TypeVar

from msgspec.structs import replace

from server.dialogue.state import State

K = TypeVar("K")
V = TypeVar("V")

GROWING: Final = ("requests", "statements", "issues", "points")
"""Fields of the state whose dictionaries get an item with almost every act, and lose none."""


class Draft(dict[K, V]):
    """A dictionary of a state that one fold alone holds: it is changed in place."""


def own(items: dict[K, V]) -> dict[K, V]:
    """Return a copy that may be changed; `items` itself if it is a draft."""
    return items if type(items) is Draft else dict(items)


def with_item(items: dict[K, V], key: K, value: V) -> dict[K, V]:
    """Return `items` with that item; `items` itself is changed if it is a draft, and only then."""
    changed = own(items)
    changed[key] = value
    return changed


def drafted(state: State) -> State:
    """Return the state with drafts of its own."""
    return _with(state, Draft)


def finished(state: State) -> State:
    """Return the state as everybody else knows it."""
    return _with(state, dict)


def _with(state: State, kind: type[dict[K, V]]) -> State:
    fields: Mapping[str, object] = {name: kind(getattr(state, name)) for name in GROWING}
    return replace(state, **fields)
