"""The tests of the core as a jury: which of them reach a line, how long each takes, and what they say of a mutant."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import FunctionType

import coverage
import pytest

from tests.mutation.mutants import CORE, ROOT, Mutant
from tests.mutation.trial import (
    PYTEST_OPTIONS,
    FirstFailure,
    alone,
    functions_of_core,
    patched,
    run,
    run_imported,
)

TESTS = "tests/unit/dialogue"
# Those that draw by chance would say of the same mutant now this, now that; a restart is the same fold twice over.
NOT_HEARD = ("test_any_session.py", "test_random_commands.py", "test_restart.py")
PATIENCE_S = 10.0
"""Of processor time, on top of four times what a mutant's tests take of themselves: beyond, it would run for ever."""
MEASURING_S = 600.0

_fork = multiprocessing.get_context("fork")


@dataclass(frozen=True)
class Reach:
    """Which tests run a line, and how long they take."""

    tests: list[str]
    seconds: list[float]
    by_line: dict[str, dict[int, set[int]]]
    """File → line → numbers of tests; -1 stands for the import of the modules."""

    def of(self, mutant: Mutant) -> list[int]:
        """Those that reach it, the quickest first; all, where it takes effect at import."""
        reached = self._in(mutant, mutant.lines)
        if self.at_import(mutant):
            return sorted(range(len(self.tests)), key=lambda n: (n not in reached, self.seconds[n]))
        return sorted(reached, key=lambda n: self.seconds[n])

    def at_import(self, mutant: Mutant) -> bool:
        """Whether it, or the function it is in, is run when modules are imported."""
        return not mutant.body or -1 in self._in(mutant, mutant.body)

    def _in(self, mutant: Mutant, lines: range) -> set[int]:
        by_line = self.by_line.get(mutant.file, {})
        return {test for line in lines for test in by_line.get(line, ())}


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant: "killed" by a test, "timeout", or "survived" the tests that reach it."""

    outcome: str
    by: str
    """The test that failed; if none did, those that did not."""


@dataclass
class _Trial:
    mutant: Mutant
    tests: list[int]
    process: BaseProcess


class Jury:
    """A plugin of pytest: instead of running the tests once, it runs for each mutant those that reach it."""

    def __init__(
        self,
        choose: Callable[[Reach], Iterable[tuple[Mutant, str]]],
        judged: Callable[[Mutant, Verdict], None],
        jobs: int,
    ) -> None:
        self._choose = choose
        self._judged = judged
        self._jobs = jobs
        self._watch = FirstFailure()
        self._items: list[pytest.Item] = []
        self._functions: dict[tuple[str, str], list[FunctionType]] = {}
        self._running: dict[Connection, _Trial] = {}
        self.trouble = ""
        """Why nobody was tried: the tests failed of themselves."""

    def hear(self) -> None:
        """Try every mutant that `choose` yields, each with the test that killed it before, or ""."""
        self._coverage = coverage.Coverage(data_file=None, config_file=False, source=[str(CORE)])
        self._coverage.start()  # before the core is imported, to know what runs then
        tests = [str(path) for path in sorted((ROOT / TESTS).glob("test_*.py")) if path.name not in NOT_HEARD]
        pytest.main([*PYTEST_OPTIONS, *tests], plugins=[self, self._watch])

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Called once the tests are collected; the process stays as it is then, so that every trial begins there."""
        self._coverage.stop()
        self._items = session.items
        self._functions = functions_of_core()
        gc.freeze()  # what is there by now is shared by all trials, and need not be looked through in each
        receive, send = _fork.Pipe(duplex=False)
        process = _fork.Process(target=self._measure, args=(send,))
        process.start()
        answer = receive.recv()
        process.join()
        if isinstance(answer, str):
            self.trouble = answer
            return True
        try:
            self._try_all(answer)
        finally:
            for trial in self._running.values():
                trial.process.kill()
        return True

    def _measure(self, answer: Connection) -> None:
        """Run all tests once, as they are."""
        alone(MEASURING_S)
        by_line: dict[str, dict[int, set[int]]] = {}
        seconds = []
        self._coverage.start()
        for n, (item, following) in enumerate(zip(self._items, [*self._items[1:], None], strict=True)):
            self._coverage.switch_context(str(n))
            began_s = time.process_time()
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            seconds.append(time.process_time() - began_s)
        self._coverage.stop()
        data = self._coverage.get_data()
        for path in data.measured_files():
            lines = by_line.setdefault(os.path.relpath(path, ROOT), defaultdict(set))
            for line, tests in data.contexts_by_lineno(path).items():
                lines[line].update(int(test or -1) for test in tests)
        failed = self._watch.test
        tests = [item.nodeid for item in self._items]
        answer.send(f"{failed} fails of itself" if failed else Reach(tests, seconds, by_line))
        os._exit(0)

    def _try_all(self, reach: Reach) -> None:
        for mutant, before in self._choose(reach):
            tests = reach.of(mutant)
            if not tests:
                self._judged(mutant, Verdict("survived", ""))
                continue
            tests.sort(key=lambda n: reach.tests[n] != before)
            while len(self._running) >= self._jobs:
                self._collect(reach)
            receive, send = _fork.Pipe(duplex=False)
            process = _fork.Process(target=self._try, args=(mutant, tests, reach, send))
            process.start()
            send.close()
            self._running[receive] = _Trial(mutant, tests, process)
        while self._running:
            self._collect(reach)

    def _try(self, mutant: Mutant, tests: list[int], reach: Reach, answer: Connection) -> None:
        alone(PATIENCE_S + 4 * sum(reach.seconds[n] for n in tests))
        if reach.at_import(mutant) or not patched(mutant, self._functions):
            failed = run_imported(mutant, [reach.tests[n] for n in tests])
        else:
            failed = run([self._items[n] for n in tests], self._watch)
        answer.send(failed)
        os._exit(0)

    def _collect(self, reach: Reach) -> None:
        """Wait until one has its verdict."""
        for connection in wait(self._running):
            assert isinstance(connection, Connection)
            trial = self._running.pop(connection)
            self._judged(trial.mutant, _verdict(trial, connection, reach))
            connection.close()


def _verdict(trial: _Trial, connection: Connection, reach: Reach) -> Verdict:
    try:
        failed = connection.recv()
    except EOFError:  # it took the process with it
        failed = "crash"
    trial.process.join()
    if trial.process.exitcode == -signal.SIGXCPU:
        return Verdict("timeout", "")
    if failed is not None:
        return Verdict("killed", failed)
    return Verdict("survived", " ".join(sorted({reach.tests[n].partition("::")[0] for n in trial.tests})))
