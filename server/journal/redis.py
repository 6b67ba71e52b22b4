"""The journal in a Redis Stream, for several processes or machines. Any appends; the compare says who was first."""

import asyncio
from collections.abc import AsyncGenerator, Iterable
from contextlib import aclosing
from hashlib import sha256
from typing import Final, Self

from redis.exceptions import BusyLoadingError, ResponseError

from server.dialogue.model.ids import PersonVersion
from server.dialogue.model.register import Record
from server.journal import redis_register
from server.journal.codec import Row, check_follows, verified
from server.journal.port import (
    Broken,
    Closed,
    Conflict,
    Forbidden,
    Forked,
    NotSaved,
    Saved,
    Unknown,
    Unreachable,
)
from server.journal.redis_address import RedisAddress, parse
from server.journal.redis_connection import Command, Lost, Master, RedisConnection, Reply, check_safe

ROWS_AT_A_TIME: Final = 500
BLOCK_MS: Final = 500
"""How long a look for news waits for some: at most so old is what a node knows of its being up to date."""
SYNC_MS: Final = 1_200
"""How long an entry may take to the disks."""
RECEIVE_MS: Final = 500
"""… and before that to the replica."""
FORBIDDEN_S: Final = 86_400

# What Redis does in one piece, with nothing in between: compare and add; look at an entry again.

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


async def dialogues_at(url: str) -> list[str]:
    """Return the ids of the dialogues whose journals are in that Redis. Raises `JournalError`."""
    address = parse(url)
    master = Master(address)
    connection = RedisConnection(master, "palabra-look")
    found, cursor = set[str](), b"0"
    before, _, after = stream_of("*").partition("*")
    try:
        while True:
            pattern = stream_of("*")
            ((cursor, keys),) = await told(
                connection, ("SCAN", cursor, "MATCH", pattern, "COUNT", ROWS_AT_A_TIME)
            )
            found |= {key.decode().removeprefix(before).removesuffix(after) for key in keys}
            if int(cursor) == 0:
                return sorted(found)
    finally:
        await connection.close()
        await master.close()


