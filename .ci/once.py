"""Run a set-up step only when what it is made from has changed.

    once.py STAMP WHAT INPUT... [--or STAMP]... -- COMMAND...

STAMP lies inside what the step makes, so that deleting that also deletes the stamp. It holds a digest of every
input: contents decide, not times, so a new checkout or a change of branch and back rebuilds nothing. An INPUT is a
file or a folder (walked). `--or` names the stamp of a larger step that includes this one.
One line goes to standard output; what the command prints is shown only if it fails.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

SKIPPED = {"node_modules", "dist", "__pycache__"}
LOCKS = Path(".cache/locks")
SHOWN_LINES = 60


def files(path: Path) -> Iterator[Path]:
    """Every file at or under `path`, in a fixed order, without what other steps make."""
    if path.is_dir():
        for child in sorted(path.iterdir()):
            if child.name not in SKIPPED:
                yield from files(child)
    elif path.exists():
        yield path


def digests(inputs: list[str], command: list[str]) -> dict[str, str]:
    """What the step depends on, as {name: SHA-256}."""
    found = {
        str(file): hashlib.sha256(file.read_bytes()).hexdigest()
        for name in inputs
        for file in files(Path(name))
    }
    return found | {"its command": hashlib.sha256("\0".join(command).encode()).hexdigest()}


def read(stamp: Path) -> dict[str, str]:
    """The digests of the last run, or nothing."""
    try:
        return dict(json.loads(stamp.read_text()))
    except (OSError, ValueError):
        return {}


def reason(old: dict[str, str], new: dict[str, str]) -> str:
    """Why the step has to run, for the one line a person sees."""
    if not old:
        return "first time"
    changed = sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
    return f"{changed[0]} changed" + (f" and {len(changed) - 1} more" if len(changed) > 1 else "")


def main(arguments: list[str]) -> int:
    """Carry out the command line described above; the exit code is the command's."""
    split = arguments.index("--")
    (stamp_name, what, *rest), command = arguments[:split], arguments[split + 1 :]
    others = [Path(rest[i + 1]) for i, word in enumerate(rest) if word == "--or"]
    inputs = [word for i, word in enumerate(rest) if word != "--or" and (i == 0 or rest[i - 1] != "--or")]
    stamp = Path(stamp_name)

    LOCKS.mkdir(parents=True, exist_ok=True)
    # Two `make` at once in one checkout: the second waits, then finds the work done. One lock for each folder,
    # since `npm ci` empties the whole of it.
    with (LOCKS / str(stamp.parent).replace("/", "_")).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        new = digests(inputs, command)
        without_command = {key: value for key, value in new.items() if key != "its command"}
        if read(stamp) == new or any(without_command.items() <= read(other).items() for other in others):
            return 0
        print(f"· {what} ({reason(read(stamp), new)}) …", flush=True)
        stamp.unlink(missing_ok=True)
        log, started = LOCKS / f"{stamp_name.replace('/', '_')}.log", time.monotonic()
        with log.open("w") as output:
            environment = {key: value for key, value in os.environ.items() if key != "FORCE_COLOR"} | {
                "NO_COLOR": "1"
            }
            code = subprocess.run(
                command, stdout=output, stderr=subprocess.STDOUT, env=environment, check=False
            ).returncode
        if code:
            print(
                "".join(log.read_text(errors="replace").splitlines(keepends=True)[-SHOWN_LINES:]),
                file=sys.stderr,
            )
            print(f"{what}: failed, exit code {code}. All it printed: {log}", file=sys.stderr)
            return code
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.write_text(json.dumps(new))
        if time.monotonic() - started >= 2:
            print(f"  {time.monotonic() - started:.0f} s", flush=True)
        return 0


if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parent.parent)
    sys.exit(main(sys.argv[1:]))
