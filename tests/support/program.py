"""A program of ours that runs in a process of its own: started without reading its modules again, heard, ended."""

from __future__ import annotations

import asyncio
import atexit
import functools
import os
import signal
import socket
import subprocess
import sys
import time
import weakref
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Final

import msgspec

from tests.support.template import Order

REPOSITORY: Final = Path(__file__).parents[2]
LOOK_S: Final = 0.01


class Program:
    """What `python ARGUMENTS` would start in the repository's folder, forked from a process that has read the server.

    `arguments` begin with `-m MODULE` or `-c CODE`. Its standard output is for `line`, its standard
    error goes to `log`.
    """

    def __init__(self, arguments: Sequence[str], log: IO[bytes] | IO[str]) -> None:
        """Have it started."""
        channel, far = socket.socketpair()
        output, out = os.pipe()
        with far:
            try:
                socket.send_fds(_template(), [b"+"], [far.fileno(), out, log.fileno()])
            finally:
                os.close(out)
        order = Order(list(arguments), str(REPOSITORY), dict(os.environ))
        channel.sendall(msgspec.json.encode(order) + b"\n")
        self._told = _Lines(channel.detach())
        self._said = _Lines(output)
        self._pid: int | None = None
        self._code: int | None = None

    @property
    def pid(self) -> int:
        """Its process. The first program of all is forked once the server has been read; that is waited for."""
        while not self._forked():
            time.sleep(LOOK_S)
        assert self._pid is not None
        return self._pid

    @property
    def returncode(self) -> int | None:
        """Its exit code, negative for the signal that ended it; None while it runs."""
        if self._code is None and self._forked():
            self._code = self._number()
        return self._code

    def _forked(self) -> bool:
        if self._pid is None:
            self._pid = self._number()
        return self._pid is not None

    def _number(self) -> int | None:
        """The next that the template tells of it, None if it has told nothing yet."""
        told = self._told.line()
        if told == "":
            raise RuntimeError("the process that forks others has ended, and with it all that it started")
        return None if told is None else int(told)

    def line(self) -> str | None:
        """The next line that it printed; None if there is none yet, empty once it can print no more."""
        return self._said.line()

    def send_signal(self, number: signal.Signals) -> None:
        """Send it a signal. If it has ended, nothing is done."""
        if self.returncode is None:
            os.kill(self.pid, number)

    def wait(self, limit_s: float) -> int:
        """Wait until it is no more, and return its exit code. Raises TimeoutError."""
        until_s = time.monotonic() + limit_s
        while (code := self.returncode) is None:
            if time.monotonic() > until_s:
                raise TimeoutError(f"process {self.pid} has not ended within {limit_s:.0f} s")
            time.sleep(LOOK_S)
        return code

    async def ended(self) -> int:
        """Wait until it is no more, and return its exit code."""
        while (code := self.returncode) is None:  # noqa: ASYNC110 (another process)
            await asyncio.sleep(LOOK_S)
        return code


class _Lines:
    """The lines of a descriptor, as they come. Closes it when nobody holds this any more."""

    def __init__(self, descriptor: int) -> None:
        os.set_blocking(descriptor, False)
        self._descriptor = descriptor
        self._came = b""
        weakref.finalize(self, os.close, descriptor)

    def line(self) -> str | None:
        """The next line, None if it is not there yet, empty at the end."""
        while b"\n" not in self._came:
            try:
                more = os.read(self._descriptor, 4096)
            except BlockingIOError:
                return None
            if not more:
                break
            self._came += more
        line, end, self._came = self._came.partition(b"\n")
        return (line + end).decode()


@functools.cache
def _template() -> socket.socket:
    """Whom this process asks for programs; it ends with this one, and whatever it has forked too."""
    control, theirs = socket.socketpair()
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.template", str(theirs.fileno())],
            cwd=REPOSITORY,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
        )

    def end() -> None:
        control.close()
        process.wait()

    atexit.register(end)
    return control
