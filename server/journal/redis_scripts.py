"""What Redis does in one piece, with nothing in between: compare and add; look at an entry again."""

from hashlib import sha256
from typing import Final

_HEAD: Final = """
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
local seq, hash = 0, ''
if last[1] then
  seq, hash = tonumber(string.match(last[1][1], '^(%d+)-0$')), last[1][2][4]
end
if seq ~= tonumber(ARGV[1]) or hash ~= ARGV[2] then
  return {0, seq}
end
"""

APPEND: Final = (
    _HEAD
    + """
local refused = redis.call('GET', KEYS[2])
if refused then
  return {2, seq, refused}
end
redis.call('XADD', KEYS[1], (seq + 1) .. '-0', 'body', ARGV[3], 'hash', ARGV[4])
return {1, seq + 1}
"""
)
"""KEYS: the Stream, the command's refusal. ARGV: expected seq, expected hash, body, its hash.

Returns {1, new seq}; {0, head's seq} if the head is another; {2, head's seq, fingerprint of the command that
was refused} if the command's id was refused for good.
"""

FORBID: Final = (
    _HEAD
    + """
redis.call('SET', KEYS[2], ARGV[4], 'EX', ARGV[3])
return {1, seq}
"""
)
"""KEYS: the Stream, the command's refusal. ARGV: expected seq, expected hash, seconds, the command's fingerprint.

Returns {1, seq} or as above.
"""

SETTLE: Final = """
local found = redis.call('XRANGE', KEYS[1], ARGV[1] .. '-0', ARGV[1] .. '-0')
if not found[1] or found[1][2][4] ~= ARGV[2] then
  return 0
end
redis.call('SET', KEYS[2], ARGV[1])
return 1
"""
"""KEYS: the Stream, a mark. ARGV: seq, hash. Returns whether that entry is there; if so it wrote the mark.

What is written after the entry is on disk, and at the replica, no sooner than the entry.
"""


def stream_of(dialogue: str) -> str:
    """Return the key of a dialogue's journal. The braces keep all its keys in one place (hash tags)."""
    return f"palabra:{{{dialogue}}}:journal"


def refusal_of(dialogue: str, actor: str, command_id: str) -> str:
    """Return the key that says that this command was refused for good."""
    return f"palabra:{{{dialogue}}}:refused:{sha256(f'{actor} {command_id}'.encode()).hexdigest()}"


def mark_of(dialogue: str) -> str:
    """Return the key that `SETTLE` writes."""
    return f"palabra:{{{dialogue}}}:settled"
