"""Entries as bytes, and their hashes.

One entry is one JSON object, `{"format":1,"entry":{…}}`, without spaces, fields in the order of their
declaration, keys of dictionaries sorted: the same entry always gives the same bytes. `format` stands
outside the entry, so that bytes of any age say how they are to be read. What is stored is never
encoded anew: a hash is taken of the bytes as they were written.

A change that bytes of today do not survive (a field that is gone, renamed, or means something else; a new one
without a default that means what was meant before) makes a new format: raise `FORMAT`, and have `decode` turn the JSON
of each older format into that of the next before it becomes an `Entry`. Golden journals, one for each format and
kept for good in tests/data, show that all are still read: `python -m tests.support.golden` makes the new one.
"""

from hashlib import sha256
from typing import Final

import msgspec

from server.dialogue.entry import Entry
from server.journal.port import Saved

FORMAT: Final = 1


class _Envelope(msgspec.Struct, frozen=True):
    format: int
    entry: Entry


class _FormatOnly(msgspec.Struct, frozen=True):
    format: int


class Undecodable(ValueError):
    """These bytes are no entry this version can read; the message says why."""


_encoder: Final = msgspec.json.Encoder(order="deterministic")
_decoder: Final = msgspec.json.Decoder(_Envelope)
_format_decoder: Final = msgspec.json.Decoder(_FormatOnly)


def encode(entry: Entry) -> bytes:
    """Return the bytes of `entry`, always the same for equal entries."""
    return _encoder.encode(_Envelope(FORMAT, entry))


def stored_form(entry: Entry) -> Saved:
    """Return a new entry with its bytes and their hash, as a journal is to hold it."""
    body = encode(entry)
    return Saved(entry, body, digest(body))


def decode(body: bytes) -> Entry:
    """Return the entry that `encode` made `body` of. Raises `Undecodable`."""
    try:
        envelope = _decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Undecodable(_reason(body, error)) from error
    if envelope.format != FORMAT:
        raise Undecodable(_other_format(envelope.format))
    return envelope.entry


def digest(body: bytes) -> str:
    """Return the hash of an entry's bytes: SHA-256 (FIPS 180-4), as 64 hexadecimal digits."""
    return sha256(body).hexdigest()


def _reason(body: bytes, error: Exception) -> str:
    try:
        number = _format_decoder.decode(body).format
    except (msgspec.DecodeError, UnicodeDecodeError):
        return f"it is not an entry ({error})"
    return _other_format(number) if number != FORMAT else f"its content cannot be read ({error})"


def _other_format(number: int) -> str:
    return f"it has format {number}, and this version reads format {FORMAT}: use the version that wrote it"
