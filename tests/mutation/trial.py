"""One mutant before the tests: in a forked process of its own, so that neither files nor anything else keep a trace."""

from __future__ import annotations

import math
import os
import resource
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from gc import get_objects
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from types import CodeType, FunctionType, ModuleType

import pytest

from tests.mutation.mutants import CORE, ROOT, Mutant

PYTEST_OPTIONS = (
    *("-o", "addopts=", "--import-mode=importlib", "--assert=plain", "--capture=no"),
    *("-p", "no:terminal", "-p", "no:xdist"),
)
MEMORY_BYTES = 4 << 30
"""A mutant that collects without end dies of it before the machine does."""


class FirstFailure:
    """Notes the test that failed; after it none is run."""

    def __init__(self) -> None:
        self.test: str | None = None

    def pytest_configure(self, config: pytest.Config) -> None:
        config.option.tbstyle = (
            "native"  # nobody reads it, and with the source it takes longer than most tests
        )

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and self.test is None:
            self.test = report.nodeid

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed and self.test is None:
            self.test = report.nodeid


def functions_of_core() -> dict[tuple[str, str], list[FunctionType]]:
    """Every function of the core that exists by now, by file and name; of a decorated one that inside."""
    found = defaultdict(list)
    for one in get_objects():
        if type(one) is FunctionType and one.__code__.co_filename.startswith(str(CORE)):
            found[one.__code__.co_filename, one.__code__.co_qualname].append(one)
    return found


def patched(mutant: Mutant, functions: dict[tuple[str, str], list[FunctionType]]) -> bool:
    """Put the mutant's code into the function that is there; return whether it took it."""
    path = str(ROOT / mutant.file)
    there = functions.get((path, mutant.where), [])
    code = {c.co_qualname: c for c in _codes(compile(mutant.source, path, "exec"))}.get(mutant.where)
    if code is None or not there or any(f.__code__.co_freevars != code.co_freevars for f in there):
        return False
    for function in there:
        function.__code__ = code
    return True


def run(items: Sequence[pytest.Item], watch: FirstFailure) -> str | None:
    """Run these tests; return the first that failed."""
    for item, following in zip(items, [*items[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if watch.test is not None:
            break
    return watch.test


def _codes(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)


class _Source(MetaPathFinder, Loader):
    """Imports one module from the mutant's source."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant
        self._name = mutant.file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    def find_spec(self, fullname: str, _path: object, _target: object = None, /) -> ModuleSpec | None:
        """Answer for that module alone."""
        if fullname != self._name:
            return None
        return spec_from_loader(fullname, self, is_package=self._mutant.file.endswith("/__init__.py"))

    def exec_module(self, module: ModuleType) -> None:
        """Run the mutant's source as the module."""
        code = compile(self._mutant.source, str(ROOT / self._mutant.file), "exec")
        exec(code, vars(module))  # noqa: S102 - what an import does


class _InOrder(FirstFailure):
    """Runs the tests that are named, in this order."""

    def __init__(self, tests: Sequence[str]) -> None:
        super().__init__()
        self._place = {test: n for n, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((i for i in items if i.nodeid in self._place), key=lambda i: self._place[i.nodeid])


def run_imported(mutant: Mutant, tests: Sequence[str]) -> str | None:
    """Import everything anew, the mutant's module from its source, and run the tests; return what failed."""
    for name in list(sys.modules):
        if name.partition(".")[0] in ("server", "tests") and not name.startswith("tests.mutation"):
            del sys.modules[name]
    sys.meta_path.insert(0, _Source(mutant))
    watch = _InOrder(tests)
    files = sorted({test.partition("::")[0] for test in tests})
    code = pytest.main([*PYTEST_OPTIONS, "-x", *files], plugins=[watch])
    return watch.test or (None if code == pytest.ExitCode.OK else "import")


def alone(processor_s: float) -> None:
    """Of a forked process: it writes nothing, and time and memory have a limit that no other load can shift."""
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(null, stream)
    limit_s = math.ceil(processor_s)
    resource.setrlimit(resource.RLIMIT_CPU, (limit_s, limit_s + 5))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
