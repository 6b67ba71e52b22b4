"""The tests of the core notice when the core is changed."""

import subprocess
import sys

import pytest

from tests.mutation.mutants import mutants

SEED = 13
TRIED = 20
BOUND = 80
"""Percent. Of all changes some 95 % are noticed (`make mutation`, whose own bound is 90): of 20 drawn from them, fewer
than 16 are by bad luck once in 380 draws. Tests without a single assertion notice 7 in 10, for much of what is changed
fails of itself; of 20, fewer than 16 then in three draws of four, and in this one.
"""


@pytest.mark.timeout(300)  # a dozen seconds of a processor's time, which a busy machine may not have
def test_a_sample_of_changes_to_the_core_is_noticed() -> None:
    """Of 20 small changes, drawn from all there are, the tests of the core notice at least 16."""
    command = [sys.executable, "-m", "tests.mutation", "--fresh", "--jobs", "2"]
    options = ["--sample", str(TRIED), "--seed", str(SEED), "--bound", str(BOUND)]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_all_of_the_core_is_changed() -> None:
    """There are mutants of rules, folds, what is kept once per state, permissions, options and defaults."""
    found = {mutant.where for mutant in mutants()}
    assert {
        "Ask.decide",
        "Called.fold",
        "agenda",
        "Act.compensations",
        "once_per_state",
        "Table.put",
    } <= found
    assert {"SetAnswers", "Statement", "Event"} <= found
