"""The record as a text to go on working with: Office Open XML (ISO/IEC 29500), by python-docx.

Headings are headings, the language of each part is set, tables have header rows and say what they show, and the mark of
a provisional record stands in the header of every page. What people wrote comes in as text nodes and nothing else.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC
from typing import Any, Final

import docx
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from server.dialogue.model.setup import Language
from server.record.blocks import Document, Heading, Paragraph, TableBlock
from server.record.document import document_of
from server.record.model import Record
from server.record.words import Run, Runs

FONT: Final = "Calibri"
"""One that whoever opens it has, or has a replacement for."""
INK: Final = RGBColor(0x0B, 0x1F, 0x3A)
MARK: Final = RGBColor(0xA9, 0x3A, 0x0C)
NUMBERED: Final = "Numbered Paragraph"
REGIONS: Final[dict[str, str]] = {"es": "es-CO", "en": "en-GB", "pt": "pt-BR", "fr": "fr-FR"}
"""Word knows a language by a country's spelling of it."""
WIDTH: Final = 9_300
"""Of a table, in twentieths of a point: what A4 leaves between the margins."""
FIXED: Final = (1980, 1, 1, 0, 0, 0)
"""What the archive says of when its parts were made: the same bytes come out at any time."""

Element = Any
"""An element of lxml, which has no types."""


def as_docx(record: Record, lang: Language) -> bytes:
    """Return the record as DOCX in that language."""
    document = document_of(record, lang)
    word = docx.Document()
    _style(word, lang)
    _describe(word, record, document)
    _page(word, document)
    _head(word, document)
    body = word.element.body
    end = body.sectPr
    for element in _blocks(document):
        end.addprevious(element)
    made = io.BytesIO()
    word.save(made)
    return _repacked(made.getvalue())


def _repacked(archive: bytes) -> bytes:
    """The same parts in the same order, without the time at which they were packed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, FIXED)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return made.getvalue()


# The whole


def _style(word: Word, lang: Language) -> None:
    """Fonts and colours, and the language of all that says no other."""
    defaults = word.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    found = defaults.find(qn("w:lang"))
    language = _element("w:lang") if found is None else found
    for name in ("w:val", "w:eastAsia"):
        language.set(qn(name), REGIONS[lang])
    if found is None:
        defaults.append(language)
    for name, size in (
        ("Normal", 11),
        ("Title", 20),
        ("Heading 1", 14),
        ("Heading 2", 12),
        ("Heading 3", 11),
    ):
        style = word.styles[name]
        assert isinstance(style, ParagraphStyle)  # noqa: S101 - python-docx' own template
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), INK
        fonts = style.element.rPr.rFonts
        for theme in [key for key in fonts.attrib if "Theme" in key]:
            del fonts.attrib[theme]
        for script in ("w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(script), FONT)
    numbered = word.styles.add_style(NUMBERED, 1)
    assert isinstance(numbered, ParagraphStyle)  # noqa: S101 - as it was asked for
    numbered.base_style = word.styles["Normal"]
    numbered.paragraph_format.tab_stops.add_tab_stop(Cm(1.2))
    numbered.paragraph_format.space_after = Pt(6)


def _describe(word: Word, record: Record, document: Document) -> None:
    """What the file says of itself."""
    head, about = document.head, word.core_properties
    about.title, about.subject = head.title.text, head.kind
    about.language = REGIONS[document.lang]
    about.identifier = head.symbol
    about.keywords = head.series
    about.author = about.last_modified_by = about.comments = ""
    about.created = about.modified = record.prepared.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    about.revision = 1


def _page(word: Word, document: Document) -> None:
    """A4; how it is filed and the mark above, the page's number below."""
    section, head = word.sections[0], document.head
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    above = section.header.paragraphs[0]
    above.add_run(" · ".join(filter(None, (head.series, head.symbol, head.kind))))
    marks = " · ".join(filter(None, (head.provisional, head.rehearsal)))
    if marks:
        run = above.add_run(f"   {marks}")
        run.bold, run.font.color.rgb = True, MARK
    below = section.footer.paragraphs[0]
    below.alignment = WD_ALIGN_PARAGRAPH.CENTER
    before, between, after = head.page
    for text, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
        if text:
            below.add_run(text)
        if field:
            counted = _element("w:fldSimple", {"w:instr": field})
            counted.append(_run(Run("1")))
            below._p.append(counted)  # noqa: SLF001 - python-docx has no fields


