"""Where a Redis journal is: `redis://host:port/db`, or the Sentinels that know, `redis+sentinel://a:1,b:2/name/db`."""

from typing import Final, NamedTuple, NoReturn
from urllib.parse import parse_qsl, unquote, urlsplit

from server.journal.port import JournalError

PORT: Final = 6379
SENTINEL_PORT: Final = 26379
SCHEMES: Final = ("redis", "rediss", "redis+sentinel", "rediss+sentinel")
UNSAFE: Final = ("aof", "noeviction", "replica")
"""What a Redis may be named to lack: the file on disk, the promise not to evict, a replica for its Sentinels."""


class BadAddress(JournalError):
    """The URL cannot be used; the message says why, and shows one that can."""


class RedisAddress(NamedTuple):
    """The parts of the URL."""

    hosts: tuple[tuple[str, int], ...]
    """Of the one Redis, or of its Sentinels."""
    service: str | None
    """Name of the master, where Sentinels are asked for it."""
    database: int
    replicas: int
    """How many replicas must have an entry on disk before it counts: 1 with Sentinels, else 0, or `?replicas=`."""
    lacking: frozenset[str]
    """What it may lack of a safe Redis, by name: `?without=aof,noeviction`."""
    username: str | None
    password: str | None
    tls: bool

    def __str__(self) -> str:
        """Say where, without the password."""
        return ",".join(f"{host}:{port}" for host, port in self.hosts) + (
            f" ({self.service})" if self.service else ""
        )


def parse(url: str) -> RedisAddress:
    """Return the parts of `url`. Raises `BadAddress`."""
    split = urlsplit(url)
    if split.scheme not in SCHEMES:
        _bad(url, f"it begins with none of {', '.join(f'{scheme}://' for scheme in SCHEMES)}")
    sentinel = split.scheme.endswith("+sentinel")
    credentials, _, hosts = split.netloc.rpartition("@")
    username, _, password = credentials.partition(":")
    service, database = _path(url, split.path.strip("/"), sentinel=sentinel)
    options = dict(parse_qsl(split.query, keep_blank_values=True))
    replicas = _number(url, options.pop("replicas", "1" if sentinel else "0"))
    lacking = frozenset(filter(None, options.pop("without", "").split(",")))
    if options:
        _bad(url, f"there is no option {', '.join(options)}, only replicas and without")
    if lacking - set(UNSAFE):
        _bad(url, f"without may name {', '.join(UNSAFE)}")
    return RedisAddress(
        hosts=tuple(_host(url, host, SENTINEL_PORT if sentinel else PORT) for host in hosts.split(",")),
        service=service,
        database=database,
        replicas=0 if "replica" in lacking else replicas,
        lacking=lacking,
        username=unquote(username) or None,
        password=unquote(password) or None,
        tls=split.scheme.startswith("rediss"),
    )


def _path(url: str, path: str, *, sentinel: bool) -> tuple[str | None, int]:
    """Return the master's name, where Sentinels are asked, and the number of the database."""
    if not sentinel:
        return None, _number(url, path or "0")
    service, _, database = path.partition("/")
    if not service:
        _bad(url, "after the Sentinels comes the name of their master")
    return service, _number(url, database or "0")


def _host(url: str, text: str, default: int) -> tuple[str, int]:
    """Return host and port; an IPv6 address stands in brackets."""
    host, colon, port = text.rpartition(":")
    if not colon or text.endswith("]"):
        host, port = text, str(default)
    if not host:
        _bad(url, "a host is missing")
    return host.strip("[]"), _number(url, port)


def _number(url: str, text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        _bad(url, f"{text} is not a number")
    return int(text)


def _bad(url: str, why: str) -> NoReturn:
    shown = (
        f"{url.partition('://')[0]}://…{url.rpartition('@')[2].rpartition('://')[2]}"  # never the password
    )
    raise BadAddress(
        f"The journal cannot be at {shown}: {why}. For example redis://127.0.0.1:6379/0, "
        "or redis+sentinel://10.0.0.1:26379,10.0.0.2:26379/palabra/0"
    )