class RedisJournal:
    """One Stream: entry `seq` has the id `seq-0` and the fields `body` and `hash`. Made by `open`."""

    def __init__(self, address: RedisAddress, dialogue: str) -> None:
        self._address = address
        self._dialogue = dialogue
        self._stream = stream_of(dialogue)
        self._mark = mark_of(dialogue)
        self._register = redis_register.key_of(dialogue)
        self._master = Master(address)
        self._writing = RedisConnection(self._master, "palabra-append")
        self._reading = RedisConnection(self._master, "palabra-read")
        self._tails: set[RedisConnection] = set()
        self._durable: tuple[int, str] = (0, "")
        """The last entry known to be durable: whoever was told of an entry was told of this one or an earlier one."""
        self._heard_s = asyncio.get_running_loop().time()
        self._closed = False

    @classmethod
    async def open(cls, url: str, dialogue: str) -> Self:
        """Open the journal of a dialogue at `url`. Raises `BadAddress`, `UnsafeRedis` or `Unreachable`."""
        journal = cls(parse(url), dialogue)
        try:
            await check_safe(journal._reading, journal._address)
        except BaseException:
            await journal.close()
            raise
        return journal

    @property
    def shared(self) -> bool:
        """Any number of nodes append."""
        return True

    async def append(self, expected_seq: int, expected_hash: str, saved: Saved) -> None:
        """Add an entry after the expected head; see `Journal.append`."""
        entry = saved.entry
        check_follows(expected_seq, expected_hash, saved)
        refusal = refusal_of(self._dialogue, entry.actor, entry.command_id)
        head, new = (expected_seq, expected_hash), (saved.body, saved.hash)
        script = ("EVAL", APPEND, 2, self._stream, refusal, *head, *new)
        # A task: a caller that is cancelled neither stops it half way nor hides how it ended from the next one.
        await asyncio.shield(asyncio.ensure_future(self._compared(script)))
        self._durable = (entry.seq, saved.hash)

    async def forbid(
        self, expected_seq: int, expected_hash: str, actor: str, command_id: str, fingerprint: str
    ) -> None:
        """Refuse a command for good, for every node; see `Journal.forbid`."""
        refusal = refusal_of(self._dialogue, actor, command_id)
        head = (expected_seq, expected_hash)
        await self._compared(("EVAL", FORBID, 2, self._stream, refusal, *head, FORBIDDEN_S, fingerprint))

    async def _compared(self, script: Command) -> None:
        """Run a script that compares before it writes, and wait for the disks. Raises as `append` does."""
        try:
            # Twice, for a connection may have died unnoticed. An entry that was stored the first time is not stored
            # again: its own head is another than expected, and who appends looks it up.
            done, *synced = await self._writing.ask_twice(script, then=self._sync, at_once=self._alone)
        except Lost as error:
            raise Unknown(str(error)) from error
        if isinstance(done, ResponseError):
            raise not_saved(done) from done
        how, head_seq, *refused = done
        if how == 0:
            raise Conflict(head_seq)
        if how == 2:
            raise Forbidden(refused[0].decode(errors="replace"))
        self._check_synced(synced)

    async def settle(self, seq: int, entry_hash: str) -> None:
        """Return once entry `seq` is on the disks; see `Journal.settle`."""
        if seq <= self._durable[0]:
            return
        script = ("EVAL", SETTLE, 2, self._stream, self._mark, seq, entry_hash)
        try:
            found, *synced = await self._writing.ask_twice(script, then=self._sync, at_once=self._alone)
        except (Lost, Unreachable) as error:
            raise Unknown(str(error)) from error
        if isinstance(found, ResponseError):
            raise Unknown(str(found)) from found
        if not found:
            raise Forked(seq, "it was not on the disks when the master changed")
        self._check_synced(synced)
        self._durable = max(self._durable, (seq, entry_hash))

    async def read(self, after_seq: int = 0, after_hash: str | None = None) -> AsyncGenerator[Saved, None]:
        """Yield the entries after `after_seq`; see `Journal.read`."""
        while True:
            # From `after_seq` on: its own row says whether this is still the journal that was read.
            start = f"{after_seq}-0" if after_seq else "-"
            command = ("XRANGE", self._stream, start, "+", "COUNT", ROWS_AT_A_TIME)
            rows = rows_of(await self._look(command))
            if after_seq:
                after_hash = await self._same(after_seq, after_hash, rows[:1])
                rows = rows[1:]
            if not rows:
                return
            for saved in verified(rows, after_seq, after_hash or ""):
                yield saved
                after_seq, after_hash = saved.entry.seq, saved.hash

    async def follow(self, after_seq: int = 0, after_hash: str | None = None) -> AsyncGenerator[Saved, None]:
        """Yield the entries after `after_seq` and each new one; see `Journal.follow`."""
        if self._closed:
            return
        tail = RedisConnection(self._master, "palabra-follow")
        self._tails.add(tail)
        try:
            async with aclosing(self._follow(tail, after_seq, after_hash)) as found:
                async for saved in found:
                    yield saved
        except Closed:
            return
        finally:
            self._tails.discard(tail)
            await tail.close()

    async def _follow(
        self, tail: RedisConnection, after_seq: int, after_hash: str | None
    ) -> AsyncGenerator[Saved, None]:
        now_s = asyncio.get_running_loop().time
        while True:
            begun_s, here = now_s(), f"{after_seq}-0"
            # The own row each time: another master may have taken over, and go on another way.
            own, news = await told(
                tail,
                ("XRANGE", self._stream, here, here),
                ("XREAD", "COUNT", ROWS_AT_A_TIME, "BLOCK", BLOCK_MS, "STREAMS", self._stream, here),
            )
            if after_seq:
                after_hash = await self._same(after_seq, after_hash, rows_of(own))
            rows = rows_of(news[0][1]) if news else []
            for saved in verified(rows, after_seq, after_hash or ""):
                yield saved
                after_seq, after_hash = saved.entry.seq, saved.hash
            self._heard_s = begun_s if rows else now_s()

    async def keep(self, records: Iterable[Record]) -> None:
        """Write records, as durably as an entry; see `Journal.keep`."""
        await self._written(redis_register.keeping(self._register, records))

    async def records(self) -> tuple[Record, ...]:
        """Return what the register holds; see `Journal.records`."""
        return redis_register.records_of(await self._look(("HGETALL", self._register)))

    async def forget(self, versions: Iterable[PersonVersion]) -> None:
        """Delete records, and have Redis write its file anew, without them; see `Journal.forget`.

        A replica writes its own file anew when that has grown.
        """
        await self._written(redis_register.forgetting(self._register, versions))
        await self._look(redis_register.WRITE_ANEW)

    async def check_storing(self) -> None:
        """Write a mark, as durably as an entry; see `Journal.check_storing`."""
        await self._written(("SET", self._mark, "?"), tries=1)

    async def _written(self, command: Command, tries: int = 2) -> None:
        """Send what writes, and wait for the disks. Raises `NotSaved` or `Unknown`."""
        ask = self._writing.ask if tries == 1 else self._writing.ask_twice
        try:
            written, *synced = await ask(command, then=self._sync)
        except Lost as error:
            raise Unknown(str(error)) from error
        if isinstance(written, ResponseError):
            raise not_saved(written) from written
        self._check_synced(synced)

    def behind_ms(self) -> float:
        """Return how long ago it was last certain that who follows has everything; see `Journal.behind_ms`."""
        return (asyncio.get_running_loop().time() - self._heard_s) * 1000

    async def head(self) -> tuple[int, str]:
        """Return `(seq, hash)` of the last entry, `(0, "")` if there is none."""
        found = rows_of(await self._look(("XREVRANGE", self._stream, "+", "-", "COUNT", 1)))
        return (found[0][0], found[0][2]) if found else (0, "")

    async def close(self) -> None:
        """Cut all connections."""
        self._closed = True
        for connection in (self._writing, self._reading, *self._tails):
            await connection.close()
        await self._master.close()

    @property
    def _alone(self) -> bool:
        """Whether the wait for the disks can be asked for together with what is written: one round trip, not two.

        Each costs an act two turns of the loop, which it shares with whatever strangers send. Where nothing comes to
        be written there is nothing to wait for; but for a replica that is away, and each refusal would wait for that.
        """
        return not self._address.replicas

    @property
    def _sync(self) -> tuple[Command, ...]:
        """Waits for the disks, on the connection that wrote; in a script it would not wait at all.

        A replica says how far its disk is when it is asked, which is right before it syncs, and then once a second.
        So it is asked twice: when it has received the entry, and once more.
        """
        replicas = self._address.replicas
        received = (("WAIT", replicas, RECEIVE_MS),) if replicas else ()
        if "aof" in self._address.lacking:
            return received or (("WAIT", 0, RECEIVE_MS),)
        return (*received, ("WAITAOF", 1, replicas, SYNC_MS))

    def _check_synced(self, synced: list[Reply]) -> None:
        for reply in synced:
            if isinstance(reply, ResponseError):
                raise Unknown(str(reply)) from reply
        local, replicas = (1, synced[-1]) if isinstance(synced[-1], int) else synced[-1]
        if local < 1 or replicas < self._address.replicas:
            raise Unknown("the disks of Redis and its replica did not confirm it in time")

    async def _same(self, seq: int, known_hash: str | None, rows: list[Row]) -> str:
        """Return the hash of entry `seq`, of which `rows` should be the row. Raises `Forked`, or `Broken`."""
        if rows and rows[0][0] == seq and known_hash in (None, rows[0][2]):
            return rows[0][2]
        head_seq, _ = await self.head()
        durable_seq, durable_hash = self._durable
        if durable_seq:
            place = f"{durable_seq}-0"
            there = rows_of(await self._look(("XRANGE", self._stream, place, place)))
            if not there or there[0][2] != durable_hash:
                raise Broken(durable_seq, f"acknowledged entries are gone, it ends at entry {head_seq}")
        raise Forked(seq, f"the journal went on another way, and ends at entry {head_seq}")

    async def _look(self, command: Command) -> Reply:
        (reply,) = await told(self._reading, command)
        return reply


