"""How long a server that was killed takes to answer again, on the journal of a long session.

    python -m tests.load.bench_start [entries] [--runs 10]

Each run starts `python -m server run`, asks `/healthz` until it says 200, checks that every entry is there, and kills
the process with -9, as the next run finds it. Wall time is from before the process is made; it depends on what else
the machine does, so the load is told along. Processor time is the server's own, all threads, up to its first answer.
"""

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

from server.journal.sqlite_file import FILE_NAME, fill
from tests.load.bench_open import Speeches, rows
from tests.support.ports import free_port

LONG_SESSION: Final = 3_000
"""Entries: a played session of two and a half hours has some 500."""
LIMIT_S: Final = 30.0


class Start(NamedTuple):
    """What one start took, milliseconds."""

    wall_ms: float
    cpu_ms: float


def answered(port: int, limit: float) -> int:
    """Ask until the server says that it is well; return how many entries it knows. Raises TimeoutError."""
    while time.monotonic() < limit:
        with contextlib.suppress(OSError, HTTPException):
            connection = HTTPConnection("127.0.0.1", port, timeout=1)
            connection.request("GET", "/healthz")
            response = connection.getresponse()
            body = json.loads(response.read())
            connection.close()
            if response.status == 200:
                return int(body["seq"])
        time.sleep(0.002)
    raise TimeoutError("the server did not answer")


def start(data: Path, entries: int) -> Start:
    """One start, and its end by `kill -9`."""
    port = free_port()
    before_s = os.times()
    began_s = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "server", "run", "--data", str(data), "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        seq = answered(port, began_s + LIMIT_S)
        wall_s = time.monotonic() - began_s
    finally:
        process.kill()
        process.wait()
    after_s = os.times()
    if seq != entries:
        raise AssertionError(f"{seq} entries instead of {entries}")
    children_s = (after_s.children_user + after_s.children_system) - (
        before_s.children_user + before_s.children_system
    )
    return Start(wall_s * 1000, children_s * 1000)


def main() -> None:
    """Measure, and print one line of JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("entries", nargs="?", type=int, default=LONG_SESSION)
    parser.add_argument("--runs", type=int, default=10)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        data = Path(scratch) / "data"
        data.mkdir()
        fill(data / FILE_NAME, rows(Speeches().events(), arguments.entries))
        starts = [start(data, arguments.entries) for _ in range(arguments.runs)]
    told: dict[str, object] = {"entries": arguments.entries, "runs": len(starts)}
    for name in Start._fields:
        figures = sorted(getattr(each, name) for each in starts)
        told[name] = {
            "least": round(figures[0]),
            "median": round(median(figures)),
            "most": round(figures[-1]),
        }
    told["load"] = round(os.getloadavg()[0], 1)
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
