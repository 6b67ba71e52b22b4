"""The programs that tests start are processes as any other, though they are forked."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.program import LOOK_S, REPOSITORY, Program

LIMIT_S = 30.0


def said(program: Program) -> list[str]:
    """Every line that it prints until it ends."""
    lines: list[str] = []
    until_s = time.monotonic() + LIMIT_S
    while (line := program.line()) != "":
        assert time.monotonic() < until_s, lines
        lines.extend(() if line is None else (line.strip(),))
        time.sleep(LOOK_S)
    return lines


def test_it_has_a_process_place_arguments_and_environment_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `python -c` would give it; two draw different numbers, and what one changes is not the other's."""
    code = (
        "import os, random, sys; print(os.getpid(), os.getcwd(), os.environ['PALABRA_DATA'], sys.argv[1:],"
        " random.random(), hasattr(sys, 'changed'), sep='|'); sys.changed = 1; print('ill', file=sys.stderr)"
    )
    drawn = set()
    for own in ("one place", "another"):
        monkeypatch.setenv("PALABRA_DATA", own)
        with (tmp_path / "log").open("w") as log:
            program = Program(["-c", code, "--one", "två"], log)
        (line,) = said(program)
        process, place, data, arguments, number, changed = line.split("|")
        assert (int(process), place) == (program.pid, str(REPOSITORY))
        assert (data, arguments, changed) == (own, "['--one', 'två']", "False")
        assert program.pid != os.getpid()
        assert program.wait(LIMIT_S) == 0
        assert (tmp_path / "log").read_text() == "ill\n"
        drawn.add(number)
    assert len(drawn) == 2


@pytest.mark.parametrize(
    ("code", "expected", "log"),
    [
        ("raise SystemExit(3)", 3, ""),
        ("import sys; sys.exit('why')", 1, "why\n"),
        ("1 / 0", 1, "ZeroDivisionError: division by zero\n"),
        ("import os; os._exit(7)", 7, ""),
        ("import atexit, sys; atexit.register(sys.stderr.write, 'bye')", 0, "bye"),
    ],
)
def test_it_ends_as_the_interpreter_ends(tmp_path: Path, code: str, expected: int, log: str) -> None:
    """With its exit code, and what it has to say at its end."""
    with (tmp_path / "log").open("w") as stream:
        program = Program(["-c", code], stream)
    assert program.wait(LIMIT_S) == expected
    assert (tmp_path / "log").read_text().endswith(log)


def test_a_module_runs_as_main(tmp_path: Path) -> None:
    """`-m server` is the command line, with the name that people know."""
    with (tmp_path / "log").open("w") as log:
        program = Program(["-m", "server", "check-config", "--config", str(tmp_path / "none")], log)
    assert program.wait(LIMIT_S) == 1
    assert "none" in (tmp_path / "log").read_text()


async def test_signals_reach_it_alone_and_its_end_is_told(tmp_path: Path) -> None:
    """One is killed while another stands still, and goes on; a signal to one that has ended is no error."""
    with (tmp_path / "log").open("w") as log:
        killed, stopped = (Program(["-c", "import time; time.sleep(600)"], log) for _ in range(2))
    stopped.send_signal(signal.SIGSTOP)
    killed.send_signal(signal.SIGKILL)
    assert await killed.ended() == -signal.SIGKILL
    with pytest.raises(TimeoutError):
        stopped.wait(0.1)
    stopped.send_signal(signal.SIGINT)
    stopped.send_signal(signal.SIGCONT)
    assert await stopped.ended() == -signal.SIGINT
    assert "KeyboardInterrupt" in (tmp_path / "log").read_text()
    killed.send_signal(signal.SIGKILL)
    assert killed.returncode == -signal.SIGKILL


def test_nothing_is_left_when_whoever_started_it_is_killed() -> None:
    """It ends with the process that asked for it, whatever ended that."""
    asks = (
        "import sys, time; from tests.support.program import Program;"
        " print(Program(['-c', 'import time; time.sleep(600)'], sys.stderr).pid, flush=True); time.sleep(600)"
    )
    with subprocess.Popen([sys.executable, "-c", asks], cwd=REPOSITORY, stdout=subprocess.PIPE) as asking:
        assert asking.stdout is not None
        process = int(asking.stdout.readline())
        assert runs(process)
        asking.kill()
    until_s = time.monotonic() + LIMIT_S
    while runs(process):
        assert time.monotonic() < until_s
        time.sleep(LOOK_S)


def runs(process: int) -> bool:
    """Whether there is such a process."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
