"""The way round: the same rooms and events by ``sio.emit`` alone: same order, several times the cost."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import orjson
import socketio

ASKED_S: Final = 5.0
"""So often a client is given what it asks for: whether it reads it, documented calls do not tell."""

log = logging.getLogger(__name__)


@dataclass(slots=True, eq=False)
class _Job:
    event: str
    payload: bytes
    sids: list[str]
    done: asyncio.Future[int] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class PlainEmitter:
    """Uses nothing but documented calls, since it is there for when the others are not what they were."""

    def __init__(self, sio: socketio.AsyncServer, chunk: int) -> None:
        """Emit to ``chunk`` clients at a time."""
        self._sio = sio
        self._chunk = chunk
        self._rooms: dict[str, dict[str, None]] = {}  # room, sid: dicts for their order
        self._jobs: deque[_Job] = deque()
        self._runner: asyncio.Task[None] | None = None
        self._asked_s: dict[str, float] = {}
        self._waiting: dict[str, asyncio.TimerHandle] = {}

    def join(self, sid: str, room: str) -> None:
        """Put a client into a room. Twice is once."""
        self._rooms.setdefault(room, {})[sid] = None

    def leave(self, sid: str) -> None:
        """Take a client out of all rooms."""
        for room in list(self._rooms):
            self._rooms[room].pop(sid, None)
            if not self._rooms[room]:
                del self._rooms[room]
        self._asked_s.pop(sid, None)
        if (waiting := self._waiting.pop(sid, None)) is not None:
            waiting.cancel()

    def defer(self, sid: str, later: Callable[[], None]) -> bool:
        """Whether a client asks again too soon: then ``later`` is called once, when it is time."""
        loop = asyncio.get_running_loop()
        due_s = self._asked_s.get(sid, float("-inf")) + ASKED_S
        if loop.time() >= due_s:
            self._asked_s[sid] = loop.time()
            return False
        if sid not in self._waiting:
            self._waiting[sid] = loop.call_at(due_s, self._is_due, sid, later)
        return True

    def _is_due(self, sid: str, later: Callable[[], None]) -> None:
        del self._waiting[sid]
        self._asked_s[sid] = asyncio.get_running_loop().time()
        later()

    def broadcast(self, room: str, event: str, payload: bytes) -> asyncio.Future[int]:
        """Emit to all who are in the room now. Returns a future of their number."""
        return self._submit(_Job(event, payload, list(self._rooms.get(room, ()))))

    def send(self, sid: str, event: str, payload: bytes) -> asyncio.Future[int]:
        """Emit to one client. Returns a future of 1."""
        return self._submit(_Job(event, payload, [sid]))

    def _submit(self, job: _Job) -> asyncio.Future[int]:
        self._jobs.append(job)
        if self._runner is None:
            self._runner = asyncio.get_running_loop().create_task(self._run())
        return job.done

    async def _run(self) -> None:
        """Carry out jobs, one at a time, until there are none."""
        try:
            while self._jobs:
                await self._emit(self._jobs[0])
                job = self._jobs.popleft()
                if not job.done.done():
                    job.done.set_result(len(job.sids))
        finally:
            self._runner = None
            while self._jobs:
                self._jobs.popleft().done.cancel()

    async def _emit(self, job: _Job) -> None:
        for start in range(0, len(job.sids), self._chunk):
            try:
                argument = (orjson.loads(job.payload),)  # a tuple, or null would be taken for no argument
                await self._sio.emit(job.event, argument, to=job.sids[start : start + self._chunk])
            except Exception:
                log.exception("emit of %s failed", job.event)
