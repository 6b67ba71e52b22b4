"""HTML that cannot be broken out of: every text is escaped, unless it was made here."""

from html import escape
from typing import Final

VOID: Final = frozenset({"link", "meta"})


class Html(str):
    """Markup, made by `el` or written in this package; any other str is text."""

    __slots__ = ()


def el(name: str, /, *children: str | None, **attributes: str | None) -> Html:
    """Return an element. None stands for nothing; `class_` and `http_equiv` are written as HTML has them."""
    head = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in VOID:
        return Html(f"<{name}{head}>")
    return Html(f"<{name}{head}>{many(*children)}</{name}>")


def many(*children: str | None) -> Html:
    """Return one after the other."""
    return Html("".join(c if isinstance(c, Html) else escape(c) for c in children if c is not None))


def spaced(*children: str | None, by: str = " · ") -> Html:
    """Return what there is of them, with something between."""
    parts = [part for child in children if child for part in (by, child)]
    return many(*parts[1:])
