"""What a journal does, whatever it is kept in."""

from collections.abc import AsyncGenerator
from typing import NamedTuple, Protocol

from server.dialogue.entry import Entry


class Saved(NamedTuple):
    """An entry as the journal holds it, with its hash: what the next entry names as `prev`."""

    entry: Entry
    hash: str


class JournalError(Exception):
    """Anything a journal may raise. The message is for an operator: what happened and what to do."""


class Conflict(JournalError):
    """The head is another than expected: fold what is new after your own head, and decide again."""

    def __init__(self, head_seq: int) -> None:
        super().__init__(f"the journal's head is another one, at entry {head_seq}")
        self.head_seq = head_seq


class NotSaved(JournalError):
    """The storage refused. Nothing was stored, and a later append may succeed."""

    def __init__(self, cause: str) -> None:
        super().__init__(f"not saved: {cause}")
        self.cause = cause


class Unknown(JournalError):
    """The storage did not say whether it stored the entry: acknowledge nothing, look the command id up."""

    def __init__(self, cause: str) -> None:
        super().__init__(f"not known whether it was saved: {cause}")
        self.cause = cause


class Broken(JournalError):
    """The journal is not whole from entry `seq` on."""

    def __init__(self, seq: int, reason: str) -> None:
        super().__init__(f"the journal is broken at entry {seq}: {reason}")
        self.seq = seq
        self.reason = reason


class Closed(JournalError):
    """The journal was closed; nothing was stored."""

    def __init__(self) -> None:
        super().__init__("the journal is closed")


class Journal(Protocol):
    """An ordered list of entries, `seq` 1, 2, 3 … without gaps, each holding the hash of the one before.

    An empty journal's head is `(0, "")`. Every method may raise `Closed`.
    """

    async def append(self, expected_seq: int, expected_hash: str, entry: Entry) -> str:
        """Add `entry` if the head is still the expected one, and return the new head's hash.

        The entry is durable before this returns. A caller that is cancelled leaves it wholly stored or
        not stored at all. Raises `Conflict`, `NotSaved` or `Unknown`; ValueError where `entry`
        could not follow the expected head at all (a gap in `seq`, or another `prev`).
        """
        ...

    def read(self, after_seq: int = 0) -> AsyncGenerator[Saved, None]:
        """Yield the entries after `after_seq`, in order, up to the head. Raises `Broken`.

        Every entry is checked against its hash and the entry before it, so a read from 0 verifies the
        whole. A journal that ends before `after_seq` has lost entries: that is `Broken` as well.
        """
        ...

    def follow(self, after_seq: int = 0) -> AsyncGenerator[Saved, None]:
        """Yield the entries after `after_seq`, then each new one, whoever appends it, exactly once.

        Ends when the journal is closed; may be cancelled at any time. Raises `Broken`.
        """
        ...

    async def head(self) -> tuple[int, str]:
        """Return `(seq, hash)` of the last entry. Raises `Broken` where it cannot be read."""
        ...

    async def close(self) -> None:
        """Finish what is under way and let go of the storage. Closing twice does no harm."""
        ...
