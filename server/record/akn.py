"""The record in Akoma Ntoso 3.0 (OASIS LegalDocML): a `debate`, one expression for each language.

Chosen, since no profile covers such a meeting:

- The work is `/akn/un/debate/summary-record/<day>/<dialogue>`. Its subtype is `summary-record`: the guidelines for the
  United Nations (AKN4UN) have `record`, which means a verbatim one, and this is none. Its country is `un`, which they
  use for documents of no single country; there is no code for the Organization of American States.
- The original expression is the one in the language of `[result] original`; the others cite it by `FRBRtranslation`.
  A provisional record is no authoritative expression.
- Each step is a `debateSection`; a statement is a `speech` with its instants, a State's question a `question`, a
  group's answer an `answer`. `to` holds one reference, so several addressees are an organization made of them.
- Attendance is the `rollCall`, points of order have a `pointOfOrder`, the close is the `adjournment`; all else that is
  told is a `debateSection` of narratives, and a table is `other`. Paragraphs have the numbers of the other formats.
"""

from datetime import datetime
from typing import Final
from xml.etree import ElementTree as ET

from server.dialogue.model.ids import PartyId, SeatId, StatementId
from server.dialogue.model.setup import Language
from server.record.blocks import Document, Heading, Paragraph, PartName, TableBlock
from server.record.document import document_of
from server.record.model import Record, Speaker, StatementPart
from server.record.words import Run, Runs, Words

NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
CODES: Final[dict[Language, str]] = {"es": "spa", "en": "eng", "pt": "por", "fr": "fra"}
"""ISO 639-2, as the naming convention of Akoma Ntoso has languages."""
SOURCE: Final = "#secretariat"
SECTIONS: Final[dict[PartName, str]] = {
    "attendance": "rollCall",
    "points": "pointOfOrder",
    "closing": "adjournment",
}
"""What has an element of its own; every other part is a `debateSection` of its name."""

Element = ET.Element


def as_akn(record: Record, lang: Language) -> bytes:
    """Return the record as Akoma Ntoso in that language."""
    writer = _Writer(record, lang)
    root = Element("akomaNtoso", {"xmlns": NAMESPACE})
    debate = _add(root, "debate", name="summary-record", contains="originalVersion")
    writer.meta(debate)
    writer.preface(_add(debate, "preface", **{XML_LANG: lang}))
    writer.body(_add(debate, "debateBody", **{XML_LANG: lang}))
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _add(parent: Element, tag: str, /, text: str = "", **attributes: str) -> Element:
    made = ET.SubElement(parent, tag, attributes)
    made.text = text or None
    return made


