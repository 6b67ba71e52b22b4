"""Each number in each format is the one that an independent reader finds in the journal (tests/support/own_reader)."""

import csv
import io
import json
import re
from datetime import datetime
from typing import Any

import pytest

from server.dialogue.model.setup import Language
from tests.support.records import LANGUAGES, Case


def ms(instant: str) -> int:
    """Epoch milliseconds of "2012-04-13T10:34:33.060-05:00"."""
    return round(datetime.fromisoformat(instant).timestamp() * 1000)


def figures(length_ms: int) -> str:
    """1:02:03 of so many milliseconds, whole seconds."""
    seconds = length_ms // 1000
    hours, minutes = seconds // 3600, seconds // 60 % 60
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"


def since(hours: str, minutes: str, seconds: str, thousandths: str) -> int:
    """Milliseconds of a time in a recording."""
    return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(thousandths)


def of_json(case: Case) -> Any:
    """The record, read as JSON by somebody who knows nothing of it."""
    return json.loads(case.file("json", "es"))


def test_json_has_the_statements_that_were_heard(case: Case) -> None:
    """Who, in which step and lane, from when to when, and for how long; numbered in the order in which they began."""
    told = [
        (
            one["number"],
            one["id"],
            one["seat"],
            one["speaker"]["party"],
            (one["phase"], one["round"]),
            one["lane"],
            ms(one["started"]),
            ms(one["ended"]),
            one["spoken_ms"],
        )
        for one in of_json(case)["statements"]
    ]
    assert told == [
        (number, one.id, one.seat, one.party, one.step, one.lane, one.started_ms, one.ended_ms, one.spoken_ms)
        for number, one in enumerate(case.read.heard(), start=1)
    ]


def test_json_has_each_statement_in_one_section(case: Case) -> None:
    """None twice, none nowhere."""
    sections = of_json(case)["sections"]
    told = [(name, (one["phase"], one["round"])) for one in sections for name in one["statements"]]
    assert sorted(told) == sorted((one.id, one.step) for one in case.read.heard())


def test_json_has_the_totals(case: Case) -> None:
    """Of each party that was heard; the others have none."""
    told = {
        one["party"]: (one["statements"], one["spoken_ms"])
        for one in of_json(case)["totals"]
        if one["statements"]
    }
    assert told == case.read.totals()
    present = {one["party"] for one in of_json(case)["totals"]}
    assert present >= {p["id"] for p in case.read.setup["parties"] if p["kind"] in ("group", "state")}


def test_json_has_the_issues_and_what_became_of_them(case: Case) -> None:
    """Those that stand, the replies, promises and acknowledgements of each, and whether nothing is on record."""
    told = [
        (
            one["id"],
            one["replies"],
            sorted(one["written_by"]),
            sorted(one["acknowledged_by"]),
            one["unanswered"],
            one["silent"],
        )
        for one in of_json(case)["issues"]
    ]
    expected = []
    for issue in case.read.standing():
        replies, facts = case.read.replies(issue["id"]), case.read.facts(issue["id"])
        spoke = {case.read.statements[name]["party"] for name in replies}
        silent = [party for party in issue["addressees"] if party not in spoke | set(facts)]
        written = sorted(party for party, fact in facts.items() if fact == "written")
        done = sorted(case.read.acknowledged(issue["id"]))
        nothing = not replies and not facts
        expected.append((issue["id"], replies, written, done, nothing, silent))
    assert told == expected


def test_json_has_the_joint_actions_and_what_was_said_of_them(case: Case) -> None:
    """Recorded are those that all parties named have acknowledged; the last word of each counts."""
    told = [
        (
            one["id"],
            one["party"],
            one["status"],
            {answer["party"]: answer["word"] for answer in one["answers"]},
            one["open"],
        )
        for one in of_json(case)["actions"]
    ]
    expected = []
    for action in case.read.standing_actions():
        words = {party: answer["word"] for party, answer in action["answers"].items()}
        named = action["parties"]
        is_recorded = bool(named) and all(words.get(party) == "acknowledged" for party in named)
        status = "recorded" if is_recorded else "proposed"
        silent = [party for party in named if party not in words]
        expected.append((action["id"], action["party"], status, words, silent))
    assert told == expected


