"""The session of one dialogue: commands in, one at a time; entries into the journal; states out to subscribers."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Final

import structlog

from server.clock import Clock
from server.dialogue.decider import Known
from server.dialogue.model.ids import Actor
from server.dialogue.model.refusals import Refused
from server.dialogue.model.register import Prepared
from server.dialogue.model.state import State
from server.dialogue.registry import AnyCommand
from server.journal.port import Journal, JournalError
from server.session.audit import Audit
from server.session.following import cancelled, follow
from server.session.replica import Replica, Subscriber
from server.session.watch import UNWATCHED, Watch
from server.session.writer import Writer, tag_of

WAITING: Final = 256
"""Commands that may wait: about 0.2 s of work. Whoever comes when so many wait is told `busy`."""
WAITING_OTHERS: Final = 192
"""… unless it is a console: phones cannot keep the chair out."""

BEHIND_MS: Final = 1_500
"""After so long without word from a journal that others append to, in real time, it is not sure what they did."""
CATCH_UP_S: Final = 1.0

log = structlog.get_logger(__name__)


Work = Callable[[], Awaitable[int | None]]


class _Job:
    """Work that waits for its turn, and where its result goes: a command's is the seq of its entry."""

    def __init__(self, work: Work, actor: Actor | None = None, command: str = "") -> None:
        self.work = work
        self.actor = actor
        self.command = command
        self.result: asyncio.Future[int | None] = asyncio.get_running_loop().create_future()


class Session:
    """One dialogue. Nothing but its writer changes the state."""

    def __init__(
        self,
        journal: Journal,
        clock: Clock,
        prepared: Prepared,
        *,
        silent_ms: Callable[[], Mapping[str, int]] = dict,
        watch: Watch = UNWATCHED,
        strict: bool = False,
        refold: bool = False,
    ) -> None:
        """Tie it together; `open` reads the journal.

        `prepared` counts until the journal's first entry holds a set-up. `silent_ms` says, by console, how long it has
        not been heard of (R4); `watch` measures. Two modes are for tests: `strict` lets errors of the program through
        to whoever gave the command, and once more from `close`; `refold` compares, after each entry, the state
        with a fresh fold of the whole journal.
        """
        self._clock = clock
        self._strict = strict
        self._journal = journal
        self._replica = Replica(journal, clock, prepared, strict=strict, refold=refold)
        self._watch = watch
        self._writer = Writer(journal, self._replica, clock, silent_ms, watch)
        self._mailbox: asyncio.Queue[_Job] = asyncio.Queue()
        self._tasks: list[asyncio.Task[None]] = []
        """The one that does the work, and those that only ask for some. Empty: closed."""
        self._failures: list[Exception] = []
        self.audit = Audit()

    @property
    def state(self) -> State:
        """The state after the last entry."""
        return self._replica.state

    @property
    def known(self) -> Known:
        """The same, with the pictures of frozen screens."""
        return self._replica.known

    @property
    def saved(self) -> bool:
        """Whether the journal could store the last act that was decided, and can be reached now."""
        return self._writer.saved and not self.behind

    @property
    def behind(self) -> bool:
        """Whether other nodes may have stored what is not known here."""
        return self._journal.behind_ms() > BEHIND_MS

    def subscribe(self, subscriber: Subscriber) -> None:
        """Have `subscriber(known, anew)` called after each entry, before whoever gave the command is answered."""
        self._replica.subscribers.append(subscriber)

    async def open(self) -> None:
        """Fold the journal and begin to take commands. Raises `JournalError`, `Broken` if it is not whole."""
        await self._replica.catch_up()
        self._tasks = [asyncio.create_task(self._run(), name="session")]
        if self._journal.shared:
            news = follow(self._journal, self._replica, lambda work: self._in_turn(_Job(work)))
            self._tasks.append(asyncio.create_task(news, name="session-follow"))
            self._tasks.append(asyncio.create_task(self._writer.watch_storing(), name="session-storing"))

    async def submit(self, actor: Actor, command_id: str, command: AnyCommand, *, again: bool = False) -> int:
        """Carry the command out and return the seq of its entry; one sent again gets the first answer.

        `again`: a copy of it may be under way elsewhere, so that a refusal has to hold for that one too.

        Takes its place in the queue before the first await, so that commands of one client keep their order.
        What a role may never do is refused before that: it takes no place from others, and leaves nothing in the
        journal, not even where it was sent `again`, for no copy of it can ever be carried out. A caller that is
        cancelled does not stop it. Raises `Refused`.
        """
        began_ms = self._clock.real_ms()
        if not command.permit.allows(actor.role):
            raise self.refuse(actor, tag_of(command), Refused("not_allowed", actor.role))
        limit = WAITING if actor.role == "console" else WAITING_OTHERS
        if not self._tasks or self._mailbox.qsize() >= limit:
            raise self.refuse(actor, tag_of(command), Refused("unsettled" if again else "busy"))
        work = partial(self._writer.carry_out, actor, command_id, command, again=again)
        seq = await self._in_turn(_Job(work, actor, tag_of(command)))
        assert seq is not None  # noqa: S101 - a command's work returns one
        self._watch.accepted(tag_of(command), (self._clock.real_ms() - began_ms) / 1000)
        return seq

    async def caught_up(self, seen: int) -> bool:
        """Return once what others stored is known here, and whether entry `seen` is, as far as it is in the journal.

        Nobody is to be shown what this node did not know of while it slept, nor less than another one showed them.
        After a second at the latest: the journal may be out of reach.
        """
        if not self._journal.shared or not self._tasks or not (self.behind or seen > self.state.seq):
            return True
        with contextlib.suppress(TimeoutError, JournalError):  # `behind` and `saved` tell of it
            async with asyncio.timeout(CATCH_UP_S):
                await self._in_turn(_Job(self._replica.catch_up))
                return True
        return seen <= self.state.seq

    def refuse(self, actor: Actor, command: str, refused: Refused) -> Refused:
        """Put an attempt on the audit list, and return its refusal."""
        self.audit.record(self._clock.now_ms(), str(actor), command, refused)
        self._watch.refused(command, refused.code)
        return refused

    async def close(self) -> None:
        """Carry out what waits, and take no more. In strict mode raises the errors of the program so far."""
        tasks, self._tasks = self._tasks, []
        for task in tasks[1:]:
            await cancelled(task)
        if tasks:
            await self._mailbox.join()
            await cancelled(tasks[0])
        if self._failures:
            raise ExceptionGroup("the session failed", self._failures)

    async def _in_turn(self, job: _Job) -> int | None:
        self._mailbox.put_nowait(job)
        return await job.result

    async def _run(self) -> None:
        while True:
            job = await self._mailbox.get()
            try:
                result = await job.work()
            except (Refused, JournalError) as error:
                self._fail(job, error)
            except Exception as error:
                log.exception("work failed", command=job.command, actor=str(job.actor))
                self._fail(job, self._failed(error))
            else:
                if not job.result.done():
                    job.result.set_result(result)
            finally:
                self._mailbox.task_done()

    def _fail(self, job: _Job, error: Exception) -> None:
        if job.actor is not None and isinstance(error, Refused):
            self.refuse(job.actor, job.command, error)
        if not job.result.done():
            job.result.set_exception(error)

    def _failed(self, error: Exception) -> Exception:
        """Return what whoever gave the command is told of an error of the program."""
        if not self._strict:
            return Refused("failed")
        self._failures.append(error)
        return error
