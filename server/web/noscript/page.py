"""The script-free pages: fragments drawn by their templates, put together, and put into the built document."""

import hashlib
import re
from pathlib import Path
from typing import Final, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from server.dialogue.model.setup import Language
from server.web.noscript.fragments import OBSERVER, SCREEN, Fragment, Inputs, Wish, moment_of
from server.web.noscript.phrasebook import Names, Phrasebook
from server.wire.views.public import PublicView
from server.wording import duration

HERE: Final = Path(__file__).parent
FILES: Final = HERE / "files"
PLACE: Final = '<div id="face">'
"""Where the live face takes over from the drawn page."""
REFRESH_S: Final = 5

# Every text is escaped, and a template that asks for what it was not given fails.
templates: Final = Environment(
    loader=FileSystemLoader(HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,  # else each page would ask the disk whether its templates are still the same
)
templates.globals["duration"] = duration


NOTHING: Final = Markup()


class _Drawn(NamedTuple):
    names: Names
    inputs: Inputs
    markup: Markup


Kept = dict[tuple[Wish, str], _Drawn]
"""The fragments that were drawn last, by wish and name."""


class PageTemplate(NamedTuple):
    """One page: its name is that of its templates."""

    name: str
    parts: dict[str, Fragment]

    def fragments(self, view: PublicView, wish: Wish, now_ms: int, kept: Kept) -> dict[str, Markup]:
        """Draw what has changed since `kept`, which is brought up to date."""
        macros = templates.get_template(f"{self.name}_parts.html").module
        moment = moment_of(view, wish, now_ms)
        drawn = {}
        for name, fragment in self.parts.items():
            inputs = fragment.inputs(moment)
            if inputs is None:
                kept.pop((wish, name), None)
                drawn[name] = NOTHING
                continue
            names = Names.of(view, issues=fragment.issues)
            last = kept.get((wish, name))
            if last is None or (last.names, last.inputs) != (names, inputs):
                markup = getattr(macros, name)(Phrasebook(names, wish.lang), **inputs)
                last = kept[wish, name] = _Drawn(names, inputs, Markup(markup).strip())  # noqa: S704 - a macro's
            drawn[name] = last.markup
        return drawn

    def draw(self, view: PublicView, wish: Wish, now_ms: int, kept: Kept | None = None) -> Markup:
        """Draw the page at one moment."""
        fragments = self.fragments(view, wish, now_ms, {} if kept is None else kept)

        def part(name: str) -> Markup:
            return Markup('<div id="p-{}">{}</div>').format(name, fragments[name])

        layout = templates.get_template(f"{self.name}.html")
        text = layout.render(part=part, lang=wish.lang, situation=view.said.situation)
        return Markup(text).strip()  # noqa: S704 - a template's


OBSERVER_PAGE: Final = PageTemplate("observer", OBSERVER)
SCREEN_PAGE: Final = PageTemplate("screen", SCREEN)


def _address(name: str) -> str:
    """Of a file whose address changes with its content, as those of the build do."""
    return f"noscript/{name}?v={hashlib.sha256((FILES / name).read_bytes()).hexdigest()[:12]}"


HEAD: Final = templates.get_template("head.html").render(
    style=_address("noscript.css"), script=_address("noscript.js"), refresh_s=REFRESH_S
)


def complete(document: str, drawn: Markup, lang: Language) -> str:
    """Put a page into its place. A document that has no such place stays as it is."""
    if PLACE not in document:
        return document
    document = re.sub(r'<html lang="\w+"', f'<html lang="{lang}"', document, count=1)
    return document.replace("</head>", f"{HEAD}</head>", 1).replace(PLACE, f"{PLACE}{drawn}", 1)
