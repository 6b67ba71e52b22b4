"""How the nodes of one dialogue coordinate in Redis, beside the journal: the secret, the time, who is there."""

from typing import Final, Self

from redis.exceptions import ResponseError

from server.journal.port import ClockSample, JournalError, Unreachable
from server.journal.redis_address import parse
from server.journal.redis_connection import Lost, Master, RedisConnection, Reply, Word

LIFE_MS: Final = 5_000
"""A node that has posted nothing for so long is gone."""

READ_TIME: Final = """
local time, agreed = redis.call('TIME'), redis.call('HMGET', KEYS[1], 'run', 'shift_us')
local run = string.match(redis.call('INFO', 'server'), 'run_id:(%w+)')
return {time[1], time[2], run, agreed[1] or '', agreed[2] or '0'}
"""
"""KEYS: what was agreed on. Returns seconds and microseconds, the run, the run it was agreed for, the shift."""

AGREE: Final = """
if redis.call('HGET', KEYS[1], 'run') ~= ARGV[1] then
  redis.call('HSET', KEYS[1], 'run', ARGV[1], 'shift_us', ARGV[2])
end
return redis.call('HGET', KEYS[1], 'shift_us')
"""
"""KEYS: what was agreed on. ARGV: run, shift proposed. Returns the shift: the first proposal for a run counts."""

EXCHANGE: Final = """
local time, others = redis.call('TIME'), {}
local now_ms = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('HSET', KEYS[1], ARGV[1], string.format('%.0f %s', now_ms, ARGV[2]))
redis.call('PEXPIRE', KEYS[1], ARGV[3])
local all = redis.call('HGETALL', KEYS[1])
for at = 1, #all, 2 do
  local posted_ms, report = string.match(all[at + 1], '^(%d+) (.*)$')
  if math.abs(now_ms - posted_ms) > tonumber(ARGV[3]) then
    redis.call('HDEL', KEYS[1], all[at])
  elseif all[at] ~= ARGV[1] then
    table.insert(others, report)
  end
end
return others
"""
"""KEYS: the reports. ARGV: the node, its report, the life of a report. Returns the reports of the nodes that live."""


class OtherSecret(JournalError):
    """The nodes of this dialogue have another secret; the message says what to do."""


class RedisCoordination:
    """One node's part in it. Made by `open`, which does not connect."""

    def __init__(self, master: Master, dialogue: str) -> None:
        self._master = master
        self._prefix = f"palabra:{{{dialogue}}}"  # as in `stream_of`
        self._posting = RedisConnection(master, "palabra-coordination")
        self._timing = RedisConnection(master, "palabra-time")
        """Of its own: time that waits behind something else is not the time."""

    @classmethod
    def open(cls, url: str, dialogue: str) -> Self:
        """Return that of a dialogue. Raises `BadAddress`."""
        return cls(Master(parse(url)), dialogue)

    async def claim(self, fingerprint: str) -> None:
        """Leave the fingerprint of the secret, if this node is the first.

        Raises `OtherSecret` if the first one's was another, `Unreachable`.
        """
        key = f"{self._prefix}:secret"
        found = await _ask(self._posting, ("GET", key))
        if found is None:  # only the first one writes: others start also while Redis refuses to
            found = await _ask(self._posting, ("SET", key, fingerprint, "NX", "GET"))
        if found not in {None, fingerprint.encode()}:
            raise OtherSecret(
                "The other nodes of this dialogue have another secret: links would work on some nodes only. Copy the "
                'file "secret" of the data folder of the first node into that of this one. Where it is lost, stop all '
                f"nodes, delete the key {key} in Redis, and start again: all personal links are then new ones."
            )

    async def read_time(self) -> ClockSample:
        """Return what time it is. Raises `Unreachable`."""
        seconds, micros, run, agreed, shift = await _eval(self._timing, READ_TIME, f"{self._prefix}:time")
        at_ms = int(seconds) * 1_000 + int(micros) / 1_000
        return ClockSample(at_ms, run.decode(), agreed.decode(), int(shift) / 1_000)

    async def agree(self, run: str, shift_ms: float) -> float:
        """Propose what is added to the time of this run, and return what the nodes add. Raises `Unreachable`."""
        shift_us = round(shift_ms * 1_000)
        return int(await _eval(self._timing, AGREE, f"{self._prefix}:time", run, shift_us)) / 1_000

    async def exchange(self, node: str, report: bytes) -> list[bytes] | None:
        """Post a report and return the newest of each other node; None if Redis is out of reach.

        A report stays for `LIFE_MS`; whoever has not posted another by then is gone.
        """
        try:
            found = await _eval(self._posting, EXCHANGE, f"{self._prefix}:nodes", node, report, LIFE_MS)
        except JournalError:
            return None  # whoever appends or follows says why
        return list(found)

    async def leave(self, node: str) -> None:
        """Take a node's report away at once, if Redis can be reached."""
        try:
            await _ask(self._posting, ("HDEL", f"{self._prefix}:nodes", node))
        except JournalError:
            return  # then it lapses

    async def close(self) -> None:
        """Cut the connections."""
        await self._posting.close()
        await self._timing.close()
        await self._master.close()


async def _eval(connection: RedisConnection, script: str, key: str, *words: Word) -> Reply:
    return await _ask(connection, ("EVAL", script, 1, key, *words))


async def _ask(connection: RedisConnection, command: tuple[Word, ...]) -> Reply:
    try:
        (reply,) = await connection.ask(command)
    except Lost as error:
        raise Unreachable(str(error)) from error
    if isinstance(reply, ResponseError):
        raise Unreachable(f"Redis refused it ({reply})") from reply
    return reply