def test_json_has_questions_promises_points_and_pauses(case: Case) -> None:
    """Each with its outcome; and of what is private, nothing."""
    record, read = of_json(case), case.read
    assert [
        (one["statement"], one["group"], one["outcome"]) for one in record["questions"]
    ] == read.questions()
    promised = [
        (one["party"], one["of"], one["issue"] or one["statement"] or "") for one in record["promises"]
    ]
    by_issue = [
        (party, "issue", issue["id"])
        for issue in read.standing()
        for party, fact in read.facts(issue["id"]).items()
        if fact == "written"
    ]
    by_question = [(group, "question", name) for name, group, how in read.questions() if how == "written"]
    instead = [
        (one["party"], "statement", "") for one in read.requests.values() if one["status"] == "written"
    ]
    assert sorted(promised) == sorted([*by_issue, *by_question, *instead])
    assert [
        (one["party"], ms(one["recognised"]), one["ruling"], one["appealed"]) for one in record["points"]
    ] == [
        (
            one["party"],
            one["recognised"],
            None if one["status"] == "recognised" else one["status"],
            one["appealed"],
        )
        for one in read.points.values()
        if one["status"] in ("recognised", "upheld", "dismissed", "noted")
    ]
    over = [(ms(one["since"]), ms(one["until"])) for one in record["suspensions"] if one["until"]]
    assert over == read.suspensions
    assert [ms(one["since"]) for one in record["suspensions"] if not one["until"]] == (
        [] if read.suspended_ms is None else [read.suspended_ms]
    )


def test_json_has_when_it_was_opened_and_closed(case: Case) -> None:
    """And who was there, with how many statements each."""
    record = of_json(case)
    assert ms(record["dialogue"]["opened"]) == case.read.opened_ms
    closed = record["dialogue"]["closed"]
    assert (None if closed is None else ms(closed)) == case.read.closed_ms
    seats = [*(seat["id"] for seat in case.read.setup["seats"]), *case.read.guests]
    heard = [one.seat for one in case.read.heard()]
    assert [(one["seat"], one["statements"]) for one in record["attendance"]] == [
        (seat, heard.count(seat)) for seat in seats
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_csv_has_every_statement_with_its_times(case: Case, lang: Language) -> None:
    """A row each, with a header, after a byte-order mark."""
    body = case.file("csv", lang)
    assert body.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline="")))
    told = [
        (
            int(row["number"]),
            row["id"],
            row["party"],
            ms(row["started"]),
            ms(row["ended"]),
            int(row["spoken_ms"]),
            row["spoken"],
        )
        for row in rows
    ]
    assert told == [
        (number, one.id, one.party, one.started_ms, one.ended_ms, one.spoken_ms, figures(one.spoken_ms))
        for number, one in enumerate(case.read.heard(), start=1)
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_vtt_has_every_statement_since_the_opening(case: Case, lang: Language) -> None:
    """A cue each, by the recording's time."""
    text = case.file("vtt", lang).decode()
    assert text.startswith("WEBVTT\n\n")
    time = r"(\d{2,}):(\d\d):(\d\d)\.(\d{3})"
    cues = re.findall(rf"^(s\d+)\n{time} --> {time}\n<v [^<>\n]+>[^<>\n]+\n", text, re.MULTILINE)
    told = [(name, since(*times[:4]), since(*times[4:])) for name, *times in cues]
    opened = case.read.opened_ms or 0
    assert told == [
        (one.id, one.started_ms - opened, max(one.ended_ms - opened, one.started_ms - opened + 1))
        for one in case.read.heard()
    ]
