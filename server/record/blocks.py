"""What a document of the record consists of, in one language: a head, then headings, numbered paragraphs and tables."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

from server.dialogue.model.ids import StatementId
from server.dialogue.model.setup import Language
from server.record.words import Run, Runs

PartName = Literal[
    "opening",
    "introduction",
    "attendance",
    "proceedings",
    "step",
    "suspensions",
    "issues",
    "actions",
    "questions",
    "promises",
    "points",
    "totals",
    "conclusions",
    "closing",
]
"""What stands under a heading; a step of the dialogue and suspensions are among the proceedings."""


class Heading(Struct, frozen=True, tag="heading"):
    """A heading of level 1 or 2; the title is above them."""

    level: Literal[1, 2]
    part: PartName
    text: str


class Paragraph(Struct, frozen=True, tag="paragraph", omit_defaults=True):
    """A paragraph. `number` counts through the document. What is told of a statement, or of instants, names them."""

    number: int
    runs: Runs
    statement: StatementId | None = None
    since: datetime | None = None
    until: datetime | None = None


class Column(Struct, frozen=True):
    """A column of a table. `share`: of the width, compared with the others'."""

    title: str
    share: int
    figures: bool = False


class TableBlock(Struct, frozen=True, tag="table"):
    """A table with a header row; the first cell of each row says what the row is about."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Runs, ...], ...]


Block = Heading | Paragraph | TableBlock


class Head(Struct, frozen=True):
    """What stands above all, and on each page."""

    title: Run
    kind: str
    """"Summary record"."""
    series: str
    symbol: str
    day: str
    place: Run
    original: str
    zone: str
    prepared: str
    provisional: str
    """The mark on every page; empty once it is released."""
    why_provisional: str
    rehearsal: str
    page: tuple[str, str, str]
    """"Page ", " of ", "": what stands around the two numbers."""


class Document(Struct, frozen=True):
    """A whole document."""

    lang: Language
    head: Head
    blocks: tuple[Block, ...]
