"""Every mutant of the core: one small change of its source, made by mutmut's operators.

mutmut itself leaves out what has a decorator or stands in the body of a class, which here is half of the rules, so
only its operators are used; and one is added, for a condition that is a name or a call.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider
from mutmut.mutation import mutators

ROOT = Path(__file__).parents[2]
CORE = ROOT / "server" / "dialogue"

Operator = Callable[[Any], Iterable[cst.CSTNode]]

# Those that mutmut asks about every node are asked here about the kinds they change: it takes a fifth of the time.
_SWAPPED = (
    cst.BinaryOperation,
    cst.UnaryOperation,
    cst.BooleanOperation,
    cst.ComparisonTarget,
    cst.AugAssign,
)
_OPERATORS: tuple[tuple[type | tuple[type, ...], Operator], ...] = (
    *((kind, work) for kind, work in mutators.mutation_operators if kind is not cst.CSTNode),
    (_SWAPPED, mutators.operator_swap_op),
    ((cst.Is, cst.IsNot, cst.In, cst.NotIn, cst.Break, cst.Continue), mutators.operator_keywords),
)
# What nobody but mypy reads is no behaviour.
_TYPES = ("TypeVar", "NewType", "cast")


@dataclass(frozen=True)
class Mutant:
    """The core with `old` at the offset `at` of `file` replaced by `new`."""

    file: str
    """From the root of the repository: "server/dialogue/decider.py"."""
    text: str = field(repr=False)
    """The module as it was when its mutants were listed, whatever is done to the file meanwhile."""
    where: str
    """The function or class it lies in: "Table.put"; empty in a module."""
    unit: str
    """The text of that function, or of the one statement where it lies in no function."""
    offset: int
    """Where the change begins in `unit`."""
    at: int
    old: str
    new: str
    lines: range
    """From the first line of the statement to the last of the change."""
    body: range
    """The lines of the function's body, if it lies in one: then it takes effect when the function is called."""

    @cached_property
    def key(self) -> str:
        """Its name, which holds as long as the text of its function does."""
        parts = (self.file, self.where, self.unit, str(self.offset), self.old, self.new)
        return sha256("\0".join(parts).encode()).hexdigest()[:24]

    @property
    def source(self) -> str:
        """The whole module, changed."""
        return self.text[: self.at] + self.new + self.text[self.at + len(self.old) :]

    @cached_property
    def change(self) -> tuple[str, str]:
        """The lines that differ, before and after, without the space around them."""
        before, after = self.text.split("\n"), self.source.split("\n")
        first = next(n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b)
        last = next(n for n, (a, b) in enumerate(zip(before[::-1], after[::-1], strict=False)) if a != b)
        return _one_line(before[first : len(before) - last]), _one_line(after[first : len(after) - last])

    def __str__(self) -> str:
        """file:line, the function, before → after."""
        before, after = self.change
        return f"{self.file}:{self.text.count(chr(10), 0, self.at) + 1} {self.where}: {before} → {after}"


def _one_line(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split())


def mutants(only: str = "") -> list[Mutant]:
    """Return every mutant of the core's modules whose path contains `only`, in order of file and place."""
    paths = [path for path in sorted(CORE.rglob("*.py")) if only in path.as_posix()]
    return [mutant for path in paths for mutant in _of_file(path)]


def _of_file(path: Path) -> Iterator[Mutant]:
    text = path.read_text()
    lister = _Lister(path.relative_to(ROOT).as_posix(), text)
    MetadataWrapper(cst.parse_module(text), unsafe_skip_copy=True).visit(lister)
    seen = set()
    for mutant in lister.found:
        if mutant.new != mutant.old and (mutant.at, mutant.old, mutant.new) not in seen:
            seen.add((mutant.at, mutant.old, mutant.new))
            yield mutant