async def told(connection: RedisConnection, *commands: Command) -> list[Reply]:
    """Return the answers to commands that change nothing. Raises `Unreachable`, for an error answer as well."""
    try:
        replies = await connection.ask_twice(*commands)
    except Lost as error:
        raise Unreachable(str(error)) from error
    for reply in replies:
        if isinstance(reply, ResponseError):
            raise Unreachable(str(reply)) from reply
    return replies


def rows_of(found: Reply) -> list[Row]:
    """Return rows of the Stream; one that is not written as an entry has a number that cannot follow."""
    rows: list[Row] = []
    for place, fields in found:
        number, _, rest = place.partition(b"-")
        pairs = dict(zip(fields[::2], fields[1::2], strict=False))
        seq = int(number) if rest == b"0" else -1
        rows.append((seq, pairs.get(b"body", b""), pairs.get(b"hash", b"").decode(errors="replace")))
    return rows


def not_saved(error: ResponseError) -> NotSaved:
    """Return what an error answer means to an operator. The script has written nothing."""
    text = str(error)
    if isinstance(error, BusyLoadingError):
        return Unreachable("Redis is loading its file; it will go on by itself")
    if "NOREPLICAS" in text or "Not enough good replicas" in text:
        return NotSaved("the replica of Redis is not there. Start it: the journal then goes on by itself")
    if text.startswith("OOM") or "OOM" in text:
        return NotSaved("the memory that Redis may use is full. Raise maxmemory: the journal then goes on")
    if "MISCONF" in text:
        return NotSaved(f"Redis cannot write its file ({text}). Make room on its disk")
    return NotSaved(f"Redis refused it ({text})")
