"""The register in Redis: a hash of records by version, beside the dialogue's Stream."""

from collections.abc import Iterable
from typing import Final

from server.dialogue.model.ids import PersonVersion
from server.dialogue.model.register import Record, encode, version_of
from server.journal.codec import checked_record
from server.journal.redis_connection import Command, Reply

KEEP: Final = """
for n = 1, #ARGV, 2 do
  redis.call('HSET', KEYS[1], ARGV[n], ARGV[n + 1])
end
return 1
"""
FORGET: Final = """
for n = 1, #ARGV do
  redis.call('HDEL', KEYS[1], ARGV[n])
end
return 1
"""
"""Each returns 1, so that whoever sends it waits for the disks, be anything new or not."""

WRITE_ANEW: Final[Command] = ("BGREWRITEAOF",)
"""Redis' file has every command that was ever given, until it is written anew (redis.io/commands/bgrewriteaof)."""


def key_of(dialogue: str) -> str:
    """Return the key of a dialogue's register."""
    return f"palabra:{{{dialogue}}}:register"


def keeping(key: str, records: Iterable[Record]) -> Command:
    """Return the command that stores records."""
    pairs = (part for record in records for part in (version_of(record), encode(record)))
    return ("EVAL", KEEP, 1, key, *pairs)


def forgetting(key: str, versions: Iterable[PersonVersion]) -> Command:
    """Return the command that deletes records."""
    return ("EVAL", FORGET, 1, key, *versions)


def records_of(found: Reply) -> tuple[Record, ...]:
    """Return the records of an answer to HGETALL. Raises `SpoiltRecord`."""
    pairs = zip(found[::2], found[1::2], strict=True)
    return tuple(checked_record(version.decode(errors="replace"), body) for version, body in pairs)
