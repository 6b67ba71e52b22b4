"""JSON Merge Patch (RFC 7396) between two views of one audience.

Views are JSON objects without nulls: in a merge patch null means "take the field away". Lists are values, replaced
as a whole. A part that is one and the same object in both views is not looked into.
"""

from typing import Any

PlainView = dict[str, Any]
"""A view as it goes over the wire."""


def diff(old: PlainView, new: PlainView) -> PlainView:
    """Return the patch that makes `new` of `old`; empty if there is nothing to change. Neither may hold a null."""
    patch: PlainView = {}
    for key, value in new.items():
        if key not in old:
            patch[key] = value
            continue
        before = old[key]
        if before is value:
            continue
        if isinstance(before, dict) and isinstance(value, dict):
            inner = diff(before, value)
            if inner:
                patch[key] = inner
        elif before != value:
            patch[key] = value
    patch.update((key, None) for key in old if key not in new)
    return patch


def apply(view: PlainView, patch: PlainView) -> PlainView:
    """Return the patched view (RFC 7396, section 2); `view` stays as it is, unchanged parts are shared with it."""
    result = dict(view)
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        elif isinstance(value, dict):
            before = result.get(key)
            result[key] = apply(before if isinstance(before, dict) else {}, value)
        else:
            result[key] = value
    return result
