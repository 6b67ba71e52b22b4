"""Power cuts: what lies on a disk that has lost what was not synced.

A `Recorder` notes every write, sync, rename and acknowledgement of a journal, in order. `on_disk` then gives the files
as they may lie there after a cut behind any of these. Until it is synced, a write may have come through, or not,
or only some of its sectors, in any order; a new name may be there or not.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, NamedTuple

import pytest

from tests.support.sqlite_vfs import listening

SECTOR = 512  # bytes, the least that a disk writes whole
Kind = Literal["made", "write", "truncate", "sync", "rename", "unlink", "sync folder", "ack"]
Survives = Callable[[], bool]


class Did(NamedTuple):
    """One step. `file` is a number that stays with a file when it is renamed."""

    kind: Kind
    file: int = 0
    name: str = ""
    number: int = 0
    """Offset, size, or the entry acknowledged."""
    content: bytes = b""


class Recorder:
    """Notes what happens in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.did: list[Did] = []
        self._files: dict[str, int] = {}
        self._logs: set[int] = set()

    def acknowledged(self, seq: int) -> None:
        """Somebody was told that entry `seq` is saved."""
        self.did.append(Did("ack", number=seq))

    def opened(self, path: str, *, is_log: bool) -> None:
        name = Path(path).name
        if name not in self._files:
            self._files[name] = len(self.did) + 1
            self.did.append(Did("made", self._files[name], name))
            if is_log:
                self._logs.add(self._files[name])

    def written(self, path: str, offset: int, content: bytes) -> None:
        self.did.append(Did("write", self._file(path), number=offset, content=content))

    def truncated(self, path: str, size: int) -> None:
        self.did.append(Did("truncate", self._file(path), number=size))

    def synced(self, path: str) -> None:
        file = self._file(path)
        self.did.append(Did("sync", file))
        if file in self._logs:
            self._logs.remove(file)
            self.did.append(Did("sync folder"))

    def deleted(self, path: str, *, folder_synced: bool) -> None:
        self._files.pop(Path(path).name, None)
        self.did.append(Did("unlink", name=Path(path).name))
        if folder_synced:
            self.did.append(Did("sync folder"))

    def renamed(self, old: Path, new: Path) -> None:
        """By the journal itself, not by SQLite."""
        self._files[new.name] = self._files.pop(old.name)
        self.did.append(Did("rename", self._files[new.name], new.name))

    def _file(self, path: str) -> int:
        return self._files[Path(path).name]

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Note what happens in the block, by SQLite and by the journal's own hand."""
        rename, fsync = Path.rename, os.fsync
        place = self.folder.stat().st_ino

        def renaming(old: Path, new: Path) -> Path:
            self.renamed(old, new)
            return rename(old, new)

        def syncing(number: int) -> None:
            fsync(number)
            if os.fstat(number).st_ino == place:
                self.did.append(Did("sync folder"))

        with pytest.MonkeyPatch.context() as patched, listening(self):
            patched.setattr(Path, "rename", renaming)
            patched.setattr(os, "fsync", syncing)
            yield


def on_disk(did: list[Did], survives: Survives) -> dict[str, bytes]:
    """The files after a cut behind these steps. `survives` is asked of each thing that was not synced."""
    last_sync = {step.file: place for place, step in enumerate(did) if step.kind == "sync"}
    folder_sync = max((place for place, step in enumerate(did) if step.kind == "sync folder"), default=-1)
    contents: dict[int, bytearray] = {}
    names: dict[str, int] = {}
    names_go_on = True
    for place, step in enumerate(did):
        if step.kind in {"made", "rename", "unlink"}:
            # File systems keep the order of names; so once one is missing, all after it are.
            names_go_on = names_go_on and (place <= folder_sync or survives())
            if names_go_on:
                names = _named(names, step)
        elif step.kind in {"write", "truncate"}:
            content = contents.setdefault(step.file, bytearray())
            _change(content, step, survives if place > last_sync.get(step.file, -1) else lambda: True)
    return {name: bytes(contents.get(file, b"")) for name, file in names.items()}


def _named(names: dict[str, int], step: Did) -> dict[str, int]:
    others = {name: file for name, file in names.items() if name != step.name and file != step.file}
    return others if step.kind == "unlink" else {**others, step.name: step.file}


def _change(content: bytearray, step: Did, survives: Survives) -> None:
    if step.kind == "truncate":
        if survives():
            del content[step.number :]
        return
    start, end = step.number, step.number + len(step.content)
    place = start
    while place < end:
        until = min(end, (place // SECTOR + 1) * SECTOR)
        if survives():
            content.extend(bytes(max(0, until - len(content))))
            content[place:until] = step.content[place - start : until - start]
        place = until


def chances(seed: int) -> Survives:
    """For `on_disk`: now this, now that, the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    likely = rng.choice((0.1, 0.5, 0.9))
    return lambda: rng.random() < likely
