"""What the record's formats say, read by other libraries than those that wrote it; all blanks left out.

So the same sentence is the same text, whether it is broken into lines, runs or elements.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Final
from xml.etree import ElementTree as ET

from pypdf import PdfReader

WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AKN: Final = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
UNREAD: Final = ("style", "script", "caption", "title")
"""Of a page: what nobody reads on it."""
BLOCKS: Final = (f"{AKN}docTitle", f"{AKN}debateBody")


def bare(text: str) -> str:
    """The text without blanks, and without what only says in which direction it runs."""
    return re.sub(r"[\s\u00a0\u200b\u202f\u2066-\u2069]+", "", text)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - as its parent calls it
        self._unread += tag in UNREAD

    def handle_endtag(self, tag: str) -> None:
        self._unread -= tag in UNREAD

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.found.append(data)


def of_page(body: bytes) -> str:
    """All that is read on a web page."""
    page = _Page()
    page.feed(body.decode())
    return bare("".join(page.found))


def of_docx(body: bytes) -> str:
    """All texts of a document, in their order; headers and footers are elsewhere."""
    root = ET.fromstring(zipfile.ZipFile(io.BytesIO(body)).read("word/document.xml"))  # noqa: S314 - our own
    return bare("".join(node.text or "" for node in root.iter(f"{WORD}t")))


def of_akn(body: bytes) -> str:
    """Title and body; without captions, and without the name that stands before each speech once more."""
    root = ET.fromstring(body)  # noqa: S314 - our own
    for parent in root.iter():
        for child in list(parent):
            if child.tag in (f"{AKN}from", f"{AKN}caption"):
                parent.remove(child)
    return bare("".join(text for tag in BLOCKS for node in root.iter(tag) for text in node.itertext()))


def pages_of_pdf(body: bytes) -> Iterator[str]:
    """The text of each page as it stands there."""
    for page in PdfReader(io.BytesIO(body)).pages:
        yield page.extract_text()


def of_pdf(body: bytes) -> str:
    """All pages, without what stands above and below on each of them."""
    found = []
    for page in pages_of_pdf(body):
        lines = page.split("\n")
        while lines and not lines[0].strip():
            del lines[0]
        found += lines[1:-1]  # a line above, with the mark, and the number of the page below
    return bare("".join(found))


READERS: Final[dict[str, Callable[[bytes], str]]] = {
    "web": of_page,
    "pdf": of_pdf,
    "docx": of_docx,
    "akn": of_akn,
}
"""Of what people read, by format."""
