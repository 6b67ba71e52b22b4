"""The record of a rehearsal, exported from its journal by the command line: every number is that of the journal."""

import json
from pathlib import Path

import pytest

from server.journal.sqlite_file import FILE_NAME
from server.rehearsal import play
from server.rehearsal.narrator import Narrator
from tests.support.operations import names_in, palabra
from tests.support.own_reader import Journal, entries_in
from tests.support.records import LANGUAGES, golden
from tests.unit.record import test_numbers, test_prose

CONFIG = Path(__file__).parents[2] / "config.toml"


@pytest.mark.timeout(400)
async def test_a_rehearsals_record_says_what_its_journal_says(tmp_path: Path) -> None:
    """With absences, points of order, a suspension and a guest; each format, in each language."""
    options = play.Options(
        speed=900, seed=3, observers=0, config=CONFIG, data=tmp_path / "data", url=None, incidents=True
    )
    await play.rehearse(options, Narrator(lambda _: None, each_statement=False), lambda _: None)
    code, output = palabra("export", "--data", tmp_path / "data", "--out", tmp_path / "out")
    assert code == 0, output
    assert len(names_in(tmp_path / "out")) == 26
    case = golden(tmp_path / "data" / FILE_NAME)
    read = Journal.of(entries_in(tmp_path / "data" / FILE_NAME))
    assert len(read.heard()) > 30
    told = json.loads((tmp_path / "out" / "record.json").read_bytes())
    assert told["dialogue"]["rehearsal"] is True
    assert case.file("json", "es") == (tmp_path / "out" / "record.json").read_bytes()
    for name in dir(test_numbers):
        if name.startswith("test_json"):
            getattr(test_numbers, name)(case)
    for lang in LANGUAGES:
        test_numbers.test_csv_has_every_statement_with_its_times(case, lang)
        test_numbers.test_vtt_has_every_statement_since_the_opening(case, lang)
        test_prose.test_all_formats_say_the_same(case, lang)
        for kind in ("web", "pdf", "docx", "akn"):
            test_prose.test_statements_have_their_times(case, kind, lang)
            test_prose.test_tables_have_the_totals(case, kind, lang)
            test_prose.test_issues_and_questions_name_the_paragraphs_of_their_replies(case, kind, lang)
        assert (tmp_path / f"out/record.{lang}.pdf").read_bytes() == case.file("pdf", lang)
