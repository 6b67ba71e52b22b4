"""Libraries that bring others along: what a starting server has no use for is not read.

python-socketio imports whatever client and message queue it finds installed. aiohttp is there for the rehearsal, which
is a client, and redis for a journal in Redis: read by a server that is neither, they are a third of its start.
"""

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


def read_socketio() -> None:
    """Import python-socketio as if neither aiohttp nor redis were installed. Its clients do not work in this process.

    Whoever has imported one of them before has it all the same, and can import them later.
    """
    with _hidden("aiohttp", "redis"):
        importlib.import_module("socketio")


@contextmanager
def _hidden(*names: str) -> Iterator[None]:
    modules: dict[str, Any] = sys.modules
    absent = [name for name in names if name not in modules]
    modules.update(dict.fromkeys(absent))  # None: importing it raises ModuleNotFoundError
    try:
        yield
    finally:
        for name in absent:
            del modules[name]
