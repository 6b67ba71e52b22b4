"""The replica: what this node knows of the journal, folded, kept up with it, and told to whoever subscribed."""

import gc
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from typing import Final

import structlog
from msgspec.structs import replace

from server.clock import Clock
from server.dialogue.decider import Folded, Known, evolve, follow, initial
from server.dialogue.derived.seats import configured_seats
from server.dialogue.entry import Entry
from server.dialogue.model.ids import Actor, PersonVersion
from server.dialogue.model.register import People, Prepared, Record, people_in, version_of
from server.dialogue.model.state import State
from server.dialogue.rooms.people import PersonErased
from server.dialogue.rooms.session import Created
from server.journal.port import Broken, Forked, Journal, JournalError, Saved

log = structlog.get_logger(__name__)

Subscriber = Callable[[Known, bool], None]
"""Told of each new state; True: it does not follow from the one before, for the journal went on another way, or was
begun by another node with another configuration than this one's file."""


class Fold:
    """Folds entries, one by one, whoever they are from. Before the first one it is at what was prepared, at seq 0."""

    def __init__(self, prepared: Prepared) -> None:
        self.known = Known(initial(*prepared), {})
        self._register = dict(prepared.people)
        """All records that were looked at; not all of them need be named by an entry yet, or ever."""
        self.hash = ""
        self.begun_ms = 0
        """The instant of the first entry."""
        self._answers: defaultdict[str, dict[str, int]] = defaultdict(dict)
        """By actor and command id the seq of the entry."""
        self._fingerprints: list[str] = []
        """By seq."""

    def answered(self, actor: Actor, command_id: str) -> tuple[int, str] | None:
        """Return `(seq, fingerprint)` of the entry that carried out a command of this id, None if none did yet.

        A refused command is not known here: sent again, it may be accepted.
        """
        seq = self._answers[str(actor)].get(command_id) if str(actor) in self._answers else None
        return None if seq is None else (seq, self._fingerprints[seq - 1])

    def look(self, people: People) -> None:
        """Look people up here, besides those who are known, for what was folded and what is to come."""
        self._register |= people
        self.known = self.known.with_people(people)

    @property
    def looked_up(self) -> AbstractSet[PersonVersion]:
        """Which records were looked at."""
        return self._register.keys()

    def forget(self, versions: Iterable[PersonVersion]) -> None:
        """Know these records no more."""
        for version in versions:
            self._register.pop(version, None)

    def next(self, entry: Entry) -> Known:
        """Return what is known once `entry` has happened. Raises `Broken` if it cannot follow."""
        self._check_next(entry, self.known.state.seq)
        known = follow(self.known, entry)
        named = any(event.introduces for event in entry.events)
        return known.with_people(self._register) if named else known

    def take(self, saved: Saved, known: Known | None = None) -> None:
        """Take an entry that the journal holds; `known` is what it leads to, where that was worked out already.

        Raises `Broken` if it cannot follow.
        """
        self.known = self.next(saved.entry) if known is None else known
        self._note(saved.entry, saved.hash)

    async def take_all(self, reading: AsyncIterator[Saved]) -> None:
        """Take all that is read; nobody looks on meanwhile. Raises what `take` and `reading` do."""
        state, acts, pictures = Folded.of(self.known)
        try:
            with _collector_paused():
                async for saved in reading:
                    entry = saved.entry
                    self._check_next(entry, state.seq)
                    state, acts, pictures = evolve(state, acts, pictures, entry)
                    self._note(entry, saved.hash)
        finally:
            self.known = Folded(state, acts, pictures).known().with_people(self._register)

    def _check_next(self, entry: Entry, seq: int) -> None:
        """Raise `Broken` if `entry` cannot follow entry `seq`, which was taken last."""
        if entry.seq != seq + 1 or entry.prev != self.hash:
            raise Broken(entry.seq, "it does not follow the entries that were read before")
        if seq == 0 and not (entry.events and isinstance(entry.events[0], Created)):
            raise Broken(entry.seq, "a journal begins with `created`")

    def _note(self, entry: Entry, entry_hash: str) -> None:
        """Keep what tells a command that comes again, and what the next entry is to follow."""
        self.hash = entry_hash
        seq = entry.seq
        if seq == 1:
            self.begun_ms = entry.at_ms
        self._answers[entry.actor][entry.command_id] = seq
        self._fingerprints.append(entry.fingerprint)


