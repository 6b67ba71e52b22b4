"""What can be used of a file that cannot be used: where the journal is, `[server]` and `[result]`, key by key.

A slip in config.toml must not stop a restart in mid-session. All that is a fact of the dialogue stands in the journal;
of the file only `[server]` and `[result]` are wanted, and of those each
key which can be read.
"""

import codecs
import re
import tomllib
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec

from server.config.build import Config, load
from server.config.checks import public_url_problem
from server.config.problems import ConfigError
from server.config.shape import ResultConfig, ServerConfig

_REDIS: Final = re.compile(r"^[^#\n]*\brediss?(\+sentinel)?://", re.MULTILINE)


class Unusable(NamedTuple):
    """A file with mistakes. Nothing begins with it, but what has begun goes on."""

    error: ConfigError
    server: ServerConfig
    """What could be read of it; the rest are defaults."""
    dialogue: str
    """The dialogue's id; "" if it cannot be read."""
    journal_known: bool
    """Whether it is certain where the file says that the journal is."""
    result: ResultConfig = ResultConfig()


def load_or_rescue(path: Path) -> Config | Unusable:
    """Read the configuration in `path`, or what can still be read of it."""
    try:
        return load(path)
    except ConfigError as error:
        return _rescued(path, error)


def _rescued(path: Path, error: ConfigError) -> Unusable:
    text = _any_text(path)
    written = _table(text, "server")
    found = {name: value for name, value in written.items() if _is_right(ServerConfig, name, value)}
    filed = {n: v for n, v in _table(text, "result").items() if _is_right(ResultConfig, n, v)}
    dialogue = _table(text, "dialogue").get("id")
    return Unusable(
        error,
        msgspec.convert(found, ServerConfig),
        dialogue if isinstance(dialogue, str) else "",
        journal_known="journal" in found or not _REDIS.search(text),
        result=msgspec.convert(filed, ResultConfig),
    )


def _any_text(path: Path) -> str:
    """The file's text in whatever encoding; "" if there is none."""
    try:
        data = path.read_bytes()
    except OSError:
        return ""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    return "\n".join(data.decode("utf-8-sig", errors="replace").replace("\0", "").splitlines())


def _table(text: str, name: str) -> dict[str, Any]:
    """One table of the file: whole where all is TOML, else what stands under its heading, by lines if need be."""
    with suppress(tomllib.TOMLDecodeError):
        found = tomllib.loads(text).get(name, {})
        return found if isinstance(found, dict) else {}
    body = re.search(rf"^\s*\[{name}\][^\n]*\n(.*?)(?=^\s*\[|\Z)", text, re.MULTILINE | re.DOTALL)
    if body is None:
        return {}
    with suppress(tomllib.TOMLDecodeError):
        return tomllib.loads(body[1])
    table: dict[str, Any] = {}
    for line in body[1].splitlines():
        with suppress(tomllib.TOMLDecodeError):
            table |= tomllib.loads(line)
    return table


def _is_right(kind: type[msgspec.Struct], name: str, value: object) -> bool:
    if name not in kind.__struct_fields__:
        return False
    try:
        msgspec.convert({name: value}, kind)
    except msgspec.ValidationError:
        return False
    return name != "public_url" or not public_url_problem(str(value))
