"""A drawn page in the document that the build made for its live face."""

import hashlib
import re
from pathlib import Path
from typing import Final

from server.dialogue.model.setup import Language
from server.web.plain.html import Html, el, many

FILES: Final = Path(__file__).parent / "files"
PLACE: Final = '<div id="face">'
"""Where the live face takes over from the drawn page."""
REFRESH_S: Final = 5


def _address(name: str) -> str:
    """Of a file whose address changes with its content, as those of the build do."""
    return f"/plain/{name}?v={hashlib.sha256((FILES / name).read_bytes()).hexdigest()[:12]}"


HEAD: Final = many(
    el("link", rel="stylesheet", href=_address("plain.css")),
    # Where scripts are switched off. Where they run but ours cannot (old browsers), plain.js does the same.
    el("noscript", el("meta", http_equiv="refresh", content=str(REFRESH_S))),
    el("script", src=_address("plain.js")),
)


def complete(document: str, drawn: Html, lang: Language) -> str:
    """Put a page into its place. A document that has no such place stays as it is."""
    if PLACE not in document:
        return document
    document = re.sub(r'<html lang="\w+"', f'<html lang="{lang}"', document, count=1)
    return document.replace("</head>", f"{HEAD}</head>", 1).replace(PLACE, PLACE + drawn, 1)
