"""Carries out one command at a time: decide, append, fold, tell. Not for two callers at once: that is the session's."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

import structlog

from server.clock import Clock
from server.dialogue.decider import Known, decision
from server.dialogue.entry import Entry
from server.dialogue.model.ids import Actor, snake
from server.dialogue.model.refusals import Code, Refused
from server.dialogue.model.register import Prepared, Record, salted
from server.dialogue.registry import AnyCommand
from server.dialogue.rooms.session import Created
from server.journal.codec import fingerprint, stored_form
from server.journal.port import Conflict, Forbidden, Forked, Journal, JournalError, Unknown
from server.session.replica import Replica
from server.session.watch import UNWATCHED, Watch

ATTEMPTS: Final = 20
"""How often a command is decided anew because another node was faster."""
PAUSE_S: Final = 0.05
"""Before each further attempt a node waits by chance, up to so long: or the one with the shortest way always wins."""

CHECK_S: Final = 1.0

log = structlog.get_logger(__name__)


def _salt() -> str:
    return secrets.token_hex(16)


def tag_of(command: AnyCommand) -> str:
    """The command's name on the wire."""
    return snake(type(command).__name__)


class Writer:
    """Decides on what is known, and adds to it."""

    def __init__(
        self,
        journal: Journal,
        replica: Replica,
        clock: Clock,
        silent_ms: Callable[[], Mapping[str, int]],
        watch: Watch = UNWATCHED,
    ) -> None:
        self._watch = watch
        self._journal = journal
        self._replica = replica
        self._clock = clock
        self._silent_ms = silent_ms
        self.saved = True

    async def carry_out(
        self, actor: Actor, command_id: str, command: AnyCommand, *, again: bool = False
    ) -> int:
        """Carry out a command, or find that it was, and return the seq of its entry.

        `again`: it was sent before, and where that copy is nobody knows; if it is refused, so is that copy.

        Raises `Refused`; anything else is an error of the program, and nothing was stored.
        """
        mark = fingerprint(command)
        for attempt in range(ATTEMPTS):
            if attempt > 1:
                await asyncio.sleep(secrets.randbelow(1000) / 1000 * min(PAUSE_S, 0.001 * 2**attempt))
            try:
                seq = await self._tried(actor, command_id, command, mark)
            except Refused as refused:
                if refused.code in {"unsettled", "id_reused"} or not again:
                    raise  # an id that is used up lets no copy of another command in
                if await self._forbidden(actor, command_id, mark):
                    raise
                continue
            if seq is not None:
                return seq
        raise Refused("unsettled" if again else "busy")

    async def _tried(self, actor: Actor, command_id: str, command: AnyCommand, mark: str) -> int | None:
        """Return the seq of the command's entry; None if there was news, and it is to be looked at again.

        `mark` is the command's fingerprint: the same id with another one is another command.
        """
        done = self._replica.answered(actor, command_id)
        if done is not None:
            if not await self._settled():
                return None
            seq, first = done
            if _differ(first, mark):
                raise Refused("id_reused")
            return seq
        try:
            entry, records = self._entry(actor, command_id, command, mark)
        except Refused:
            if await self._found_news():
                return None
            raise
        await self._or_refuse(
            self._replica.keep(records), "not_saved"
        )  # no entry names who could not be found
        known = self._replica.next(entry)  # before it is stored: what cannot be folded is never stored
        return entry.seq if await self._stored(entry, known) else None

    async def _forbidden(self, actor: Actor, command_id: str, mark: str) -> bool:
        """Refuse every copy of a command; False if there was news, in which it may be."""
        try:
            await self._journal.forbid(*self._replica.head, str(actor), command_id, mark)
        except Conflict:
            await self._or_refuse(self._replica.catch_up(), "unsettled")
            return False
        except JournalError as error:
            raise self._refused(error, "unsettled") from error
        return True

    async def watch_storing(self) -> None:
        """Find out when the journal stores again, after it did not: nobody may want to act before."""
        while True:
            await asyncio.sleep(CHECK_S)
            if not self.saved:
                try:
                    await self._journal.check_storing()
                except JournalError as error:
                    log.info("still not saved", reason=str(error))
                else:
                    self.saved = True

    def _entry(
        self, actor: Actor, command_id: str, command: AnyCommand, mark: str
    ) -> tuple[Entry, tuple[Record, ...]]:
        """Return what is to be stored, and what the register must hold before."""
        state = self._replica.state
        now_ms = max(self._clock.now_ms(), state.at_ms)
        events, records = decision(state, command, actor, now_ms, self._silent_ms(), _salt())
        if state.seq == 0:  # only now is it fixed: until somebody acts, config.toml counts
            created, rest = (events[0], events[1:]) if isinstance(events[0], Created) else (None, events)
            began_with = state.setup if created is None else created.setup
            setup, expected = salted(Prepared(began_with, state.people), _salt)
            events, records = (Created(setup), *rest), (*expected, *records)
        entry = Entry(
            seq=state.seq + 1,
            id=secrets.token_hex(8),
            at_ms=now_ms,
            actor=str(actor),
            command_id=command_id,
            fingerprint=mark,
            events=events,
            prev=self._replica.head[1],
        )
        return entry, records

    async def _stored(self, entry: Entry, known: Known) -> bool:
        """Append and take the entry; False if the journal has more than is known here, and that was folded.

        Raises `Refused`: `not_saved` if the entry is certainly not in the journal; `unsettled` if the journal
        cannot tell. It may then turn up (the next append meets a `Conflict`): the client sends the command again.
        """
        saved = stored_form(entry)
        began_ms = self._clock.real_ms()
        try:
            await self._journal.append(entry.seq - 1, entry.prev, saved)
        except Conflict:
            await self._or_refuse(self._replica.catch_up(), "not_saved")
            return False
        except Unknown as error:
            await self._or_refuse(self._replica.catch_up(), "unsettled")
            if self._replica.state.seq < entry.seq:
                raise self._refused(error, "unsettled") from error
            return False
        except Forbidden as error:
            # A copy of it was refused meanwhile, as what it names was no longer as it was; or another of the same id.
            code: Code = "id_reused" if _differ(error.fingerprint, entry.fingerprint) else "overtaken"
            raise Refused(code) from error
        except JournalError as error:
            raise self._refused(error, "not_saved") from error
        self._watch.appended((self._clock.real_ms() - began_ms) / 1000)
        self.saved = True
        await self._replica.add(saved, known)
        return True

    async def _settled(self) -> bool:
        """Make sure that what is known here lasts, before somebody is told; False if it did not, and is forgotten."""
        try:
            await self._journal.settle(*self._replica.head)
        except Forked as fork:
            await self._or_refuse(self._replica.begin_anew(fork), "unsettled")
            return False
        except JournalError as error:
            raise self._refused(error, "unsettled") from error
        return True

    async def _found_news(self) -> bool:
        """Before a refusal: whether other nodes have stored what might make another answer of it."""
        before = self._replica.head
        if self._journal.shared:
            await self._or_refuse(self._replica.catch_up(), "not_saved")
        return self._replica.head != before

    async def _or_refuse(self, work: Awaitable[None], code: Code) -> None:
        try:
            await work
        except JournalError as error:
            raise self._refused(error, code) from error

    def _refused(self, error: JournalError, code: Code) -> Refused:
        log.error("not saved", reason=str(error), code=code)
        self.saved = False
        return Refused(code)


def _differ(one: str, other: str) -> bool:
    """Say whether two fingerprints are of different commands. One that an older version did not leave may be any."""
    return one != other and bool(one and other)
