"""A journal in memory, for tests, and what every journal of one process keeps there: followers, refused ids."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import aclosing
from typing import Final

from server.dialogue.entry import Entry
from server.dialogue.model.ids import PersonVersion
from server.dialogue.model.register import Record, version_of
from server.journal.codec import Row, check_follows, check_same, verified
from server.journal.port import Broken, Closed, Conflict, Forbidden, Saved

KEPT: Final = 4_096
"""A copy that comes after so many other refusals of repeated commands is not expected any more."""


class Followers:
    """Everybody who waits for the next entry. All calls come from the event loop's thread."""

    def __init__(self) -> None:
        self._events: set[asyncio.Event] = set()
        self._closed = False

    def wake(self) -> None:
        """Tell every follower to look for new entries."""
        for event in self._events:
            event.set()

    def close(self) -> None:
        """End every follower's iteration."""
        self._closed = True
        self.wake()

    async def follow(
        self,
        read: Callable[[int, str | None], AsyncGenerator[Saved, None]],
        after_seq: int,
        after_hash: str | None,
    ) -> AsyncGenerator[Saved, None]:
        """Yield what `read(after_seq, after_hash)` has, then what it has each time the followers are woken."""
        event = asyncio.Event()
        self._events.add(event)
        try:
            while not self._closed:
                event.clear()  # before reading, so that an entry added meanwhile wakes us again
                async with aclosing(read(after_seq, after_hash)) as found:
                    async for saved in found:
                        after_seq, after_hash = saved.entry.seq, saved.hash
                        yield saved
                await event.wait()
        except Closed:
            return
        finally:
            self._events.discard(event)


class Refusals:
    """Ids of commands that were refused for good, by actor: the last `KEPT`."""

    def __init__(self) -> None:
        self._refused: dict[tuple[str, str], str] = {}

    def add(self, actor: str, command_id: str, fingerprint: str) -> None:
        """Refuse every later copy of this command, and any other with its id."""
        self._refused[actor, command_id] = fingerprint
        if len(self._refused) > KEPT:
            del self._refused[next(iter(self._refused))]

    def check(self, entry: Entry) -> None:
        """Raise `Forbidden` if the id of the entry's command was refused for good."""
        refused = self._refused.get((entry.actor, entry.command_id))
        if refused is not None:
            raise Forbidden(refused)


class MemoryStore:
    """What outlives a journal that is closed: the rows, and who follows them."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.followers: set[Followers] = set()
        self.refusals = Refusals()
        self.register: dict[PersonVersion, Record] = {}


class MemoryJournal:
    """Keeps entries as the same bytes and hashes as the durable journals do."""

    def __init__(self, store: MemoryStore | None = None) -> None:
        self._store = MemoryStore() if store is None else store
        self._followers = Followers()
        self._store.followers.add(self._followers)
        self._closed = False

    @property
    def shared(self) -> bool:
        """Nobody outside this process appends."""
        return False

    async def append(self, expected_seq: int, expected_hash: str, saved: Saved) -> None:
        """Add an entry after the expected head; see `Journal.append`."""
        check_follows(expected_seq, expected_hash, saved)
        head_seq, head_hash = await self.head()
        if (expected_seq, expected_hash) != (head_seq, head_hash):
            raise Conflict(head_seq)
        self._store.refusals.check(saved.entry)
        self._store.rows.append((saved.entry.seq, saved.body, saved.hash))
        for followers in self._store.followers:
            followers.wake()

    async def forbid(
        self, expected_seq: int, expected_hash: str, actor: str, command_id: str, fingerprint: str
    ) -> None:
        """Refuse a command for good; see `Journal.forbid`."""
        head_seq, head_hash = await self.head()
        if (expected_seq, expected_hash) != (head_seq, head_hash):
            raise Conflict(head_seq)
        self._store.refusals.add(actor, command_id, fingerprint)

    async def settle(self, seq: int, entry_hash: str) -> None:
        """What can be read has been stored; see `Journal.settle`."""

    async def read(self, after_seq: int = 0, after_hash: str | None = None) -> AsyncGenerator[Saved, None]:
        """Yield the entries after `after_seq`; see `Journal.read`."""
        head_seq, _ = await self.head()
        if after_seq > head_seq:
            raise Broken(after_seq, f"it is missing, the journal ends at entry {head_seq}")
        prev = self._store.rows[after_seq - 1][2] if after_seq else ""
        check_same(after_seq, after_hash, prev)
        for saved in verified(self._store.rows[after_seq:], after_seq, prev):
            yield saved

    def follow(self, after_seq: int = 0, after_hash: str | None = None) -> AsyncGenerator[Saved, None]:
        """Yield the entries after `after_seq` and each new one; see `Journal.follow`."""
        return self._followers.follow(self.read, after_seq, after_hash)

    async def keep(self, records: Iterable[Record]) -> None:
        """Hold records; see `Journal.keep`."""
        self._store.register |= {version_of(record): record for record in records}

    async def records(self) -> tuple[Record, ...]:
        """Return all records; see `Journal.records`."""
        return tuple(self._store.register.values())

    async def forget(self, versions: Iterable[PersonVersion]) -> None:
        """Hold records no longer; see `Journal.forget`."""
        for version in versions:
            self._store.register.pop(version, None)

    async def check_storing(self) -> None:
        """Only the next append tells; see `Journal.check_storing`."""

    def behind_ms(self) -> float:
        """Nobody else appends."""
        return 0.0

    async def head(self) -> tuple[int, str]:
        """Return `(seq, hash)` of the last entry, `(0, "")` if there is none."""
        if self._closed:
            raise Closed
        if not self._store.rows:
            return 0, ""
        seq, _, last_hash = self._store.rows[-1]
        return seq, last_hash

    async def close(self) -> None:
        """Close; the store keeps its rows."""
        self._closed = True
        self._store.followers.discard(self._followers)
        self._followers.close()
