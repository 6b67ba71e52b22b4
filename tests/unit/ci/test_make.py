"""What `make` is asked for is what runs: of the tests, those that PYTEST_ARGS names."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[3]
FOLDERS = ("unit", "integration", "browser")
NAMED = "tests/unit/ci/test_make.py"


def runs(folder: str, arguments: str) -> list[str]:
    """The commands that would run tests, as `make` would give them to a shell."""
    command = ["make", "--dry-run", "--no-print-directory", f"test-{folder}", f"PYTEST_ARGS={arguments}"]
    told = subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True, text=True)
    return [line for line in told.stdout.splitlines() if "vitest" in line or "-m pytest" in line]


@pytest.mark.parametrize("folder", FOLDERS)
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
    assert {line.partition(":")[0] for line in told.stdout.splitlines()} - {""} == {
        "tests/unit/ci/test_once.py"
    }


@pytest.mark.parametrize("folder", FOLDERS)
def test_without_a_file_the_folder_runs(folder: str) -> None:
    """With the tests of the pages' own logic, where they belong."""
    commands = runs(folder, "-k name")
    assert ["vitest" in command for command in commands] == [True, False][folder != "unit" :]
    assert f"testpaths=tests/{folder} -k name" in commands[-1]
