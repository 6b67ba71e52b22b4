"""Where the server is reached: its base URL, what that means for who asks, and the note about it beside the journal,
which `links` reads.
"""

import ipaddress
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

FILE_NAME: Final = "address"
ANY: Final = {"0.0.0.0", "::", ""}  # noqa: S104 - compared with, not bound to
ELSEWHERE: Final = ("192.0.2.1", 9)
"""An address for documentation (RFC 5737): nothing is sent there, the system only says by which of ours it would go."""


def base_url(host: str, port: int) -> str:
    """Return `http://host:port` as others in the same network may open it."""
    shown = _own_address() if host in ANY else host
    return f"http://[{shown}]:{port}" if ":" in shown else f"http://{shown}:{port}"


def prefix(public_url: str) -> str:
    """Return what stands before all addresses in public: "/dialogue" of "https://example.org/dialogue", else ""."""
    return urlsplit(public_url).path.rstrip("/")


def own_pages(
    public_url: str, count_other: Callable[[], None]
) -> Callable[[str | None, Mapping[str, str]], bool]:
    """Return what says whether a page of that origin is one of ours, by the request's WSGI environment.

    It is if it comes from the public URL, or from the host that was asked: TLS may end at a proxy that does not say so,
    so that the scheme is another than the one seen here. A browser lets no page choose its Origin or Host. Pages of
    others are counted.
    """
    public = urlsplit(public_url)
    usual_port = {"http": ":80", "https": ":443"}.get(public.scheme, "")
    public_origin = f"{public.scheme}://{public.netloc.lower().removesuffix(usual_port)}"

    def is_one(origin: str | None, environ: Mapping[str, str]) -> bool:
        scheme, _, host = (origin or "").partition("://")
        forwarded = environ.get("HTTP_X_FORWARDED_HOST", "").split(",")[0].strip()
        hosts = {environ.get("HTTP_HOST", "").lower(), forwarded.lower()} - {""}
        is_own = bool(public_url and origin == public_origin) or (
            scheme in {"http", "https"} and host in hosts
        )
        if origin and not is_own:
            count_other()
        return is_own

    return is_one


def is_loopback(host: str) -> bool:
    """Whether only programs on this machine can reach `host`."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def from_here(host: str, port: int) -> str:
    """Return how a program on this machine reaches who listens on `host`."""
    return base_url("127.0.0.1" if host in ANY else host, port)


@contextmanager
def noting(folder: Path, url: str, here: str) -> Iterator[None]:
    """Note, until the block ends, where the server that uses this data folder is reached: by anybody, and from here."""
    (folder / FILE_NAME).write_text(f"{url}\n{here}\n", encoding="utf-8")
    try:
        yield
    finally:
        (folder / FILE_NAME).unlink(missing_ok=True)


def noted(folder: Path) -> str | None:
    """Return where anybody reaches it, None if no server runs on this data folder."""
    return _line(folder, 0)


def noted_here(folder: Path) -> str | None:
    """Return where programs on this machine reach it, None if no server runs on this data folder."""
    return _line(folder, 1)


def _line(folder: Path, number: int) -> str | None:
    with suppress(FileNotFoundError):
        lines = (folder / FILE_NAME).read_text(encoding="utf-8").splitlines()
        return lines[number] if number < len(lines) else None
    return None


def _own_address() -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(ELSEWHERE)
        except OSError:  # no network at all
            return "127.0.0.1"
        return str(probe.getsockname()[0])
