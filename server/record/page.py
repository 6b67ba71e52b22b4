"""The record as one web page that needs nothing else: no script runs in it, no file is asked for."""

from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from server.dialogue.model.setup import Language
from server.record.document import document_of
from server.record.model import Record
from server.record.words import Run, Runs, Words

TEMPLATES: Final = Path(__file__).parent / "templates"

# Every text is escaped, and a template that asks for what it was not given fails.
templates: Final = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
_IN_SCRIPT: Final = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""JSON in a script element: nothing of it may end that, or begin a comment (WHATWG HTML, 4.12.1.3)."""


def _runs(runs: Runs) -> Markup:
    """A sentence: in Python, for a macro takes five times as long."""
    return Markup().join(map(_run, runs))


def _run(run: Run) -> Markup:
    made = escape(run.text)
    if run.lang:
        made = Markup('<bdi lang="{}">{}</bdi>').format(run.lang, made)
    elif run.apart:
        made = Markup("<bdi>{}</bdi>").format(made)
    if run.strong:
        made = Markup("<b>{}</b>").format(made)
    return Markup('<a href="#p{}">{}</a>').format(run.to, made) if run.to else made


templates.filters["runs"] = _runs


def as_page(record: Record, lang: Language) -> bytes:
    """Return the record as HTML in that language."""
    page = templates.get_template("record.html").render(
        document=document_of(record, lang), style=_style(), event=_event(record, lang)
    )
    return page.strip().encode() + b"\n"


@cache
def _style() -> Markup:
    return Markup((TEMPLATES / "record.css").read_text("utf-8"))  # noqa: S704 - our own file


def _event(record: Record, lang: Language) -> Markup:
    """What search engines understand: schema.org's Event."""
    words, dialogue = Words(record, lang), record.dialogue
    event: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": words.own(dialogue.title).text,
        "inLanguage": list(dialogue.languages),
        "startDate": dialogue.opened.isoformat(),
        "location": {"@type": "Place", "name": words.own(dialogue.place).text},
    }
    if dialogue.closed is not None:
        event["endDate"] = dialogue.closed.isoformat()
    return Markup(msgspec.json.encode(event).decode().translate(_IN_SCRIPT))  # noqa: S704 - as above
