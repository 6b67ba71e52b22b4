"""The record as a PDF that is archivable and accessible: PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1), by Typst.

The template (record.typ) is ours and fixed; what is said comes to it as data. Fonts are the product's own, beside this
file, then those that Typst brings along, and never the machine's: the same record gives the same bytes everywhere.
"""

from datetime import UTC
from functools import cache
from pathlib import Path
from typing import Final

import msgspec
import typst

from server.dialogue.model.setup import Language
from server.record.blocks import Document
from server.record.document import document_of
from server.record.model import Record

HERE: Final = Path(__file__).parent
TEMPLATE: Final = HERE / "record.typ"
FONTS: Final = HERE / "fonts"
KNOWN: Final = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180)))) | set("–—‘’“”…•→")
"""Characters that the product's font has: nobody asks about them."""
LONG: Final = 300
"""Blocks of a document; a session of three hours has some 200."""
LACKING: Final = "\N{REPLACEMENT CHARACTER}"
"""Stands for a character that no font here can draw: a page must show whatever its text says (PDF/A)."""


def as_pdf(record: Record, lang: Language) -> bytes:
    """Return the record as a PDF in that language."""
    document = _drawable_only(document_of(record, lang))
    prepared = record.prepared.astimezone(UTC)
    parts = ("year", "month", "day", "hour", "minute", "second")
    made = typst.compile(
        TEMPLATE,
        root=HERE,
        font_paths=_fonts(),
        format="pdf",
        pdf_standards=["a-2a", "ua-1"],
        sys_inputs={
            "document": msgspec.json.encode(document).decode(),
            **{part: str(getattr(prepared, part)) for part in parts},
        },
    )
    if len(document.blocks) > LONG:
        _forget()
    return made


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS])


def _forget() -> None:
    """Have Typst let go of what it keeps for a next time: of a long record 100 MB that nobody asks for again.

    It drops what was of no use in its last ten runs (`comemo::evict`), and an empty page makes a run.
    """
    for _ in range(10):
        typst.compile(b"", font_paths=_fonts(), format="pdf")


# What no font can draw


def _drawable_only(document: Document) -> Document:
    """The document, with a sign in the place of each character that cannot be drawn."""
    text = msgspec.json.encode(document).decode()
    lacking = {char: LACKING for char in set(text) - KNOWN if not is_drawable(char)}
    if not lacking:
        return document
    table = str.maketrans(lacking)
    return msgspec.json.decode(text.translate(table), type=Document)


@cache
def is_drawable(char: str) -> bool:
    """Whether one of the fonts has it: Typst is asked, and it says so by refusing to make an archivable page."""
    page = b"#set page(width: auto, height: auto)\n#set document(title: [-])\n#text(sys.inputs.char)"
    try:
        typst.compile(
            page,
            font_paths=_fonts(),
            format="pdf",
            pdf_standards=["a-2a"],
            sys_inputs={"char": f"a{char}"},
            timestamp=0,
        )
    except typst.TypstError:
        return False
    return True
