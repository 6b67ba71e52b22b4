"""The last line of chaos names what did not hold, and tells the product's faults from the rig's own troubles."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any, Final, get_args

import pytest
from click.testing import CliRunner

from tests.chaos import __main__ as command
from tests.chaos import run as runs
from tests.chaos.checker import RIG, Findings, Kind, Problem
from tests.chaos.run import Result

CLOCKS: Final[tuple[Kind, ...]] = ("clock",) * 30
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)


def result(seed: int, *kinds: Kind) -> Result:
    """A run in which these did not hold."""
    return Result(seed, Findings(problems=[Problem(kind, f"a case of {kind}") for kind in kinds]))


def told(monkeypatch: pytest.MonkeyPatch, *results: Result) -> tuple[int, dict[str, Any], str]:
    """Exit code, last line and what was said beside it, where runs end like this."""
    ended = iter(results)
    monkeypatch.setattr(command, "_one", lambda *_, **__: next(ended))
    answer = CliRunner().invoke(command.main, ["--seeds", f"1-{len(results)}"])
    return answer.exit_code, json.loads(answer.stdout.splitlines()[-1]), answer.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_does_not_hold_is_named_in_the_last_line(
    monkeypatch: pytest.MonkeyPatch, kind: Kind
) -> None:
    """Of the product: exit code 1. Of the rig: 2. Its sentence stands beside it."""
    code, line, beside = told(monkeypatch, result(1, kind, kind))
    assert (line["failed"], line["rig"]) == (({}, {kind: 2}) if kind in RIG else ({kind: 2}, {}))
    assert (code, line["held"]) == ((2, "unknown") if kind in RIG else (1, "no"))
    assert f"a case of {kind}" in beside
    assert ("the rig's own" in beside) is (kind in RIG)


def test_where_all_held_the_last_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """One run, or several."""
    for results in ((result(1),), (result(1), result(2))):
        code, line, beside = told(monkeypatch, *results)
        assert (code, line["held"], line["failed"], line["rig"], beside) == (0, "yes", {}, {}, "")


def test_a_fault_of_the_product_counts_more_than_trouble_of_the_rig(monkeypatch: pytest.MonkeyPatch) -> None:
    """In one run, and over many: by seed, each under its own name."""
    assert told(monkeypatch, result(1, "redis_away", "lost"))[0] == 1
    code, line, _ = told(monkeypatch, result(1), result(2, "redis_away"), result(3, "order", "order"))
    assert (code, line["held"]) == (1, "no")
    assert (line["failed"], line["rig"]) == ({"3": {"order": 2}}, {"2": {"redis_away": 1}})
    assert told(monkeypatch, result(1), result(2, "redis_away"))[:1] == (2,)


def test_many_problems_of_one_kind_hide_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each kind is said, however many there are of the first."""
    beside = told(monkeypatch, result(1, *CLOCKS, "lost"))[2]
    assert "a case of lost" in beside
    assert beside.count("a case of clock") < 10


async def test_a_cluster_that_does_not_start_is_the_rigs_trouble(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """No traceback: a result that says what could not be begun."""

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("no port is free")

    monkeypatch.setattr(runs, "cluster", broken)
    ended = await runs.run(tmp_path, 1, 0.1)
    assert (ended.failed, ended.rig) == ({}, {"not_begun": 1})
    assert "no port is free" in ended.complaints()[0]


async def test_a_run_that_never_ends_says_where_it_waited(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It is broken off, and the line has the place."""

    async def waits_for_ever(*_: object) -> Result:
        await asyncio.Event().wait()
        raise AssertionError("it was let go")

    monkeypatch.setattr(runs, "_run", waits_for_ever)
    monkeypatch.setattr(runs, "HUNG_S", 0.05)
    ended = await runs.run(tmp_path, 1, 0.0)
    assert (ended.failed, ended.rig) == ({}, {"hung": 1})
    assert "waits_for_ever" in ended.complaints()[0]


@pytest.mark.parametrize(("what", "kind"), [("_switched", "redis_away"), ("fresh_node", "node_away")])
async def test_what_does_not_come_back_is_named(
    monkeypatch: pytest.MonkeyPatch, what: str, kind: Kind
) -> None:
    """Redis and Sentinel are the rig's; a node that never gets well is the product."""
    frames: dict[str, Any] = {}
    source = (
        f"async def {what}():\n    raise TimeoutError\n\nasync def break_things(*_):\n    await {what}()\n"
    )
    exec(compile(source, str(Path(runs.__file__)), "exec"), frames)  # noqa: S102 - functions of these names
    monkeypatch.setattr(runs, "break_things", frames["break_things"])
    (problem,) = await runs._broken(None, 1, 0.1)  # type: ignore[arg-type]
    assert problem.kind == kind
    assert what in problem.said
