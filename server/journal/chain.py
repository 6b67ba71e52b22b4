"""The chain of hashes: what may be added to it, and whether it is whole."""

from collections.abc import Iterable, Iterator

from server.dialogue.entry import Entry
from server.journal.codec import Undecodable, decode, digest
from server.journal.port import Broken, Saved

Row = tuple[int, bytes | str, str]  # seq, the entry's bytes (an altered SQLite row may hold text), their hash


def check_follows(expected_seq: int, expected_hash: str, entry: Entry) -> None:
    """Raise ValueError if `entry` would leave a gap after the expected head, or names another `prev`."""
    if entry.seq != expected_seq + 1:
        message = f"entry {entry.seq} cannot follow entry {expected_seq}"
        raise ValueError(message)
    if entry.prev != expected_hash:
        message = f"entry {entry.seq} names another entry before it than the expected head"
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
