"""Set-up steps run when what they are made from has changed, and only then."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ONCE = Path(__file__).parents[3] / ".ci/once.py"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small repository with one source folder."""
    (tmp_path / ".ci").mkdir()
    shutil.copy(ONCE, tmp_path / ".ci")
    (tmp_path / "src/dist").mkdir(parents=True)
    (tmp_path / "src/page").write_text("one")
    return tmp_path


def once(tree: Path, *arguments: str, command: str = "echo run >> runs") -> subprocess.CompletedProcess[str]:
    """Run one step whose stamp is made/.done."""
    return subprocess.run(
        [sys.executable, ".ci/once.py", "made/.done", "Pages", *arguments, "--", "sh", "-c", command],
        cwd=tree,
        capture_output=True,
        text=True,
        check=False,
    )


def runs(tree: Path) -> int:
    """How often the command ran."""
    return len((tree / "runs").read_text().splitlines())


def test_a_second_run_does_nothing(tree: Path) -> None:
    """Same contents, no work and no line, even where a file's time has moved."""
    assert once(tree, "src").stdout == "· Pages (first time) …\n"
    (tree / "src/page").touch()
    assert once(tree, "src").stdout == ""
    assert runs(tree) == 1


@pytest.mark.parametrize("act", ["change", "add", "remove"])
def test_a_change_runs_it_again_and_is_named(tree: Path, act: str) -> None:
    """A file changed, added or removed is a reason; the line says which."""
    (tree / "src/other").write_text("two")
    once(tree, "src")
    name = {"change": "src/page", "add": "src/new", "remove": "src/other"}[act]
    (tree / name).unlink() if act == "remove" else (tree / name).write_text("three")

    assert once(tree, "src").stdout == f"· Pages ({name} changed) …\n"
    assert runs(tree) == 2


def test_what_a_step_makes_is_no_reason(tree: Path) -> None:
    """Output folders inside a source folder don't count."""
    once(tree, "src")
    (tree / "src/dist/page.js").write_text("built")
    once(tree, "src")
    assert runs(tree) == 1


def test_a_failed_step_shows_what_it_printed_and_is_tried_again(tree: Path) -> None:
    """Failure leaves no stamp; the command's own words and exit code come through."""
    failed = once(tree, "src", command="echo 'disk full'; exit 3")
    assert failed.returncode == 3
    assert "disk full" in failed.stderr
    assert once(tree, "src").returncode == 0
    assert runs(tree) == 1


def test_deleting_what_was_made_makes_it_again(tree: Path) -> None:
    """The stamp lies inside, so it goes too."""
    once(tree, "src")
    shutil.rmtree(tree / "made")
    once(tree, "src")
    assert runs(tree) == 2


def test_a_larger_step_stands_for_a_smaller_one(tree: Path) -> None:
    """`--or`: the full installation has been made from the same files, so the small one need not run."""
    once(tree, "src", command="echo run >> runs; true # larger")
    (tree / "made/.done").rename(tree / "made/.done-larger")
    once(tree, "src", "--or", "made/.done-larger")
    assert runs(tree) == 1

    (tree / "src/page").write_text("two")
    once(tree, "src", "--or", "made/.done-larger")
    assert runs(tree) == 2
