"""The code that the faces ship, run by Node without a page (`web_client/shared/testing/client_program.ts`).

It is bundled by the tool that builds the pages, into a folder of its own for each run.
"""

from __future__ import annotations

import atexit
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
SOURCE: Final = "web_client/shared/testing/client_program.ts"
NODE: Final = ("sh", ".ci/node.sh")
"""Runs a program of Node's, from `ROOT`."""


@cache
def bundled() -> Path:
    """The program, built from what the sources are now; gone when this process ends. Raises CalledProcessError."""
    cache_folder = ROOT / ".cache"
    cache_folder.mkdir(exist_ok=True)
    # Under .cache, so that Node finds the packages of the pages above it.
    folder = Path(tempfile.mkdtemp(prefix="client-program-", dir=cache_folder))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    build = ("vite", "build", "--ssr", SOURCE, "--outDir", str(folder), "--logLevel", "error")
    subprocess.run((*NODE, *build), cwd=ROOT, check=True)
    return folder / "client_program.js"