class Replica:
    """A fold of the journal, and the clock that follows it."""

    def __init__(
        self, journal: Journal, clock: Clock, prepared: Prepared, *, strict: bool, refold: bool
    ) -> None:
        """Begin with nothing. `strict` and `refold` as in `Session`."""
        self._journal = journal
        self._clock = clock
        self._prepared = prepared
        self._strict = strict
        self._refold = refold
        self._fold = Fold(prepared)
        self.subscribers: Final[list[Subscriber]] = []

    @property
    def known(self) -> Known:
        """The state after the last entry known here, and the pictures of frozen screens."""
        return self._fold.known

    @property
    def state(self) -> State:
        """The state after the last entry known here."""
        return self._fold.known.state

    @property
    def head(self) -> tuple[int, str]:
        """`(seq, hash)` of the last entry known here."""
        return self.state.seq, self._fold.hash

    def answered(self, actor: Actor, command_id: str) -> tuple[int, str] | None:
        """Return `(seq, fingerprint)` of the entry that carried out a command of this id; see `Fold.answered`."""
        return self._fold.answered(actor, command_id)

    async def keep(self, records: tuple[Record, ...]) -> None:
        """Have the register hold these, durably, before an entry names them. Raises `JournalError`."""
        if records:
            await self._journal.keep(records)
            self._fold.look(people_in(records))

    def next(self, entry: Entry) -> Known:
        """Return what `entry` would lead to. Raises `Broken` if it cannot follow."""
        return self._fold.next(entry)

    async def add(self, saved: Saved, known: Known) -> None:
        """Take the entry that was just appended here; it leads to `known`."""
        self._take(saved, known)
        if any(isinstance(event, PersonErased) for event in saved.entry.events):
            try:
                await self._forget()
            except JournalError as error:  # the act counts all the same; the next opening ends it
                log.error("the register cannot be read", reason=str(error))  # noqa: TRY400
        await self._check()

    async def hear(self, saved: Saved) -> None:
        """Take an entry that a follower of the journal was given. Raises `JournalError`."""
        entry = saved.entry
        if entry.seq == self.state.seq + 1 and entry.prev == self._fold.hash:
            await self._look_up(entry)
            self._take(saved)
        elif entry.seq > self.state.seq:
            await self.catch_up()

    async def catch_up(self) -> None:
        """Fold what the journal holds beyond what is known here. Raises `JournalError`."""
        try:
            if self.subscribers:
                async for saved in self._journal.read(*self.head):
                    await self._look_up(saved.entry)
                    self._take(saved)
            else:  # opening: nobody is to be told of each entry
                await self._fold.take_all(self._journal.read(*self.head))
                await self._forget()
                self._follow_clock()
        except Forked as fork:
            await self.begin_anew(fork)
        await self._check()

    async def begin_anew(self, why: Forked) -> None:
        """Fold from the first entry: what was known here last has no place in the journal. Raises `JournalError`."""
        log.warning("the journal went on another way: folded anew", reason=str(why))
        fold = Fold(self._prepared)
        await fold.take_all(self._journal.read())
        fold.look(people_in(await self._journal.records()))
        self._fold = fold
        self._follow_clock()
        self._tell_all(anew=True)

    async def _look_up(self, entry: Entry) -> None:
        """Ask the register for those whom an entry names first: it held them before. Raises `JournalError`."""
        named = {version for event in entry.events for version in event.introduces}
        if not named <= self._fold.looked_up:
            self._fold.look(people_in(await self._journal.records()))

    async def _forget(self) -> None:
        """Look into the register, and have it hold nothing any more of what was erased.

        Nor what was kept for an entry of such a seat that was never stored. Where it cannot be reached now, it is
        done at the next opening. Raises `JournalError` where it cannot be read.
        """
        records = {version_of(record): record for record in await self._journal.records()}
        state = self.state
        erased = {records[version].seat for version in state.erased if version in records}
        named = state.introduced
        gone = [
            v for v, one in records.items() if v in state.erased or (one.seat in erased and v not in named)
        ]
        self._fold.look({version: one.person for version, one in records.items() if version not in gone})
        self._fold.forget(gone)
        if gone:
            try:
                await self._journal.forget(gone)
            except JournalError as error:
                log.error("erased people are still in the register", reason=str(error))  # noqa: TRY400
        known = {*self.state.people, *state.erased}
        if lacking := [one.id for one in configured_seats(self.state) if one.version not in known]:
            log.error("the register does not know who sits there", seats=lacking)

    def _take(self, saved: Saved, known: Known | None = None) -> None:
        before = self.state
        self._fold.take(saved, known)
        self._follow_clock()
        self._tell_all(anew=saved.entry.seq == 1 and not _same_facts(before, self.state))

    def _follow_clock(self) -> None:
        self._clock.not_before(self.state.at_ms)
        rate = self.state.setup.clock_rate or 1.0
        if rate != self._clock.rate:
            self._clock.set_rate(rate, self._fold.begun_ms)

    def _tell_all(self, *, anew: bool) -> None:
        """The entry is durable: trouble in passing it on must not turn its answer into a refusal."""
        for subscriber in self.subscribers:
            try:
                subscriber(self.known, anew)
            except Exception:
                log.exception("a subscriber failed", seq=self.state.seq)
                if self._strict:
                    raise

    async def _check(self) -> None:
        """Old state + events = fresh state, where that is wanted."""
        if not self._refold or self.state.seq == 0:
            return
        seq, fresh = self.state.seq, Fold(self._prepared)
        async for saved in self._journal.read():
            if saved.entry.seq <= seq:
                fresh.take(saved)
        fresh.look(self.state.people)
        if fresh.known != self.known:
            raise AssertionError(f"what is known is not that of a fresh fold, at entry {seq}")


def _same_facts(one: State, other: State) -> bool:
    """Whether a dialogue that is begun by `other` is the one that was shown before; a rehearsal's rate aside."""
    setups = [replace(state.setup, clock_rate=None, seats=()) for state in (one, other)]
    seats = [
        [seat._replace(version=PersonVersion("")) for seat in configured_seats(state)]
        for state in (one, other)
    ]
    return setups[0] == setups[1] and seats[0] == seats[1]


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Entries hold no cycles, and none of them is garbage: looking through them all, again and again, finds nothing."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
