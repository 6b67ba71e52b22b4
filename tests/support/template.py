"""A process that has read all that the server is made of, and forks one for each program that tests start.

    python -m tests.support.template FD

To read the server's modules takes ten times as long as to start with them, and tests start hundreds of servers. A
program begun here is a process of its own as any other: it has its own arguments, environment, folder, standard output
and standard error, may be killed, and ends as the interpreter ends it. `tests.support.program` is who asks.

`FD` is a socket. Over it comes one byte for each program, with three file descriptors: its channel, its standard output
and its standard error. Over the channel come, as one line, the `Order`, and go two: the process's id, at once, and its
exit code once it has ended (negative: the signal that ended it). When the socket is closed, what still runs is killed.

There is one thread and no event loop: a process that has others must not fork.
"""

from __future__ import annotations

import os
import runpy
import select
import signal
import socket
import sys
import threading
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Final

import msgspec

READ_BEFORE: Final = (
    "server.facts",
    "server.journal.redis",
    "server.journal.redis_coordination",
    "server.options",
    "server.serving",
)
"""With what these read: all that a server reads until it runs, whatever its journal. Not `server.__main__`, which each
program reads as its own `__main__`."""
EARLY: Final = (signal.SIGINT, signal.SIGTERM)
"""Sent to a process that has just been forked, these wait until it stands as its program expects."""
DESCRIPTORS: Final = 3
"""That come with each order: channel, standard output, standard error."""


class Order(msgspec.Struct):
    """What to run: what follows the interpreter on a command line, `-m MODULE …` or `-c CODE …`; where, with what."""

    arguments: list[str]
    folder: str
    environment: dict[str, str]


class Template:
    """The process that forks. `children`: the channel of each process that has not ended, by its id."""

    def __init__(self, control: socket.socket) -> None:
        self._control = control
        self._children: dict[int, socket.socket] = {}
        self._woken, self._wake = os.pipe()
        for end in (self._woken, self._wake):
            os.set_blocking(end, False)

    def serve(self) -> Order | None:
        """Fork for each order, until nobody is left to give any. Returns an order in the process that is to run it."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for whoever runs the tests
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._wake, warn_on_full_buffer=False)
        while True:
            ready, _, _ = select.select([self._control.fileno(), self._woken], [], [])
            if self._woken in ready:
                os.read(self._woken, 4096)
                self._tell_of_ended()
            if self._control.fileno() in ready:
                told, descriptors, _, _ = socket.recv_fds(self._control, 1, DESCRIPTORS)
                if not told:
                    self._kill_all()
                    return None
                if order := self._forked(*descriptors):
                    return order

    def _forked(self, channel_fd: int, out: int, err: int) -> Order | None:
        """Fork. Returns the order in the new process, which is then as its program finds it, and None in this one."""
        channel = socket.socket(fileno=channel_fd)
        with channel.makefile("rb") as lines:
            order = msgspec.json.decode(lines.readline(), type=Order)
        assert threading.active_count() == 1, threading.enumerate()
        signal.pthread_sigmask(signal.SIG_BLOCK, EARLY)
        if process := os.fork():
            signal.pthread_sigmask(signal.SIG_UNBLOCK, EARLY)
            os.close(out)
            os.close(err)
            channel.sendall(b"%d\n" % process)
            self._children[process] = channel
            return None
        self._let_go()
        channel.close()
        _stand(order, out, err)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, EARLY)
        return order

    def _tell_of_ended(self) -> None:
        for process in tuple(self._children):
            ended, status = os.waitpid(process, os.WNOHANG)
            if ended:
                with (
                    self._children.pop(process) as channel,
                    suppress(OSError),
                ):  # it may not be asked for any more
                    channel.sendall(b"%d\n" % os.waitstatus_to_exitcode(status))

    def _kill_all(self) -> None:
        for process in self._children:
            os.kill(process, signal.SIGKILL)

    def _let_go(self) -> None:
        """Give up what is the template's alone: its signals, and every descriptor."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for connection in (self._control, *self._children.values()):
            connection.close()
        for end in (self._woken, self._wake):
            os.close(end)


def _stand(order: Order, out: int, err: int) -> None:
    """Give this process the place, environment and standard streams of an order."""
    os.dup2(out, sys.stdout.fileno())
    os.dup2(err, sys.stderr.fileno())
    os.close(out)
    os.close(err)
    os.chdir(order.folder)
    os.environ.clear()
    os.environ.update(order.environment)


def run(arguments: list[str]) -> None:
    """Run what follows the interpreter on a command line, as the interpreter would, as `__main__`."""
    kind, what, *rest = arguments
    sys.argv[:] = [kind, *rest]
    if kind == "-m":
        runpy.run_module(what, run_name="__main__", alter_sys=True)
    elif kind == "-c":
        main = sys.modules["__main__"] = ModuleType("__main__")
        exec(compile(what, "<string>", "exec"), main.__dict__)  # noqa: S102 (a test's own)
    else:
        raise ValueError(f"neither -m nor -c: {arguments}")


def main(control_fd: int) -> None:
    """Read the server, then fork for whoever is at the other end of the socket."""
    for module in READ_BEFORE:
        import_module(module)
    with socket.socket(fileno=control_fd) as control:
        order = Template(control).serve()
    if order is not None:
        run(order.arguments)


if __name__ == "__main__":
    assert Path.cwd() == Path(__file__).parents[2], "modules are found as `python -m` finds them"
    main(int(sys.argv[1]))