class _Lister(cst.CSTVisitor):
    """Finds the mutants of one module."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self, file: str, text: str) -> None:
        super().__init__()
        self.found: list[Mutant] = []
        self._file = file
        self._text = text
        self._code = cst.Module(())
        self._starts = [0]
        for line in text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._inside: list[cst.CSTNode] = []
        """Definitions and statements around the present node, outermost first."""

    def on_visit(self, node: cst.CSTNode) -> bool:
        """List what each operator makes of it."""
        if isinstance(node, cst.Annotation | cst.Import | cst.ImportFrom) or _is_type(node):
            return False
        if isinstance(node, cst.BaseStatement):
            self._inside.append(node)
        for kinds, operator in _OPERATORS:
            if isinstance(node, kinds) and not _trivial(node, operator):
                for changed in operator(node):
                    self._add(node, changed)
        for condition in _conditions(node):
            negated = cst.UnaryOperation(
                cst.Not(), condition, lpar=[cst.LeftParen()], rpar=[cst.RightParen()]
            )
            self._add(condition, negated)
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        """Leave the statement."""
        if self._inside and self._inside[-1] is original_node:
            self._inside.pop()

    def _span(self, node: cst.CSTNode) -> tuple[int, int]:
        """Where it stands in the text, without parentheses around it."""
        position = self.get_metadata(PositionProvider, node)
        assert isinstance(position, CodeRange)
        start, end = position.start, position.end
        return self._starts[start.line - 1] + start.column, self._starts[end.line - 1] + end.column

    def _lines(self, start: int, end: int) -> range:
        return range(self._text.count("\n", 0, start) + 1, self._text.count("\n", 0, end) + 2)

    def _add(self, node: cst.CSTNode, changed: cst.CSTNode) -> None:
        """List the module in which `changed` stands in the place of `node`."""
        start, end = self._span(node)
        # Parentheses do not belong to the span: those that stay must not come twice.
        if getattr(node, "lpar", ()) and getattr(changed, "lpar", ()) is getattr(node, "lpar", ()):
            changed = changed.with_changes(lpar=(), rpar=())
        names = [n.name.value for n in self._inside if isinstance(n, cst.ClassDef | cst.FunctionDef)]
        unit = next((n for n in self._inside if isinstance(n, cst.FunctionDef)), self._inside[-1])
        unit_start, unit_end = self._span(unit)
        if isinstance(unit, cst.ClassDef):  # only its bases and options: what it holds has units of its own
            unit_end, _ = self._span(unit.body)
        body = self._span(unit.body)[0] if isinstance(unit, cst.FunctionDef) else len(self._text)
        self.found.append(
            Mutant(
                file=self._file,
                text=self._text,
                where=".".join(names),
                unit=self._text[unit_start:unit_end],
                offset=start - unit_start,
                at=start,
                old=self._text[start:end],
                new=self._code.code_for_node(changed),
                lines=self._lines(self._span(self._inside[-1])[0], end),
                body=self._lines(body, unit_end) if start >= body else range(0),
            )
        )


def _conditions(node: cst.CSTNode) -> Iterator[cst.BaseExpression]:
    """Conditions with no operator in them, which mutmut has nothing for."""
    tests: tuple[cst.BaseExpression, ...] = ()
    if isinstance(node, cst.If | cst.While | cst.CompIf):
        tests = (node.test,)
    elif isinstance(node, cst.BooleanOperation):
        tests = (node.left, node.right)
    for test in tests:
        if isinstance(test, cst.Name | cst.Attribute | cst.Call) and not _is_type_checking(test):
            yield test


def _is_type_checking(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.Name) and node.value == "TYPE_CHECKING"


def _is_type(node: cst.CSTNode) -> bool:
    if isinstance(node, cst.Call):
        return isinstance(node.func, cst.Name) and node.func.value in _TYPES
    if isinstance(node, cst.Assign):
        return _is_type(node.value)
    return isinstance(node, cst.If) and _is_type_checking(node.test)


def _trivial(node: cst.CSTNode, operator: Operator) -> bool:
    """Whether it is about the arguments of a call that fails at once without them."""
    if operator is not mutators.operator_arg_removal:
        return False
    assert isinstance(node, cst.Call)
    return isinstance(node.func, cst.Name) and node.func.value in ("len", "isinstance")
