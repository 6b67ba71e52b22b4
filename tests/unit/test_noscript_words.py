"""Whatever a script-free page says is in the catalogues, where it has four languages (web_client: literals.test.ts)."""

import ast
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from server.dialogue import rooms
from server.web.noscript.page import HERE, templates

TEMPLATES = sorted((HERE / "templates").glob("*.html"))
RULES = Path(rooms.__file__).parent
LETTERS = re.compile(r"[^\W\d_]{2}")
SPOKEN = {"alt", "title", "placeholder", "aria-label", "content"}
CODE = re.compile(r"[a-z_]+")
PLACE = "\x00"


class Spoken(HTMLParser):
    """What of a template's own text a reader would see or hear."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for key, value in attrs if key in SPOKEN and value]

    def handle_data(self, data: str) -> None:
        self.found += data.split(PLACE)


def literals(source: str, environment: Environment = templates) -> list[str]:
    """The words that a template would show of its own: between its elements, in attributes, and as strings."""
    parsed = environment.parse(source)
    html, strings = "", []
    for output in parsed.find_all(nodes.Output):
        for node in output.nodes:
            if isinstance(node, nodes.TemplateData):
                html += node.data
            else:
                html += PLACE
                strings += _strings(node)
    return [text.strip() for text in (*Spoken(html).found, *strings) if LETTERS.search(text)]


def _strings(node: nodes.Node) -> list[str]:
    """Strings that an expression may come to; not the ids that it passes on, nor what it compares."""
    match node:
        case nodes.Const(value=str(text)):
            return [text]
        case nodes.Call() | nodes.Compare() | nodes.Getattr() | nodes.Getitem():
            return []
        case nodes.CondExpr(expr1=first, expr2=second):
            return [text for branch in (first, second) if branch is not None for text in _strings(branch)]
        case _:
            return [text for child in node.iter_child_nodes() for text in _strings(child)]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_pages_say_nothing_of_their_own(template: Path) -> None:
    """But what the catalogues and the dialogue give them."""
    assert literals(template.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>Nobody waits</p>", ["Nobody waits"]),
        ('<p>{{ say("say-next") }} of {{ name }}</p>', ["of"]),
        ('<ul>{{ "left" if left else "over" }}</ul>', ["left", "over"]),
        ('<a aria-label="Language">{{ lang }}</a>', ["Language"]),
        ('{{ ["and more", list] | join(" · ") }}', ["and more"]),
        ("{% macro top(say) %}<h1>{% if a %}Here{% endif %}</h1>{% endmacro %}", ["Here"]),
        ('<p class="p-state">{{ say("say-next", name=names["one"]) }} · </p>', []),
        ('<p>{{ a if kind == "free" else b }}</p>', []),
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
