"""Carries out one command at a time: decide, append, fold, tell. Not for two callers at once: that is the session's."""

import secrets
from collections.abc import Callable, Mapping
from typing import Final

import structlog

from server.clock import Clock
from server.dialogue.actor import Actor
from server.dialogue.commands import Command, Rehearse
from server.dialogue.decide import decide
from server.dialogue.entry import Entry
from server.dialogue.evolve import replay
from server.dialogue.refusals import Refused
from server.dialogue.setup import Setup
from server.dialogue.state import State
from server.dialogue.tags import snake
from server.journal.port import Conflict, Journal, JournalError, Saved, Unknown
from server.session.ledger import Ledger
from server.session.opening import rehearse, with_created

ATTEMPTS: Final = 20
"""How often a command is decided anew because another node was faster."""

Subscriber = Callable[[State], None]

log = structlog.get_logger(__name__)


def tag_of(command: Command) -> str:
    """The command's name on the wire."""
    return snake(type(command).__name__)


class Writer:
    """The journal, and the state folded from it."""

    def __init__(
        self,
        journal: Journal,
        clock: Clock,
        setup: Setup,
        silent_ms: Callable[[], Mapping[str, int]],
        *,
        strict: bool,
        refold: bool,
    ) -> None:
        self._journal = journal
        self._clock = clock
        self._silent_ms = silent_ms
        self._strict = strict
        self._refold = refold
        self._ledger = Ledger(setup)
        self.subscribers: list[Subscriber] = []
        self.saved = True

    @property
    def state(self) -> State:
        """The state after the last entry known here."""
        return self._ledger.state

    async def carry_out(self, actor: Actor, command_id: str, command: Command) -> int:
        """Carry out a command, or find that it was, and return the seq of its entry.

        Raises `Refused`; anything else is an error of the program, and nothing was stored.
        """
        for _ in range(ATTEMPTS):
            known = self._ledger.answered(actor, command_id)
            if known is not None:
                return known
            entry = self._entry(actor, command_id, command)
            state = self._ledger.folded(entry)  # before it is stored: what cannot be folded is never stored
            if await self._store(entry, state):
                return entry.seq
        raise Refused("busy")

    async def catch_up(self) -> None:
        """Fold what the journal holds beyond what is known here. Raises `JournalError`."""
        async for saved in self._journal.read(self.state.seq):
            self._take(saved)
        await self._check()

    def _entry(self, actor: Actor, command_id: str, command: Command) -> Entry:
        state = self.state
        now_ms = max(self._clock.now_ms(), state.at_ms)
        if isinstance(command, Rehearse):
            events = rehearse(state, actor, command)
        else:
            events = decide(state, command, actor, now_ms, self._silent_ms())
        return Entry(
            seq=state.seq + 1,
            id=secrets.token_hex(8),
            at_ms=now_ms,
            actor=str(actor),
            command_id=command_id,
            events=with_created(state, events),
            prev=self._ledger.hash,
        )

    async def _store(self, entry: Entry, state: State) -> bool:
        """Append and take the entry; False if the journal has more than is known here, and that was folded.

        Raises `Refused` with `not_saved` if the entry is not in the journal, or the journal cannot tell. It may
        turn up there later (the next append then meets a `Conflict`); so a client sends the command again.
        """
        try:
            new_hash = await self._journal.append(entry.seq - 1, self._ledger.hash, entry)
        except (Conflict, Unknown) as error:
            await self._catch_up_or_refuse()
            if isinstance(error, Unknown) and self.state.seq < entry.seq:
                raise self._not_saved(error) from error
            return False
        except JournalError as error:
            raise self._not_saved(error) from error
        self._take(Saved(entry, new_hash), state)
        await self._check()
        return True

    async def _catch_up_or_refuse(self) -> None:
        try:
            await self.catch_up()
        except JournalError as error:
            raise self._not_saved(error) from error

    def _not_saved(self, error: JournalError) -> Refused:
        log.error("not saved", reason=str(error))
        self.saved = False
        return Refused("not_saved")

    def _take(self, saved: Saved, state: State | None = None) -> None:
        self._ledger.add(saved, state)
        self.saved = True
        self._clock.not_before(self.state.at_ms)
        rate = self.state.setup.clock_rate or 1.0
        if rate != self._clock.rate:
            self._clock.set_rate(rate)
        for subscriber in self.subscribers:
            self._tell(subscriber)

    def _tell(self, subscriber: Subscriber) -> None:
        """The entry is durable: trouble in passing it on must not turn its answer into a refusal."""
        try:
            subscriber(self.state)
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
