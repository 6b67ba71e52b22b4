"""What people read of a record: the numbers in it are the journal's, and every format says the same."""

import re
from functools import cache
from typing import Any

import msgspec
import pytest

from server.dialogue.model.setup import Language
from server.record.blocks import Heading, TableBlock
from server.record.document import document_of
from tests.support.record_text import READERS, bare
from tests.support.records import LANGUAGES, Case

STATEMENT = re.compile(r"(\d\d:\d\d)\D{1,4}(\d\d:\d\d)\((\d+:\d\d(?::\d\d)?)\)")
"""In any language: "from 10:31 to 10:33 (1:58)", blanks left out."""


def clock(at_ms: int) -> str:
    """The time of day in Bogotá, which has none but UTC-5."""
    minutes = (at_ms // 60_000 - 5 * 60) % (24 * 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def figures(length_ms: int) -> str:
    """1:58, whole seconds."""
    minutes, seconds = divmod(length_ms // 1000, 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}" if minutes >= 60 else f"{minutes}:{seconds:02}"


def by_section(case: Case) -> list[Any]:
    """The statements that were heard, step by step as these came."""
    heard = case.read.heard()
    steps = list(dict.fromkeys(one.step for one in heard))
    return sorted(heard, key=lambda one: steps.index(one.step))


@cache
def read(kind: str, body: bytes) -> str:
    """What the file says."""
    return READERS[kind](body)


def said(case: Case, kind: str, lang: Language) -> str:
    """What a format says, from the first heading on; the head of a table once, though pages repeat it."""
    document = document_of(case.record, lang)
    assert isinstance(document.blocks[0], Heading)
    text = read(kind, case.file(kind, lang))
    text = text[text.index(bare(f"{document.blocks[0].text}1.")) :]
    for block in document.blocks:
        if isinstance(block, TableBlock):
            text = text.replace(bare("".join(column.title for column in block.columns)), "")
    return text


def paragraphs(case: Case, text: str) -> dict[str, int]:
    """In which paragraph each statement stands: they follow one another from the first one on."""
    statements = by_section(case)
    found = STATEMENT.search(text)
    if found is None:
        return {}
    first = int(re.findall(r"(\d+)\.", text[: found.start()])[-1])
    return {one.id: first + place for place, one in enumerate(statements)}


def linked(case: Case, statement: str, places: dict[str, int]) -> list[int]:
    """The paragraphs that a statement's own paragraph leads to: of statements replied to, of questions answered."""
    links = case.read.statements[statement]["links"]
    named = (*links.get("replies_to", ()), *(due.split(".")[0] for due in links.get("answers", ())))
    return [places[name] for name in named if name in places]


def answered(case: Case, question: tuple[str, str, str], places: dict[str, int]) -> list[int]:
    """The paragraph of a question, and those of its answers."""
    name, group, _ = question
    given = (
        one.id
        for one in case.read.heard()
        if one.lane == "answer"
        and f"{name}.{group}" in case.read.statements[one.id]["links"].get("answers", ())
    )
    return [places[name], *(places[one] for one in given)]


def name_of(case: Case, party: str, lang: Language) -> str:
    """What a party is called."""
    found = next((one for one in case.read.setup["parties"] if one["id"] == party), None)
    return str(found["name"][lang]) if found else case.record.parties[party].name[lang]  # type: ignore[index]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", READERS)
def test_statements_have_their_times(case: Case, kind: str, lang: Language) -> None:
    """From when to when, and for how long, one after the other."""
    text = said(case, kind, lang)
    assert STATEMENT.findall(text) == [
        (clock(one.started_ms), clock(one.ended_ms), figures(one.spoken_ms)) for one in by_section(case)
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", READERS)
def test_tables_have_the_totals(case: Case, kind: str, lang: Language) -> None:
    """Of each group and State how often and how long; and of all together."""
    text, totals = said(case, kind, lang), case.read.totals()
    rows = [
        bare(f"{name_of(case, party['id'], lang)}{turns}{figures(spoken)}")
        for party in case.read.setup["parties"]
        if party["kind"] in ("group", "state")
        for turns, spoken in [totals.get(party["id"], (0, 0))]
    ]
    together = [sum(turns for turns, _ in totals.values()), sum(spoken for _, spoken in totals.values())]
    at = 0
    for row in (*rows, f"{together[0]}{figures(together[1])}"):
        at = text.index(row, at) + len(row)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", READERS)
def test_issues_and_questions_name_the_paragraphs_of_their_replies(
    case: Case, kind: str, lang: Language
) -> None:
    """Each reply and answer by the paragraph in which it stands; what nobody replied to is counted."""
    text, places = said(case, kind, lang), paragraphs(case, said(case, kind, lang))
    links = [place for one in by_section(case) for place in linked(case, one.id, places)]
    replies = [places[name] for issue in case.read.standing() for name in case.read.replies(issue["id"])]
    actions = [places[one["statement"]] for one in case.read.standing_actions() if one["statement"] in places]
    questions = case.read.questions()
    answers = [place for one in questions for place in answered(case, one, places)]
    promised = [places[name] for name, _, outcome in questions if outcome == "written"]
    told = [int(number) for number in re.findall(r"\((?:para|párr|par)\.(\d+)\)", text)]
    assert told == [*links, *replies, *actions, *answers, *promised]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_formats_say_the_same(case: Case, lang: Language) -> None:
    """Word for word, from the first heading to the last paragraph."""
    page = said(case, "web", lang)
    assert len(page) > 2_000
    for kind in ("pdf", "docx", "akn"):
        assert said(case, kind, lang) == page, kind


def test_a_record_is_the_same_whoever_reads_it_back(case: Case) -> None:
    """The document of a record that was sent as JSON is that of the record."""
    again = msgspec.json.decode(case.file("json", "es"), type=type(case.record))
    assert document_of(again, "fr") == document_of(case.record, "fr")
