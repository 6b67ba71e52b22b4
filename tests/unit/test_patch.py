"""Patches between views: what a client that applies them ends up with."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from server.wire.patch import apply, diff

# No booleans beside numbers: Python takes 1 for True, and no field of a view may be either.
SCALARS = st.integers(-3, 3) | st.text("ab", max_size=2)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abcd"), inner, max_size=4),
    max_leaves=12,
)
VIEWS = st.dictionaries(st.sampled_from("abcdef"), VALUES, max_size=6)


@given(VIEWS, VIEWS)
def test_a_patched_view_is_the_new_view(old: dict[str, Any], new: dict[str, Any]) -> None:
    """apply(old, diff(old, new)) == new, over the wire too."""
    patch = json.loads(json.dumps(diff(old, new)))

    assert apply(old, patch) == new


@given(VIEWS, VIEWS)
def test_neither_view_is_touched(old: dict[str, Any], new: dict[str, Any]) -> None:
    """Views are kept to diff against: patching one must not change it."""
    before = json.dumps([old, new])
    apply(old, diff(old, new))

    assert json.dumps([old, new]) == before


@given(VIEWS)
def test_equal_views_give_an_empty_patch(view: dict[str, Any]) -> None:
    """So that nobody is sent a change that changes nothing."""
    assert diff(view, json.loads(json.dumps(view))) == {}


def test_only_what_changed_is_sent() -> None:
    """A field deep inside, a field that is gone, a map that is new."""
    old = {"floor": {"seat": "BR", "clock": {"length": 1, "held": 2}}, "message": "soon", "next": [1, 2]}
    new = {"floor": {"seat": "BR", "clock": {"length": 1}}, "next": [2], "issues": {"i1": {"title": "x"}}}

    assert diff(old, new) == {
        "floor": {"clock": {"held": None}},
        "next": [2],
        "issues": {"i1": {"title": "x"}},
        "message": None,
    }


def test_an_object_in_both_views_is_not_looked_into() -> None:
    """The parts of a view that never change cost nothing: they are the same object each time."""

    class Untouchable(dict[str, Any]):
        def items(self) -> Any:
            raise AssertionError("looked into")

    parties = Untouchable(BR=1)

    assert diff({"parties": parties}, {"parties": parties}) == {}