def _head(word: Word, document: Document) -> None:
    head = document.head
    filed = word.add_paragraph()
    filed.add_run("\t".join(filter(None, (head.series, head.symbol)))).bold = True
    dated = word.add_paragraph(f"{head.day} · {head.original}")
    dated.paragraph_format.space_after = Pt(18)
    title = word.add_paragraph(style="Title")
    title._p.append(_run(head.title))  # noqa: SLF001 - with its language
    word.add_paragraph(head.kind).runs[0].bold = True
    place = word.add_paragraph()
    place._p.append(_run(head.place))  # noqa: SLF001 - as above
    word.add_paragraph(f"{head.zone} {head.prepared}.")
    if head.provisional:
        run = word.add_paragraph().add_run(f"{head.provisional}. {head.why_provisional}")
        run.bold, run.font.color.rgb = True, MARK


# Its parts


def _blocks(document: Document) -> Iterator[Element]:
    targets = {run.to for runs in _all_runs(document) for run in runs if run.to}
    for block in document.blocks:
        match block:
            case Heading():
                yield _paragraph((Run(block.text),), f"Heading{block.level}")
            case Paragraph():
                made = _paragraph((Run(f"{block.number}."),), "NumberedParagraph")
                made.append(_element("w:r", (), _element("w:tab")))
                if block.number in targets:
                    named = {"w:id": str(block.number), "w:name": _bookmark(block.number)}
                    made.append(_element("w:bookmarkStart", named))
                    made.append(_element("w:bookmarkEnd", {"w:id": str(block.number)}))
                made.extend(map(_linked, block.runs))
                yield made
            case TableBlock():
                yield _table(block)
                yield _paragraph((), "Normal")


def _all_runs(document: Document) -> Iterator[Runs]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.runs
        elif isinstance(block, TableBlock):
            for row in block.rows:
                yield from row


def _bookmark(number: int) -> str:
    return f"paragraph_{number}"


def _paragraph(runs: Runs, style: str) -> Element:
    made = _element("w:p", (), _element("w:pPr", (), _element("w:pStyle", {"w:val": style})))
    made.extend(map(_linked, runs))
    return made


def _linked(run: Run) -> Element:
    if not run.to:
        return _run(run)
    return _element("w:hyperlink", {"w:anchor": _bookmark(run.to), "w:history": "1"}, _run(run))


def _run(run: Run) -> Element:
    """A piece of text with its language."""
    text = _element("w:t", {"xml:space": "preserve"})
    text.text = run.text
    about = _element("w:rPr")
    if run.strong:
        about.append(_element("w:b"))
    if run.lang:
        about.append(_element("w:lang", {"w:val": REGIONS[run.lang], "w:eastAsia": REGIONS[run.lang]}))
    return _element("w:r", (), *([about] if len(about) else []), text)


def _table(block: TableBlock) -> Element:
    """A table with a header row that comes again on each page, and with what it shows in words."""
    total = sum(column.share for column in block.columns)
    widths = [WIDTH * column.share // total for column in block.columns]
    about = _element(
        "w:tblPr",
        (),
        _element("w:tblStyle", {"w:val": "TableGrid"}),
        _element("w:tblW", {"w:w": str(sum(widths)), "w:type": "dxa"}),
        _element("w:tblLayout", {"w:type": "fixed"}),
        _element("w:tblLook", {"w:val": "0020", "w:firstRow": "1"}),
        _element("w:tblCaption", {"w:val": block.caption}),
        _element("w:tblDescription", {"w:val": " · ".join(column.title for column in block.columns)}),
    )
    grid = _element("w:tblGrid", (), *(_element("w:gridCol", {"w:w": str(width)}) for width in widths))
    right = [column.figures for column in block.columns]
    header = tuple((Run(column.title, strong=True),) for column in block.columns)
    rows = [_row(header, widths, right, is_header=True)]
    rows += [_row(row, widths, right, is_header=False) for row in block.rows]
    return _element("w:tbl", (), about, grid, *rows)


def _row(cells: Iterable[Runs], widths: list[int], right: list[bool], *, is_header: bool) -> Element:
    kept = [_element("w:cantSplit"), *([_element("w:tblHeader")] if is_header else [])]
    row = _element("w:tr", (), _element("w:trPr", (), *kept))
    for runs, width, figures in zip(cells, widths, right, strict=True):
        paragraph = _paragraph(runs, "Normal")
        if figures:
            paragraph.pPr.append(_element("w:jc", {"w:val": "right"}))
        size = _element("w:tcPr", (), _element("w:tcW", {"w:w": str(width), "w:type": "dxa"}))
        row.append(_element("w:tc", (), size, paragraph))
    return row


def _element(name: str, attributes: dict[str, str] | tuple[()] = (), *children: Element) -> Element:
    made = OxmlElement(name)
    for key, value in dict(attributes).items():
        made.set(qn(key), value)
    made.extend(children)
    return made
