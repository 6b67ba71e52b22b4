"""One connection to the Redis that is master now; made anew after it was lost, never used for another try by itself."""

import asyncio
import math
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final

from redis.asyncio import Sentinel, SSLConnection
from redis.asyncio.connection import AbstractConnection, Connection
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import ReadOnlyError, RedisError, ResponseError

from server.journal.port import Closed, JournalError, Unreachable
from server.journal.redis_address import RedisAddress

CONNECT_S: Final = 1.5
"""How long connecting may take, asking the Sentinels included."""
ANSWER_S: Final = 2.0
"""How long an answer may take. Longer than the longest that is asked to wait: a sync (1.2 s), or for news (0.5 s)."""
SENTINEL_S: Final = 0.5
OLDEST: Final = (7, 2)
"""The first Redis with WAITAOF."""

Word = str | int | bytes
Command = tuple[Word, ...]
Reply = Any
"""Integers, bytes, lists of them; None; or the `ResponseError` that a command was answered with."""


class Lost(JournalError):
    """The connection broke with commands under way: they may have been carried out, or not."""


class Master:
    """Finds the Redis that is master now: the one at the address, or the one its Sentinels name."""

    def __init__(self, address: RedisAddress) -> None:
        self._address = address
        self._sentinels = None
        if address.service is not None:
            self._sentinels = Sentinel(  # type: ignore[no-untyped-call]  # redis gives it no types
                list(address.hosts),
                sentinel_kwargs={
                    "socket_timeout": SENTINEL_S,
                    "socket_connect_timeout": SENTINEL_S,
                    "retry": Retry(NoBackoff(), 0),
                },
            )

    async def connection(self, name: str) -> AbstractConnection:
        """Return a connection to it, made but not connected. Raises `RedisError` if the Sentinels know none."""
        host, port = await self._where()
        kind = SSLConnection if self._address.tls else Connection
        return kind(
            host=host,
            port=port,
            db=self._address.database,
            username=self._address.username,
            password=self._address.password,
            client_name=name,
            protocol=2,
            # A command that were silently sent twice would meet its own entry: every error is this package's to
            # judge. The same for time: `RedisConnection` has the limits (the library's own lose a cancellation, in
            # Python 3.11).
            retry=Retry(NoBackoff(), 0),
            socket_timeout=None,
            socket_connect_timeout=None,
            socket_keepalive=True,
        )

    async def _where(self) -> tuple[str, int]:
        if self._sentinels is None or self._address.service is None:
            return self._address.hosts[0]
        asking = asyncio.ensure_future(self._sentinels.discover_master(self._address.service))
        host, port = await asyncio.shield(asking)
        return str(host), int(port)

    async def close(self) -> None:
        """Let go of the Sentinels."""
        for sentinel in self._sentinels.sentinels if self._sentinels else []:
            await sentinel.aclose()


class RedisConnection:
    """A connection, for one caller after the other."""

    def __init__(self, master: Master, name: str) -> None:
        self._master = master
        self._name = name
        self._connection: AbstractConnection | None = None
        self._turn = asyncio.Lock()
        self._closed = False

    async def ask(
        self, *commands: Command, then: tuple[Command, ...] = (), at_once: bool = False
    ) -> list[Reply]:
        """Send the commands in one go and return what each is answered; an error answer is returned, not raised.

        `then` follows on the same connection if the first answer says that something was written (1, or OK);
        `at_once`: in the same go, and whatever the first answer says.
        Raises `Unreachable` if nothing was sent, `Lost` if that is not sure, `Closed`.
        """
        async with self._turn:
            connection = await self._connected()
            try:
                async with asyncio.timeout(ANSWER_S):
                    replies = await _exchange(connection, (*commands, *then) if at_once else commands)
                    if then and not at_once and _wrote(replies[0]):
                        replies += await _exchange(connection, then)
                    return replies
            except (RedisError, OSError, TimeoutError) as error:
                await self._drop()
                if self._closed:
                    raise Closed from error
                raise Lost(f"Redis did not answer ({_why(error)})") from error
            except BaseException:
                await self._drop()  # answers that nobody waited for would be taken for the next ones
                raise

    async def ask_twice(
        self, *commands: Command, then: tuple[Command, ...] = (), at_once: bool = False
    ) -> list[Reply]:
        """Ask, and once more on a new connection if that one was dead: for what may be carried out twice.

        Raises as `ask` does; `Lost` also where the second try came to nothing, for the first may have.
        """
        try:
            return await self.ask(*commands, then=then, at_once=at_once)
        except Lost as lost:
            try:
                replies = await self.ask(*commands, then=then, at_once=at_once)
            except Unreachable as error:
                raise lost from error
            if isinstance(replies[0], ResponseError):
                raise lost from replies[0]
            return replies

    async def close(self) -> None:
        """Cut the connection, whatever is under way; who waits is told `Closed`."""
        self._closed = True
        await self._drop()

    async def _connected(self) -> AbstractConnection:
        if self._closed:
            raise Closed
        if self._connection is None:
            self._connection = await self._connect()
        return self._connection

    async def _connect(self) -> AbstractConnection:
        connection = None
        try:
            async with asyncio.timeout(CONNECT_S):
                connection = await self._master.connection(self._name)
                await connection.connect()  # type: ignore[no-untyped-call]  # as above
        except (RedisError, OSError, TimeoutError) as error:
            await _cut(connection)
            raise Unreachable(f"Redis cannot be reached ({_why(error)})") from error
        except BaseException:
            await _cut(connection)
            raise
        return connection

    async def _drop(self) -> None:
        connection, self._connection = self._connection, None
        await _cut(connection)


