"""A client that is the faces' own code, run by Node: it notes in its diary what that code sent, was told and saw."""

from __future__ import annotations

import asyncio
import itertools
import json
import random
import signal
import time
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from typing import Any, Final

import msgspec

from server.access.seal import Seal
from server.dialogue.registry import AnyCommand
from server.rehearsal.clock_estimate import ClockEstimate
from server.wire.messages import Accepted, Refusal
from tests.chaos.connected import zero_ms
from tests.chaos.face import Face, as_answer
from tests.chaos.records import Attempt, Seen, Sent
from tests.support.shipped_client import NODE, ROOT, bundled

LINE_BYTES: Final = 16 * 2**20
"""A whole view is one line."""


class ShippedClock(ClockEstimate):
    """What the program said last of the server's time, run on by this machine's clock."""

    def __init__(self) -> None:
        super().__init__()
        self._read_ms = 0.0
        self._told_ms = float("nan")
        self._error_ms = float("inf")

    def told(self, line: dict[str, Any]) -> None:
        """Take what it says: epoch ms by this machine, by its estimate, and how far off that may be."""
        self._read_ms, self._told_ms, self._error_ms = line["read_ms"], line["now_ms"], line["error_ms"]
        self.rate = line["rate"]

    @property
    def error_ms(self) -> float:
        """How wrong the estimate may be, in real ms."""
        return self._error_ms

    def now_ms(self) -> float:
        """The instant of the dialogue, epoch ms."""
        return self._told_ms + (time.time() * 1000 - self._read_ms) * self.rate


class ShippedFace(Face):
    """Wants what its part wants; everything else the program does."""

    def __init__(
        self, url: str, name: str, audience: str, token: str, rng: random.Random, seal: Seal
    ) -> None:
        super().__init__(url, name, audience, token, rng, seal)
        self.estimate: ShippedClock = ShippedClock()
        self._process: Process | None = None
        self._numbers = itertools.count()
        self._given: dict[int, asyncio.Future[Sent]] = {}
        self._wanted: dict[int, Sent] = {}
        self._known: dict[str, Sent] = {}
        self._early: dict[str, list[Attempt]] = {}
        """Copies of commands whose id is not told yet, or never will be."""
        self._zero_ms = 0.0

    async def live(self) -> None:
        """Run the program until cancelled. Raises RuntimeError where it ends by itself."""
        self._zero_ms = zero_ms()
        who = json.dumps({"url": self._server_url, "name": self.name, "token": self._token})
        program = str(await asyncio.to_thread(bundled))
        self._process = await asyncio.create_subprocess_exec(
            *NODE, "node", program, who, cwd=ROOT, stdin=PIPE, stdout=PIPE, limit=LINE_BYTES
        )
        assert self._process.stdout is not None
        try:
            async for line in self._process.stdout:
                self._hear_line(json.loads(line))
        finally:
            self.kill()
        raise RuntimeError(f"{self.name}: the program ended, {await self._process.wait()}")

    async def act(self, command: AnyCommand) -> Sent:
        """Give it to the program, whose outbox gives it an id and sends it when it can."""
        assert self._process is not None
        assert self._process.stdin is not None
        number = next(self._numbers)
        self._wanted[number] = Sent(command)
        given: asyncio.Future[Sent] = asyncio.get_running_loop().create_future()
        self._given[number] = given
        line = msgspec.json.encode({"number": number, "command": command}) + b"\n"
        self._process.stdin.write(line)
        await self._process.stdin.drain()
        return await given

    def kill(self) -> None:
        """End the program without a word."""
        if self._process is not None and self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.kill()

    async def close(self) -> None:
        """End it for good."""
        self.kill()

    def stand_still(self) -> None:
        """The device sleeps: nothing of the program runs."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """It wakes."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def _hear_line(self, line: dict[str, Any]) -> None:
        at_s = (line["at_ms"] - self._zero_ms) / 1000
        match line["tells"]:
            case "given":
                self._has_id(line["number"], line["id"])
            case "sent":
                self._copied(line["id"], Attempt(line["connection"], at_s))
            case "copy_answered" if line["id"] in self._known:
                self._copy_answered(self._known[line["id"]], line["answer"], at_s)
            case "answered":
                self._settled(self._known[line["id"]], line["answer"], at_s)
            case "seen":
                self.diary.seen.append(Seen("change", at_s, line["epoch"], line["seq"]))
            case "cut":
                self.cuts += 1
                self.diary.seen.append(Seen("cut", at_s, self.epoch, self.seq))
            case "view":
                self._have(line, line["view"])
                self.watch.sees(self.opened(self.as_of), self.view, at_s)
            case "clock":
                self._clock_told(line)

    def _has_id(self, number: int, command_id: str) -> None:
        sent = self._wanted.pop(number)
        sent.id = command_id
        sent.attempts = self._early.pop(command_id, [])
        self.diary.strange_ids.discard(command_id)
        self._known[command_id] = sent
        self.diary.sent.append(sent)
        self.outbox.append(sent)
        given = self._given.pop(number)
        if (
            not given.done()
        ):  # else whoever wanted it has been told to rest meanwhile; it goes out all the same
            given.set_result(sent)

    def _copied(self, command_id: str, attempt: Attempt) -> None:
        if command_id in self._known:
            self._known[command_id].attempts.append(attempt)
        else:
            self._early.setdefault(command_id, []).append(attempt)
            self.diary.strange_ids.add(command_id)

    def _copy_answered(self, sent: Sent, told: dict[str, Any], at_s: float) -> None:
        answer = as_answer(told)
        if isinstance(answer, Accepted) or answer.code == "unsettled":
            sent.answers.append((at_s, answer))
        if isinstance(answer, Accepted):
            sent.acks.add(self.opened(answer.as_of))
            self.acks_s.append(at_s)

    def _settled(self, sent: Sent, told: dict[str, Any], at_s: float) -> None:
        sent.told = as_answer(told)
        if isinstance(sent.told, Refusal):
            sent.answers.append((at_s, sent.told))
        self.outbox.remove(sent)
        self._tell()

    def _clock_told(self, line: dict[str, Any]) -> None:
        self.estimate.told(line)
        if line["rate"] == 1:  # else the dialogue's time is not this machine's
            off_ms = abs(line["now_ms"] - line["read_ms"]) - line["error_ms"]
            self.diary.clock_off_ms = max(self.diary.clock_off_ms, off_ms)
