"""Listens to what SQLite asks of the operating system, through a VFS of its own (sqlite.org/vfs.html).

No compiler and no extension: ctypes puts Python functions in front of some of the default VFS's.
"""

from __future__ import annotations

import ctypes
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p, cast, string_at
from typing import Any, ClassVar, Protocol

OPEN_CREATE, OPEN_LOGS = 0x4, 0x80000 | 0x800  # SQLITE_OPEN_CREATE; _WAL, _MAIN_JOURNAL

OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, POINTER(c_int))
DELETE = CFUNCTYPE(c_int, c_void_p, c_char_p, c_int)
CLOSE = CFUNCTYPE(c_int, c_void_p)
WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_int64)
SYNC = CFUNCTYPE(c_int, c_void_p, c_int)


class Vfs(Structure):
    """sqlite3_vfs; what is not called here is passed on as it is."""

    _fields_: ClassVar = [
        ("version", c_int),
        ("file_size", c_int),
        ("longest_path", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", OPEN),
        ("delete", DELETE),
        ("others", c_void_p * 14),
    ]


class Methods(Structure):
    """sqlite3_io_methods."""

    _fields_: ClassVar = [
        ("version", c_int),
        ("close", CLOSE),
        ("read", c_void_p),
        ("write", WRITE),
        ("truncate", TRUNCATE),
        ("sync", SYNC),
        ("others", c_void_p * 13),
    ]


class File(Structure):
    """sqlite3_file: the VFS's own fields follow."""

    _fields_: ClassVar = [("methods", POINTER(Methods))]


class Listener(Protocol):
    """Is told of each thing once it was done, on the thread that did it; `path` is absolute."""

    def opened(self, path: str, *, is_log: bool) -> None:
        """A file may have been made; `is_log`: at its first sync SQLite also syncs its folder (os_unix.c)."""

    def written(self, path: str, offset: int, content: bytes) -> None: ...

    def truncated(self, path: str, size: int) -> None: ...

    def synced(self, path: str) -> None: ...

    def deleted(self, path: str, *, folder_synced: bool) -> None: ...


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Have `listener` told what every connection opened in the block does. All must be closed within it."""
    library = _library()
    library.sqlite3_vfs_find.restype = POINTER(Vfs)
    usual = library.sqlite3_vfs_find(None)
    ours = Vfs()
    ctypes.memmove(ctypes.byref(ours), usual, ctypes.sizeof(Vfs))
    hooks = _Hooks(usual, listener)
    ours.next, ours.name, ours.open, ours.delete = None, b"listening", hooks.open, hooks.delete
    library.sqlite3_vfs_register(ctypes.byref(ours), 1)
    try:
        yield
    finally:
        library.sqlite3_vfs_unregister(ctypes.byref(ours))
        library.sqlite3_vfs_register(usual, 1)
    assert not hooks.paths, "a connection is still open"
    assert hooks.used, "SQLite did not go through the listening VFS: this Python has two SQLites in it"


class _Hooks:
    """The functions that stand in front, and everything that C holds pointers to."""

    def __init__(self, usual: Any, listener: Listener) -> None:
        self.usual = usual
        self.listener = listener
        self.paths: dict[int, str] = {}
        self.methods: dict[int, tuple[Methods, Any]] = {}
        self.used = False
        self.open, self.delete = OPEN(self._open), DELETE(self._delete)

    def _open(self, _vfs: int, name: int | None, file: int, flags: int, out: Any) -> int:
        code: int = self.usual.contents.open(cast(self.usual, c_void_p), name, file, flags, out)
        if code == 0 and name is not None:  # one without a name is temporary
            self.used = True
            self.paths[file] = string_at(name).decode()
            self._put_in_front(file)
            self.listener.opened(self.paths[file], is_log=bool(flags & OPEN_LOGS))
        return code

    def _put_in_front(self, file: int) -> None:
        opened = cast(file, POINTER(File)).contents
        usual, ours = opened.methods.contents, Methods()
        ctypes.memmove(ctypes.byref(ours), opened.methods, ctypes.sizeof(Methods))
        tell = self.listener

        def written(f: int, data: int, amount: int, offset: int) -> int:
            return self._then(
                usual.write(f, data, amount, offset),
                lambda: tell.written(self.paths[f], offset, string_at(data, amount)),
            )

        ours.write = WRITE(written)
        ours.truncate = TRUNCATE(
            lambda f, size: self._then(usual.truncate(f, size), lambda: tell.truncated(self.paths[f], size))
        )
        ours.sync = SYNC(lambda f, how: self._then(usual.sync(f, how), lambda: tell.synced(self.paths[f])))
        ours.close = CLOSE(self._close)
        self.methods[file] = (ours, usual)
        opened.methods = ctypes.pointer(ours)

    def _close(self, file: int) -> int:
        _, usual = self.methods[file]  # kept: we are in one of its functions
        del self.paths[file]
        return int(usual.close(file))

    def _delete(self, _vfs: int, name: bytes, sync_folder: int) -> int:
        code: int = self.usual.contents.delete(cast(self.usual, c_void_p), name, sync_folder)
        return self._then(code, lambda: self.listener.deleted(name.decode(), folder_synced=bool(sync_folder)))

    @staticmethod
    def _then(code: int, tell: Callable[[], None]) -> int:
        if code == 0:
            tell()
        return code


def _library() -> ctypes.CDLL:
    """The SQLite that the module sqlite3 uses. Raises RuntimeError where its functions cannot be reached."""
    import _sqlite3  # noqa: PLC0415 - named nowhere else

    for name in (getattr(_sqlite3, "__file__", None), None):
        library = ctypes.CDLL(name)
        if hasattr(library, "sqlite3_vfs_find"):
            library.sqlite3_libversion.restype = c_char_p
            if library.sqlite3_libversion().decode() == sqlite3.sqlite_version:
                return library
    raise RuntimeError(
        f"{sys.executable} hides the functions of its SQLite, so a power cut cannot be played: "
        "run this test with another Python, one that uses the system's libsqlite3."
    )
