"""What a journal does, whatever it is kept in; and beside its entries the register, which can be erased."""

from collections.abc import AsyncGenerator, Iterable
from typing import NamedTuple, Protocol

from msgspec import Struct

from server.dialogue.entry import Entry
from server.dialogue.model.ids import PersonVersion
from server.dialogue.model.register import Record


class Saved(Struct, frozen=True, gc=False):
    """An entry as a journal holds it, or is to hold it. Made by `codec.stored_form`, or by reading a journal.

    A struct, as a tuple with names takes four times as long to make: that counts where all entries are read.
    """

    entry: Entry
    """What the bytes say, as the present version understands it."""
    body: bytes
    """As they were written, perhaps by an older version. Copies and exports pass them on: nothing is encoded anew."""
    hash: str
    """Of the bytes: what the next entry names as `prev`."""


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


class Unreachable(NotSaved):
    """The storage does not answer; it is asked again. Nothing was stored."""


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


class Forked(Broken):
    """The entry that was read last is not in the journal any more, and nobody had been told that it counts.

    A shared storage that lost its first machine goes on with what the second one had. Read anew from the start.
    """


class Forbidden(JournalError):
    """The id of the entry's command was refused for good; nothing was stored. See `Journal.forbid`."""

    def __init__(self, fingerprint: str) -> None:
        super().__init__("the command was refused before")
        self.fingerprint = fingerprint
        """Of the command that was refused: perhaps another one, of the same id."""


class SpoiltRecord(JournalError):
    """A record of the register is not what it was: it cannot be read, or has another hash than its version."""

    def __init__(self, version: str, reason: str) -> None:
        super().__init__(f"record {version!r} of the register is damaged: {reason}")
        self.version = version


class Closed(JournalError):
    """The journal was closed; nothing was stored."""

    def __init__(self) -> None:
        super().__init__("the journal is closed")


class Journal(Protocol):
    """An ordered list of entries, `seq` 1, 2, 3 … without gaps, each holding the hash of the one before.

    An empty journal's head is `(0, "")`. Every method may raise `Closed`.
    """

    @property
    def shared(self) -> bool:
        """Whether others, on other machines, may append too: then there is something to follow, and to settle."""
        ...

    async def append(self, expected_seq: int, expected_hash: str, saved: Saved) -> None:
        """Add an entry, the very bytes, if the head is still the expected one; then `saved` is the head.

        The entry is durable before this returns. A caller that is cancelled leaves it wholly stored or
        not stored at all. Raises `Conflict`, `NotSaved`, `Unknown` or `Forbidden`; ValueError where it
        could not follow the expected head at all (a gap in `seq`, or another `prev`), or its hash is not that
        of its bytes.
        """
        ...

    async def forbid(
        self, expected_seq: int, expected_hash: str, actor: str, command_id: str, fingerprint: str
    ) -> None:
        """See to it that no entry of this command is appended any more, as its sender is told that it was refused.

        An earlier copy of it may be under way yet, on a line that hangs or at a node that sleeps. The id is used up:
        another command that comes with it is not appended either, and `fingerprint` tells which of the two it is.
        Kept for a day, or for the last few thousand.

        Raises `Conflict` if the head is another than expected: the command may be there. Raises `NotSaved` or
        `Unknown` where that cannot be seen to.
        """
        ...

    async def settle(self, seq: int, entry_hash: str) -> None:
        """Return once the entry that was read as `seq` is as durable as an append makes it.

        What another node appended may be read before that, and nobody may be told yet that it counts. Raises
        `Unknown` where that cannot be found out now, `Forked` where the journal goes on without the entry.
        """
        ...

    def read(self, after_seq: int = 0, after_hash: str | None = None) -> AsyncGenerator[Saved, None]:
        """Yield the entries after `after_seq`, in order, up to the head. Raises `Broken`, `Unreachable`.

        Every entry is checked against its hash and the entry before it, so a read from 0 verifies the
        whole. A journal that ends before `after_seq`, or holds another entry there than that of `after_hash`,
        has lost entries: that is `Broken`, or `Forked` where those may have been nobody's concern yet.
        """
        ...

    def follow(self, after_seq: int = 0, after_hash: str | None = None) -> AsyncGenerator[Saved, None]:
        """Yield the entries after `after_seq`, then each new one, whoever appends it, exactly once.

        Ends when the journal is closed; may be cancelled at any time. Raises as `read` does.
        """
        ...

    async def keep(self, records: Iterable[Record]) -> None:
        """Have the register hold these records, durably once this returns; again, they are the same.

        An entry may name them from then on. Raises `NotSaved` or `Unknown`.
        """
        ...

    async def records(self) -> tuple[Record, ...]:
        """Return all that the register holds, in no order. Raises `SpoiltRecord`, `Broken` or `Unreachable`."""
        ...

    async def forget(self, versions: Iterable[PersonVersion]) -> None:
        """Have the register hold these no longer, nor their bytes lie anywhere in its storage. Raises as `keep`."""
        ...

    async def check_storing(self) -> None:
        """Return if an append would be stored now, as far as that can be told. Raises `NotSaved` or `Unknown`."""
        ...

    def behind_ms(self) -> float:
        """Return for how long there may have been entries that whoever follows has not been given, in real time.

        0 where nobody else appends.
        """
        ...

    async def head(self) -> tuple[int, str]:
        """Return `(seq, hash)` of the last entry. Raises `Broken` where it cannot be read."""
        ...

    async def close(self) -> None:
        """Finish what is under way and let go of the storage. Closing twice does no harm."""
        ...


class ClockSample(NamedTuple):
    """What time Redis said it is, and what the nodes made of it."""

    at_ms: float
    """Of the clock of its machine."""
    run: str
    """Which Redis this was: another one after each start, and on each machine."""
    agreed_run: str
    """For which of them `shift_ms` was agreed on; empty: for none yet."""
    shift_ms: float
    """What the nodes add to its time."""