class _Writer:
    """Writes one expression; counts what needs a name of its own."""

    def __init__(self, record: Record, lang: Language) -> None:
        self._record = record
        self._lang: Language = lang
        self._words = Words(record, lang)
        self._document: Document = document_of(record, lang)
        self._statements = {one.id: one for one in record.statements}
        self._people: dict[tuple[SeatId, str], tuple[str, Speaker]] = {}
        self._together: dict[tuple[PartyId, ...], str] = {}
        for one in record.statements:
            self._name_agents(one)

    def _name_agents(self, one: StatementPart) -> None:
        """Whoever spoke, and those who were addressed together."""
        key = _key(one)
        if key not in self._people:
            before = sum(1 for seat, _ in self._people if seat == one.seat)
            self._people[key] = (f"person-{one.seat}" + (f"-{before + 1}" if before else ""), one.speaker)
        addressed = _addressed(one)
        if len(addressed) > 1:
            self._together.setdefault(addressed, f"parties-{len(self._together) + 1}")

    # What it says of itself

    def meta(self, debate: Element) -> None:
        """Which work, expression and manifestation it is; what happened to it; who is who."""
        meta = _add(debate, "meta")
        identification = _add(meta, "identification", source=SOURCE)
        self._identify(identification)
        lifecycle = _add(meta, "lifecycle", source=SOURCE)
        day = self._record.prepared.date().isoformat()
        _add(lifecycle, "eventRef", eId="event-1", date=day, source=SOURCE, type="generation")
        self._references(_add(meta, "references", source=SOURCE))

    def _identify(self, identification: Element) -> None:
        record = self._record
        day, prepared = record.dialogue.day.isoformat(), record.prepared.date().isoformat()
        work = f"/akn/un/debate/summary-record/{day}/{record.dialogue.id}"
        one = f"{work}/{CODES[self._lang]}@{prepared}"
        about = self._level(identification, "FRBRWork", work, day, "session")
        _add(about, "FRBRcountry", value="un")
        _add(about, "FRBRsubtype", value="summary-record")
        for number in filter(None, (record.heading.series, record.heading.symbol)):
            _add(about, "FRBRnumber", value=number)
        about = self._level(identification, "FRBRExpression", one, prepared, "preparation")
        _add(about, "FRBRauthoritative", value="false" if record.provisional else "true")
        _add(about, "FRBRlanguage", language=CODES[self._lang])
        original = record.heading.original or record.dialogue.languages[0]
        if original != self._lang:
            source = f"{work}/{CODES[original]}@{prepared}"
            _add(about, "FRBRtranslation", href=source, fromLanguage=CODES[original], by=SOURCE)
        about = self._level(identification, "FRBRManifestation", f"{one}.akn", prepared, "preparation")
        _add(about, "FRBRformat", value="application/akn+xml")

    def _level(self, identification: Element, tag: str, uri: str, day: str, event: str) -> Element:
        made = _add(identification, tag)
        main = f"{uri.removesuffix('.akn')}/!main" + (".akn" if uri.endswith(".akn") else "")
        _add(made, "FRBRthis", value=main)
        _add(made, "FRBRuri", value=uri)
        _add(made, "FRBRdate", date=day, name=event)
        _add(made, "FRBRauthor", href=SOURCE)
        return made

    def _references(self, references: Element) -> None:
        """Parties, those addressed together, who spoke, and the themes."""
        base, words = "/akn/ontology", self._words
        secretariat = f"{base}/organization/un/secretariat"
        name = "Secretariat of the Summits of the Americas"
        _add(references, "TLCOrganization", eId="secretariat", href=secretariat, showAs=name)
        for party in self._record.parties:
            about = {"eId": f"party-{party}", "href": f"{base}/organization/un/{party}"}
            _add(references, "TLCOrganization", **about, showAs=words.party(party).text)
        for parties, eid in self._together.items():
            shown = ", ".join(words.party(party).text for party in parties)
            href = f"{base}/organization/un/{'.'.join(parties)}"
            _add(references, "TLCOrganization", eId=eid, href=href, showAs=shown)
        for eid, speaker in self._people.values():
            href = f"{base}/person/un/{eid.removeprefix('person-')}"
            _add(references, "TLCPerson", eId=eid, href=href, showAs=words.own(speaker.name).text)
        for theme, text in self._record.dialogue.themes.items():
            about = {"eId": f"theme-{theme}", "href": f"{base}/concept/un/{theme}"}
            _add(references, "TLCConcept", **about, showAs=words.own(text).text)

    def preface(self, preface: Element) -> None:
        """Title, series, symbol, day, and that it is provisional."""
        head = self._document.head
        for number in filter(None, (head.series, head.symbol)):
            _add(_add(preface, "p"), "docNumber", number)
        title = _add(_add(preface, "p"), "docTitle")
        _fill(title, (head.title,))
        _add(_add(preface, "p"), "docType", head.kind)
        dated = _add(preface, "p")
        _fill(dated, (head.place, Run(" · ")))
        _add(dated, "docDate", head.day, date=self._record.dialogue.day.isoformat())
        rest = (head.original, f"{head.zone} {head.prepared}.", head.rehearsal)
        for text in filter(None, rest):
            _add(preface, "p", text)
        if head.provisional:
            status = _add(_add(preface, "p"), "docStatus", head.provisional)
            status.tail = f". {head.why_provisional}"

    # What it says

    def body(self, body: Element) -> None:
        """Part by part, and within the proceedings step by step."""
        part = section = body
        for block in self._document.blocks:
            match block:
                case Heading(level=1):
                    part = section = self._section(body, block)
                case Heading():
                    section = self._section(part, block)
                case TableBlock():
                    _table(_add(section, "other"), block)
                case Paragraph(statement=None):
                    _narrative(section, block)
                case Paragraph(statement=name) if name is not None:
                    self._statement(section, name, block)

    def _section(self, body: Element, heading: Heading) -> Element:
        tag = SECTIONS.get(heading.part, "debateSection")
        made = _add(body, tag, **({"name": heading.part} if tag == "debateSection" else {}))
        _add(made, "heading", heading.text)
        return made

    def _statement(self, section: Element, name: StatementId, paragraph: Paragraph) -> None:
        """What was said begins with its first paragraph; a summary's follow in it."""
        one = self._statements[name]
        made = section[-1] if len(section) else None
        if made is None or made.get("GUID") != name:
            made = _add(section, _tag(one), **self._agents(one), eId=f"p{paragraph.number}", GUID=name)
            _add(made, "num", f"{paragraph.number}.")
            _fill(_add(made, "from"), self._words.speaker(one.speaker, one.on_behalf))
            _fill(_add(made, "p"), paragraph.runs)
            return
        text = _add(made, "p", eId=f"p{paragraph.number}")
        _fill(text, (Run(f"{paragraph.number}. "), *paragraph.runs))

    def _agents(self, one: StatementPart) -> dict[str, str]:
        """Who spoke, to whom, from when to when."""
        said = {"by": f"#{self._people[_key(one)][0]}"}
        addressed = _addressed(one)
        if len(addressed) == 1:
            said["to"] = f"#party-{addressed[0]}"
        elif addressed:
            said["to"] = f"#{self._together[addressed]}"
        return said | {"startTime": _instant(one.started), "endTime": _instant(one.ended)}


