"""Reads TOML into `FileKeys`, or says precisely which key is wrong, why, and what to write instead."""

import codecs
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from server.config.problems import ConfigError, Problem
from server.config.shape import FileKeys
from server.config.values import Words, nearest, read_value

# How msgspec words its errors (a test holds each): "<what> - at `$.groups[0].id`"; the path is absent at the top.
_AT: Final = re.compile(r"(?s)(.*?)(?: - at `\$(.*)`)?")
_WRONG_TYPE: Final = re.compile(r"Expected `(.+?)`, got `(.+?)`")
_MISSING: Final = re.compile(r"Object missing required field `(.+?)`")
_NO_NAME: Final = "Expected `str` matching regex"
_NO_DATE: Final = "Invalid RFC3339 encoded date"
_NO_CHOICE: Final = re.compile(r"Invalid enum value '(.*)'")
CHECK: Final = "Check quotes, brackets and commas there."
_TYPES: Final = {
    "str": "text in quotes",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "date": "a day without quotes, like 2012-04-13",
    "array": "a list in [ ]",
    "object": "a table",
}


def read(path: Path) -> FileKeys:
    """Return the file's keys, each of the right type. Raises `ConfigError`."""
    raw = _tables(path)
    if unknown := list(_unknown_keys(raw, msgspec.inspect.type_info(FileKeys), "")):
        raise ConfigError(path, unknown)
    try:
        return msgspec.convert(raw, FileKeys, dec_hook=read_value)
    except msgspec.ValidationError as error:
        raise ConfigError(path, [_explained(str(error))]) from error


def _tables(path: Path) -> dict[str, Any]:
    """Return the file as TOML has it. Raises `ConfigError`."""
    text = _text(path)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what = f"this is not TOML: {error}. {_unlike_toml(text, str(error)) or CHECK}"
        raise ConfigError(path, [Problem("", what)]) from error


def _text(path: Path) -> str:
    """Return the file's text as any editor may have saved it: with a byte-order mark, with whichever line ends.

    Raises `ConfigError`.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        what = "there is no such file. Name one with --config, or take config.toml from the repository."
        raise ConfigError(path, [Problem("", what)]) from error
    except IsADirectoryError as error:
        what = f"it cannot be read: it is a folder. Name a file in it, like {path / 'config.toml'}."
        raise ConfigError(path, [Problem("", what)]) from error
    except OSError as error:
        what = f"it cannot be read ({error.strerror}). Make it readable for the user that runs Palabra."
        raise ConfigError(path, [Problem("", what)]) from error
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data:
        what = "it is not UTF-8 text but UTF-16, or no text at all. Save it as UTF-8."
        raise ConfigError(path, [Problem("", what)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"line {line}: it is not UTF-8 text (Latin-1, perhaps). Save it as UTF-8."
        raise ConfigError(path, [Problem("", what)]) from error
    if not text.strip():
        what = "this key is missing: the file is empty. Take config.toml from the repository."
        raise ConfigError(path, [Problem("dialogue", what)])
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unlike_toml(text: str, error: str) -> str:
    """Say what a word processor made of quotes and spaces, where the parser stumbled over it."""
    found = re.search(r"at line (\d+)", error)
    lines = text.splitlines()
    line = lines[int(found[1]) - 1] if found and int(found[1]) <= len(lines) else ""
    if any(quote in line for quote in "“”„‟«»‘’"):
        return 'Write straight quotes (") around texts there.'
    if any(space in line for space in ("\u00a0", "\u202f", "\ufeff", "\u200b")):
        return "There is a space of another kind than the ordinary one: type it anew."
    return ""


def texts(node: object, key: str = "") -> Iterator[tuple[str, Words]]:
    """Yield every text in the file with its key."""
    if isinstance(node, Words):
        yield key, node
    elif isinstance(node, tuple):
        for index, item in enumerate(node):
            yield from texts(item, f"{key}[{index}]")
    elif isinstance(node, msgspec.Struct):
        for name in node.__struct_fields__:
            yield from texts(getattr(node, name), _joined(key, name))


def _unknown_keys(raw: object, kind: msgspec.inspect.Type, key: str) -> Iterator[Problem]:
    """Yield a problem for each key the shape does not have; what has the wrong type is left to the next step."""
    if isinstance(kind, msgspec.inspect.StructType) and isinstance(raw, dict):
        known = {field.name: field.type for field in kind.fields}
        for name, value in raw.items():
            if name in known:
                yield from _unknown_keys(value, known[name], _joined(key, name))
            else:
                yield Problem(_joined(key, name), f"there is no such key. {nearest(name, list(known))}")
    elif isinstance(kind, msgspec.inspect.VarTupleType) and isinstance(raw, list):
        for index, item in enumerate(raw):
            yield from _unknown_keys(item, kind.item_type, f"{key}[{index}]")


def _explained(message: str) -> Problem:
    """A problem in the author's words for what msgspec says."""
    match = _AT.fullmatch(message)
    what, key = (match[1], (match[2] or "").lstrip(".")) if match else (message, "")
    if missing := _MISSING.fullmatch(what):
        return Problem(
            _joined(key, missing[1]), "this key is missing. See the shipped config.toml for what it holds."
        )
    if wrong := _WRONG_TYPE.fullmatch(what):
        expected, got = (
            " or ".join(_TYPES.get(t, t) for t in w.split(" | ") if t != "null") for w in wrong.groups()
        )
        return Problem(key, f"this is {got}. Write {expected}.")
    if what.startswith(_NO_NAME):
        return Problem(
            key, 'this is no name. Write letters a-z, digits, "-" or "_" (40 at most), like "youth-1".'
        )
    if what == _NO_DATE:
        return Problem(key, f"this is not a day. Write {_TYPES['date']}.")
    if choice := _NO_CHOICE.fullmatch(what):
        choices = _choices(msgspec.inspect.type_info(FileKeys), key)
        return Problem(key, f'there is no choice "{choice[1]}". {nearest(choice[1], choices)}')
    return Problem(key, what if what.endswith((".", "?")) else f"{what[:1].lower()}{what[1:]}.")


def _choices(kind: msgspec.inspect.Type, key: str) -> list[str]:
    """The values that the key of a choice may have."""
    for part in re.findall(r"[^.\[\]]+", key):
        if isinstance(kind, msgspec.inspect.StructType):
            kind = next(field.type for field in kind.fields if field.name == part)
        elif isinstance(kind, msgspec.inspect.VarTupleType):
            kind = kind.item_type
    return [str(value) for value in kind.values] if isinstance(kind, msgspec.inspect.LiteralType) else []


def _joined(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name