async def _exchange(connection: AbstractConnection, commands: tuple[Command, ...]) -> list[Reply]:
    await connection.send_packed_command(connection.pack_commands(commands), check_health=False)
    return [await _reply(connection) for _ in commands]


def _wrote(reply: Reply) -> bool:
    if isinstance(reply, ResponseError):
        return False
    return (reply[0] if isinstance(reply, list) else reply) in {1, b"OK"}


async def _reply(connection: AbstractConnection) -> Reply:
    try:
        return await connection.read_response(timeout=math.inf)  # `ask` has the limit
    except ReadOnlyError as error:
        raise ConnectionError("it is not the master any more") from error
    except ResponseError as error:
        return error


def _why(error: Exception) -> str:
    return str(error) or "too slow"


async def _cut(connection: AbstractConnection | None) -> None:
    if connection is None:
        return
    with suppress(RedisError, OSError, TimeoutError):  # it is given up either way
        await connection.disconnect(nowait=True)


class UnsafeRedis(JournalError):
    """It must not hold a journal as it is; the message says what to set."""


async def check_safe(connection: RedisConnection, address: RedisAddress) -> None:
    """Look at the settings that durability rests on. Raises `UnsafeRedis`, or `Unreachable`."""
    try:
        (told,) = await connection.ask(("INFO", "everything"))
    except Lost as error:
        raise Unreachable(str(error)) from error
    if isinstance(told, ResponseError):
        raise UnsafeRedis(f"The Redis at {address} does not tell of itself: {told}. Allow this user INFO.")
    problems = list(_problems(_fields(told), address))
    if problems:
        raise UnsafeRedis(
            f"The Redis at {address} may not hold a journal:\n" + "\n".join(f"  - {p}" for p in problems)
        )


def _problems(info: dict[str, str], address: RedisAddress) -> Iterator[str]:
    version = info.get("redis_version", "0")
    if tuple(int(part) for part in version.split(".")[:2] if part.isdigit()) < OLDEST:
        yield f"it is version {version}; 7.2 is the first that says when an entry is on disk"
    if info.get("cluster_enabled") == "1":
        yield "it is a Redis Cluster; use one master with a replica and Sentinels"
    if info.get("role") != "master":
        yield "it is a replica; name the master, or the Sentinels that know it"
    if info.get("aof_enabled") != "1" and "aof" not in address.lacking:
        yield "it keeps no append-only file: set appendonly yes, or say ?without=aof and lose entries when it stops"
    evicts = info.get("maxmemory", "0") != "0" and info.get("maxmemory_policy") != "noeviction"
    if evicts and "noeviction" not in address.lacking:
        yield "it may drop keys when memory is short: set maxmemory-policy noeviction, or say ?without=noeviction"
    if address.replicas and "min_slaves_good_slaves" not in info:
        yield (
            "as a master cut off from its replica it would go on: set min-replicas-to-write 1 on both, "
            "or say ?without=replica and lose entries when Sentinel changes the master"
        )


def _fields(told: bytes) -> dict[str, str]:
    lines = (line.partition(":") for line in told.decode(errors="replace").splitlines())
    return {name: value for name, colon, value in lines if colon}
