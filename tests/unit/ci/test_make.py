"""What `make` is asked for is what runs: of the tests, those that PYTEST_ARGS names."""

import os
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[3]
FOLDERS = ("unit", "integration", "browser")
PARTS = ("vitest", "pytest")
NAMED = "tests/unit/ci/test_make.py"


def runs(folder: str, arguments: str) -> list[str]:
    """The commands that would run tests of a folder ("": all), as `make` would give them to a shell."""
    told = make("--dry-run", f"test-{folder}" if folder else "test", f"PYTEST_ARGS={arguments}")
    assert told.returncode == 0, told.stderr
    return [line for line in told.stdout.splitlines() if "vitest run" in line or "-m pytest" in line]


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Call it as people do, whatever `make` runs these tests."""
    alone = {name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MAKELEVEL"}}
    command = ["make", "--no-print-directory", *arguments]
    return subprocess.run(command, cwd=REPOSITORY, check=False, capture_output=True, text=True, env=alone)


@pytest.mark.parametrize("folder", ["", *FOLDERS])
def test_a_file_that_is_named_is_all_that_runs(folder: str) -> None:
    """No folder beside it, nor the tests of the pages."""
    (command,) = runs(folder, f"{NAMED} --maxfail 1")
    assert f" {NAMED} " in command
    assert shlex.split(command).count(f"tests/{folder}") == 0


def test_what_an_option_is_given_is_no_file_that_is_named() -> None:
    """Pytest tells them apart: where one is left out, the others of the folder run, and of no other folder."""
    (command,) = (line for line in runs("unit", f"--ignore={NAMED}") if "pytest" in line)
    words = shlex.split(command.replace("testpaths=tests/unit", "testpaths=tests/unit/ci"))
    mine = words[words.index("--override-ini") :]
    asked = [sys.executable, "-m", "pytest", "--numprocesses", "0", "--collect-only", "-qq", *mine]
    told = subprocess.run(asked, cwd=REPOSITORY, check=True, capture_output=True, text=True)
    there = {f"tests/unit/ci/{file.name}" for file in (REPOSITORY / "tests/unit/ci").glob("test_*.py")}
    assert {line.partition(":")[0] for line in told.stdout.splitlines()} - {""} == there - {NAMED}


@pytest.mark.parametrize("folder", FOLDERS)
def test_without_a_file_the_folder_runs(folder: str) -> None:
    """With the tests of the pages' own logic, where they belong."""
    commands = runs(folder, "-k name")
    assert ["vitest" in command for command in commands] == [True, False][folder != "unit" :]
    assert f"testpaths=tests/{folder} -k name" in commands[-1]


def test_every_test_is_what_the_folders_run_one_by_one() -> None:
    """`make test` runs the pages' own tests, and all that pytest finds in any of the folders."""
    pages, everything = runs("", "-k name")
    assert "vitest" in pages
    assert "testpaths" not in everything
    configured = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["tool"]["pytest"]["ini_options"]
    assert configured["testpaths"] == ["tests"]
    found = {
        path.relative_to(REPOSITORY / "tests").parts[0] for path in REPOSITORY.glob("tests/**/test_*.py")
    }
    assert found == set(FOLDERS)


def test_a_failure_in_either_part_fails_the_whole() -> None:
    """Both parts of `make test` run to their end all the same."""
    for broken in ("NODE", "PY"):
        parts = {name: f"sh -c 'echo {name} ran; exit {int(name == broken)}'" for name in ("NODE", "PY")}
        told = make(
            "--keep-going", "--jobs", "2", *(f"{name}={what}" for name, what in parts.items()), *PARTS
        )
        assert told.returncode != 0
        assert {"NODE ran", "PY ran"} <= set(told.stdout.splitlines())
