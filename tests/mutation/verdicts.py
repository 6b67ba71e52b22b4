"""What is known of mutants from before: kept as long as their text, and the tests that said so, stay the same."""

from __future__ import annotations

import ast
import json
import tomllib
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

from tests.mutation.jury import Reach, Verdict
from tests.mutation.mutants import ROOT, Mutant

KEPT = ROOT / ".cache" / "mutation" / "verdicts.jsonl"
EQUIVALENT = Path(__file__).with_name("equivalent.toml")


class Verdicts:
    """Those of former runs, one line each in a file that is only added to: whatever stops a run, they stay."""

    def __init__(self, path: Path = KEPT, *, fresh: bool = False) -> None:
        self._path = path
        self._known: dict[str, tuple[Verdict, str]] = {}
        """Key → verdict, digest of the tests that gave it."""
        if path.exists() and not fresh:
            for line in path.read_text().splitlines():
                key, outcome, by, tests = json.loads(line)
                self._known[key] = Verdict(outcome, by), tests

    def of(self, mutant: Mutant, reach: Reach) -> Verdict | None:
        """The verdict, if the tests that gave it are what they were, and no others reach the mutant since."""
        verdict, tests = self._known.get(mutant.key, (None, ""))
        if verdict is None or tests != self._tests(verdict, mutant, reach):
            return None
        return verdict

    def killer(self, mutant: Mutant) -> str:
        """The test that killed it, whatever has changed since; empty if none did."""
        verdict, _ = self._known.get(mutant.key, (None, ""))
        return verdict.by if verdict is not None and verdict.outcome == "killed" else ""

    def add(self, mutant: Mutant, verdict: Verdict, reach: Reach) -> None:
        """Keep it."""
        tests = self._tests(verdict, mutant, reach)
        self._known[mutant.key] = verdict, tests
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a") as file:
            file.write(json.dumps([mutant.key, verdict.outcome, verdict.by, tests]) + "\n")

    @staticmethod
    def _tests(verdict: Verdict, mutant: Mutant, reach: Reach) -> str:
        """Digest of what the verdict rests on: the test that failed, or all that reach the mutant."""
        files = {verdict.by.partition("::")[0]}
        if verdict.outcome != "killed" or "::" not in verdict.by:
            files = {reach.tests[n].partition("::")[0] for n in reach.of(mutant)}
        return sha256("".join(_digest(file) for file in sorted(files)).encode()).hexdigest()[:16]


@cache
def _digest(file: str) -> str:
    """Of a file of tests, and of the helpers that it imports, and these."""
    sources = {path: path.read_bytes() for path in sorted(_imported(ROOT / file))}
    return sha256(b"".join(sources.values())).hexdigest()


def _imported(path: Path) -> set[Path]:
    found, open_ = set[Path](), [path]
    while open_:
        one = open_.pop()
        if one in found:
            continue
        found.add(one)
        for node in ast.walk(ast.parse(one.read_text())):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tests"):
                folder = ROOT / (node.module or "").replace(".", "/")
                candidates = [folder.with_suffix(".py"), *(folder / f"{a.name}.py" for a in node.names)]
                open_ += [candidate for candidate in candidates if candidate.exists()]
    return found


def equivalents() -> dict[tuple[str, str, str], str]:
    """The reviewed list of changes that change nothing: function, lines before, lines after → why."""
    listed = tomllib.loads(EQUIVALENT.read_text()).get("equivalent", [])
    return {(one["where"], one["before"], one["after"]): one["why"] for one in listed}


def unknown(listed: Iterable[tuple[str, str, str]], mutants: Iterable[Mutant]) -> list[tuple[str, str, str]]:
    """Those in the list that name no mutant."""
    named = {where for where, _, _ in listed}
    there = {(mutant.where, *mutant.change) for mutant in mutants if mutant.where in named}
    return sorted(set(listed) - there)
