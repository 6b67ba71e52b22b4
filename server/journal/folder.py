"""The data folder: made where it is missing, readable by its owner only, used by one process at a time."""

import errno
import fcntl
import os
from pathlib import Path

from server.journal.port import JournalError

LOCK_NAME = "lock"
PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
MAKE_WRITABLE = "Make it and its files writable for the user that runs Palabra, or name another folder"


class CannotOpen(JournalError):
    """The journal in `folder` cannot be used. The message names the folder and what to do."""

    def __init__(self, folder: Path, reason: str, remedy: str) -> None:
        super().__init__(f"{folder}: {reason}. {remedy}.")
        self.folder = folder
        self.reason = reason


class InUse(CannotOpen):
    """Another process has the folder."""


class NotWritable(CannotOpen):
    """The folder or a file in it may not be written."""


class NoRoom(CannotOpen):
    """The disk is full, or the user's share of it."""


class DataFolder:
    """A folder and, while it is claimed, the lock on it. The system drops the lock of a process that dies."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock: int | None = None

    def claim(self) -> None:
        """Make the folder if it is missing (not touching the mode of one that is there), and lock it.

        Raises `InUse`, `NotWritable`, `NoRoom` or plain `CannotOpen`.
        """
        try:
            _make(self.path)
            self._lock = os.open(self.path / LOCK_NAME, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.truncate(self._lock, 0)
            os.write(self._lock, f"{os.getpid()}\n".encode())
        except OSError as error:
            problem = self._problem(error)
            self.release()
            raise problem from error

    def release(self) -> None:
        """Let go of the folder. The lock's file stays: another process may be waiting on it."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _problem(self, error: OSError) -> CannotOpen:
        if isinstance(error, BlockingIOError):
            return InUse(
                self.path,
                f"another Palabra{self._holder()} is using this data folder",
                "Stop that one, or give this one a data folder of its own",
            )
        return problem_with(self.path, error)

    def _holder(self) -> str:
        if self._lock is None:
            return ""
        number = os.pread(self._lock, 20, 0).decode(errors="replace").strip()
        return f" (process {number})" if number else ""


def problem_with(folder: Path, error: OSError) -> CannotOpen:
    """Return what to raise for an `error` of the system in `folder`."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return NoRoom(folder, "there is no room on its disk", "Make room and start again")
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return NotWritable(
            folder,
            f"it may not be written ({error.strerror}: {error.filename})",
            MAKE_WRITABLE,
        )
    return CannotOpen(
        folder, f"it cannot be used ({error.strerror}: {error.filename})", "Name another data folder"
    )


def sync_folder(folder: Path) -> None:
    """Make durable which files `folder` has: syncing a file does not do that (fsync(2))."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _make(folder: Path) -> None:
    if folder.is_dir():
        return
    if folder.parent != folder:
        _make(folder.parent)
    folder.mkdir(PRIVATE_FOLDER)
    sync_folder(folder.parent)
