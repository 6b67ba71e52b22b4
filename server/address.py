"""Where the server is reached: its base URL, and the note about it beside the journal that `links` reads."""

import ipaddress
import socket
from contextlib import suppress
from pathlib import Path
from typing import Final

FILE_NAME: Final = "address"
ANY: Final = {"0.0.0.0", "::", ""}  # noqa: S104 - compared with, not bound to
ELSEWHERE: Final = ("192.0.2.1", 9)
"""An address for documentation (RFC 5737): nothing is sent there, the system only says by which of ours it would go."""


def base_url(host: str, port: int) -> str:
    """Return `http://host:port` as others in the same network may open it."""
    shown = _own_address() if host in ANY else host
    return f"http://[{shown}]:{port}" if ":" in shown else f"http://{shown}:{port}"


def is_loopback(host: str) -> bool:
    """Whether only programs on this machine can reach `host`."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def note(folder: Path, url: str) -> None:
    """Note where the server that uses this data folder is reached."""
    (folder / FILE_NAME).write_text(url, encoding="utf-8")


def noted(folder: Path) -> str | None:
    """Return what was noted, None if no server runs on this data folder."""
    with suppress(FileNotFoundError):
        return (folder / FILE_NAME).read_text(encoding="utf-8")
    return None


def forget(folder: Path) -> None:
    """Remove the note."""
    (folder / FILE_NAME).unlink(missing_ok=True)


def _own_address() -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(ELSEWHERE)
        except OSError:  # no network at all
            return "127.0.0.1"
        return str(probe.getsockname()[0])