def _key(one: StatementPart) -> tuple[SeatId, str]:
    """Another person on the same seat is another one."""
    return one.seat, repr(sorted(one.speaker.name.items()))


def _tag(one: StatementPart) -> str:
    if one.lane == "answer":
        return "answer"
    return "question" if one.word == "question" else "speech"


def _addressed(one: StatementPart) -> tuple[PartyId, ...]:
    """Whom it asks; of an answer, who had asked."""
    kind = "answers" if one.lane == "answer" else "asks"
    return tuple(dict.fromkeys(link.party for link in one.links if link.kind == kind))


def _instant(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")


def _narrative(section: Element, paragraph: Paragraph) -> None:
    """A paragraph; where it tells of instants, they are marked as such."""
    made = _add(section, "narrative", eId=f"p{paragraph.number}")
    made.text = f"{paragraph.number}. "
    first = paragraph.since or paragraph.until
    if first is None:
        _fill(made, paragraph.runs)
        return
    kind = "startEvent" if paragraph.since else "endEvent"
    _fill(_add(made, "recordedTime", type=kind, time=_instant(first)), paragraph.runs)
    if paragraph.since and paragraph.until:
        _add(made, "recordedTime", type="endEvent", time=_instant(paragraph.until))


def _table(parent: Element, block: TableBlock) -> None:
    made = _add(parent, "table")
    _add(made, "caption", block.caption)
    header = _add(made, "tr")
    for column in block.columns:
        _add(_add(header, "th"), "p", column.title)
    for cells in block.rows:
        row = _add(made, "tr")
        for runs in cells:
            _fill(_add(_add(row, "td"), "p"), runs)


def _fill(element: Element, runs: Runs) -> None:
    """Add a sentence: text, and elements for what is in another language, leads elsewhere, or stands out."""
    last: Element | None = element[-1] if len(element) else None
    for run in runs:
        attributes = {XML_LANG: run.lang} if run.lang else {}
        if run.to:
            last = ET.SubElement(element, "ref", {"href": f"#p{run.to}", **attributes})
        elif run.strong or run.lang:
            last = ET.SubElement(element, "b" if run.strong else "span", attributes)
        elif last is None:
            element.text = (element.text or "") + run.text
            continue
        else:
            last.tail = (last.tail or "") + run.text
            continue
        last.text = run.text
