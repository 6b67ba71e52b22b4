"""The session of one dialogue: commands in, one at a time; entries into the journal; states out to subscribers."""

import asyncio
import contextlib
from collections.abc import Callable, Mapping
from typing import Final

import structlog

from server.clock import Clock
from server.dialogue.actor import Actor
from server.dialogue.commands import Command
from server.dialogue.refusals import Refused
from server.dialogue.setup import Setup
from server.dialogue.state import State
from server.journal.port import Journal
from server.session.audit import Audit
from server.session.writer import Subscriber, Writer, tag_of

WAITING: Final = 256
"""Commands that may wait: about 0.2 s of work. Whoever comes when so many wait is told `busy`."""
WAITING_OTHERS: Final = 192
"""… unless it is a console: phones cannot keep the chair out."""

log = structlog.get_logger(__name__)


class _Job:
    """A command that waits for its turn, and where its answer goes."""

    def __init__(self, actor: Actor, command_id: str, command: Command) -> None:
        self.actor = actor
        self.command_id = command_id
        self.command = command
        self.answer: asyncio.Future[int] = asyncio.get_running_loop().create_future()


class Session:
    """One dialogue. Nothing but its writer changes the state."""

    def __init__(
        self,
        journal: Journal,
        clock: Clock,
        setup: Setup,
        *,
        silent_ms: Callable[[], Mapping[str, int]] = dict,
        strict: bool = False,
        refold: bool = False,
    ) -> None:
        """Tie it together; `open` reads the journal.

        `setup` counts until the journal's first entry holds one. `silent_ms` says, by console, how long it has
        not been heard of (R4). Two modes are for tests: `strict` lets errors of the program through to whoever
        gave the command, and once more from `close`; `refold` compares, after each entry, the state with a
        fresh fold of the whole journal.
        """
        self._clock = clock
        self._strict = strict
        self._writer = Writer(journal, clock, setup, silent_ms, strict=strict, refold=refold)
        self._mailbox: asyncio.Queue[_Job] = asyncio.Queue()
        self._task: asyncio.Task[None] | None = None
        self._failures: list[Exception] = []
        self.audit = Audit()

    @property
    def state(self) -> State:
        """The state after the last entry."""
        return self._writer.state

    @property
    def saved(self) -> bool:
        """Whether the journal could store the last act that was decided."""
        return self._writer.saved

    def subscribe(self, subscriber: Subscriber) -> None:
        """Have `subscriber(state)` called after each entry, before whoever gave the command is answered."""
        self._writer.subscribers.append(subscriber)

    async def open(self) -> None:
        """Fold the journal and begin to take commands. Raises `Broken` if the journal is not whole."""
        await self._writer.catch_up()
        self._task = asyncio.create_task(self._run(), name="session")

    async def submit(self, actor: Actor, command_id: str, command: Command) -> int:
        """Carry the command out and return the seq of its entry; one sent again gets the first answer.

        Takes its place in the queue before the first await, so that commands of one client keep their order.
        A caller that is cancelled does not stop it. Raises `Refused`.
        """
        limit = WAITING if actor.role == "console" else WAITING_OTHERS
        if self._task is None or self._mailbox.qsize() >= limit:
            raise self.refuse(actor, tag_of(command), Refused("busy"))
        job = _Job(actor, command_id, command)
        self._mailbox.put_nowait(job)
        return await job.answer

    def refuse(self, actor: Actor, command: str, refused: Refused) -> Refused:
        """Put an attempt on the audit list, and return its refusal."""
        self.audit.record(self._clock.now_ms(), str(actor), command, refused)
        return refused

    async def close(self) -> None:
        """Carry out what waits, and take no more. In strict mode raises the errors of the program so far."""
        task, self._task = self._task, None
        if task is not None:
            await self._mailbox.join()
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
        if self._failures:
            raise ExceptionGroup("the session failed", self._failures)

    async def _run(self) -> None:
        while True:
            job = await self._mailbox.get()
            try:
                seq = await self._writer.carry_out(job.actor, job.command_id, job.command)
            except Refused as refused:
                self._refuse_job(job, refused)
            except Exception as error:
                log.exception("a command failed", command=tag_of(job.command), actor=str(job.actor))
                self._fail(job, error)
            else:
                if not job.answer.done():
                    job.answer.set_result(seq)
            finally:
                self._mailbox.task_done()

    def _refuse_job(self, job: _Job, refused: Refused) -> None:
        self.refuse(job.actor, tag_of(job.command), refused)
        if not job.answer.done():
            job.answer.set_exception(refused)

    def _fail(self, job: _Job, error: Exception) -> None:
        if not self._strict:
            self._refuse_job(job, Refused("failed"))
            return
        self._failures.append(error)
        if not job.answer.done():
            job.answer.set_exception(error)
