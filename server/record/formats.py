"""The formats of the record: what each file is called, and what draws it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from server.dialogue.model.setup import Language
from server.record import akn, data, docx, page, pdf
from server.record.model import Record


class Format(NamedTuple):
    """One format. `name` has a place for the language where there is a file for each: "statements.{lang}.csv"."""

    name: str
    media_type: str
    draw: Callable[[Record, Language], bytes]

    @property
    def has_language(self) -> bool:
        """Whether there is a file for each language."""
        return "{lang}" in self.name


class File(NamedTuple):
    """A file of the record."""

    name: str
    media_type: str
    body: bytes


FORMATS: Final[dict[str, Format]] = {
    "web": Format("record.{lang}.html", "text/html; charset=utf-8", page.as_page),
    "pdf": Format("record.{lang}.pdf", "application/pdf", pdf.as_pdf),
    "docx": Format(
        "record.{lang}.docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        docx.as_docx,
    ),
    "akn": Format("record.{lang}.xml", "application/akn+xml", akn.as_akn),
    "json": Format("record.json", "application/json", lambda record, _: data.as_json(record)),
    "schema": Format("record.schema.json", "application/schema+json", lambda _record, _: data.schema_text()),
    "csv": Format("statements.{lang}.csv", "text/csv; charset=utf-8", data.as_csv),
    "vtt": Format("speakers.{lang}.vtt", "text/vtt; charset=utf-8", data.as_vtt),
}
"""By the name under which each is asked for."""


def names_of(formats: Iterable[str], langs: Iterable[Language]) -> tuple[str, ...]:
    """Return what the files will be called, in the order in which `files_of` gives them."""
    return tuple(name for name, _, _ in _files(tuple(formats), tuple(langs)))


def files_of(record: Record, formats: Iterable[str], langs: Iterable[Language]) -> Iterator[File]:
    """Yield the files of these formats in these languages, each as soon as it is drawn."""
    for name, form, lang in _files(tuple(formats), tuple(langs)):
        yield File(name, form.media_type, form.draw(record, lang))


def _files(formats: tuple[str, ...], langs: tuple[Language, ...]) -> Iterator[tuple[str, Format, Language]]:
    for key in formats:
        form = FORMATS[key]
        for lang in langs if form.has_language else langs[:1]:
            yield form.name.format(lang=lang), form, lang
