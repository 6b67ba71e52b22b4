"""The record for programs: JSON with its schema, statements and times as CSV, and who spoke when as WebVTT.

A spreadsheet takes what begins like a formula for one (OWASP, CSV injection), and a subtitle what looks like a mark-up
or like the line of times; so what people wrote is guarded here, in its own format's way.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import timedelta
from html import escape
from typing import Any, Final

import msgspec

from server.dialogue.model.setup import Language
from server.record.model import Link, LinkKind, Record, StatementPart
from server.record.words import Run, Runs, Words, text_of

BOM: Final = "\ufeff"
FORMULAS: Final = frozenset("=+-@\t\r\n|%＝＋－＠")
"""What a cell must not begin with: also in the wide forms that East Asian keyboards write."""
MANY: Final = "; "
"""Between several in one cell."""


# JSON


def as_json(record: Record) -> bytes:
    """Return the record as JSON that `schema` describes; it is the same in every language."""
    return msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n"


def schema() -> dict[str, Any]:
    """Return what the JSON consists of, as JSON Schema (2020-12)."""
    made: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Record of a dialogue",
    }
    return made | msgspec.json.schema(Record)


def schema_text() -> bytes:
    """Return the schema as it is published beside the JSON."""
    return msgspec.json.format(msgspec.json.encode(schema(), order="sorted"), indent=2) + b"\n"


# CSV


COLUMNS: Final = (
    "number",
    "id",
    "phase",
    "round",
    "kind",
    "party",
    "party_name",
    "seat",
    "speaker",
    "function",
    "on_behalf",
    "language",
    "started",
    "ended",
    "spoken_ms",
    "spoken",
    "subject",
    "raises",
    "replies_to",
    "asks",
    "answers",
)
"""`spoken_ms` is without holds; `spoken` the same in minutes and seconds."""


def as_csv(record: Record, lang: Language) -> bytes:
    """Return the statements, one in a row, with names in that language."""
    words = Words(record, lang)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in record.statements:
        writer.writerow(map(guarded, _row(words, one)))
    return (BOM + text.getvalue()).encode()


def guarded(cell: str) -> str:
    """Return the cell so that a spreadsheet shows it and does nothing else with it."""
    return f"'{cell}" if cell.lstrip()[:1] in FORMULAS and cell.strip() else cell


def _row(words: Words, one: StatementPart) -> Iterator[str]:
    speaker = one.speaker
    yield from (str(one.number), one.id, one.phase, str(one.round), one.word)
    yield from (speaker.party, words.party(speaker.party).text, one.seat, words.own(speaker.name).text)
    yield words.own(speaker.function).text if speaker.function else ""
    yield MANY.join(words.party(party).text for party in one.on_behalf)
    yield from (one.language, one.started.isoformat(timespec="milliseconds"))
    yield from (one.ended.isoformat(timespec="milliseconds"), str(one.spoken_ms))
    yield words.length(one.spoken_ms)
    yield "" if one.subject is None else one.subject.text
    yield _many(map(words.issue, one.raises))
    for kind in ("replies_to", "asks", "answers"):
        yield _linked(words, one, kind)


def _linked(words: Words, one: StatementPart, kind: LinkKind) -> str:
    return _many(_link(words, link) for link in one.links if link.kind == kind)


def _link(words: Words, link: Link) -> Runs:
    """An issue by code and title, a party by its name; a statement by that and its number: "Brazil (12)"."""
    if link.issue is not None:
        return words.issue(link.issue)
    party = words.party(link.party)
    found = None if link.statement is None else words.statement(link.statement)
    return (party,) if found is None else (party, Run(f" ({found.number})"))


def _many(several: Iterable[Runs]) -> str:
    return MANY.join(map(text_of, several))


# WebVTT


def as_vtt(record: Record, lang: Language) -> bytes:
    """Return who spoke when, as subtitles of a recording that begins with the opening."""
    words, opened = Words(record, lang), record.dialogue.opened
    lines = ["WEBVTT", "", f"NOTE 00:00:00.000 = {opened.isoformat(timespec='milliseconds')}", ""]
    for one in record.statements:
        start = max(timedelta(), one.started - opened)
        end = max(start + timedelta(milliseconds=1), one.ended - opened)  # a cue must not end as it begins
        who = text_of(words.speaker(one.speaker, one.on_behalf))
        lines += [
            one.id,
            f"{_instant(start)} --> {_instant(end)}",
            f"<v {escape(who)}>{escape(words.plain(f'lane-{one.word}'))}",
            "",
        ]
    return "\n".join(lines).encode()


def _instant(since: timedelta) -> str:
    """Return "01:02:03.004" of that time since the opening."""
    seconds, ms = divmod(since // timedelta(milliseconds=1), 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{ms:03}"
