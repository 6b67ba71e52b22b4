"""Entries as bytes, the chain of their hashes, and the fingerprints of commands.

One entry is one JSON object, `{"format":3,"entry":{…}}`, without spaces, fields in the order of their
declaration, keys of dictionaries sorted: the same entry always gives the same bytes. `format` stands
outside the entry, so that bytes of any age say how they are to be read. What is stored is never
encoded anew: a hash is taken of the bytes as they were written.

A change that bytes of today do not survive (a field that is gone, renamed, or means something else; a new one
without a default that means what was meant before) makes a new format: add a step to `upcasters`, which turns the JSON
of the present format into that of the next. Golden journals, one for each format and kept for good in tests/data, show
that all are still read: `python -m tests.support.golden` makes the new one.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b, sha256
from typing import Final

import msgspec
from msgspec import NODEFAULT, Struct

from server.dialogue.entry import Entry
from server.dialogue.model.register import Record, version_of
from server.dialogue.model.register import decode as decode_record
from server.journal.port import Broken, Saved, SpoiltRecord
from server.journal.upcasters import UPCASTERS, Json, upcast

FORMAT: Final = len(UPCASTERS) + 1


class _Envelope(Struct, frozen=True):
    format: int
    entry: Entry


class _OlderEnvelope(Struct, frozen=True):
    format: int
    entry: Json


class _FormatOnly(Struct, frozen=True):
    format: int


class Undecodable(ValueError):
    """These bytes are no entry this version can read; the message says why."""


_encoder: Final = msgspec.json.Encoder(order="deterministic")
_decoder: Final = msgspec.json.Decoder(_Envelope)
_older_decoder: Final = msgspec.json.Decoder(_OlderEnvelope)
_format_decoder: Final = msgspec.json.Decoder(_FormatOnly)


def encode(entry: Entry) -> bytes:
    """Return the bytes of `entry`, always the same for equal entries."""
    return _encoder.encode(_Envelope(FORMAT, entry))


def stored_form(entry: Entry) -> Saved:
    """Return a new entry with its bytes and their hash, as a journal is to hold it."""
    body = encode(entry)
    return Saved(entry, body, digest(body))


def decode(body: bytes) -> Entry:
    """Return the entry that `body` is, of the present format or an older one. Raises `Undecodable`."""
    try:
        envelope = _decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return _decoded_otherwise(body, error)
    if envelope.format != FORMAT:
        return _decoded_otherwise(body)
    return envelope.entry


def digest(body: bytes) -> str:
    """Return the hash of an entry's bytes: SHA-256 (FIPS 180-4), as 64 hexadecimal digits."""
    return sha256(body).hexdigest()


def fingerprint(command: Struct) -> str:
    """Return what tells a command from any other: BLAKE2b (RFC 7693) of 128 bits, as 32 hexadecimal digits.

    Of its type and all fields, not of the id under which it is sent. A field that has its default counts as left out,
    whether the client wrote it or not: so a field that a later version adds changes no fingerprint of before. Who
    somebody is does not count (`Command.personal`): the journal keeps the fingerprint, and names can be guessed by it.
    """
    return blake2b(_encoder.encode(_canonical(command)), digest_size=16).hexdigest()


def _decoded_otherwise(body: bytes, error: Exception | None = None) -> Entry:
    """Read what is not of the present format, or not an entry at all: that was the `error`."""
    try:
        number = _format_decoder.decode(body).format
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        raise Undecodable(f"it is not an entry ({problem})") from problem
    if number == FORMAT:
        raise Undecodable(f"its content cannot be read ({error})") from error
    if not 0 < number < FORMAT:
        raise Undecodable(
            f"it has format {number}, and this version reads formats 1 to {FORMAT}: use the version that wrote it"
        )
    try:
        entry = upcast(_older_decoder.decode(body).entry, number)
        return msgspec.convert(entry, Entry, str_keys=True)
    # A step that does not find what it is to translate raises one of the latter: it is no entry of that format.
    except (msgspec.DecodeError, UnicodeDecodeError, LookupError, TypeError, AttributeError) as problem:
        raise Undecodable(f"its content cannot be read ({problem})") from problem


def _canonical(value: object) -> object:
    """Return JSON in which the same value is always written the same way."""
    if isinstance(value, Struct):
        personal = getattr(type(value), "personal", ())
        given = [
            (name, getattr(value, name), default)
            for name, default in _defaults(type(value))
            if name not in personal
        ]
        fields = {name: _canonical(field) for name, field, default in given if field != default}
        return [value.__struct_config__.tag, fields]
    if isinstance(value, tuple):
        return [_canonical(item) for item in value]
    return value


@cache
def _defaults(kind: type[Struct]) -> list[tuple[str, object]]:
    """Return the names of a type's fields, each with its default."""
    return [
        (field.name, field.default if field.default_factory is NODEFAULT else field.default_factory())
        for field in msgspec.structs.fields(kind)
    ]


Row = tuple[int, bytes | str, str]  # seq, the entry's bytes (an altered SQLite row may hold text), their hash


def check_follows(expected_seq: int, expected_hash: str, saved: Saved) -> None:
    """Raise ValueError if the entry would break the chain after the expected head.

    That is: it would leave a gap, names another `prev`, or its hash is not that of its bytes.
    """
    entry = saved.entry
    if entry.seq != expected_seq + 1:
        message = f"entry {entry.seq} cannot follow entry {expected_seq}"
        raise ValueError(message)
    if entry.prev != expected_hash:
        message = f"entry {entry.seq} names another entry before it than the expected head"
        raise ValueError(message)
    if digest(saved.body) != saved.hash:
        message = f"entry {entry.seq} has another hash than its bytes"
        raise ValueError(message)


def check_same(seq: int, expected_hash: str | None, found_hash: str) -> None:
    """Raise `Broken` if entry `seq` is another one than was read before; None: whoever asks does not know."""
    if expected_hash is not None and expected_hash != found_hash:
        raise Broken(seq, "it is another entry than was read before")


def verified(rows: Iterable[Row], after_seq: int, after_hash: str) -> Iterator[Saved]:
    """Yield the rows as entries, checking in one pass that they follow `after_seq` as a whole chain.

    Raises `Broken` at the first one that is missing, altered, or does not follow the one before.
    """
    seq, prev = after_seq, after_hash
    for row_seq, body, stored_hash in rows:
        seq += 1
        if row_seq != seq:
            raise Broken(seq, f"it is missing, the next one found is {row_seq}")
        if not isinstance(body, bytes) or digest(body) != stored_hash:
            raise Broken(seq, "its content does not match its hash")
        try:
            entry = decode(body)
        except Undecodable as error:
            raise Broken(seq, str(error)) from error
        if entry.seq != seq:
            raise Broken(seq, f"it says of itself that it is entry {entry.seq}")
        if entry.prev != prev:
            raise Broken(seq, "it does not follow the entry before it")
        yield Saved(entry, body, stored_hash)
        prev = stored_hash


def checked_record(version: str, body: object) -> Record:
    """Return the record in `body`. Raises `SpoiltRecord` if it is not the one of that version."""
    if not isinstance(body, bytes):  # an altered SQLite row may hold anything
        raise SpoiltRecord(version, "its content is not as it was stored")
    try:
        record = decode_record(body)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise SpoiltRecord(version, str(error)) from error
    if version_of(record) != version:
        raise SpoiltRecord(version, "its content does not match its hash")
    return record
