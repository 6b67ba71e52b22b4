"""The server's secret: 32 random bytes in a file that its owner alone may read. All links hang on it."""

import hashlib
import hmac
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Final

FILE_NAME: Final = "secret"
BYTES: Final = 32


class SecretError(Exception):
    """The secret can neither be read nor made. The message names the file and what to do."""


def load(folder: Path) -> bytes:
    """Return the secret of a data folder, making both at the first call. Raises `SecretError`."""
    path = folder / FILE_NAME
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            _create(path)
        path.chmod(0o600)
        secret = bytes.fromhex(path.read_text(encoding="ascii"))
    except OSError as error:
        raise SecretError(
            f"{path}: {error.strerror}. Make it readable and writable for this user."
        ) from error
    except ValueError:
        secret = b""
    if len(secret) != BYTES:
        raise SecretError(
            f"{path} is damaged. Restore it; or remove it: all personal links will then be new ones."
        )
    return secret


def fingerprint(secret: bytes) -> str:
    """Return what tells two secrets apart and says nothing of either; no token is made of this text."""
    return hmac.digest(secret, b"palabra fingerprint", hashlib.sha256).hex()[:16]


def _create(path: Path) -> None:
    """Write it under another name first: whoever starts at the same moment finds a whole one or none."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(BYTES))
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):  # then the other one's counts
            path.hardlink_to(draft)
    finally:
        draft.unlink()
