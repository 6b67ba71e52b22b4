"""What is known here of the journal, folded: kept up with it, and told to whoever subscribed."""

from collections.abc import Callable
from typing import Final

import structlog

from server.clock import Clock
from server.dialogue.actor import Actor
from server.dialogue.entry import Entry
from server.dialogue.evolve import replay
from server.dialogue.setup import Setup
from server.dialogue.state import State
from server.journal.port import Forked, Journal, Saved
from server.session.ledger import Ledger

Subscriber = Callable[[State, bool], None]
"""Told of each new state; True: it does not follow from the one before, for the journal went on another way."""

log = structlog.get_logger(__name__)


class Known:
    """The ledger, and the clock that follows it."""

    def __init__(self, journal: Journal, clock: Clock, setup: Setup, *, strict: bool, refold: bool) -> None:
        """Begin with nothing. `strict` and `refold` as in `Session`."""
        self._journal = journal
        self._clock = clock
        self._setup = setup
        self._strict = strict
        self._refold = refold
        self._ledger = Ledger(setup)
        self.subscribers: Final[list[Subscriber]] = []

    @property
    def state(self) -> State:
        """The state after the last entry known here."""
        return self._ledger.state

    @property
    def head(self) -> tuple[int, str]:
        """`(seq, hash)` of the last entry known here."""
        return self.state.seq, self._ledger.hash

    def answered(self, actor: Actor, command_id: str) -> int | None:
        """Return the seq of the entry that carried out this command; see `Ledger.answered`."""
        return self._ledger.answered(actor, command_id)

    def folded(self, entry: Entry) -> State:
        """Return the state that `entry` would lead to. Raises `Broken` if it cannot follow."""
        return self._ledger.folded(entry)

    async def add(self, saved: Saved, state: State) -> None:
        """Take the entry that was just appended here; it leads to `state`."""
        self._take(saved, state)
        await self._check()

    async def hear(self, saved: Saved) -> None:
        """Take an entry that a follower of the journal was given. Raises `JournalError`."""
        entry = saved.entry
        if entry.seq == self.state.seq + 1 and entry.prev == self._ledger.hash:
            self._take(saved)
        elif entry.seq > self.state.seq:
            await self.catch_up()

    async def catch_up(self) -> None:
        """Fold what the journal holds beyond what is known here. Raises `JournalError`."""
        try:
            if self.subscribers:
                async for saved in self._journal.read(*self.head):
                    self._take(saved)
            else:  # opening: nobody is to be told of each entry
                await self._ledger.add_all(self._journal.read(*self.head))
                self._follow_clock()
        except Forked as fork:
            await self.begin_anew(fork)
        await self._check()

    async def begin_anew(self, why: Forked) -> None:
        """Fold from the first entry: what was known here last has no place in the journal. Raises `JournalError`."""
        log.warning("the journal went on another way: folded anew", reason=str(why))
        ledger = Ledger(self._setup)
        await ledger.add_all(self._journal.read())
        self._ledger = ledger
        self._follow_clock()
        self._tell_all(anew=True)

    def _take(self, saved: Saved, state: State | None = None) -> None:
        self._ledger.add(saved, state)
        self._follow_clock()
        self._tell_all(anew=False)

    def _follow_clock(self) -> None:
        self._clock.not_before(self.state.at_ms)
        rate = self.state.setup.clock_rate or 1.0
        if rate != self._clock.rate:
            self._clock.set_rate(rate, self._ledger.begun_ms)

    def _tell_all(self, *, anew: bool) -> None:
        """The entry is durable: trouble in passing it on must not turn its answer into a refusal."""
        for subscriber in self.subscribers:
            try:
                subscriber(self.state, anew)
            except Exception:
                log.exception("a subscriber failed", seq=self.state.seq)
                if self._strict:
                    raise

    async def _check(self) -> None:
        """Old state + events = fresh state, where that is wanted."""
        if self._refold and self.state.seq > 0:
            entries = [saved.entry async for saved in self._journal.read()]
            if replay(entries[: self.state.seq]) != self.state:
                raise AssertionError(f"the state is not that of a fresh fold, at entry {self.state.seq}")
