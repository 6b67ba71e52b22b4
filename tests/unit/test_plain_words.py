"""Whatever a script-free page says is in the catalogues, where it has four languages (web_client: literals.test.ts)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.dialogue import rooms

PAGES = Path(__file__).parents[2] / "server/web/plain"
RULES = Path(rooms.__file__).parent
LETTERS = re.compile(r"[^\W\d_]{2}")
SHOWN = {"el", "many", "spaced", "Html"}
"""What makes a page: whatever it is given is shown, but the first of `el`, which is the name of the element."""
SPOKEN = {"alt", "title", "placeholder", "aria_label", "content"}
CODE = re.compile(r"[a-z_]+")


def literals(source: str) -> list[str]:
    """The words that a page would show of its own, in the order in which they stand."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [text for call in calls for text in _said(call) if LETTERS.search(text)]


def _said(call: ast.Call) -> Iterator[str]:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if name not in SHOWN:
        return
    for argument in call.args[name == "el" :]:
        yield from _strings(argument)
    for keyword in call.keywords:
        if keyword.arg in SPOKEN:
            yield from _strings(keyword.value)


def _strings(node: ast.AST) -> Iterator[str]:
    """Strings that an expression may come to; not the ids and keys that it passes on, nor what it compares."""
    match node:
        case ast.Constant(value=str(text)):
            yield text if not text.startswith("<") else ""
        case ast.Call() | ast.Compare() | ast.Subscript() | ast.Attribute():
            return
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _strings(child)


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.py")), ids=lambda path: path.name)
def test_pages_say_nothing_of_their_own(page: Path) -> None:
    """But what the catalogues and the dialogue give them."""
    assert literals(page.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('el("p", "Nobody waits")', ["Nobody waits"]),
        ('el("p", words("say-next"), f" of {name}")', [" of "]),
        ('el("ul", *("left" if left else "over" for left in all))', ["left", "over"]),
        ('el("a", lang, aria_label="Language")', ["Language"]),
        ('spaced("and more", None)', ["and more"]),
        ('el("p", words("say-next", name=names["one"]), " · ", class_="p-state")', []),
        ('el("p", a if kind == "free" else b)', []),
    ],
)
def test_words_are_found(source: str, found: list[str]) -> None:
    """And what nobody is shown is not."""
    assert literals(source) == found


@pytest.mark.parametrize("module", sorted(RULES.glob("*.py")), ids=lambda path: path.name)
def test_refusals_are_codes(module: Path) -> None:
    """A rule refuses with a code; its sentence is in refusals.ftl, so that no reason comes in one language only."""
    refused = [
        call.args[0]
        for call in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Refused"
    ]
    texts = [node.value for code in refused for node in ast.walk(code) if isinstance(node, ast.Constant)]
    assert [text for text in texts if not CODE.fullmatch(str(text))] == []
