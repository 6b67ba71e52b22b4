"""What one delivery costs the server: the short cut against python-socketio's own ``emit`` to a room.

    python -m tests.load.bench_fanout [clients ...] [--rounds 20] [--repeat 3]

Prints microseconds of the server's processor time per delivery, both ways, and their ratio. Two servers, one
with the short cut and one with python-socketio and uvicorn as they come, take turns in the same minute, so
that a busy machine slows both; each has clients in a process of its own. Times to the last client vary much
more than processor time: the ratio is what to look at.
"""

import argparse
import asyncio
import multiprocessing
import resource
import statistics
import time
from collections.abc import Callable, Coroutine
from multiprocessing.connection import Connection
from typing import Any, cast

import orjson
import socketio
import uvicorn
import uvloop

from server.live.fastpath import Broadcaster, listening_socket, make_server, self_test, uvicorn_options

SPAWN = multiprocessing.get_context("spawn")
SHORT_CUT, PLAIN = "short cut", "emit"
ROOM = "all"
UPDATE = orjson.dumps({"patch": "x" * 388})  # 400 bytes
JOIN = b"\x81\x82\0\0\0\x0040" + b'\x81\x8a\0\0\0\x0042["join"]'  # masked with zeros (RFC 6455, 5.3)
UPGRADE = (
    b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
    b"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
)
MARK = b'42["n",'


class Listener(asyncio.Protocol):
    """A client that counts updates by their first bytes and does as little else as it can."""

    got = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for a WebSocket."""
        self.transport = cast("asyncio.Transport", transport)
        self.transport.write(UPGRADE)
        self.joined = False

    def data_received(self, data: bytes) -> None:
        """Count. An update whose first bytes came in two parts would be missed, and the bench would hang."""
        if not self.joined:
            self.joined = True
            self.transport.write(JOIN)
        Listener.got += data.count(MARK)


async def load(port: int, clients: int, pipe: Connection) -> None:
    """Connect the clients; then, for each number read from the pipe, say when that many updates have come."""
    loop = asyncio.get_running_loop()
    for start in range(0, clients, 50):
        count = min(50, clients - start)
        await asyncio.gather(*(loop.create_connection(Listener, "127.0.0.1", port) for _ in range(count)))
    while expected := await loop.run_in_executor(None, pipe.recv):
        while Listener.got < expected:  # noqa: ASYNC110 -- nothing signals it
            await asyncio.sleep(0.001)
        pipe.send(Listener.got)


class Bench:
    """One server, the pipe to its clients, and how many updates these must have had so far."""

    def __init__(self, way: str, clients: int, load_pipe: Connection) -> None:
        self.clients = clients
        self.load_pipe = load_pipe
        self.expected = 0
        self.joined = 0
        self.sio = make_server(ping_interval_s=86_400)  # the clients do not answer pings
        self.sio.on("join", self.join)
        self.broadcaster = Broadcaster(self.sio, lambda _: ()) if way == SHORT_CUT else None

    async def join(self, sid: str) -> None:
        """Put a client into the room."""
        if self.broadcaster:
            self.broadcaster.join(sid, ROOM)
        else:
            await self.sio.enter_room(sid, ROOM)
        self.joined += 1

    async def update(self) -> None:
        """Send one update."""
        if self.broadcaster:
            await self.broadcaster.broadcast(ROOM, "n", UPDATE)
        else:
            await self.sio.emit("n", orjson.loads(UPDATE), room=ROOM)

    async def turn(self, rounds: int) -> tuple[float, float]:
        """Send so many updates, each after all clients have had the one before.

        Returns microseconds of processor time per delivery, and milliseconds to the last client.
        """
        loop = asyncio.get_running_loop()
        before, start = time.process_time(), time.perf_counter()
        for _ in range(rounds):
            self.expected += self.clients
            self.load_pipe.send(self.expected)
            await self.update()
            await loop.run_in_executor(None, self.load_pipe.recv)
        used, taken = time.process_time() - before, time.perf_counter() - start
        return used / rounds / self.clients * 1e6, taken / rounds * 1e3


async def serve(way: str, clients: int, pipe: Connection) -> None:
    """Serve, connect the clients, then take a turn for each number of rounds that comes by the pipe."""
    listener = listening_socket("127.0.0.1", 0)
    load_pipe, end = multiprocessing.Pipe()
    bench = Bench(way, clients, load_pipe)
    if bench.broadcaster:
        assert await self_test(bench.broadcaster) is None
    websockets = uvicorn_options() if bench.broadcaster else {"ws_per_message_deflate": False}
    app = socketio.ASGIApp(bench.sio)
    config = uvicorn.Config(app, **websockets, log_level="error", lifespan="off", backlog=4096)
    serving = asyncio.create_task(uvicorn.Server(config).serve(sockets=[listener]))
    load_process = SPAWN.Process(target=run, args=(load, listener.getsockname()[1], clients, end))
    load_process.start()
    while bench.joined < clients:  # noqa: ASYNC110 -- nothing signals it
        await asyncio.sleep(0.01)
    pipe.send(None)
    while rounds := await asyncio.get_running_loop().run_in_executor(None, pipe.recv):
        pipe.send(await bench.turn(rounds))
    load_process.kill()
    pipe.send(None)
    await serving  # to be killed


def run(coroutine: Callable[..., Coroutine[Any, Any, None]], *arguments: Any) -> None:
    """Be a process that runs this."""
    uvloop.run(coroutine(*arguments))


def measure(clients: int, rounds: int, repeat: int) -> None:
    """Start both servers, give them turns, and print one line."""
    pipes: dict[str, Connection] = {}
    servers = []
    for way in (SHORT_CUT, PLAIN):
        pipes[way], end = multiprocessing.Pipe()
        servers.append(SPAWN.Process(target=run, args=(serve, way, clients, end)))
        servers[-1].start()
        pipes[way].recv()
    results: dict[str, list[tuple[float, float]]] = {SHORT_CUT: [], PLAIN: []}
    for turn in range(repeat + 1):
        for way, pipe in pipes.items():
            pipe.send(rounds)
            result = pipe.recv()
            if turn:  # the first is to warm up
                results[way].append(result)
    for pipe, server in zip(pipes.values(), servers, strict=True):
        pipe.send(0)
        pipe.recv()
        server.kill()
    report(clients, results[SHORT_CUT], results[PLAIN])


def report(clients: int, fast: list[tuple[float, float]], plain: list[tuple[float, float]]) -> None:
    """Print medians, and the range of the ratio over the turns."""
    ratios = [emit / cut for (cut, _), (emit, _) in zip(fast, plain, strict=True)]
    cpu = [statistics.median(cost for cost, _ in each) for each in (fast, plain)]
    last = [statistics.median(taken for _, taken in each) for each in (fast, plain)]
    print(  # noqa: T201 -- what a benchmark is for
        f"{clients:6} clients   short cut {cpu[0]:6.1f} µs   emit {cpu[1]:6.1f} µs   "
        f"ratio {statistics.median(ratios):4.1f} ({min(ratios):.1f}–{max(ratios):.1f})   "
        f"to the last {last[0]:6.1f} · {last[1]:6.1f} ms",
        flush=True,
    )


def main() -> None:
    """Read the arguments, allow enough open files, measure each size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("clients", nargs="*", type=int, default=[200, 1000, 2000])
    parser.add_argument("--rounds", type=int, default=20, help="updates per turn")
    parser.add_argument("--repeat", type=int, default=3, help="turns of each way")
    arguments = parser.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    for clients in arguments.clients:
        measure(clients, arguments.rounds, arguments.repeat)


if __name__ == "__main__":
    main()
